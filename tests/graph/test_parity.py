"""The same content in both engines, and the same question to both: the rows are the same, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from typing import Any

import pytest
from engines import ENGINES, ran_on
from held_by_both import JUDGEMENTS, RECORDS, copies, generated, samples, silent
from neo4j_server import Neo4jServer
from stories import doubt, pairing, quarter
from wire_reports import EDITED

from graph import Store, ingest, open_store, queries
from graph.explore import claims, consensus, entity, neighbors, paths, search, stats, views_by, views_on
from graph.explore.claims import SORTS
from graph.explore.facets import FACETS
from graph.export import export_graphml, export_json
from graph.model import ClaimType, Kind, RelationType, Stance
from graph.queries import Query
from graph.records.keeping import keep
from graph.resolution import judge
from graph.verify import verify

Both = tuple[Store, Store]
NOW = datetime(2025, 3, 1, tzinfo=UTC)
ANY_NUMBER = 1000
LOST = "doctor.lost_"  # these find nothing as long as nothing is broken
FORMED = "records.formed"  # is asked by forms of names, which no query lists
# Where ids are to be had that lead to rows of a query: another query, asked of all documents, and a column.
SOURCES = {
    "records.get": ("records.page", "id"),
    "records.of_source": ("records.sources", "source"),
    "resolution.contexts": ("documents.passages", "id"),
    "resolution.found": ("documents.ids", "id"),
    "resolution.redirects": ("resolution.redirects_page", "id"),
    "stories.bands": ("documents.ids", "id"),
    "stories.linked": ("documents.ids", "id"),
    "stories.told": ("documents.ids", "id"),
    "stories.members": ("stories.bands", "band"),
    "documents.holders": ("documents.sources", "id"),
}


@pytest.fixture(scope="module")
def loaded(running_neo4j: Neo4jServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    """The samples and generated documents, in a file and on a server."""
    running_neo4j.clear()
    file = open_store(f"{tmp_path_factory.mktemp('parity')}/graph.lbug")
    server = open_store(running_neo4j.uri, access=running_neo4j.access)
    for store in (file, server):
        for extraction in (*samples(), *map(generated, range(12)), pairing(), quarter(), doubt(), *copies(), silent()):
            ingest(store, extraction, now=NOW)
        keep(store, RECORDS)
        judge(store, JUDGEMENTS)
    yield file, server
    for store in (file, server):
        store.close()


@pytest.fixture
def both(loaded: Both, request: pytest.FixtureRequest) -> Both:
    """The same, for one test."""
    for engine in ENGINES:
        ran_on(request.node, engine)
    return loaded


def leading_to(store: Store, name: str, documents: list[str]) -> list[str]:
    """The ids that lead to rows of this query."""
    if name == FORMED:
        return sorted(form for record in RECORDS for form in record.forms)
    source, column = SOURCES[name]
    given = {"ids": documents, "limit": ANY_NUMBER}
    wanted = {one.name for one in queries.query(source).params}
    return [row[column] for row in store.read(source, **{one: given[one] for one in given.keys() & wanted})]


def leading_values(
    store: Store, keyed: list[str], documents: list[str], claimed: list[str], entities: list[str]
) -> dict[str, list[Any]]:
    """Values that lead to rows, by the name of the parameter."""
    return {
        "document_id": documents,
        "id": keyed,
        "ids": [keyed, keyed[:1], ["nothing"]],
        "claim_ids": [claimed, ["nothing"]],
        "after": ["", documents[3], entities[9], "zzz"],
        "after_date": ["~", "2025-01-03", ""],
        "after_place": ["", claimed[5], entities[5]],
        "published_from": ["", "2025-01-03"],
        "published_to": ["2025-01-03", ""],
        "as_of": ["2025-01-03", ""],
        "known_at": ["2025-03-02", "2024"],
        "changed_since": ["2024", "2025-03-02"],
        "since": ["", "2025-01-03"],
        "types": [list(ClaimType), ["opinion", "target"]],
        "stances": [["positive"], list(Stance)],
        "modalities": [["stated"]],
        "metrics": [["target"]],
        "units": [["percent", "points"]],
        "facet": ["", *FACETS],
        "sort": list(SORTS),
        "after_rising": ["", "2025-01-03"],
        "after_falling": ["~", "2025-01-03"],
        "voices": [entities],
        "subjects": [entities],
        "key": [row["keys"][0] for row in store.read("entities.keys")] + ["a", "bank"],
        "kind": ["", *Kind],
        "relation": ["", *RelationType],
        "type": ["", *ClaimType],
        "stance": [*Stance, ""],
        "metric": ["", "target"],
        "text": ["", "SEES", "zürich", "i̇stanbul", "istanbul", "ω", "SS & co", "📈", "'", "\\"],
    }


def examples(store: Store, query: Query, name: str, kind: str) -> list[Any]:
    """Values of a parameter that lead to rows, and some that do not."""
    if kind in ("int", "float"):
        return [1, 7, ANY_NUMBER] if kind == "int" else [0.5, 1e9]
    folder = query.name.partition(".")[0]
    documents = [row["id"] for row in store.read("documents.ids", limit=ANY_NUMBER)]
    entities = [row["id"] for row in store.read("entities.keys")]
    claimed = [row["claim_id"] for row in store.read("claims.find", limit=ANY_NUMBER)]
    keyed = {"documents": documents, "claims": claimed, "statements": claimed}.get(folder, entities)
    if query.name in {FORMED, *SOURCES} and kind in ("string", "strings"):
        found = leading_to(store, query.name, documents)
        return [*found, "nothing"] if kind == "string" else [found, found[:1], ["nothing"]]
    known = leading_values(store, keyed, documents, claimed, entities).get(name)
    usual = [entities] if kind == "strings" else entities
    return [*(usual if known is None else known), "nothing" if kind in ("entity", "string") else ["nothing"]]


def calls(store: Store, query: Query) -> Iterator[dict[str, Any]]:
    """The query with each example of each parameter, while the others keep their default or their first example."""
    options = {one.name: examples(store, query, one.name, one.type) for one in query.params}
    usual = {one.name: options[one.name][0] for one in query.params if one.is_required}
    if "limit" in usual:
        usual["limit"] = ANY_NUMBER
    yield usual
    for name, values in options.items():
        yield from ({**usual, name: value} for value in values)


@pytest.mark.parametrize("name", [name for name in queries.names() if queries.query(name).mode == "read"])
def test_every_question_has_the_same_rows_in_the_same_order(both: Both, name: str) -> None:
    file, server = both
    answers = 0
    for given in calls(file, queries.query(name)):
        expected = file.read(name, **given)
        assert server.read(name, **given) == expected, given
        answers += len(expected)
    assert answers > 0 or name.startswith(LOST)


@pytest.mark.parametrize("export", [export_json, export_graphml])
def test_an_export_has_the_same_bytes(both: Both, export) -> None:
    file, server = both
    assert b"".join(export(server)) == b"".join(export(file))


def test_verifying_finds_the_same(both: Both) -> None:
    file, server = both
    assert verify(server) == verify(file)
    assert verify(server).faults == ()


def test_counts_are_the_same(both: Both) -> None:
    file, server = both
    assert {**stats(server), "engine": ""} == {**stats(file), "engine": ""}


@pytest.mark.parametrize("filters", [{}, {"stance": "positive"}, {"type": "relation"}, {"text": "note 1"}])
def test_pages_of_claims_are_the_same_to_the_end(both: Both, filters: dict[str, str]) -> None:
    file, server = both
    cursor: str | None = None
    while True:
        expected = claims(file, **filters, limit=17, cursor=cursor)
        assert claims(server, **filters, limit=17, cursor=cursor) == expected
        if (cursor := expected.next) is None:
            break


def test_everything_about_each_entity_is_the_same(both: Both) -> None:
    file, server = both
    for row in file.read("entities.keys"):
        assert entity(server, row["id"]) == entity(file, row["id"])
        assert consensus(server, row["id"]) == consensus(file, row["id"])
        assert views_on(server, row["id"]) == views_on(file, row["id"])
        assert views_by(server, row["id"]) == views_by(file, row["id"])
        assert neighbors(server, row["id"]) == neighbors(file, row["id"])


def test_paths_are_the_same(both: Both) -> None:
    file, server = both
    ids = [row["id"] for row in file.read("entities.most_mentioned", limit=6)]
    found = [(paths(server, a, b), paths(file, a, b)) for a, b in product(ids, ids)]
    assert all(on_server == in_file for on_server, in_file in found)
    assert any(in_file for _, in_file in found)


@pytest.mark.parametrize("words", ["alpha", "ZÜRICH", "𝐀", "bank", "İ", "ß"])
def test_searching_finds_the_same(both: Both, words: str) -> None:
    file, server = both
    assert search(server, words) == search(file, words)


def test_what_was_lost_is_the_same(both: Both) -> None:
    """Documents taken out without what they hold: of all these tests the last one, since they share a graph."""
    file, server = both
    for store in both:
        store.write(lambda run: run("remove.claims", document_id=EDITED.document.id))
        for one in copies():
            store.write(lambda run, one=one: run("remove.document", document_id=one.document.id))
    for name in (name for name in queries.names() if name.startswith(LOST)):
        expected = file.read(name)
        assert server.read(name) == expected
        assert expected, name
