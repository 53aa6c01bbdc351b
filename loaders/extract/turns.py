"""Interviews and panels: whose words a paragraph is, by the label that it begins with or the heading above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.extract.units import Line, Unit

CUE = "turn"  # what stands for the reporting verb
LONGEST_LABEL = 14  # units of a name with its title and house, in a label or a heading
LONGEST_NAME = 4  # words of a name that nobody knows
FEWEST_QUESTIONS = 3  # lines of their own that ask and are answered in somebody's own voice
LONGEST_QUESTION = 3  # lines
FEWEST = 2  # turns that make an interview or a panel: one name with a colon behind it may be anything
QUESTIONS, ANSWERS = frozenset({"q", "question"}), frozenset({"a", "answer"})
TALKS = frozenset({"conversation", "discussion", "interview", "chat"})
EDITED = frozenset({"excerpt", "excerpts", "transcript", "edited", "interviewed", "spoke"})
LEAD = 3  # paragraphs above the first question in which the talk is spoken of
OWNERS = frozenset({"his", "her", "their", "'s", "’s"})
FIRST_PERSON = frozenset({"i", "we", "my", "our", "us", "me"})
MARKS = frozenset({":", "."})
SET_OFF = frozenset({",", "(", "-", "–", "—"})
OPENERS = frozenset({'"', "“", "«"})
STOPS = frozenset({".", "?", "!", ":", ";", '"', "”"})

Paragraph = Sequence[Line]


class Turn(NamedTuple):
    """Who speaks in a paragraph, if that is known, and how many units of its first line say so."""

    speaker: str | None
    label: int


def turns(paragraphs: Sequence[Paragraph]) -> list[Turn | None]:
    """Of each paragraph the turn that it is; all are None where the document is neither interview nor panel."""
    asking = _asking(paragraphs)
    answering = _answering(paragraphs, asking)
    found = [_labelled(paragraph, answering) for paragraph in paragraphs]
    for at in asking if answering is not None else ():
        found[at] = Turn(None, 0)
        found[at + 1] = found[at + 1] or Turn(answering, 0)
    for at, heading in enumerate(map(_heading, paragraphs[:-1])):
        if heading is not None and found[at] is None and _is_own_voice(paragraphs[at + 1]):
            found[at + 1] = found[at + 1] or Turn(heading, 0)
    if sum(turn is not None and turn.speaker is not None for turn in found) < FEWEST:
        return [None] * len(paragraphs)
    return list(_carried(paragraphs, found))


def _asking(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Which paragraphs are questions without a label, each with its answer below; none if no interview is spoken of."""
    asking = [at for at in range(len(paragraphs) - 1) if _asks(paragraphs[at]) and not _asks(paragraphs[at + 1])]
    answered = sum(_is_own_voice(paragraphs[at + 1]) for at in asking)
    is_announced = answered >= FEWEST_QUESTIONS and _tells_of_talk(paragraphs[max(0, asking[0] - LEAD) : asking[0]])
    return asking if is_announced else []


def _tells_of_talk(paragraphs: Sequence[Paragraph]) -> bool:
    """True for `here is part of her conversation with`, `Interview excerpts:`, `answers have been edited`."""
    return any(unit.lower in TALKS | EDITED for paragraph in paragraphs for line in paragraph for unit in line.units)


def _asks(paragraph: Paragraph) -> bool:
    opens, ends = paragraph[0].units[0], paragraph[-1].units[-1]
    return ends.lower == "?" and opens.lower not in OPENERS and len(paragraph) <= LONGEST_QUESTION


def _answering(paragraphs: Sequence[Paragraph], asking: Sequence[int]) -> str | None:
    """Who answers the questions: the first person of the last paragraph before them that names any."""
    last = None
    for at, paragraph in enumerate(paragraphs):
        if at in asking or _letter(paragraph[0].units, QUESTIONS):
            return last
        people = [unit.entity for line in paragraph for unit in _before_host(line) if _is_named_person(unit)]
        last = people[0] if people else last
    return None


def _before_host(line: Line) -> Sequence[Unit]:
    """The units of a line before who asks, as in `her conversation with NAME`."""
    words = [unit.lower for unit in line.units]
    for at in range(2, len(words)):
        if words[at] == "with" and words[at - 1] in TALKS and words[at - 2] in OWNERS:
            return line.units[:at]
    return line.units


def _labelled(paragraph: Paragraph, answering: str | None) -> Turn | None:
    """NAME: … · NAME, TITLE at HOUSE: … · Q: … · A: … · and somebody else's name, whoever that is."""
    units = paragraph[0].units
    if answering is not None and _letter(units, QUESTIONS):
        return Turn(None, 2)
    if answering is not None and _letter(units, ANSWERS):
        return Turn(answering, 2)
    colon = next((at for at, unit in enumerate(units[:LONGEST_LABEL]) if unit.lower == ":"), None)
    if colon is None or colon + 1 >= len(units):
        return None
    if _is_named_person(units[0]) and _describes(units[1:colon]):
        return Turn(units[0].entity, colon + 1)
    is_stranger = 0 < colon <= LONGEST_NAME and all(unit.text[:1].isupper() for unit in units[:colon])
    return Turn(None, colon + 1) if is_stranger else None


def _letter(units: Sequence[Unit], letters: frozenset[str]) -> bool:
    return len(units) > 2 and units[0].lower in letters and units[0].text[:1].isupper() and units[1].lower in MARKS


def _heading(paragraph: Paragraph) -> str | None:
    """The person of `NAME, TITLE at HOUSE` on a line of its own."""
    units = paragraph[0].units
    if len(paragraph) > 1 or len(units) > LONGEST_LABEL or units[-1].lower in STOPS or not _is_named_person(units[0]):
        return None
    return units[0].entity if _describes(units[1:]) else None


def _describes(units: Sequence[Unit]) -> bool:
    """True for what may follow a name in a label: nothing, or a title set off from it."""
    return not units or units[0].lower in SET_OFF


def _is_named_person(unit: Unit) -> bool:
    return unit.kind == "Person" and not unit.refers


def _is_own_voice(paragraph: Paragraph) -> bool:
    """True for what opens with a quotation mark or speaks as I or we outside of one."""
    opens = paragraph[0].units[0].lower in OPENERS
    return opens or any(unit.lower in FIRST_PERSON and not unit.quoted for line in paragraph for unit in line.units)


def _carried(paragraphs: Sequence[Paragraph], found: Sequence[Turn | None]) -> Iterator[Turn | None]:
    """A turn goes on over paragraphs that speak as I or we."""
    latest: Turn | None = None
    for paragraph, turn in zip(paragraphs, found, strict=True):
        speaker = latest.speaker if latest is not None and _is_own_voice(paragraph) else None
        latest = turn or (Turn(speaker, 0) if speaker is not None else None)
        yield latest
