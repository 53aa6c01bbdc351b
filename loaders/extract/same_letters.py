"""Listed organisations that a text does not mean by their letters: the AFP of a text on the Arvanian Federal Police."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Span

from graph.model import Kind
from loaders.extract.gazetteer import form_of, gazetteer
from loaders.extract.organisation_forms import abbreviations

_ORGANISATIONS = frozenset({Kind.COMPANY, Kind.INSTITUTION})


def meant_otherwise(mentions: Iterable[Span]) -> set[str]:
    """The ids of which only letters stand in the text, behind a name in full that they are the letters of."""
    named: defaultdict[str, list[Span]] = defaultdict(list)
    for span in mentions:
        if span.label_ in _ORGANISATIONS:
            named[span.id_].append(span)
    first: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for id_, spans in named.items():
        for span in spans:
            for letters in abbreviations(form_of(span)):
                first[letters].setdefault(id_, span.start)
    return {id_ for id_, spans in named.items() if _stands_for_another(id_, spans, first[spans[0].text])}


def _stands_for_another(entity_id: str, spans: list[Span], named_at: dict[str, int]) -> bool:
    """True where no other form of the listed one is there, and nobody talked to it as one talks to an agency.

    `The Southern Exporters Council met, and the SEC fined two brokers`: institutions best known by their letters, and
    those of no country, are hardly ever spelt out, so that these stand for another only in its brackets.
    """
    if not (_follows(spans[0], "(") or _gives_way(entity_id, spans[0].text)):
        return False
    is_alone = {span.text for span in spans} == {spans[0].text} and len(named_at) == 1 and entity_id not in named_at
    was_told = any(_follows(span, "told") for span in spans)
    return is_alone and not was_told and all(start <= spans[0].start for start in named_at.values())


def _gives_way(entity_id: str, letters: str) -> bool:
    """True for a company, and for an institution of one country listed by its name in full: AFP, not the WHO."""
    known = gazetteer().by_id.get(entity_id)
    if known is None or known.kind == Kind.COMPANY:
        return known is not None
    return known.name != letters and bool(known.country)


def _follows(span: Span, text: str) -> bool:
    return span.doc[max(0, span.start - 1) : span.start].text == text
