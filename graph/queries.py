"""Named queries: one file under `cypher/` is one query, its path is its name, and its header is its contract.

`cypher/pairs/list.cypher` is `pairs.list`. Where the dialects differ, `list.ladybug.cypher` or `list.neo4j.cypher`
beside it holds the text for one engine and says why in a `// why:` line. The header:

    // name: pairs.list
    // doc: Companies that a source sets against each other, newest first.
    // mode: read                      read | write
    // begins: ids                     at nodes of which it is given the ids; `rows`: at those that each row names.
                                       Without this line it looks at all nodes of a label
    // use: cli                        only for questions that users may ask by name
    // param: by entity = ""           type, `?` if null is allowed, a default in JSON
    // returns: claim_id string        in the order of the RETURN

A line of the text that ends with `// only with $name` is left out while that parameter has its default, one that ends
with `// only without $name` while it has another value: no engine reads a property for a filter that is switched off.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rapidfuzz import process

from graph import parameters
from graph.errors import QueryInvalid, QueryNotFound
from graph.parameters import CHECKS, REQUIRED, Parameter

FOLDER = Path(__file__).resolve().parent.parent / "cypher"
PORTABLE = "cypher"
RETURN_TYPES = frozenset({"string", "int", "float", "bool", "strings", "map", "maps"})

_HEADER_LINE = re.compile(r"// (name|doc|mode|begins|use|why|param|returns): (.+)")
_PARAM = re.compile(r"(?P<name>\w+) (?P<type>\w+)(?P<nullable>\??)(?: = (?P<default>.+))?")
_RETURNS = re.compile(r"(?P<name>\w+) (?P<type>\w+)(?P<nullable>\??)")
_USED_PARAM = re.compile(r"\$(\w+)")
_ONLY_WITH = re.compile(r"// only with(?P<out>out)? \$(?P<name>\w+)\s*$")


@dataclass(frozen=True, slots=True)
class Column:
    """One item that a query returns."""

    name: str
    type: str
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A named query with its contract and its text for one engine."""

    name: str
    doc: str
    mode: str
    params: tuple[Parameter, ...]
    returns: tuple[Column, ...]
    text: str
    for_users: bool = False
    begins_at: str | None = None  # the `ids` or the `rows` that it is given; None if it looks at all nodes of a label

    def bound(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The parameters of a call, checked against the header, with defaults filled in."""
        return parameters.checked(self.name, self.params, given)

    def text_with(self, bound: Mapping[str, Any]) -> str:
        """The text for these parameters, without the lines that are not for them."""
        if "// only with" not in self.text:
            return self.text
        off = {parameter.name for parameter in self.params if bound[parameter.name] == parameter.default}
        conditions = ((line, _ONLY_WITH.search(line)) for line in self.text.splitlines())
        return "\n".join(line for line, only in conditions if not only or (only["name"] in off) == bool(only["out"]))

    def coerced(self, raw: Mapping[str, str]) -> dict[str, Any]:
        """Words from a command line as values of the declared types."""
        return parameters.coerced(self.name, self.params, raw)

    def has_nothing_to_do(self, bound: Mapping[str, Any]) -> bool:
        """Whether it is given an empty batch."""
        return any(parameter.type == "rows" and not bound[parameter.name] for parameter in self.params)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of what it returns, in order."""
        return tuple(column.name for column in self.returns)


@cache
def query(name: str, engine: str = PORTABLE) -> Query:
    """The query of this name as `engine` takes it."""
    files = _files()
    path = files.get((name, engine)) or files.get((name, PORTABLE))
    if path is None:
        nearest = [match for match, _, _ in process.extract(name, names(), limit=3, score_cutoff=60)]
        hint = f" Did you mean {', '.join(nearest)}?" if nearest else ""
        raise QueryNotFound(f"No query is called {name!r}.{hint}")
    return parsed(name, path.read_text(encoding="utf-8"))


def reading(name: str, engine: str = PORTABLE) -> Query:
    """The query of this name; QueryInvalid if it writes."""
    found = query(name, engine)
    if found.mode != "read":
        raise QueryInvalid(f"{name} writes; a reader cannot run it.")
    return found


@cache
def names() -> tuple[str, ...]:
    """The names of all queries that run on every engine, sorted."""
    return tuple(name for name, engine in _files() if engine == PORTABLE)


def for_users() -> tuple[Query, ...]:
    """The questions that users may ask by name, sorted."""
    return tuple(found for found in map(query, names()) if found.for_users)


def all_files() -> tuple[Path, ...]:
    """Every query file, sorted."""
    return tuple(sorted(FOLDER.rglob("*.cypher")))


def name_of(path: Path) -> tuple[str, str]:
    """The name of the query in this file, and the engine that its text is for."""
    *folders, file = path.relative_to(FOLDER).parts
    stem, *engine = file.removesuffix(".cypher").split(".")
    return ".".join([*folders, stem]), engine[0] if engine else PORTABLE


def parsed(name: str, source: str) -> Query:
    """The query in a file's text; QueryInvalid says what is wrong with its header."""
    fields, text = _split(source)
    if fields.get("name") != [name]:
        raise QueryInvalid(f"{name}: the header must say `// name: {name}`.")
    found = Query(
        name=name,
        doc=_only(name, fields, "doc"),
        mode=_mode(name, fields),
        params=tuple(_param(name, line) for line in fields.get("param", [])),
        returns=tuple(_column(name, line) for line in fields.get("returns", [])),
        text=text,
        for_users=fields.get("use") == ["cli"],
        begins_at=_beginning(name, fields),
    )
    _compare_parameters(found)
    _check_conditions(found)
    return found


@cache
def _files() -> dict[tuple[str, str], Path]:
    return {name_of(path): path for path in all_files()}


def _split(source: str) -> tuple[dict[str, list[str]], str]:
    fields: dict[str, list[str]] = {}
    lines = source.splitlines()
    for number, line in enumerate(lines):
        if (match := _HEADER_LINE.fullmatch(line.rstrip())) is None:
            return fields, "\n".join(lines[number:]).strip()
        fields.setdefault(match[1], []).append(match[2].strip())
    return fields, ""


def _only(name: str, fields: Mapping[str, list[str]], key: str) -> str:
    values = fields.get(key, [])
    if len(values) != 1:
        raise QueryInvalid(f"{name}: the header needs one `// {key}:` line.")
    return values[0]


def _mode(name: str, fields: Mapping[str, list[str]]) -> str:
    mode = _only(name, fields, "mode")
    if mode not in ("read", "write"):
        raise QueryInvalid(f"{name}: the mode is read or write, not {mode!r}.")
    return mode


def _beginning(name: str, fields: Mapping[str, list[str]]) -> str | None:
    if "begins" not in fields:
        return None
    beginning = _only(name, fields, "begins")
    if beginning not in ("ids", "rows"):
        raise QueryInvalid(f"{name}: a query begins at ids or rows, not at {beginning!r}.")
    return beginning


def _param(name: str, line: str) -> Parameter:
    match = _PARAM.fullmatch(line)
    if match is None or match["type"] not in CHECKS:
        raise QueryInvalid(f"{name}: cannot read `// param: {line}`; types are {', '.join(CHECKS)}.")
    default = json.loads(match["default"]) if match["default"] else REQUIRED
    return Parameter(match["name"], match["type"], bool(match["nullable"]), default)


def _column(name: str, line: str) -> Column:
    match = _RETURNS.fullmatch(line)
    if match is None or match["type"] not in RETURN_TYPES:
        raise QueryInvalid(f"{name}: cannot read `// returns: {line}`; types are {', '.join(sorted(RETURN_TYPES))}.")
    return Column(match["name"], match["type"], bool(match["nullable"]))


def _compare_parameters(found: Query) -> None:
    used, declared = set(_USED_PARAM.findall(found.text)), {parameter.name for parameter in found.params}
    if used != declared:
        raise QueryInvalid(f"{found.name}: header and text differ in {', '.join(sorted(used ^ declared))}.")


def _check_conditions(found: Query) -> None:
    required = {parameter.name for parameter in found.params if parameter.is_required}
    conditions = (_ONLY_WITH.search(line) for line in found.text.splitlines())
    for name in {only["name"] for only in conditions if only} & required:
        raise QueryInvalid(f"{found.name}: a line is only there with or without {name}, which has no default.")
