"""Checking what is stored against the documents, and writing all of it out."""

from __future__ import annotations

import io
import json

import networkx as nx
import pytest
from stories import Story, doubt, pairing, quarter

from graph import Store, ingest
from graph.explore import stats
from graph.export import export_graphml, export_json
from graph.ontology import SCHEMA_VERSION
from graph.verify import verify

EXTRACTIONS = (pairing(), quarter(), doubt())


def test_every_span_is_checked_and_none_is_wrong(filled: Store) -> None:
    checked = verify(filled)
    held = stats(filled)
    spans = ("Passage", "Claim", "Figure")
    expected = sum(held["nodes"][kind] for kind in spans)
    expected += held["relationships"]["MENTIONS"] + held["relationships"]["EVIDENCED_BY"]
    assert (checked.documents, checked.spans, checked.faults) == (3, expected, ())


def test_a_text_that_was_changed_in_the_store_is_found(filled: Store) -> None:
    changed = quarter().document
    row = {name: getattr(changed, name) for name in ("id", "title", "publisher", "url", "source", "language")}
    text = changed.text.replace("8%", "9%")
    given = {**row, "text": text, "published_at": None, "recorded_at": "", "fingerprint": "", "found": None}
    filled.write(lambda run: run("save.documents", rows=[given]))
    faults = verify(filled).faults
    assert {fault.document_id for fault in faults} == {changed.id}
    assert [fault.kind for fault in faults] == ["passage", "claim", "figure", "evidence", "document"]
    [figure] = [fault for fault in faults if fault.kind == "figure"]
    assert (figure.expected, figure.found) == ("8%", "9%")


def test_an_empty_store_has_nothing_wrong(store: Store) -> None:
    assert verify(store).spans == 0
    assert json.loads(b"".join(export_json(store))) == {
        "schema_version": SCHEMA_VERSION,
        "documents": [],
        "entities": [],
        "judgements": [],
        "records": [],
    }


def test_json_holds_everything(filled: Store) -> None:
    whole = json.loads(b"".join(export_json(filled)))
    assert {entity["id"] for entity in whole["entities"]} == {
        entity.id for extraction in EXTRACTIONS for entity in extraction.entities
    }
    held = {document["id"]: document for document in whole["documents"]}
    for extraction in EXTRACTIONS:
        found = held[extraction.document.id]
        assert found["text"] == extraction.document.text
        assert {claim["id"] for claim in found["claims"]} == {claim.id for claim in extraction.claims}
        assert len(found["mentions"]) == len(extraction.mentions)
        assert len(found["passages"]) == len(extraction.passages)
    edges = [edge for entity in whole["entities"] for edge in entity["edges"]]
    assert {edge["relation"] for edge in edges} == {"HAS_ROLE_AT", "BENCHMARKED_AGAINST", "SPEAKS_ABOUT"}


@pytest.mark.parametrize("export", [export_json, export_graphml])
def test_neither_the_order_of_loading_nor_the_engine_leaves_a_trace_in_an_export(
    store: Store, another_store, now, export
) -> None:
    forwards = another_store()
    for extraction in EXTRACTIONS:
        ingest(forwards, extraction, now=now)
    for extraction in reversed(EXTRACTIONS):
        ingest(store, extraction, now=now)
    assert b"".join(export(store)) == b"".join(export(forwards))


def test_graphml_holds_every_node_and_relationship(filled: Store) -> None:
    graph = nx.read_graphml(io.BytesIO(b"".join(export_graphml(filled))), force_multigraph=True)
    held = stats(filled)
    assert graph.number_of_nodes() == sum(held["nodes"].values())
    assert graph.number_of_edges() == sum(held["relationships"].values())
    assert graph.nodes["Entity:apple"]["name"] == "Apple"
    assert json.loads(graph.nodes["Entity:apple"]["aliases"]) == ["Apple Inc."]


def test_graphml_survives_what_xml_cannot_hold(store: Store, now) -> None:
    story = Story(("A <b> & \x0c \"c\" ]]> 'd' 📈.",), title="<&>")
    story.says(None, story.sentences[0])
    ingest(store, story.extraction, now=now)
    graph = nx.read_graphml(io.BytesIO(b"".join(export_graphml(store))))
    assert graph.nodes[f"Document:{story.document.id}"]["text"] == story.document.text.replace("\x0c", "\ufffd")
