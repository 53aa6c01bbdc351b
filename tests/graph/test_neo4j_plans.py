"""How Neo4j means to run each query, and why some have a text of their own for one engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import ladybug
import pytest
from neo4j_server import Neo4jServer
from stories import quarter
from test_query_files import EXAMPLES

from graph import Store, ingest, open_store, queries
from graph.ontology import ENTITY_EDGES
from graph.queries import PORTABLE, Query

SIBLINGS = sorted(
    {queries.name_of(path) for path in queries.all_files()} - {(name, PORTABLE) for name in queries.names()}
)
NAMES = [*queries.names(), *(name for name, engine in SIBLINGS if engine == "neo4j" and name not in queries.names())]
ROWS = [{"id": "x", "source": "x", "target": "y"}]


@pytest.fixture
def engine() -> str:
    return "neo4j"


def given(query: Query) -> dict[str, Any]:
    examples = {**EXAMPLES, "rows": ROWS}
    return {parameter.name: examples[parameter.type] for parameter in query.params}


def operators(plan: dict[str, Any]) -> Iterator[str]:
    yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", []):
        yield from operators(child)


def plan_of(server: Neo4jServer, query: Query) -> dict[str, Any]:
    with server.driver() as driver:
        plan = driver.execute_query(f"EXPLAIN {query.text}", given(query)).summary.plan
    assert plan is not None
    return plan


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", [name for name in NAMES if name != "schema.strangers"])  # stops at the first node
def test_no_query_goes_over_all_nodes(neo4j_server: Neo4jServer, name: str) -> None:
    plan = plan_of(neo4j_server, queries.query(name, "neo4j"))
    assert "AllNodesScan" not in set(operators(plan))


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", [name for name in NAMES if queries.query(name, "neo4j").mode == "write"])
def test_every_write_finds_each_node_by_its_key_and_none_by_combining_all(neo4j_server: Neo4jServer, name: str) -> None:
    found = set(operators(plan_of(neo4j_server, queries.query(name, "neo4j"))))
    assert "CartesianProduct" not in found
    assert not [operator for operator in found if operator.endswith("Scan")]
    assert any("Seek" in operator for operator in found)


def test_a_plan_over_all_pairs_would_be_seen(neo4j_server: Neo4jServer) -> None:
    careless = replace(queries.query("documents.count"), text="MATCH (a), (b:Entity) RETURN a, b")
    assert set(operators(plan_of(neo4j_server, careless))) >= {"CartesianProduct", "AllNodesScan"}


def on_ladybug(folder: Path, text: str) -> list[Any]:
    """What the embedded engine makes of a text on an empty store, run without streetgraph."""
    open_store(f"{folder}/graph.lbug").close()
    with ladybug.Database(f"{folder}/graph.lbug") as database, ladybug.Connection(database) as connection:
        result = connection.execute(text)
        assert isinstance(result, ladybug.QueryResult)
        return list(result.rows_as_dict())


def test_every_text_for_one_engine_is_shown_to_be_needed() -> None:
    assert SIBLINGS == [
        ("neighbors.counts_in", "neo4j"),
        ("neighbors.counts_out", "neo4j"),
        ("neighbors.degrees", "neo4j"),
        ("neighbors.incoming", "neo4j"),
        ("neighbors.outgoing", "neo4j"),
        ("save.folded", "neo4j"),
        ("schema.await_indexes", "neo4j"),
        ("schema.lock", "neo4j"),
        ("schema.node_ids", "ladybug"),
        ("schema.node_ids", "neo4j"),
        ("schema.strangers", "neo4j"),
        ("schema.tables", "ladybug"),
        ("search.claims", "neo4j"),
        ("search.indexed", "neo4j"),
        ("search.passages", "neo4j"),
        ("stats.relationships", "ladybug"),
    ]


def test_ladybug_cannot_tell_the_type_of_a_relationship_as_neo4j_does(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="TYPE does not exist"):
        on_ladybug(tmp_path, queries.query("stats.relationships").text)
    assert on_ladybug(tmp_path, queries.query("stats.relationships", "ladybug").text) == []


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", ["neighbors.incoming", "neighbors.outgoing"])
def test_the_newest_edges_of_a_hub_are_found_by_an_index_of_edges(
    neo4j_server: Neo4jServer, tmp_path: Path, name: str
) -> None:
    own, portable = (
        set(operators(plan_of(neo4j_server, queries.query(name, engine)))) for engine in ("neo4j", PORTABLE)
    )
    assert "DirectedRelationshipIndexSeek" in own
    assert not [operator for operator in own if operator.startswith("Expand")]
    assert [operator for operator in portable if operator.startswith("Expand")]
    for edge in ENTITY_EDGES:
        assert f"USING INDEX x:{edge.name}(" in queries.query(name, "neo4j").text
    with pytest.raises(RuntimeError, match=r"(?i)parser"):
        on_ladybug(tmp_path, queries.query(name, "neo4j").text)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", ["neighbors.degrees", "neighbors.counts_in", "neighbors.counts_out"])
def test_a_degree_is_known_without_going_over_the_edges(neo4j_server: Neo4jServer, tmp_path: Path, name: str) -> None:
    own = queries.query(name, "neo4j")
    counted = own.text.count("COUNT {")
    plan = str(plan_of(neo4j_server, own))
    assert plan.count("getDegree(") >= counted
    assert "getDegree(" not in str(plan_of(neo4j_server, queries.query(name)))
    with pytest.raises(RuntimeError):
        on_ladybug(tmp_path, own.text)


def test_neo4j_has_no_tables_to_list(neo4j_server: Neo4jServer) -> None:
    with pytest.raises(Exception, match="show_tables"):
        neo4j_server.query(queries.query("schema.tables", "ladybug").text)


@pytest.mark.parametrize("name", ["search.claims", "search.passages"])
def test_ladybug_has_no_full_text_index_of_its_own(tmp_path: Path, name: str) -> None:
    with pytest.raises(RuntimeError):
        on_ladybug(tmp_path, queries.query(name, "neo4j").text)


def test_each_engine_has_ids_of_nodes_of_its_own(neo4j_server: Neo4jServer, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        on_ladybug(tmp_path, queries.query("schema.node_ids", "neo4j").text.replace("$places", "['x']"))
    with pytest.raises(Exception, match="internal_id"):
        neo4j_server.query(queries.query("schema.node_ids", "ladybug").text, places=[])


def test_ladybug_has_no_indexes_to_wait_for(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"(?i)awaitIndexes"):
        on_ladybug(tmp_path, queries.query("schema.await_indexes", "neo4j").text)


def test_the_portable_text_gives_an_entity_no_label_on_neo4j_and_the_other_fails_on_ladybug(
    store: Store, neo4j_server: Neo4jServer, tmp_path: Path, now
) -> None:
    ingest(store, quarter(), now=now)
    row = {"id": "apple", "kind": "Product", "name": "Apple", "aliases": [], "tickers": [], "keys": ["apple"]}
    row |= {"identifiers": [], "country": None, "exchanges": [], "records": [], "added": []}
    neo4j_server.query(queries.query("save.folded").text, rows=[row])
    [found] = neo4j_server.query(
        "MATCH (e:Entity {id: 'apple'}) RETURN e.kind AS kind, 'Product' IN labels(e) AS is_shown"
    )
    assert found == {"kind": "Product", "is_shown": False}
    with pytest.raises(RuntimeError):
        on_ladybug(tmp_path, queries.query("save.folded", "neo4j").text.replace("$rows", "[{id: 'x'}]"))


def test_a_store_with_one_writer_holds_back_nobody(tmp_path: Path, now) -> None:
    asked: list[str] = []
    real, store = queries.query, open_store(f"{tmp_path}/graph.lbug")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(queries, "query", lambda query, engine=PORTABLE: asked.append(query) or real(query, engine))
        ingest(store, quarter(), now=now)
    store.close()
    assert "save.documents" in asked
    assert not {"schema.lock", "schema.strangers"} & set(asked)


@pytest.mark.usefixtures("filled")
def test_the_newest_claims_come_off_the_index_of_days_in_its_order(neo4j_server: Neo4jServer) -> None:
    query = queries.query("claims.find_newest", "neo4j")
    bound = query.bound({})
    with neo4j_server.driver() as driver:
        plan = driver.execute_query(f"EXPLAIN {query.text_with(bound)}", bound).summary.plan
    assert plan is not None
    found = set(operators(plan))
    assert "NodeIndexSeekByRange" in found
    assert found & {"PartialTop", "PartialSort"}
    assert not found & {"Top", "Sort", "NodeByLabelScan"}
