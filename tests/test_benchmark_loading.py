"""The ways of loading that are measured against each other store the same."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import ladybug
import pytest
from neo4j_server import Neo4jServer

from benchmarks.claims import synthetic
from benchmarks.loading import on_ladybug, on_neo4j
from benchmarks.loading.content import Content, content_of
from graph import Store, open_store
from graph.explore import Page, search
from graph.export import export_json
from graph.ingest import ingest_all, prepared

NOW = datetime(2025, 3, 1, tzinfo=UTC)
HELD = (
    "MATCH (d:Document)-[:IN_BAND]->(x:Band) RETURN d.id AS id, x.id AS held ORDER BY id, held",
    "MATCH (d:Document)-[:READ_FROM]->(x:Source) RETURN d.id AS id, x.id AS held ORDER BY id, held",
    "MATCH (:Entity)-[x:SPEAKS_ABOUT|BENCHMARKED_AGAINST]->(:Entity) RETURN x.position AS at ORDER BY at",
)
EXTRACTIONS = list(islice(synthetic(1000), 3))


@pytest.fixture
def content() -> Content:
    return content_of(EXTRACTIONS, now=NOW)


@pytest.fixture
def expected(tmp_path: Path) -> bytes:
    store = open_store(f"ladybug:{tmp_path / 'expected.lbug'}")
    assert len(list(ingest_all(store, (prepared(each, now=NOW) for each in EXTRACTIONS)))) == 3
    return everything(store)


def held(path: Path) -> list[dict[str, object]]:
    """What the file holds that no export shows: who is held against whom, and where each document was read from."""
    with ladybug.Database(path) as database, ladybug.Connection(database) as connection:
        results = [connection.execute(asked) for asked in HELD]
        return [row for result in results for row in result.rows_as_dict()]


def sought(path: Path) -> Page:
    """What is found in the file by words."""
    with closing(open_store(f"ladybug:{path}")) as store:
        return search(store, "correction")


def everything(store: Store) -> bytes:
    try:
        return b"".join(export_json(store))
    finally:
        store.close()


@pytest.mark.parametrize(
    "way", [on_ladybug.by_hand, on_ladybug.by_hand_with_words, on_ladybug.by_tables, on_ladybug.by_copy]
)
def test_every_way_leaves_in_a_file_what_streetgraph_leaves(
    tmp_path: Path, content: Content, expected: bytes, way: Callable[[Path, Content], Callable[[], object]]
) -> None:
    if way in (on_ladybug.by_tables, on_ladybug.by_copy):
        pytest.importorskip("pyarrow")
    way(tmp_path / "other.lbug", content)()
    assert everything(open_store(f"ladybug:{tmp_path / 'other.lbug'}")) == expected
    assert sought(tmp_path / "other.lbug") == sought(tmp_path / "expected.lbug")
    assert held(tmp_path / "other.lbug") == held(tmp_path / "expected.lbug")


def test_batches_by_hand_leave_in_neo4j_what_streetgraph_leaves(
    neo4j_server: Neo4jServer, content: Content, expected: bytes
) -> None:
    open_store(neo4j_server.uri, access=neo4j_server.access).close()
    with neo4j_server.driver() as driver:
        on_neo4j.by_hand(driver, content)()
    [nodes] = neo4j_server.query("MATCH (n) WHERE NOT n:Schema RETURN count(n) AS n")
    [edges] = neo4j_server.query("MATCH ()-[x]->() RETURN count(x) AS n")
    assert nodes["n"] + edges["n"] == content.size
    assert everything(open_store(neo4j_server.uri, access=neo4j_server.access)) == expected
