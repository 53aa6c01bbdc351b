"""Several documents in one transaction: the same as one after the other, only quicker."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stories import doubt, pairing, quarter, renamed
from test_ingest import DOCUMENTS, everything
from test_reloading import Unanswered
from test_round_trips import Counted

from graph import Status, Store, ingest, remove
from graph.batches import Batches
from graph.errors import QueryFailed
from graph.explore import documents
from graph.ingest import TOGETHER, ingest_all, ingest_together, prepared
from graph.model import Extraction
from graph.store import Run, T
from graph.verify import verify


@pytest.fixture
def ready(now: datetime) -> Callable[..., list[Batches]]:
    """What is to be stored of some extractions."""
    return lambda *extractions: [prepared(extraction, now=now) for extraction in extractions]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(groups=st.lists(st.lists(st.sampled_from(DOCUMENTS), max_size=5), max_size=4))
def test_documents_in_groups_become_what_they_become_one_by_one(
    store: Store, another_store: Callable[[], Store], ready, now: datetime, groups: list[list[Extraction]]
) -> None:
    one_by_one = another_store()
    for group in groups:
        expected = [ingest(one_by_one, extraction, now=now) for extraction in group]
        assert ingest_together(store, ready(*group)) == expected
    assert everything(store) == everything(one_by_one)
    assert verify(store).faults == ()
    one_by_one.close()
    for row in documents(store).rows:
        remove(store, row["id"])


def test_a_document_that_comes_twice_counts_as_what_each_time_did(store: Store, ready) -> None:
    group = ready(quarter(), doubt(), quarter(), renamed(quarter(), "Another title"))
    became = [one.status for one in ingest_together(store, group)]
    assert became == [Status.ADDED, Status.ADDED, Status.UNCHANGED, Status.REPLACED]


def test_one_that_the_engine_refuses_leaves_nothing_of_its_group(store: Store, ready) -> None:
    """Two documents that claim the same sentence: the key of a sentence is unique."""
    first, second = ready(pairing(), quarter())
    stolen = replace(second, passages=[*second.passages, first.passages[0]])
    empty = everything(store)
    with pytest.raises(QueryFailed):
        ingest_together(store, [first, stolen])
    assert everything(store) == empty
    assert [one.status for one in ingest_together(store, [first, second])] == [Status.ADDED] * 2


def test_many_documents_are_stored_a_few_at_a_time_and_none_before_it_is_there(store: Store, ready) -> None:
    taken = 0

    def coming() -> Iterator[Batches]:
        nonlocal taken
        for number in range(2 * TOGETHER + 1):
            taken += 1
            yield from ready(renamed(quarter(), f"version {number}"))

    total = 2 * TOGETHER + 1
    for stored, became in enumerate(ingest_all(store, coming()), start=1):
        assert became.status == (Status.ADDED if stored == 1 else Status.REPLACED)
        assert int(documents(store).rows[0]["title"].removeprefix("version ")) >= stored - 1
        assert taken <= stored + 2 * TOGETHER
    assert stored == taken == total


def test_a_failure_among_many_ends_the_load_and_leaves_what_was_told(store: Store, ready) -> None:
    """A sentence that another document holds already is refused by the engine."""
    first, second = ready(pairing(), quarter())
    stolen = replace(second, passages=[*second.passages, first.passages[0]])
    told: list[str] = []
    with pytest.raises(QueryFailed):
        told.extend(one.document_id for one in ingest_all(store, [first, *ready(doubt()) * 2 * TOGETHER, stolen]))
    assert {row["id"] for row in documents(store).rows} == set(told) <= {first.id, doubt().document.id}


def test_documents_that_come_slowly_are_stored_as_they_come(store: Store, ready) -> None:
    def coming() -> Iterator[Batches]:
        for number in range(3):
            yield from ready(renamed(quarter(), f"version {number}"))
            wait_until(lambda number=number: [row["title"] for row in documents(store).rows] == [f"version {number}"])

    assert len(list(ingest_all(store, coming()))) == 3


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < deadline
        threading.Event().wait(0.01)


def test_however_many_documents_come_together_the_questions_are_as_many(store: Store, ready) -> None:
    asked = []
    for group in (ready(pairing()), ready(renamed(pairing(), "Anew"), quarter(), doubt())[1:]):
        counted = Counted(store)
        ingest_together(counted, group)
        asked.append(counted.asked)
    assert asked[1] <= asked[0] + 2  # the second asks what its entities, which are there, are called by others


@pytest.mark.parametrize(
    ("version", "expected"),
    [(quarter(), Status.UNCHANGED), (renamed(quarter(), "Anew"), Status.REPLACED), (doubt(), Status.ADDED)],
)
def test_what_was_stored_although_the_answer_was_lost_is_told_as_what_it_did(
    store: Store, now: datetime, version: Extraction, expected: Status
) -> None:
    ingest(store, quarter(), now=now)
    assert ingest(Unanswered(store), version, now=now).status == expected
    assert ingest(store, version, now=now).status == Status.UNCHANGED


class Failing:
    """A store whose first attempt at a work comes to nothing, as when two writers got in each other's way."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def write(self, work: Callable[[Run], T]) -> T:
        def undone(run: Run) -> None:
            work(run)
            raise InterruptedError

        with pytest.raises(InterruptedError):
            self._store.write(undone)
        return self._store.write(work)


def test_what_had_to_be_tried_again_is_told_as_what_it_did(store: Store, now: datetime) -> None:
    assert ingest(Failing(store), quarter(), now=now).status == Status.ADDED
    assert ingest(Failing(store), quarter(), now=now).status == Status.UNCHANGED
    assert ingest(Failing(store), quarter(version="2"), now=now).status == Status.REPLACED
