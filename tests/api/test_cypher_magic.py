"""`%%cypher` in a notebook: tables as DataFrames, what hangs together as a drawing, and nothing that writes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell
from local_client import client_of

from api.app import create_app
from api.client import Streetgraph
from api.notebook import Drawing, load_ipython_extension
from api.settings import Settings
from graph.bolt import Neo4jAccess
from graph.opening import open_store

CLAIMS = "MATCH (c:Claim)-[:ABOUT]->(e:Entity {id: $company}) RETURN c.type AS type, c.text AS words ORDER BY c.id"
PATHS = "MATCH p = (c:Claim)-[:ABOUT]->(e:Entity {id: $company}) RETURN p"


@pytest.fixture
def shell(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> InteractiveShell:
    """A shell of nobody's, with the magic."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    shell = InteractiveShell()
    load_ipython_extension(shell)
    shell.user_ns["company"] = "alibaba"
    return shell


@pytest.fixture
def notebook(shell: InteractiveShell, address: str) -> Iterator[InteractiveShell]:
    """The same with `graph`, a client of a server that answers Cypher of each engine."""
    with client_of(create_app(Settings(store=address, cypher=True, cypher_rows=2))) as client:
        shell.user_ns["graph"] = Streetgraph(http=client)
        yield shell


def ask(notebook: InteractiveShell, query: str, line: str = "") -> Any:
    return notebook.run_cell_magic("cypher", line, query)


def test_rows_are_a_table_and_variables_are_parameters(notebook: InteractiveShell) -> None:
    table = ask(notebook, CLAIMS)
    assert list(table.columns) == ["type", "words"]
    assert len(table) > 0
    assert table.words.str.contains("Alibaba").all()


def test_numbers_that_are_not_there_stay_numbers(notebook: InteractiveShell) -> None:
    table = ask(notebook, "UNWIND [1, 2] AS n RETURN n, CASE n WHEN 1 THEN 7 ELSE null END AS some ORDER BY n")
    assert [str(kind) for kind in table.dtypes] == ["Int64", "Int64"]


def test_a_day_is_sent_as_the_graph_writes_days(notebook: InteractiveShell) -> None:
    notebook.user_ns["days"] = [date(2025, 2, 7)]
    assert ask(notebook, "RETURN $days AS days").days[0] == ["2025-02-07"]


def test_paths_are_drawn_and_named_pieces_go_by_name(notebook: InteractiveShell) -> None:
    drawing = ask(notebook, PATHS)
    assert isinstance(drawing, Drawing)
    names = dict(drawing.graph.nodes(data="name"))
    assert names["alibaba"] == "Alibaba"
    assert drawing.graph.nodes["alibaba"]["kind"] == "Company"
    assert {relation for *_, relation in drawing.graph.edges(data="relation")} == {"ABOUT"}


def test_the_nodes_in_a_list_are_drawn_and_the_column_beside_them_is_a_table(
    notebook: InteractiveShell, capsys: pytest.CaptureFixture[str]
) -> None:
    query = "MATCH (c:Claim)-[:ABOUT]->(e:Entity {id: $company}) RETURN e.name AS whom, collect(c) AS claims"
    drawing = ask(notebook, query)
    assert {kind for _, kind in drawing.graph.nodes(data="kind")} == {"Claim"}
    assert "whom" in capsys.readouterr().out


def test_an_answer_is_kept_under_a_name_without_being_shown(notebook: InteractiveShell) -> None:
    assert ask(notebook, CLAIMS, "said <<") is None
    assert ask(notebook, PATHS, "drawn <<") is None
    assert list(notebook.user_ns["said"].columns) == ["type", "words"]
    assert "alibaba" in notebook.user_ns["drawn"]


def test_what_is_cut_off_is_warned_of(notebook: InteractiveShell) -> None:
    with pytest.warns(UserWarning, match="first 2 rows"):
        assert len(ask(notebook, "MATCH (e:Entity) RETURN e.id AS id ORDER BY id")) == 2


def test_nothing_found_is_an_empty_table_with_its_columns(notebook: InteractiveShell) -> None:
    notebook.user_ns["company"] = "nobody"
    table = ask(notebook, CLAIMS)
    assert (list(table.columns), len(table)) == (["type", "words"], 0)


@pytest.mark.parametrize(
    ("query", "line", "told"),
    [
        ("MATCH (n) DETACH DELETE n", "", "Line 1, column 11"),
        ("RETURN $nowhere AS x", "", "nowhere"),
        ("RETURN 'open AS x", "", "not closed"),
        ("RETURN 1 AS one", "--client nothing", "no 'nothing' to ask"),
        ("RETURN 1 AS one", "two words", "two words"),
    ],
)
def test_what_cannot_be_answered_is_told_in_a_line(
    notebook: InteractiveShell, query: str, line: str, told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        ask(notebook, query, line)


def test_an_open_store_is_asked_without_a_server(shell: InteractiveShell, address: str, access: Neo4jAccess) -> None:
    shell.user_ns["local"] = open_store(address, access=access)
    try:
        assert len(ask(shell, CLAIMS, "--store local")) > 0
        with pytest.raises(UsageError, match="DETACH"):
            ask(shell, "MATCH (n) DETACH DELETE n", "--store local")
    finally:
        shell.user_ns["local"].close()
