"""A note by hand that spells two names otherwise than the others do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from written_graph import NOW, Note

from graph.bolt import Neo4jAccess
from graph.ingest import ingest
from graph.model import Entity, Extraction, Kind, Mention
from graph.opening import open_store

NAMED = (
    Entity("alibaba-group-holding", Kind.COMPANY, "Alibaba Group Holding Ltd"),
    Entity("s-rubner", Kind.PERSON, "S. Rubner"),
)


def meeting() -> Extraction:
    """A note that calls Alibaba by its full name, and Rubner by an initial."""
    note = Note("Alibaba Group Holding Ltd met S. Rubner.", "A meeting", date(2025, 2, 24))
    note.document = replace(note.document, url="https://news.example/meeting")
    extraction = note.extraction([], [])
    places = [(entity.id, note.words(entity.name)) for entity in NAMED]
    mentions = tuple(Mention(one, place.start, place.end, place.quote) for one, place in places)
    return Extraction(extraction.document, extraction.passages, NAMED, mentions)


def load_meeting(address: str, access: Neo4jAccess) -> None:
    store = open_store(address, access=access)
    ingest(store, meeting(), now=NOW)
    store.close()
