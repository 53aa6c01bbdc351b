"""What claims come to when they are held against each other: who agrees, who differs, who changed their mind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.store import Row

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
    """Figures that a claim gives together with what they were before."""
    from api.cli.wording import amount

    for claim in claims:
        previous = {_measure(figure): figure for figure in claim["figures"] if figure["basis"] == "previous"}
        for figure in claim["figures"]:
            old = previous.get(_measure(figure))
            if claim["speaker"] and old and figure["basis"] != "previous" and old["high"] != figure["high"]:
                subject = figure["about"] or ""
                rises = figure["high"] > old["high"]
                yield Change(voice(claim), subject, amount(old), amount(figure), rises, _day(claim), claim)


def _views(claims: Iterable[Row]) -> Iterator[tuple[Row, str]]:
    """Each claim that somebody makes with each of its subjects, oldest first."""
    for claim in sorted(claims, key=_when):
        for subject in claim["about"] if claim["speaker"] else ():
            yield claim, subject["name"]


def _measure(figure: Row) -> tuple[str, str | None, str]:
    return figure["metric"], figure["about_id"], figure["unit"]


def _when(claim: Row) -> tuple[str, str, int]:
    return _day(claim), claim["document_id"], claim["start"]


def _day(claim: Row) -> str:
    return str(claim["published_at"] or "")
