"""Decide between overlapping proposals and give every name its entity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from graph.model import Kind
from loaders.extract.annotations import MENTIONS
from loaders.extract.bodies_abroad import told_apart
from loaders.extract.entities import entities_of, stem_slug
from loaders.extract.known_names import as_first_spelt, is_glued, known_as
from loaders.extract.lines import credit_tokens
from loaders.extract.no_names import abbreviated_terms
from loaders.extract.proposals import GAZETTEER, GRAMMAR, proposals
from loaders.extract.trimming import trimmed

NAME = "streetgraph_mentions"
_RANK = {GAZETTEER: 0, GRAMMAR: 1}


@Language.component(NAME, requires=["doc.spans"], assigns=["doc.spans", "doc._.entities"])
def streetgraph_mentions(doc: Doc) -> Doc:
    """Leave the mentions that hold, in order and without overlap, and one entity per name."""
    credited, terms = credit_tokens(doc), abbreviated_terms(doc)
    named = (span for span in trimmed(proposals(doc)) if span.start not in credited and span.text not in terms)
    chosen = without_overlap(named)
    _keep_known(doc, chosen)
    chosen = told_apart(span for span in chosen if span.id_ or not is_glued(span))
    _name_the_others(span for span in chosen if not span.id_)
    doc.spans[MENTIONS] = SpanGroup(doc, name=MENTIONS, spans=[span for span in chosen if span.id_])
    doc._.entities = entities_of(doc.spans[MENTIONS])
    return doc


def without_overlap(spans: Iterable[Span]) -> list[Span]:
    """The longer of two that overlap, or the better source of two that are equal, in the order of the text."""
    taken: set[int] = set()
    chosen = []
    for span in sorted(spans, key=lambda span: (span.start - span.end, _RANK.get(span.kb_id_, len(_RANK)), span.start)):
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            chosen.append(span)
    return sorted(chosen, key=lambda span: span.start)


def _keep_known(doc: Doc, chosen: Iterable[Span]) -> None:
    """Names that are known ones otherwise written; `Nasdaq China Golden Dragon Index` is the index it ends in."""
    indices = {span.end: span.id_ for span in proposals(doc) if span.id_ and span.label_ == Kind.INDEX}
    for span in chosen:
        if span.id_:
            continue
        if span.label_ == Kind.INDEX and span.end in indices:
            span.id_ = indices[span.end]
        elif (known := known_as(span)) is not None:
            span.label_, span.id_ = known.kind.value, known.id


def _name_the_others(spans: Iterable[Span]) -> None:
    """Give names that no list holds their ids, and all places of one name the kind that most of them have."""
    others = list(spans)
    kinds = _kinds_by_name(others)
    for span in others:
        span.label_, span.id_ = kinds[stem_slug(span)], stem_slug(span)
    first = as_first_spelt(others)
    for span in others:
        span.id_ = first.get(span.id_, span.id_)


def _kinds_by_name(spans: Iterable[Span]) -> dict[str, str]:
    """The kind that most proposals of one name agree on."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for span in spans:
        votes[stem_slug(span)][span.label_] += 1
    return {name: count.most_common(1)[0][0] for name, count in votes.items()}
