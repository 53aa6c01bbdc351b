"""Which claims later ones took the place of: worked out when it is asked, never stored, and nothing is ever deleted.

A claim speaks to one or more slots. A figure speaks to the slot of its voice, of what it measures (or, where that is
not said, of each subject of the claim), of its metric, of its unit and of its period, if the words tell which: a target
for 2026 leaves that for 2025 as it is. A subject that no figure of the claim measures makes the slot of the voice, the
subject and the type of the claim. What is said on a strictly later day in the same slot supersedes what was said before
in it. A claim without a day or without a voice takes no part in this, and neither does a number that the same words
replace with another (basis `previous`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from graph.explore.moment import ANY_TIME, Moment
from graph.explore.statements import PREVIOUS, Statement, statements_by, statements_of
from graph.store import Reader

Slot = tuple[str, ...]
_A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def slots_of(statement: Statement) -> tuple[Slot, ...]:
    """The slots that a statement speaks to, each once."""
    if statement.voice is None or not statement.day:
        return ()
    if not statement.figures:
        return tuple((statement.voice, subject, statement.type) for subject in statement.subjects)
    return tuple(dict.fromkeys((statement.voice, *topic) for topic in _topics(statement)))


def still_standing(statements: Iterable[Statement], subject: str) -> set[str]:
    """The ids of those with a slot on the subject in which nothing was said on a later day, or without any slot."""
    slots = {one.claim_id: [slot for slot in slots_of(one) if slot[1] == subject] for one in statements}
    newest: dict[Slot, str] = {}
    for one in statements:
        for slot in slots[one.claim_id]:
            newest[slot] = max(one.day, newest.get(slot, ""))
    return {
        one.claim_id
        for one in statements
        if not (own := slots[one.claim_id]) or any(one.day == newest[slot] for slot in own)
    }


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a statement stands among the others of its voice."""

    supersedes: tuple[str, ...]  # the ids of the claims of the last day before, slot by slot
    superseded_by: tuple[str, ...]  # those of the next day
    is_current: bool  # whether there is a slot in which nothing later was said


class Succession:
    """Statements in the order in which they were made, slot by slot."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._said: dict[Slot, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._slots: dict[str, tuple[Slot, ...]] = {}  # by claim
        for statement in sorted(statements, key=lambda one: (one.day, one.claim_id)):
            self._slots[statement.claim_id] = slots_of(statement)
            for slot in self._slots[statement.claim_id]:
                self._said[slot][statement.day].append(statement.claim_id)
        self._days = {slot: list(said) for slot, said in self._said.items()}  # in order

    def standing(self, statement: Statement) -> Standing:
        """What comes before and after a statement in its slots."""
        slots = self._slots_of(statement)
        before = _each_once(self._before(slot, statement.day) for slot in slots)
        after = _each_once(self._after(slot, statement.day) for slot in slots)
        return Standing(
            before, after, is_current=not slots or any(not self._after(slot, statement.day) for slot in slots)
        )

    def _slots_of(self, statement: Statement) -> tuple[Slot, ...]:
        held = self._slots.get(statement.claim_id)
        return slots_of(statement) if held is None else held

    def _after(self, slot: Slot, day: str) -> list[str]:
        days = self._days.get(slot, [])
        place = bisect_right(days, day)
        return self._said[slot][days[place]] if place < len(days) else []

    def _before(self, slot: Slot, day: str) -> list[str]:
        days = self._days.get(slot, [])
        place = bisect_left(days, day)
        return self._said[slot][days[place - 1]] if place else []


@dataclass(frozen=True, slots=True)
class Standings:
    """Where claims stand; `warnings` where too much was said to hold all of it against each other."""

    by_claim: Mapping[str, Standing]
    warnings: tuple[str, ...] = ()

    def of(self, claim_id: str) -> Standing:
        """Where a claim stands; what only states a relation stands alone."""
        return self.by_claim.get(claim_id, Standing((), (), is_current=True))


def standings(
    reader: Reader, claim_ids: Iterable[str], moment: Moment = ANY_TIME, *, only_later: bool = False
) -> Standings:
    """Where each of these claims stands at that moment among all that their voices say on the same subjects.

    With `only_later` nobody looks at what was said before them.
    """
    asked = statements_of(reader, claim_ids).rows
    slots = [slot for statement in asked for slot in slots_of(statement)]
    voices, subjects = {slot[0] for slot in slots}, {slot[1] for slot in slots}
    since = min((one.day for one in asked if one.day), default="") if only_later else ""
    others = statements_by(reader, voices, subjects, since=since, moment=moment)
    succession = Succession(others.rows)
    return Standings({one.claim_id: succession.standing(one) for one in asked}, others.warnings())


def _topics(statement: Statement) -> Iterator[Slot]:
    measured: set[str] = set()
    for figure in statement.figures:
        if figure["basis"] == PREVIOUS:
            continue
        for subject in [figure["about_id"]] if figure["about_id"] else statement.subjects:
            measured.add(subject)
            yield subject, figure["metric"], figure["unit"], _period(figure["period"])
    yield from ((subject, statement.type) for subject in statement.subjects if subject not in measured)


@lru_cache(4096)
def _period(words: str | None) -> str:
    """The period in the form that all of the same have, such as `FY2025`; empty for words such as `by year-end`."""
    return words if words is not None and _A_YEAR.search(words) else ""


def _each_once(groups: Iterable[list[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim_id for group in groups for claim_id in group))
