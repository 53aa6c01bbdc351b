"""Any sequence of loads, removals, judgements and undos leaves the graph that its last state makes, to the byte."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from namesakes import IDS, NOTES, READ_AGAIN, RECORDS, everything, judged, load

from graph import Store, ingest, remove
from graph.errors import JudgementConflict
from graph.model import Extraction
from graph.records.keeping import keep, take_back
from graph.resolution import Judgement, Verdict, judge, undo
from graph.verify import verify

NewStore = Callable[[], Store]
Step = tuple[str, object]

NUMBERS = st.integers(0, len(NOTES) - 1)
PAIRS = st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda both: both[0] != both[1])
STEPS = st.one_of(
    st.tuples(st.just("load"), st.tuples(NUMBERS, st.sampled_from([NOTES, READ_AGAIN]))),
    st.tuples(st.just("remove"), NUMBERS),
    st.tuples(st.just("judge"), st.tuples(PAIRS, st.sampled_from([Verdict.SAME, Verdict.SAME, *Verdict]))),
    st.tuples(st.just("undo"), PAIRS),
    st.tuples(st.just("look_up"), st.booleans()),
)


class Worked:
    """A store, and what it should hold: documents and judgements, each as it was last."""

    def __init__(self, store: Store, now: datetime) -> None:
        self.store, self.now = store, now
        self.documents: dict[str, Extraction] = {}
        self.judged: dict[str, Judgement] = {}
        self.is_looked_up = False

    def look_up(self, wanted: bool) -> None:
        """Bring in what a register says, or take it back."""
        if wanted:
            keep(self.store, RECORDS)
        elif self.is_looked_up:
            take_back(self.store, "sec")
        self.is_looked_up = wanted

    def load(self, what: tuple[int, tuple[Extraction, ...]]) -> None:
        number, notes = what
        ingest(self.store, notes[number], now=self.now)
        self.documents[notes[number].document.id] = notes[number]

    def remove(self, number: int) -> None:
        document_id = NOTES[number].document.id
        if self.documents.pop(document_id, None) is not None:
            remove(self.store, document_id)

    def judge(self, what: tuple[tuple[str, str], Verdict]) -> None:
        judgement = judged(*what[0], what[1])
        try:
            judge(self.store, [judgement])
        except JudgementConflict:
            return
        self.judged[judgement.id] = judgement

    def undo(self, both: tuple[str, str]) -> None:
        judgement_id = judged(*both).id
        if self.judged.pop(judgement_id, None) is not None:
            undo(self.store, judgement_id)

    def clear(self) -> bytes:
        """What is left once all is removed and undone."""
        for document_id in self.documents:
            remove(self.store, document_id)
        for judgement_id in self.judged:
            undo(self.store, judgement_id)
        self.documents, self.judged = {}, {}
        self.look_up(False)
        return everything(self.store)


def check(worked: Worked, fresh: Worked, taken: list[Step], *, judged_first: bool) -> None:
    """Take the steps, make their last state afresh, and compare; then leave both stores as empty as they were."""
    empty = everything(fresh.store)
    for name, what in taken:
        getattr(worked, name)(what)
    fresh.documents, fresh.judged = dict(worked.documents), dict(worked.judged)
    judgements = list(worked.judged.values())
    if judged_first:
        judge(fresh.store, judgements)
    load(fresh.store, tuple(worked.documents.values()), fresh.now)
    fresh.look_up(worked.is_looked_up)
    judge(fresh.store, judgements)
    assert everything(worked.store) == everything(fresh.store)
    assert verify(worked.store).faults == ()
    assert worked.clear() == fresh.clear() == empty


def test_the_graph_is_as_if_its_last_state_had_been_made_afresh(another_store: NewStore, now: datetime) -> None:
    worked, fresh = (Worked(another_store(), now) for _ in range(2))

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(taken=st.lists(STEPS, min_size=4, max_size=24), judged_first=st.booleans())
    def holds(taken: list[Step], judged_first: bool) -> None:
        check(worked, fresh, taken, judged_first=judged_first)

    holds()


def test_that_is_so_on_each_engine(store: Store, another_store: NewStore, now: datetime) -> None:
    worked, fresh = Worked(store, now), Worked(another_store(), now)

    @settings(max_examples=4, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
    @given(taken=st.lists(STEPS, min_size=10, max_size=16))
    def holds(taken: list[Step]) -> None:
        check(worked, fresh, taken, judged_first=False)

    holds()
