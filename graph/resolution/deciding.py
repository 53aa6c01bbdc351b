"""Judgements of pairs: by the program where they are surely one, and by a person who names two entities."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime

from graph.errors import OneAlready
from graph.reference import ids_of, resolve
from graph.resolution.candidates import Candidate, all_candidates
from graph.resolution.clusters import consistent
from graph.resolution.judgement import Judgement, Verdict, pair_id, time_of
from graph.resolution.judging import all_judgements
from graph.store import Reader

PROGRAM = "streetgraph"
_LIKENESS = {Verdict.SAME: 1.0, Verdict.DIFFERENT: 0.0, Verdict.UNSURE: 0.5}  # of what nobody has measured


def sure_judgements(store: Reader, *, listed: Collection[str] = frozenset(), now: datetime) -> Iterator[Judgement]:
    """What is judged of every pair that is surely one, as the program itself would: nothing contradicts it."""
    yield from consistent(_sure(store, listed, now), with_others=all_judgements(store.read))


def _sure(store: Reader, listed: Collection[str], now: datetime) -> Iterator[Judgement]:
    for each in all_candidates(store, listed):
        if each.is_sure:
            told = each.comparison
            yield Judgement(
                each.left.row["id"], each.right.row["id"], told.verdict, told.score, told.why, PROGRAM, time_of(now)
            )


def judgement_on(
    store: Reader,
    left: str,
    right: str,
    verdict: Verdict,
    *,
    why: str = "",
    by: str,
    now: datetime,
    listed: Collection[str] = frozenset(),
) -> Judgement:
    """What somebody judges of two entities, each given by id, name, alias or ticker; `left` is kept if they are one.

    An id that was merged into another stands for itself, so that it can be judged apart again. Where the pair is a
    candidate its score goes with the judgement, and its reason too if none is given.
    """
    ids = _id_meant(store, left), _id_meant(store, right)
    if ids[0] == ids[1]:
        raise OneAlready(f"{left!r} and {right!r} are one entity already, {ids[0]}.")
    found = _candidate(store, ids, listed)
    score = _LIKENESS[verdict] if found is None else found.comparison.score
    reason = why or ("" if found is None else found.comparison.why)
    return Judgement(*ids, verdict, score, reason, by, time_of(now))


def _id_meant(store: Reader, reference: str) -> str:
    merged = store.read("resolution.redirects", ids=ids_of(reference))
    return str(merged[0]["id"] if merged else resolve(store, reference)["id"])


def _candidate(store: Reader, ids: tuple[str, str], listed: Collection[str]) -> Candidate | None:
    wanted = pair_id(*ids)
    return next((each for each in all_candidates(store, listed) if each.id == wanted), None)
