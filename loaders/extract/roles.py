"""Who holds which position where: "NAME, ROLE at ORG", "ORG ROLE NAME", "ROLE of ORG NAME" and their like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span

from graph.model import RelationType
from loaders.extract.annotations import Link
from loaders.extract.located import Located, is_organisation, is_person, names_and_references
from loaders.extract.word_lists import words

NAME = "streetgraph_roles"
_ATTACHING = frozenset({"at", "of", "for", "with", "in", "from", "to", "on"})
_DASHES = frozenset({"-", "–", "—", "("})
_STOPS = frozenset({".", ";", ":", "said", "says", "told", "which", "!", "?", ")", '"', "“", "”"})
_ENDING = frozenset({"former", "ex", "previously", "once", "formerly"})
_LONGEST = 18  # words between a person and the organisation of an appositive
_LEADING = 9  # words of a role between an organisation and a person


@dataclass(frozen=True, slots=True)
class Position:
    """A person's role at an organisation; `start` and `end` are the tokens that state it."""

    person: str
    organisation: str
    role: str
    start: int
    end: int


@Language.component(NAME, requires=["doc.spans"], assigns=["doc._.relations"])
def streetgraph_roles(doc: Doc) -> Doc:
    """Add a link for each position that the text states."""
    located = names_and_references(doc)
    found: dict[tuple[str, str], Position] = {}
    for person in filter(is_person, located.spans):
        for position in positions_of(located, person):
            found.setdefault((position.person, position.organisation), position)
    doc._.relations = [*doc._.relations, *(_link(doc, position) for position in found.values())]
    return doc


def positions_of(located: Located, person: Span) -> Iterator[Position]:
    """The positions stated right after and right before this mention."""
    yield from _appositive(located, person)
    yield from _clause(located, person)
    yield from _before(located, person)
    yield from _of_organisation(located, person)


def _link(doc: Doc, position: Position) -> Link:
    span = doc[position.start : position.end]
    return Link(RelationType.HAS_ROLE_AT, position.person, position.organisation, span, role=position.role)


def _position(located: Located, person: Span, organisation: Span, first: int, last: int) -> Position | None:
    """The position with the words `first` to `last` as its role, unless they speak of the past or name no role."""
    span = located.doc[first:last]
    told = [located.word(at) for at in range(first, last)]
    if not any(word in words("role_noun") for word in told) or not _ENDING.isdisjoint(told):
        return None
    ends = (person.start, person.end, organisation.start, organisation.end, first, last)
    return Position(person.id_, organisation.id_, _role_text(span), min(ends), max(ends))


def _role_text(span: Span) -> str:
    text = span.text.strip(" ,–—-(")
    for article in ("a ", "an ", "the ", "A ", "The ", "’s ", "'s "):
        text = text.removeprefix(article)
    return text


def _appositive(located: Located, person: Span) -> Iterator[Position]:
    """NAME, ROLE at ORG · NAME, ORG's ROLE · NAME, ROLE, ORG."""
    opener = located.word(person.end)
    if opener != "," and opener not in _DASHES:
        return
    start = person.end + 1
    if located.word(start).isdigit() and located.word(start + 1) == ",":
        start += 2
    stop = _appositive_end(located, start)
    for organisation in filter(is_organisation, located.between(start, stop)):
        position = _at_organisation(located, person, organisation, start, stop)
        if position is not None:
            yield position


def _appositive_end(located: Located, start: int) -> int:
    """Where the appositive stops at the latest: at another person, a full stop or a verb of speech."""
    for at in range(start, min(start + _LONGEST, len(located.texts))):
        if located.word(at) in _STOPS or "\n" in located.texts[at] or is_person(located.starting(at)):
            return at
    return min(start + _LONGEST, len(located.texts))


def _at_organisation(located: Located, person: Span, organisation: Span, start: int, stop: int) -> Position | None:
    before = located.word(organisation.start - 1)
    linked = organisation.start - 2 if before == "the" else organisation.start - 1
    if located.word(linked) in _ATTACHING or (before == "," and linked > start):
        return _position(located, person, organisation, start, linked)
    if before == "and" and is_organisation(located.ending(organisation.start - 1)):
        return _position(located, person, organisation, start, organisation.start - 1)
    if organisation.start <= start + 1 or before in {"and", "'s"}:
        end = next((at for at in range(organisation.end, stop) if located.word(at) in {",", ")"}), stop)
        return _position(located, person, organisation, organisation.end, end)
    return None


def _clause(located: Located, person: Span) -> Iterator[Position]:
    """NAME, who heads X at ORG · NAME is the ROLE of ORG · NAME founded ORG."""
    at = person.end
    at += located.word(at) == ","
    at += located.word(at) == "who"
    verb = located.word(at)
    if verb not in words("role_verb") and verb not in {"is", "serves", "was", "became", "joins", "becomes"}:
        return
    stop = _appositive_end(located, at + 1)
    for organisation in filter(is_organisation, located.between(at + 1, stop)):
        if any(located.word(between) == "," for between in range(at, organisation.start)):
            return
        position = _stated(located, person, organisation, at)
        if position is not None:
            yield position
        return


def _stated(located: Located, person: Span, organisation: Span, at: int) -> Position | None:
    if located.word(at) in words("role_verb"):
        return Position(person.id_, organisation.id_, located.texts[at], person.start, organisation.end)
    linked = organisation.start - 2 if located.word(organisation.start - 1) == "the" else organisation.start - 1
    if located.word(linked) not in _ATTACHING:
        return None
    return _position(located, person, organisation, at + 1, linked)


def _before(located: Located, person: Span) -> Iterator[Position]:
    """ORG ROLE NAME · ORG's ROLE, NAME · ROLE of ORG, NAME."""
    end = person.start
    while located.word(end - 1) in words("honorific_word") or located.word(end - 1) == ",":
        end -= 1
    for organisation in located.before(end):
        if organisation.end < end - _LEADING:
            return
        if not is_organisation(organisation):
            continue
        position = _leading(located, person, organisation, end)
        if position is not None:
            yield position
        return


def _leading(located: Located, person: Span, organisation: Span, end: int) -> Position | None:
    if organisation.end >= end:
        return _role_of(located, person, organisation)
    told = [located.word(at) for at in range(organisation.end, end)]
    if not _STOPS.isdisjoint(told) or "," in told or any("\n" in word for word in told):
        return None
    is_role = told[-1] in words("role_noun") and all(_is_role_word(word) for word in told)
    return _position(located, person, organisation, organisation.end, end) if is_role else None


def _is_role_word(word: str) -> bool:
    return word.isalpha() or word in {"'s", "-", "&"}


def _role_of(located: Located, person: Span, organisation: Span) -> Position | None:
    """The role in front of the organisation: `chief economist of ORG, NAME`."""
    linked = organisation.start - 2 if located.word(organisation.start - 1) == "the" else organisation.start - 1
    if located.word(linked) not in _ATTACHING:
        return None
    first = linked
    while first > 0 and linked - first < _LEADING and _is_role_word(located.word(first - 1)):
        first -= 1
        if located.word(first) in {"the", "by", "said"} or located.starting(first) is not None:
            break
    return _position(located, person, organisation, first, linked)


def _of_organisation(located: Located, person: Span) -> Iterator[Position]:
    """NAME of ORG: the position is not named."""
    at = person.end + 1 + (located.word(person.end + 1) == "the")
    organisation = located.starting(at)
    if organisation is not None and located.word(person.end) in {"of", "at"} and is_organisation(organisation):
        yield Position(person.id_, organisation.id_, "", person.start, organisation.end)
