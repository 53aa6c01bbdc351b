"""The query files keep their own rules, bind on an empty schema, and are all of use."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from graph import Store, queries
from graph.errors import QueryInvalid, QueryNotFound
from graph.ontology import EDGES, ENTITY_EDGES, NODES
from graph.queries import PORTABLE, Query, parsed

GRAPH = Path(queries.__file__).parent
FILES = queries.all_files()
BY_FILE = {path: parsed(queries.name_of(path)[0], path.read_text(encoding="utf-8")) for path in FILES}
EXAMPLES = {"string": "x", "entity": "x", "int": 1, "float": 1.0, "bool": True, "strings": ["x"], "rows": []}
FIRST_PARTS = {name.split(".")[0] for name in queries.names()}


def id_of(path: Path) -> str:
    return path.relative_to(queries.FOLDER).as_posix()


def each_file(function):
    return pytest.mark.parametrize("path", FILES, ids=id_of)(function)


def words_of(query: Query) -> str:
    """The text without what stands in quotes."""
    return re.sub(r"'[^']*'", "''", query.text)


def test_there_are_queries() -> None:
    assert "pairs.list" in queries.names()


@each_file
def test_what_a_query_returns_is_what_its_header_says(path: Path) -> None:
    query = BY_FILE[path]
    outermost = re.sub(r"CALL \(\) \{\n.*?\n\}", "", query.text, flags=re.DOTALL)
    for part in re.split(r"\bUNION ALL\b", outermost):
        items = part.partition("RETURN ")[2].partition("ORDER BY")[0]
        returned = re.findall(r"\bAS `?(\w+)`?(?=\s*(?:,|$))", items)
        assert tuple(returned) == query.columns


@each_file
def test_a_query_that_returns_something_puts_it_in_order(path: Path) -> None:
    text = BY_FILE[path].text
    assert "RETURN" not in text or "ORDER BY" in text.rpartition("RETURN ")[2] or "UNION ALL" in text


@each_file
def test_every_node_is_written_with_a_label_once(path: Path) -> None:
    text = words_of(BY_FILE[path])
    labelled = set(re.findall(r"\((\w+):[A-Z]", text))
    bare = {name for pair in re.findall(r"(?:-|>|MATCH )\((\w*)\)|\((\w*)\)<?-\[", text) for name in pair if name}
    if queries.name_of(path)[0] == "schema.strangers" or "COUNT { (e)" in text:
        return  # asks for any node at all, whatever its label, or for a degree
    assert bare <= labelled
    assert not re.search(r"(-|>|MATCH )\(\)|\(\)<?-", text)


@each_file
def test_labels_and_relationship_types_are_those_of_the_ontology(path: Path) -> None:
    text = words_of(BY_FILE[path])
    known = {kind.name for kind in (*NODES, *EDGES)}
    named = {name for names in re.findall(r"[(\[]\w*:([\w|]+)", text) for name in names.split("|")}
    assert named <= known


@each_file
def test_a_query_that_lists_edges_between_entities_lists_all_of_them(path: Path) -> None:
    every = {edge.name for edge in ENTITY_EDGES}
    for names in re.findall(r"\[\w*:([\w|]+)", words_of(BY_FILE[path])):
        listed = set(names.split("|")) & every
        assert len(listed) <= 1 or listed == every


@each_file
def test_paths_of_any_length_have_an_upper_bound(path: Path) -> None:
    assert not re.search(r"\[[^\]]*\*(?!\d*\.\.\d)", words_of(BY_FILE[path]))


@each_file
def test_a_text_for_one_engine_says_why(path: Path) -> None:
    engine = queries.name_of(path)[1]
    assert (engine == PORTABLE) == ("// why: " not in path.read_text(encoding="utf-8"))


@each_file
def test_who_begins_at_rows_takes_them_apart_in_a_line_of_its_own(path: Path) -> None:
    query = BY_FILE[path]
    assert (query.begins_at == "rows") == (query.text.splitlines()[0] == "UNWIND $rows AS r")
    assert query.text.count("$rows") == (query.begins_at == "rows")


@pytest.mark.parametrize("path", [path for path in FILES if queries.name_of(path)[1] != PORTABLE], ids=id_of)
def test_a_text_for_one_engine_has_the_same_contract_as_the_one_for_all(path: Path) -> None:
    name = queries.name_of(path)[0]
    if name in queries.names():
        own, portable = BY_FILE[path], queries.query(name)
        assert (own.params, own.returns, own.mode) == (portable.params, portable.returns, portable.mode)
        assert own.begins_at == portable.begins_at


@pytest.mark.parametrize("name", queries.names())
def test_every_query_runs_on_an_empty_store(store: Store, name: str) -> None:
    query = queries.query(name)
    given = {parameter.name: EXAMPLES[parameter.type] for parameter in query.params if parameter.is_required}
    if query.mode == "read":
        store.read(name, **given)  # raises if the columns are not those of the header
    else:
        store.write(lambda run: run(name, **given))


def test_every_query_is_used_and_every_used_name_exists() -> None:
    used = {text for path in GRAPH.rglob("*.py") for text in _strings(path) if _looks_like_a_name(text)}
    used |= {f"link.{edge.name.lower()}" for edge in ENTITY_EDGES}
    used |= _made_names()
    offered = {query.name for query in queries.for_users()}
    existing = {queries.name_of(path)[0] for path in FILES}
    assert existing - used - offered == set()
    assert used - existing == set()


def _strings(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _looks_like_a_name(text: str) -> bool:
    return bool(re.fullmatch(r"[a-z]+\.[a-z_]+", text)) and text.split(".")[0] in FIRST_PARTS | {"schema"}


def _made_names() -> set[str]:
    """The names that code puts together from a folder and a part."""
    from graph.contents import PARTS

    links = {f"link.{name}" for name in ("made_by", "on_behalf_of", "about", "measures")}
    removals = {f"remove.{part}" for part in ("figures", "claims", "passages", "document")}
    removals |= {f"remove.{name}" for name in ("made_by", "on_behalf_of", "about", "measures")}
    return links | removals | {f"documents.{part}" for part in PARTS}


def test_an_unknown_name_says_which_ones_are_near() -> None:
    with pytest.raises(QueryNotFound, match=r"pairs\.list"):
        queries.query("pair.list")


HEADER = "// name: a.b\n// doc: Something.\n// mode: read\n"


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        (HEADER.replace("a.b", "a.c") + "RETURN 1 AS x", "must say `// name: a.b`"),
        ("// name: a.b\n// mode: read\n", "one `// doc:` line"),
        (HEADER.replace("read", "append"), "read or write"),
        (HEADER + "// begins: nodes\nRETURN 1 AS x", "begins at ids or rows, not at 'nodes'"),
        (HEADER + "// param: x text\nRETURN $x AS x", "cannot read `// param: x text`"),
        (HEADER + "// returns: x number\nRETURN 1 AS x", "cannot read `// returns: x number`"),
        (HEADER + "// param: x string\nRETURN 1 AS x", "differ in x"),
        (HEADER + "RETURN $y AS x", "differ in y"),
        (HEADER + "// param: y string\nRETURN 1 AS x  // only with $y", "with or without y, which has no default"),
    ],
)
def test_a_header_that_breaks_the_rules_is_refused(source: str, complaint: str) -> None:
    with pytest.raises(QueryInvalid, match=re.escape(complaint)):
        parsed("a.b", source)


def test_a_line_for_a_filter_is_there_only_when_the_filter_is_on() -> None:
    params = '// param: by string = ""\n// param: most int = 5\n'
    lines = ("WHERE true", "AND x.by = $by  // only with $by", "AND x.n < $most  // only without $by")
    query = parsed("a.b", HEADER + params + "\n".join(lines))
    assert query.text_with(query.bound({})) == "\n".join((lines[0], lines[2]))
    assert query.text_with(query.bound({"by": "ubs"})) == "\n".join(lines[:2])
    assert query.text == "\n".join(lines)
