"""Bodies named by what they are: `the finance ministry`, `the mayor's office`, `Parliament`, `Green party`."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from graph.model import Kind
from loaders.extract.cues import speech_words
from loaders.extract.page import Page
from loaders.extract.proposals import GRAMMAR, proposal
from loaders.extract.word_lists import words

_POSSESSIVES = frozenset({"'s", "'"})
_LONGEST_MINISTRY = 6  # words of `Ministry of Economy and Finance`


def plain_bodies(doc: Doc, page: Page) -> Iterator[Span]:
    """A proposal for each, as far as no longer name of the body stands in the text."""
    named = _named_in_full(page)
    for at in range(len(page.texts)):
        for found in (_ministry(page, at, named), _office(page, at), _parliament(page, at), _party(page, at)):
            if found is not None:
                yield proposal(doc, found[0], found[1], Kind.INSTITUTION, source=GRAMMAR)


def _ministry(page: Page, at: int, named: set[str]) -> tuple[int, int] | None:
    """`finance ministry`, where no text names it as the Ministry of Finance or the Greek Finance Ministry."""
    field = page.text(at)
    if page.text(at + 1) != "ministry" or field not in speech_words()["portfolio"] or page.text(at - 1) in {"and", "-"}:
        return None
    first = at - (page.text(at - 1) in words("demonym"))
    return None if field.capitalize() in named else (first, at + 2)


def _named_in_full(page: Page) -> set[str]:
    """What the ministries are for that the text names with `Ministry of` or with their country."""
    every = [at for at, text in enumerate(page.texts) if text == "Ministry"]
    of_country = {page.text(at - 1) for at in every if page.text(at - 2) in words("demonym")}
    return of_country.union(*(page.texts[at + 1 : at + _LONGEST_MINISTRY] for at in every))


def _office(page: Page, at: int) -> tuple[int, int] | None:
    """`Prime Minister's Office`, `the Paris prosecutor's office`."""
    if page.text(at).lower() != "office" or page.text(at - 1) not in _POSSESSIVES or page.text(at + 1) in {"of", "for"}:
        return None
    first = at - 2
    if page.text(first).lower() not in words("office_holder"):
        return None
    while page.text(first - 1).lower() in words("office_attribute") or _leads(page, first - 1):
        first -= 1
    is_room = page.text(first - 1 - (page.text(first - 1) == "the")) in {"in", "outside"}
    return None if is_room else (first, at + 1)


def _leads(page: Page, at: int) -> bool:
    """True for `Paris` in `Paris prosecutor's office`."""
    return page.is_name_word(at) and page.text(at) != "The" and at not in page.opens


def _parliament(page: Page, at: int) -> tuple[int, int] | None:
    """`Parliament` by itself."""
    if page.text(at) != "Parliament" or at in page.headings:
        return None
    around = (page.text(at - 1), page.text(at + 1))
    is_followed = page.is_name_word(at + 1) and not page.text(at + 1).endswith("day")  # `Parliament Thursday`
    is_part = is_followed or (page.is_name_word(at - 1) and page.text(at - 1).lower() != "the")
    return None if is_part or "of" in around[1:] or around[0] in {"&", "-"} or around[1] == "-" else (at, at + 1)


def _party(page: Page, at: int) -> tuple[int, int] | None:
    """`Green party`, with a small letter."""
    is_party = page.text(at) in words("party_name") and page.text(at + 1) == "party"
    return (at, at + 2) if is_party and page.text(at - 1).lower() in {"the", "'s", "s"} else None
