"""What was judged goes along when a store is copied, and so does what was found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from namesakes import NOTES, judged, load

from graph import Status, Store
from graph.copying import compared, copying
from graph.errors import JudgementConflict
from graph.resolution import Verdict, judge, undo

NewStore = Callable[[], Store]
MERGE, APART = judged("jpmorgan-chase", "jpmorgan"), judged("acme", "acme-corp", Verdict.DIFFERENT)


def copy(source: Store, target: Store) -> list[Status | None]:
    plan = copying(source, target)
    plan.copy_judgements()
    return [plan.copy(document_id) for document_id in plan.wanted]


def test_a_copy_of_merged_entities_is_equal_and_can_be_undone_as_the_original(
    store: Store, another_store: NewStore, now: datetime
) -> None:
    target, never = another_store(), another_store()
    judge(load(store, NOTES, now), [MERGE, APART])
    assert copy(store, target) == [Status.ADDED] * len(NOTES)
    assert compared(store, target).is_equal
    for judgement in (MERGE, APART):
        undo(target, judgement.id)
    assert compared(load(never, NOTES, now), target).is_equal


def test_what_is_judged_after_a_copy_moves_what_is_there(store: Store, another_store: NewStore, now: datetime) -> None:
    source = load(another_store(), NOTES, now)
    copy(source, store)
    judge(source, [MERGE])
    assert copy(source, store) == []
    assert compared(source, store).is_equal


def test_judgements_that_only_the_target_holds_are_named(store: Store, another_store: NewStore, now: datetime) -> None:
    source = load(another_store(), NOTES, now)
    judge(store, [MERGE])
    copy(source, store)
    assert not compared(source, store).is_equal
    assert copying(source, store).surplus_judgements == (MERGE.id,)


def test_judgements_that_contradict_those_of_the_target_are_not_copied(store: Store, another_store: NewStore) -> None:
    source = another_store()
    judge(source, [judged("a", "b"), judged("b", "c")])
    judge(store, [judged("a", "c", Verdict.DIFFERENT)])
    with pytest.raises(JudgementConflict):
        copying(source, store).copy_judgements()
