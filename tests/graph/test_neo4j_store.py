"""What is particular to Neo4j: labels, constraints, indexes, several writers, remarks."""

from __future__ import annotations

import logging
import threading
from dataclasses import replace

import pytest
from neo4j_server import Neo4jServer
from stories import doubt, pairing, quarter
from test_ingest import NAMINGS, everything

from graph import Store, ingest, open_store, remove
from graph.bolt import Neo4jAccess
from graph.errors import GraphError, SchemaMismatch, StoreMissing
from graph.model import Kind
from graph.ontology import SCHEMA_VERSION
from graph.opening import init_store


@pytest.fixture
def engine() -> str:
    return "neo4j"


def labels(server: Neo4jServer, entity_id: str) -> set[str]:
    [row] = server.query("MATCH (e:Entity {id: $id}) RETURN labels(e) AS labels", id=entity_id)
    return set(row["labels"])


@pytest.mark.usefixtures("filled")
def test_an_entity_carries_its_kind_as_a_label(neo4j_server: Neo4jServer) -> None:
    held = neo4j_server.query("MATCH (e:Entity) RETURN e.kind AS kind, labels(e) AS labels")
    assert len(held) == 9
    assert all(set(row["labels"]) == {"Entity", row["kind"]} for row in held)


def test_reclassifying_an_entity_moves_its_label(store: Store, neo4j_server: Neo4jServer, now) -> None:
    for extraction in NAMINGS:
        ingest(store, extraction, now=now)
    assert labels(neo4j_server, "acme") == {"Entity", "Company"}
    for extraction in NAMINGS[:2]:
        remove(store, extraction.document.id)
    assert labels(neo4j_server, "acme") == {"Entity", "Institution"}


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_its_label(store: Store, neo4j_server: Neo4jServer, now, kind: Kind) -> None:
    whole = quarter()
    ingest(store, replace(whole, entities=tuple(replace(one, kind=kind) for one in whole.entities)), now=now)
    assert labels(neo4j_server, "apple") == {"Entity", kind.value}


def schema_of(server: Neo4jServer) -> list[dict[str, object]]:
    indexes = "SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties RETURN * ORDER BY name"
    constraints = "SHOW CONSTRAINTS YIELD name, type RETURN name, type ORDER BY name"
    return server.query(indexes) + server.query(constraints)


def test_constraints_and_indexes_are_made_once_and_again_if_they_are_dropped(
    store: Store, neo4j_server: Neo4jServer, access: Neo4jAccess
) -> None:
    made = schema_of(neo4j_server)
    assert {row["type"] for row in made} == {"LOOKUP", "RANGE", "FULLTEXT", "UNIQUENESS"}
    assert {row["state"] for row in made if "state" in row} == {"ONLINE"}
    init_store(store.address, access=access).close()
    assert schema_of(neo4j_server) == made
    neo4j_server.query("DROP INDEX streetgraph_claim_words")
    neo4j_server.query("DROP CONSTRAINT streetgraph_claim_id")
    init_store(store.address, access=access).close()
    assert schema_of(neo4j_server) == made


@pytest.mark.usefixtures("filled")
def test_words_can_be_looked_up_in_the_full_text_index(neo4j_server: Neo4jServer) -> None:
    statement = "CALL db.index.fulltext.queryNodes($index, $words) YIELD node RETURN node"
    found = neo4j_server.query(statement, index="streetgraph_claim_words", words="shares OR doubts OR warned")
    assert [row["node"]["text"] for row in found] == [doubt().claims[1].evidence.quote]
    assert neo4j_server.query(statement, index="streetgraph_entity_words", words="BABA")[0]["node"]["name"] == "Alibaba"


def test_a_store_of_another_schema_version_says_what_to_do(store: Store, access: Neo4jAccess) -> None:
    store.write(lambda run: run("schema.set_version", version=99))
    with pytest.raises(SchemaMismatch, match=rf"version 99.*version {SCHEMA_VERSION}.*load the documents again"):
        open_store(store.address, access=access)


@pytest.mark.parametrize(
    ("theirs", "named"), [(":Document", "Document"), (":Film", "Film"), ("", "one without a label")]
)
def test_a_database_that_another_program_fills_is_left_alone(
    store: Store, neo4j_server: Neo4jServer, access: Neo4jAccess, theirs: str, named: str
) -> None:
    neo4j_server.query("MATCH (s:Schema) DETACH DELETE s")
    neo4j_server.query(f"CREATE ({theirs} {{id: 'theirs'}})")
    with pytest.raises(SchemaMismatch, match=f"nodes of another program, such as {named}"):
        open_store(store.address, access=access)


def test_asking_makes_no_store(store: Store, neo4j_server: Neo4jServer, access: Neo4jAccess) -> None:
    neo4j_server.query("MATCH (s:Schema) DETACH DELETE s")
    with pytest.raises(StoreMissing, match="no store at"):
        open_store(store.address, access=access, make=False)
    assert neo4j_server.query("MATCH (s:Schema) RETURN s") == []


def test_writers_of_several_programs_leave_what_one_after_the_other_would(
    store: Store, another_store, access: Neo4jAccess, now
) -> None:
    """All name the same entity, whose name is decided from what all documents say."""
    fresh = another_store()
    for extraction in NAMINGS:
        ingest(fresh, extraction, now=now)
    failures: list[Exception] = []

    def load(numbers: range) -> None:
        try:
            own = open_store(store.address, access=access)
            for number in numbers:
                ingest(own, NAMINGS[number % len(NAMINGS)], now=now)
            own.close()
        except GraphError as failure:
            failures.append(failure)

    threads = [threading.Thread(target=load, args=(range(first, first + 4),)) for first in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert everything(store) == everything(fresh)


def test_what_the_server_remarks_becomes_a_line_in_the_log(
    store: Store, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graph import queries

    deprecated = replace(queries.query("documents.count"), text="MATCH (d:Document) RETURN count(id(d)) AS total")
    monkeypatch.setattr(queries, "query", lambda *_: deprecated)
    with caplog.at_level(logging.INFO):
        assert store.read("documents.count") == [{"total": 0}]
    [line] = [record for record in caplog.records if record.name == "streetgraph.neo4j"]
    assert line.levelno == logging.WARNING
    assert line.getMessage().startswith("documents.count: ")
    assert "deprecated" in line.getMessage()


def test_documents_of_both_engines_can_be_open_side_by_side(store: Store, another_store, now) -> None:
    other = another_store()
    ingest(store, pairing(), now=now)
    ingest(other, quarter(), now=now)
    assert store.read("documents.count") == other.read("documents.count") == [{"total": 1}]
