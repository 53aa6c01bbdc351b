"""How ladybug means to run the queries that know where to begin, with a list of rows and with a table in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import ladybug
import pytest
from test_query_files import EXAMPLES

from graph import open_store, queries
from graph.ontology import EDGES, NODES, Type
from graph.queries import Query
from graph.row_tables import FEWEST, tabled

VALUES = {Type.STRING: "x", Type.INT: 1, Type.FLOAT: 0.5, Type.BOOL: True, Type.STRINGS: ["x"]}
PROPERTIES = {name: VALUES[kind] for each in (*NODES, *EDGES) for name, kind in each.properties.items()}
BEGINNING = [name for name in queries.names() if queries.query(name, "ladybug").begins_at]
# What it merges by a list, and what it takes off a node, it joins with the whole table, whatever the text says.
JOINED = {f"save.{part}" for part in ("documents", "entities", "forms", "judgements", "records", "redirects")}
JOINED |= {f"remove.{part}" for part in ("about", "made_by", "measures", "mentions", "names", "on_behalf_of")}


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ladybug.Connection]:
    path = tmp_path_factory.mktemp("plans") / "graph.lbug"
    open_store(f"ladybug:{path}").close()
    with ladybug.Database(path) as database, ladybug.Connection(database) as connection:
        yield connection


def given(query: Query, rows: int) -> dict[str, Any]:
    row = {name: PROPERTIES.get(name, "x") for name in re.findall(r"\br\.`?(\w+)", query.text)}
    return {one.name: [row] * rows if one.type == "rows" else EXAMPLES[one.type] for one in query.params}


def plan_of(connection: ladybug.Connection, text: str, parameters: dict[str, Any]) -> str:
    result = connection.execute(f"EXPLAIN {text}", parameters)
    assert isinstance(result, ladybug.QueryResult)
    return str(result.get_next())


@pytest.mark.parametrize("name", BEGINNING)
@pytest.mark.parametrize("rows", [1, FEWEST])
def test_who_begins_at_what_it_is_given_looks_nodes_up_by_their_keys(
    connection: ladybug.Connection, name: str, rows: int
) -> None:
    query = queries.query(name, "ladybug")
    text, parameters = tabled(query, given(query, rows))
    plan = plan_of(connection, text, parameters)
    assert ("LOAD FROM" in text) == (query.begins_at == "rows" and rows == FEWEST)
    assert ("PRIMARY_KEY" in plan) != (name in JOINED)


def test_who_does_not_say_where_to_begin_looks_at_all_nodes_of_a_label(connection: ladybug.Connection) -> None:
    assert "PRIMARY_KEY" not in plan_of(connection, queries.query("entities.keys", "ladybug").text, {})
