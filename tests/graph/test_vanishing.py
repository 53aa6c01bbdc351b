"""A document that is removed while somebody reads: what it held is not found or left out, whenever it went."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial

import pytest
from stories import pairing
from voices import Said, note

from graph import Status, Store, ingest, remove
from graph.errors import ClaimNotFound, DocumentNotFound, EntityNotFound
from graph.explore import (
    claim,
    claims,
    consensus,
    document,
    documents,
    entity,
    facets,
    neighbors,
    pairs,
    paths,
    peers,
    search,
    stats,
    subgraph,
    timeline,
    views_by,
    views_on,
)
from graph.export import export_graphml, export_json
from graph.model import Stance
from graph.store import Row, View
from graph.verify import verify

UP, DOWN = Stance.POSITIVE, Stance.NEGATIVE
DOCUMENT = pairing().document
READINGS: dict[str, Callable[[Store], object]] = {
    "claim": lambda store: claim(store, pairing().claims[-1].id),
    "claims": lambda store: claims(store, about="CSI 300"),
    "document": lambda store: document(store, DOCUMENT.id),
    "documents": documents,
    "consensus": lambda store: consensus(store, "CSI 300"),
    "entity": lambda store: entity(store, "Goldman"),
    "facets": lambda store: facets(store, "speaker,metric"),
    "neighbors": lambda store: neighbors(store, "Kinger Lau"),
    "pairs": lambda store: pairs(store, by="UBS"),
    "paths": lambda store: paths(store, "Goldman", "CSI 300"),
    "peers": lambda store: peers(store, "Apple"),
    "search": lambda store: search(store, "Apple"),
    "stats": stats,
    "subgraph": lambda store: subgraph(store, ["Goldman"], hops=2),
    "timeline": lambda store: timeline(store, "CSI 300"),
    "views by": lambda store: views_by(store, "Goldman"),
    "views on": lambda store: views_on(store, "CSI 300"),
    "verify": verify,
    "json": lambda store: json.loads(b"".join(export_json(store))),
    "graphml": lambda store: b"".join(export_graphml(store)),
}


class Interrupted:
    """A store where something happens before one of the questions it is asked."""

    def __init__(self, store: Store, before: int, happens: Callable[[], object]) -> None:
        self._store, self._before, self._happens, self.asked = store, before, happens, 0
        self.engine, self.address, self.write, self.close = store.engine, store.address, store.write, store.close
        self.ensure_schema = store.ensure_schema

    def read(self, query: str, /, **parameters: object) -> list[Row]:
        if self.asked == self._before:
            self._happens()
        self.asked += 1
        return self._store.read(query, **parameters)

    @contextmanager
    def view(self) -> Iterator[View]:
        """Its answers are those of the store, so that what happens is seen as far as an engine lets a view see it."""
        with self._store.view() as view:
            yield View(self.engine, partial(self._viewed, view))

    def _viewed(self, view: View, query: str, /, **parameters: object) -> list[Row]:
        if self.asked == self._before:
            self._happens()
        self.asked += 1
        return view.read(query, **parameters)


def removed_meanwhile(store: Store, before: int, reading: Callable[[Store], object]) -> bool:
    """Whether the reading asked so often that the document went in the midst of it."""
    interrupted = Interrupted(store, before, lambda: remove(store, DOCUMENT.id))
    try:
        reading(interrupted)
    except (ClaimNotFound, DocumentNotFound, EntityNotFound):
        assert interrupted.asked > before
    return interrupted.asked > before


@pytest.mark.parametrize("name", READINGS)
def test_what_goes_between_two_questions_is_not_found_or_left_out(store: Store, now: datetime, name: str) -> None:
    before = 0
    ingest(store, pairing(), now=now)
    while removed_meanwhile(store, before, READINGS[name]):
        assert ingest(store, pairing(), now=now).status == Status.ADDED
        before += 1
    assert before > 0


def test_of_a_contradiction_both_claims_are_there(store: Store, now: datetime) -> None:
    first, other = (note(Said(who, "CSI 300", 1, side), 0) for who, side in (("UBS", UP), ("Nomura", DOWN)))
    ingest(store, other, now=now)
    for before in range(12):
        ingest(store, first, now=now)
        found = consensus(Interrupted(store, before, lambda: remove(store, first.document.id)), "CSI 300")
        assert [found["contradictions_total"], len(found["contradictions"])] in ([1, 1], [1, 0], [0, 0])
        ingest(store, first, now=now)
    assert [pair["about"] for pair in consensus(store, "CSI 300")["contradictions"]] == ["stance"]


@pytest.mark.parametrize("before", range(1, 10))
def test_a_document_is_written_out_whole_if_it_is_removed_meanwhile(store: Store, now: datetime, before: int) -> None:
    ingest(store, pairing(), now=now)
    interrupted = Interrupted(store, before, lambda: remove(store, DOCUMENT.id))
    for held in json.loads(b"".join(export_json(interrupted)))["documents"]:
        assert len(held["claims"]) == len(pairing().claims)
        assert len(held["passages"]) == len(pairing().passages)
