"""Pairs of entities that may be one and of which nothing is judged yet: the surest first."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from weakref import WeakKeyDictionary

from graph.resolution.comparison import Comparison, compared
from graph.resolution.judgement import Judgement, Verdict, pair_id
from graph.resolution.judging import all_judgements
from graph.resolution.known import Known, known_entities, with_contexts
from graph.resolution.likely_pairs import LikelyPairs
from graph.revision import revision
from graph.store import Reader

_LESS_SURE = 0.85


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two entities that may be one; `left` would be kept."""

    left: Known
    right: Known
    comparison: Comparison

    @property
    def id(self) -> str:
        """That of a judgement about the two."""
        return pair_id(self.left.row["id"], self.right.row["id"])

    @property
    def is_sure(self) -> bool:
        """Whether the two are one without anybody's being asked."""
        return self.comparison.verdict is Verdict.SAME


@dataclass(slots=True)
class _Held:
    """What was found in a store, and what it rests on."""

    likely: LikelyPairs = field(default_factory=LikelyPairs)
    of_revision: int = -1
    listed: frozenset[str] = frozenset()
    candidates: tuple[Candidate, ...] = ()
    working: threading.Lock = field(default_factory=threading.Lock)


_held: WeakKeyDictionary[Reader, _Held] = WeakKeyDictionary()
_finding = threading.Lock()


def all_candidates(store: Reader, listed: Collection[str] = frozenset()) -> tuple[Candidate, ...]:
    """Every pair that may be one, the surest first; kept, and after a write only mended where something changed."""
    wanted = frozenset(listed)
    with (held := _held_of(store)).working:
        now = revision(store)
        if (held.of_revision, held.listed) != (now, wanted):
            held.candidates = tuple(_found(store, wanted, held.likely))
            held.of_revision, held.listed = now, wanted
        return held.candidates


def _held_of(store: Reader) -> _Held:
    try:
        with _finding:
            return _held.setdefault(store, _Held())
    except TypeError:  # a view, which lives too short for anything to be kept for it
        return _Held()


def _found(store: Reader, listed: frozenset[str], likely: LikelyPairs) -> list[Candidate]:
    known = {each.row["id"]: each for each in known_entities(store, listed)}
    likely.follow({one: each.profile for one, each in known.items()})
    judged = _judged(store)
    pairs = [pair for pair in likely.pairs if pair_id(*pair) not in judged]
    beside = with_contexts(store, (known[one] for one in sorted({one for pair in pairs for one in pair})))
    found = (_candidate(beside[one], beside[other]) for one, other in pairs)
    still_likely = [each for each in found if each.comparison.verdict is not Verdict.DIFFERENT]
    return sorted(_without_rivals(still_likely), key=lambda each: (-each.comparison.score, each.id))


def _candidate(one: Known, other: Known) -> Candidate:
    left, right = sorted((one, other), key=lambda each: each.standing)
    return Candidate(left, right, compared(left.profile, right.profile))


def _judged(store: Reader) -> frozenset[str]:
    """The ids of all pairs of which something is judged, by the ids under which both are kept now."""
    judgements = list(all_judgements(store.read))
    ids = sorted({end for each in judgements for end in (each.left, each.right)})
    kept = {row["id"]: row["kept"] for row in store.read("resolution.redirects", ids=ids)} if ids else {}

    def now(judgement: Judgement) -> str:
        return pair_id(kept.get(judgement.left, judgement.left), kept.get(judgement.right, judgement.right))

    return frozenset(map(now, judgements))


def _without_rivals(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates; where an entity would surely be one with each of two that are not one, a person decides."""
    every = list(candidates)
    partners: defaultdict[str, dict[str, Known]] = defaultdict(dict)
    for each in every:
        if each.is_sure:
            for one, other in ((each.left, each.right), (each.right, each.left)):
                partners[one.row["id"]][other.row["id"]] = other
    for each in every:
        rival = _rival(each, partners) if each.is_sure else None
        yield each if rival is None else replace(each, comparison=_doubted(each.comparison, rival))


def _rival(candidate: Candidate, partners: dict[str, dict[str, Known]]) -> Known | None:
    """Another that one of the two would be one with, although the other of the two is not."""
    for one, other in ((candidate.left, candidate.right), (candidate.right, candidate.left)):
        for partner in partners[one.row["id"]].values():
            if compared(partner.profile, other.profile).verdict is Verdict.DIFFERENT:
                return partner
    return None


def _doubted(comparison: Comparison, rival: Known) -> Comparison:
    why = f"{comparison.why} It may be {rival.row['name']} as well."
    return Comparison(_LESS_SURE, Verdict.UNSURE, why)
