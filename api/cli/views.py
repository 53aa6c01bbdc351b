"""What claims come to when they are held against each other: who agrees, who differs, who changed their mind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from api.amounts import amount
from graph.model import ClaimType
from graph.store import Row

VIEWS = frozenset({ClaimType.OPINION, ClaimType.FORECAST, ClaimType.WARNING, ClaimType.TARGET})
PREVIOUS = "previous"
_OPPOSITE = {"positive": "negative", "negative": "positive"}


@dataclass(frozen=True, slots=True)
class Debate:
    """A subject on which at least two voices take a side."""

    subject: str
    positive: tuple[str, ...]
    negative: tuple[str, ...]

    @property
    def is_dissent(self) -> bool:
        """Whether there is a voice on either side."""
        return bool(self.positive and self.negative)


@dataclass(frozen=True, slots=True)
class Change:
    """What a voice said of a subject before and after."""

    voice: str
    subject: str
    before: str
    after: str
    rises: bool
    day: str
    claim: Row


def voice(claim: Row) -> str:
    """Who speaks, with the organisation they speak for."""
    org = claim.get("org")
    return f"{claim['speaker']} ({org})" if org else str(claim["speaker"])


def by_voice(claims: Iterable[Row]) -> dict[str, list[Row]]:
    """The claims that somebody makes, by who makes them, oldest first."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for claim in sorted(claims, key=_when):
        if claim["speaker"]:
            groups[voice(claim)].append(claim)
    return dict(sorted(groups.items()))


def debates(claims: Iterable[Row]) -> list[Debate]:
    """The subjects on which several voices take sides, dissent first; each voice counts with its latest stance."""
    sides: dict[str, dict[str, str]] = defaultdict(dict)
    for claim, subject in _views(claims):
        if claim["stance"] in _OPPOSITE:
            sides[subject][voice(claim)] = claim["stance"]
    found = [_debate(subject, stances) for subject, stances in sides.items() if len(stances) > 1]
    return sorted(found, key=lambda debate: (not debate.is_dissent, debate.subject))


def changes(claims: Sequence[Row]) -> list[Change]:
    """Who turned round on a subject, and who moved a target, in the order of the days."""
    return sorted([*_turns(claims), *_moves(claims)], key=lambda change: (change.day, change.voice, change.subject))


def _debate(subject: str, stances: dict[str, str]) -> Debate:
    sides = {stance: tuple(sorted(who for who, its in stances.items() if its == stance)) for stance in _OPPOSITE}
    return Debate(subject, sides["positive"], sides["negative"])


def _turns(claims: Iterable[Row]) -> Iterator[Change]:
    """Stances that became their opposite from one day to a later one."""
    history: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for claim, subject in _views(claims):
        if claim["stance"] in _OPPOSITE:
            history[voice(claim), subject].append(claim)
    for (who, subject), said in history.items():
        for before, after in pairwise(said):
            if after["stance"] == _OPPOSITE[before["stance"]] and _day(before) < _day(after):
                rises = after["stance"] == "positive"
                yield Change(who, subject, before["stance"], after["stance"], rises, _day(after), after)


def _moves(claims: Iterable[Row]) -> Iterator[Change]:
    """Targets that differ from the last one: as the claim itself says it, or an earlier claim of the same voice."""
    last: dict[tuple[str, ...], Row] = {}
    for claim in sorted(claims, key=_when):
        if not claim["speaker"] or claim["type"] != ClaimType.TARGET:
            continue
        figures = sorted(claim["figures"], key=lambda figure: figure["basis"] != PREVIOUS)
        for figure in figures:
            key = (voice(claim), figure["metric"], str(figure["about_id"]), figure["unit"])
            before = last.get(key, figure)
            last[key] = figure
            if figure["basis"] != PREVIOUS and before["high"] != figure["high"]:
                rises = figure["high"] > before["high"]
                subject = figure["about"] or figure["metric"]
                yield Change(voice(claim), subject, amount(before), amount(figure), rises, _day(claim), claim)


def _views(claims: Iterable[Row]) -> Iterator[tuple[Row, str]]:
    """Each opinion, forecast, warning and target with each of its subjects but the voice itself, oldest first."""
    for claim in sorted(claims, key=_when):
        if claim["speaker"] and claim["type"] in VIEWS:
            own = (claim["speaker_id"], claim["org_id"])
            yield from ((claim, subject["name"]) for subject in claim["about"] if subject["id"] not in own)


def _when(claim: Row) -> tuple[str, str, int]:
    return _day(claim), claim["document_id"], claim["start"]


def _day(claim: Row) -> str:
    return str(claim["published_at"] or "")
