"""Bodies named by what they are: `Spain's finance ministry`, `the mayor's office`, `Parliament`, `the 9th Circuit`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Span

from graph.model import Kind
from loaders.extract.cues import speech_words, verb_forms
from loaders.extract.demonyms import places_by_adjective
from loaders.extract.page import Page
from loaders.extract.proposals import GRAMMAR, proposal, proposals
from loaders.extract.word_lists import words

_HOUSES = frozenset({"u-s-house-of-representatives", "house-of-commons"})
_POSSESSIVES = frozenset({"'s", "'"})
_LONGEST_MINISTRY = 6  # words of `Ministry of Economy and Finance`
_LONGEST_PLACE = 4
_LONGEST_COMMITTEE = 6


class Body(NamedTuple):
    """Where its name starts, where the words that tell what it is start, and where both end."""

    first: int
    plain: int
    end: int


def plain_bodies(doc: Doc, page: Page) -> Iterator[Span]:
    """A proposal for each, as far as no longer name of the body stands in the text."""
    full = _ministries_in_full(page)
    every = range(len(page.texts))
    found = [
        body
        for at in every
        for body in (_ministry(page, at, full), *(kind(page, at) for kind in _KINDS))
        if body is not None
    ]
    for body in _told_apart(page, found):
        yield proposal(doc, body.first, body.end, Kind.INSTITUTION, source=GRAMMAR, entity_id=_known(doc, body))


def _known(doc: Doc, body: Body) -> str:
    """The House that the text names in full, if it names one."""
    if doc[body.first : body.end].text != "House":
        return ""
    houses = {span.id_ for span in proposals(doc) if span.id_ in _HOUSES}
    return next(iter(houses)) if len(houses) == 1 else ""


def _told_apart(page: Page, bodies: Iterable[Body]) -> Iterator[Body]:
    """Those with a place, and those without where the text names no two of that kind that they may stand for."""
    places: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for body in bodies:
        if body.first < body.plain:
            places[_told(page, body)].add(_place(page, body.first, body.plain))
    yield from (body for body in bodies if body.first < body.plain or len(places[_told(page, body)]) < 2)


def _told(page: Page, body: Body) -> tuple[str, ...]:
    return tuple(page.texts[body.plain : body.end])


def _place(page: Page, first: int, end: int) -> str:
    """One name for `French` and `France's`."""
    told = [text for text in page.texts[first:end] if text not in _POSSESSIVES]
    return places_by_adjective().get(told[0].lower(), "-".join(told).lower()) if told else ""


def _whose(page: Page, at: int) -> int:
    """Where the place that stands before begins, such as `French`, `Spain's` and `New York`; else `at` itself."""
    if page.text(at - 1) in words("demonym"):
        return at - 1
    name = at - (page.text(at - 1) in _POSSESSIVES)
    starts = range(max(0, name - _LONGEST_PLACE), name)
    return next((first for first in starts if page.known.get(first) == (name, Kind.PLACE)), at)


def _ministry(page: Page, at: int, full: dict[str, set[str]]) -> Body | None:
    """`finance ministry`, where no text names it as the Ministry of Finance or the Greek Finance Ministry."""
    end = _ministry_end(page, at)
    if end is None or page.text(at - 1) in {"and", "-"}:
        return None
    first = _whose(page, at)
    named = full.get(page.text(at if page.text(at) in speech_words()["portfolio"] else end - 1).capitalize(), set())
    is_named = bool(named) if first == at else bool(named & {"", _place(page, first, at)})
    is_own = page.text(end - 1) == "department" and first == at  # of a company
    return None if is_named or is_own else Body(first, at, end)


def _ministry_end(page: Page, at: int) -> int | None:
    """Behind `finance ministry`, `health department` and `ministry of finance`."""
    text, then = page.text(at), page.text(at + 1)
    if text in speech_words()["portfolio"] and then in {"ministry", "department"}:
        return at + 2
    is_headed = (text, then) == ("ministry", "of") and page.text(at + 2) in speech_words()["portfolio"]
    return at + 3 if is_headed else None


def _ministries_in_full(page: Page) -> dict[str, set[str]]:
    """The places, "" where none is told, of each ministry that the text names in full, by the words of its name."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for at in (at for at, text in enumerate(page.texts) if text == "Ministry"):
        if page.text(at - 2) in words("demonym"):  # `Greek Finance Ministry`
            found[page.text(at - 1)].add(_place(page, at - 2, at - 1))
        for field in page.texts[at + 1 : at + _LONGEST_MINISTRY]:
            found[field].add(_place(page, _whose(page, at), at))
    return found


def _office(page: Page, at: int) -> Body | None:
    """`Prime Minister's Office`, `the Paris prosecutor's office`, `Spain's attorney general's office`."""
    if page.text(at).lower() != "office" or page.text(at - 1) not in _POSSESSIVES or page.text(at + 1) in {"of", "for"}:
        return None
    plain = at - 2
    if page.text(plain).lower() not in words("office_holder"):
        return None
    while page.text(plain - 1).lower() in words("office_attribute"):
        plain -= 1
    first = _whose(page, plain)
    while _leads(page, first - 1):
        first -= 1
    is_room = page.text(first - 1 - (page.text(first - 1) == "the")) in {"in", "outside"}
    return None if is_room or page.text(plain).lower() == "general" else Body(first, plain, at + 1)


def _leads(page: Page, at: int) -> bool:
    """True for `Paris` in `Paris prosecutor's office`."""
    return page.is_name_word(at) and page.text(at) != "The" and at not in page.opens


def _parliament(page: Page, at: int) -> Body | None:
    """`Parliament` by itself, `Kenya's Parliament`, `Turkey's parliament` and `the California legislature`."""
    if page.text(at).lower() not in {"parliament", "legislature"} or at in page.headings:
        return None
    first = _whose(page, at)
    around = (page.text(first - 1), page.text(at + 1))
    is_followed = page.is_name_word(at + 1) and not page.text(at + 1).endswith("day")  # `Parliament Thursday`
    is_part = is_followed or (page.is_name_word(first - 1) and page.text(first - 1).lower() != "the")
    is_joined = "of" in around[1:] or around[0] in {"&", "-"} or around[1] == "-"
    is_any = first == at and page.text(at) != "Parliament"
    return None if is_part or is_joined or is_any else Body(first, at, at + 1)


def _party(page: Page, at: int) -> Body | None:
    """`Green party`, with a small letter."""
    is_party = page.text(at) in words("party_name") and page.text(at + 1) == "party"
    return Body(at, at, at + 2) if is_party and page.text(at - 1).lower() in {"the", "'s", "s"} else None


def _police(page: Page, at: int) -> Body | None:
    """`Swedish police`, where they say something."""
    first = _whose(page, at) if page.text(at) == "police" else at
    return Body(first, at, at + 1) if first < at and page.text(at + 1).lower() in verb_forms() else None


def _house(page: Page, at: int) -> Body | None:
    """`the House`, where laws are made."""
    is_alone = page.text(at - 1).lower() == "the" and not page.is_name_word(at + 1) and page.text(at + 1) != "of"
    is_house = page.text(at) == "House" and at not in page.headings
    return Body(at, at, at + 1) if is_house and is_alone else None


def _committee(page: Page, at: int) -> Body | None:
    """`Senate intelligence committee`, `House Appropriations defense subcommittee`."""
    if page.text(at) not in {"House", "Senate"}:
        return None
    reach = range(at + 2, at + _LONGEST_COMMITTEE)
    end = next((end for end in reach if page.text(end) in {"committee", "subcommittee"}), None)
    between = page.texts[at + 1 : end] if end else []
    return Body(at, at, end + 1) if end and all(text.isalpha() for text in between) else None


def _circuit(page: Page, at: int) -> Body | None:
    """`the 9th Circuit`, of the courts of appeals."""
    is_circuit = page.text(at) == "Circuit" and page.text(at - 1) in words("circuit_number")
    return Body(at - 1, at - 1, at + 1) if is_circuit and not page.is_name_word(at + 1) else None


_KINDS = (_office, _parliament, _party, _police, _house, _committee, _circuit)
