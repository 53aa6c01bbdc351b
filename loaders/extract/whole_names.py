"""Names of which the lists and the grammar see only a part, as a trained recogniser reads them.

`Air India` in "Air India Express", `Sina` in "Sina Keissar", `Canada` in "Health Canada": where the recogniser sees one
longer name, that is the name. Where the grammar runs a title into a person's name, the recogniser's name stands.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from spacy.tokens import Doc, Span

from graph.model import Kind
from loaders.extract.candidates import Candidate, holder_start, is_title_attribute
from loaders.extract.homes import is_abroad, is_home
from loaders.extract.name_ends import is_beside_known
from loaders.extract.page import Page, Recognised, is_code
from loaders.extract.proposals import GAZETTEER, GRAMMAR, proposal, proposals
from loaders.extract.word_lists import words

_TITLES_BEHIND = frozenset({"vice", "chief", "deputy", "senior", "president", "ceo"})
_KINDS = frozenset({Kind.PERSON, Kind.COMPANY, Kind.INSTITUTION, Kind.PLACE, Kind.INDEX})


class _Wording(NamedTuple):
    """How often a page has each word: anywhere, and inside a sentence, where only names are capitalised."""

    anywhere: Counter[str]
    inside: Counter[str]


def whole_names(doc: Doc, page: Page) -> Iterator[Span]:
    """A proposal for each name that is longer than all that has been proposed inside it."""
    made, wording = _by_word(proposals(doc)), _wording(page)
    for found in map(partial(_without_what_follows, page), page.recognised or ()):
        inside = [span for at in range(found.start, found.end) for span in made.get(at, ())]
        is_product = found.kind is Kind.PRODUCT and not inside and _is_product(page, wording, found)
        is_name = found.kind in _KINDS and _is_whole(page, found) and _adds(page, found, inside)
        if is_product or is_name:
            yield proposal(doc, found.start, found.end, found.kind, source=GRAMMAR)


def _by_word(spans: list[Span]) -> dict[int, list[Span]]:
    """What has been proposed at each word."""
    found: defaultdict[int, list[Span]] = defaultdict(list)
    for span in spans:
        for at in range(span.start, span.end):
            found[at].append(span)
    return found


def _wording(page: Page) -> _Wording:
    inside = (text for at, text in enumerate(page.texts) if at not in page.opens and at not in page.headings)
    return _Wording(Counter(page.texts), Counter(inside))


def _is_product(page: Page, wording: _Wording, found: Recognised) -> bool:
    """True for a product written like a name, no ordinary word."""
    texts = page.texts[found.start : found.end]
    is_named = page.is_name_word(found.start) and found.start not in page.headings and len("".join(texts)) > 1
    is_usual = all(text.lower() in words("common") or text in words("acronym_stop") for text in texts)
    return is_named and not is_usual and (len(texts) > 1 or _is_told_apart(wording, texts[0]))


def _is_told_apart(wording: _Wording, text: str) -> bool:
    """True for a word that the text writes like a name inside a sentence more often than otherwise, if it does so."""
    usual = wording.anywhere[text.lower()] if text.istitle() else 0
    return text not in words("compass") and (not usual or wording.inside[text] >= usual)


def _without_what_follows(page: Page, found: Recognised) -> Recognised:
    """Without the title, holder, nationality or general abbreviation behind it: `Velmoro Chief`, `Velmoro 5G`."""
    end, is_made = holder_start(page, found.start, found.end), found.kind is Kind.PRODUCT
    while end - 1 > found.start and (
        _is_title(page, end - 1) or (not is_made and is_beside_known(page, found.start, end))
    ):
        end -= 1
    return Recognised(found.start, end, found.kind)


def _is_title(page: Page, at: int) -> bool:
    text = page.text(at)
    return (
        text.lower() in _TITLES_BEHIND
        or text in words("honorific") & words("abbreviation")
        or is_title_attribute(page, at)
    )


def _is_whole(page: Page, found: Recognised) -> bool:
    """True for a stretch of several words that begins and ends like a name, an index with a word for one."""
    first, last = page.text(found.start), page.text(found.end - 1)
    is_titled = first.rstrip(".") in words("honorific") or first.lower() in words("title") or first == "The"
    is_heading = found.kind is Kind.PERSON and found.start in page.headings and first.istitle() and last.istitle()
    begins = page.is_name_word(found.start) and not is_titled
    ends = page.is_name_word(found.end - 1) or last.isdigit() or last == "B.C."
    is_code_of_shares = is_code("".join(page.texts[found.start : found.end]))
    if found.kind is Kind.INDEX:
        is_told = found.end - found.start > 2 or (first.isupper() and len(first) > 2)
        is_cut = page.is_name_word(found.start - 1) and found.start - 1 not in page.opens
        return begins and is_told and last in words("index_word") and not is_cut
    if found.end - found.start == 1:
        return _is_employer(page, found)
    return ((begins and ends) or is_heading) and not is_code_of_shares


def _is_employer(page: Page, found: Recognised) -> bool:
    """True for one word, of whatever spelling, that somebody works for: `the CEO of amana`."""
    is_organisation = found.kind in (Kind.COMPANY, Kind.INSTITUTION)
    is_at = page.text(found.start - 1) in {"of", "at"} and page.text(found.start - 2).lower() in words("occupation")
    text = page.text(found.start)
    return is_organisation and is_at and text.isalpha() and text.lower() not in words("common") and len(text) > 3


def _adds(page: Page, found: Recognised, inside: list[Span]) -> bool:
    """True where all that is proposed there is a proper part of it, and it adds more than a country."""
    if any(span.start < found.start or span.end > found.end for span in inside):
        return False
    if any(span.end - span.start == found.end - found.start for span in inside):
        return False
    places = {span.start: span.id_ for span in inside if span.label_ == Kind.PLACE}
    return not any(_is_located(page, found, span, places) for span in inside)


def _is_located(page: Page, found: Recognised, span: Span, places: Mapping[int, str]) -> bool:
    """True for a listed organisation behind its country: `U.S. Air Force`, but not `Texas Air Force`."""
    before = range(found.start, span.start)
    if span.kb_id_ != GAZETTEER or span.label_ == Kind.PLACE or span.end != found.end:
        return False
    if not all(page.text(at) in words("demonym") or at in page.known for at in before):
        return False
    if span.label_ == Kind.INSTITUTION:
        return all(is_home(places[at], span.id_) for at in before if at in places)
    return not any(is_abroad(places[at], span.id_) for at in before if at in places)


def as_recognised(page: Page, place: Candidate, kind: Kind) -> Candidate:
    """A candidate without the title before a person, `Test Pilot NAME`, or the person behind a body."""
    for found in page.recognised or ():
        is_end = place.start < found.start < found.end == place.end and found.end - found.start > 1
        if is_end and found.kind is Kind.PERSON:
            return Candidate(found.start, found.end) if kind is Kind.PERSON else Candidate(place.start, found.start)
    return place
