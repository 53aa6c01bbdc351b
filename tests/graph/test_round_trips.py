"""How often a store is asked: on a server each question is a journey, so it must not depend on how much there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from stories import pairing, renamed
from test_parity import generated

from graph import Status, Store, ingest
from graph.explore import claims
from graph.export import export_json
from graph.ontology import ENTITY_EDGES
from graph.store import Row, Run, T, View


class Counted:
    """A store that counts what it is asked."""

    def __init__(self, store: Store) -> None:
        self._store, self.asked = store, 0
        self.engine, self.address, self.close = store.engine, store.address, store.close

    def read(self, query: str, /, **parameters: object) -> list[Row]:
        self.asked += 1
        return self._store.read(query, **parameters)

    @contextmanager
    def view(self) -> Iterator[View]:
        with self._store.view() as view:
            yield View(self.engine, self._counting(view.run))

    def write(self, work: Callable[[Run], T]) -> T:
        return self._store.write(lambda run: work(self._counting(run)))

    def _counting(self, run: Run) -> Run:
        def counted(query: str, /, **parameters: object) -> list[Row]:
            self.asked += 1
            return run(query, **parameters)

        return counted


@pytest.mark.parametrize("limit", [1, 4, 50])
def test_a_page_of_claims_takes_six_questions_at_most_however_many_it_has(filled: Store, limit: int) -> None:
    counted = Counted(filled)
    assert claims(counted, limit=limit).rows == claims(filled, limit=limit).rows
    assert counted.asked <= 6  # how many, with a day, without one; and of those shown who, on what, with which numbers


def test_a_document_is_stored_with_one_batch_for_each_kind_of_thing(store: Store, now: datetime) -> None:
    counted = Counted(store)
    # looked up, nodes, links, edges, names, the revision; then sources, bands, judgements and records
    most = 2 + 8 + 4 + len(ENTITY_EDGES) + 4 + 8
    for extraction in (pairing(), generated(1), generated(2)):
        counted.asked = 0
        assert ingest(counted, extraction, now=now).status == Status.ADDED
        assert counted.asked <= most
    counted.asked = 0
    assert ingest(counted, renamed(generated(1), "Anew"), now=now).status == Status.REPLACED
    assert counted.asked <= most + 16  # what was there is compared and goes first


def test_an_export_asks_for_what_many_documents_say_at_once(filled: Store) -> None:
    counted = Counted(filled)
    b"".join(export_json(counted))
    # which documents, each of three, what all of them say, entities with edges, what is beside
    assert counted.asked == 2 + 3 + 9 + 3 + 2
