"""Bodies of a country that share the name of a listed one: `the Nigerian SEC`, `Kenya's Supreme Court`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from spacy.tokens import Span

from graph.model import Kind
from loaders.extract.demonyms import places_by_adjective
from loaders.extract.entities import stem_slug
from loaders.extract.gazetteer import gazetteer
from loaders.extract.homes import is_abroad, is_home
from loaders.extract.name_phrases import POSSESSIVES
from loaders.extract.word_lists import words

_HEADS = words("head_of") | {"Treasury"}
_GENERAL = _HEADS | words("org_noun") | {"of", "and", "the", "for", "&", "Supreme"}


def told_apart(spans: Iterable[Span]) -> list[Span]:
    """The names, those of a body of another country than the listed one with an id of their own.

    Where a text names no body of the listed one's country, it means the other one by the name alone as well.
    """
    every = list(spans)
    ends = {span.end: span.id_ for span in every if span.label_ == Kind.PLACE}
    listed: defaultdict[str, list[Span]] = defaultdict(list)
    for span in every:
        if span.id_ in gazetteer().by_id and _is_of_state(span.id_):
            listed[span.id_].append(span)
    moved = {span.start: new for same in listed.values() for span, new in _moved(same, ends).items()}
    return [moved.get(span.start, span) for span in every]


def _moved(same: list[Span], ends: Mapping[int, str]) -> dict[Span, Span]:
    """Each of them that is meant of the first other country, with its new name."""
    places = {span: _place_before(span, ends) for span in same}
    abroad = [place for span, place in places.items() if is_abroad(place, span.id_)]
    is_told_at_home = any(is_home(place, span.id_) or _tells_home(span) for span, place in places.items())
    meant = [span for span, place in places.items() if place in abroad or (not place and not is_told_at_home)]
    return {span: _of_place(span, places[span] or abroad[0]) for span in meant} if abroad else {}


def _of_place(span: Span, place: str) -> Span:
    """The same words, with the adjective before them as in `Nigerian SEC`."""
    start = max(0, span.start - 1)
    start = start if span.doc[start].lower_ in places_by_adjective() else span.start
    return Span(span.doc, start, span.end, label=span.label_, span_id=f"{place}-{stem_slug(span)}", kb_id=span.kb_id)


def _place_before(span: Span, ends: Mapping[int, str]) -> str:
    before = span.doc[max(0, span.start - 1) : span.start].text.lower()
    if before in POSSESSIVES:
        return ends.get(span.start - 1, "")
    return ends.get(span.start, "") or places_by_adjective().get(before, "")


def _tells_home(span: Span) -> bool:
    """True for `U.S. Supreme Court`, which names its country itself."""
    return span[0].text in words("demonym") | words("acronym_stop")


def _is_of_state(entity_id: str) -> bool:
    """True for an institution that has a name of ordinary words, as other countries' bodies have: not for a bank."""
    known = gazetteer().by_id[entity_id]
    is_body = known.kind is Kind.INSTITUTION and bool(known.country) and not known.tickers
    return is_body and any(_is_general(name) for name in known.names)


def _is_general(name: str) -> bool:
    told = name.split()
    return not _HEADS.isdisjoint(told) and all(word in _GENERAL or word.lower() in words("common") for word in told)
