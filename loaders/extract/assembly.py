"""The end of the pipeline: what the components left on a `Doc` becomes an `Extraction`, free of spaCy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

from graph.merging import distinct
from graph.model import Claim, ClaimType, Document, Evidence, Extraction, Figure, Mention, Passage, Relation
from loaders.extract.annotations import MENTIONS, Link, Quantity, Statement
from loaders.extract.horizons import end_of
from loaders.extract.quantities.calendar_periods import canonical
from loaders.extract.tiers import Tier
from loaders.extract.units import trimmed
from loaders.version import extractor_name


def assemble(document: Document, doc: Doc, tier: Tier) -> Extraction:
    """Everything that was read out of the document, in the order of the text."""
    claims = distinct(_claim(document, statement) for statement in doc._.statements if statement.span.text)
    relations, stated = _relations(document, doc._.relations, claims)
    return Extraction(
        document=document,
        passages=tuple(_passages(document, doc)),
        entities=tuple(sorted(doc._.entities.values(), key=lambda entity: entity.id)),
        mentions=tuple(_mentions(doc)),
        claims=tuple(
            sorted((*claims, *stated), key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.id))
        ),
        relations=relations,
        extractor=extractor_name(tier),
    )


def _passages(document: Document, doc: Doc) -> Iterator[Passage]:
    for sentence in doc.sents:
        words = trimmed(doc, sentence.start, sentence.end)
        if words.text.strip():
            yield Passage(document.id, words.start_char, words.end_char, words.text)


def _mentions(doc: Doc) -> Iterator[Mention]:
    for span in doc.spans.get(MENTIONS, ()):
        yield Mention(span.id_, span.start_char, span.end_char, span.text)


def _claim(document: Document, statement: Statement) -> Claim:
    return Claim(
        type=statement.type,
        evidence=_evidence(document, statement.span),
        speaker=statement.speaker,
        org=statement.org,
        about=statement.about,
        stance=statement.stance,
        modality=statement.modality,
        horizon=statement.horizon,
        horizon_end=end_of(statement.horizon, document.published_at),
        figures=tuple(_figure(document, quantity, statement) for quantity in statement.quantities),
    )


def _figure(document: Document, quantity: Quantity, statement: Statement) -> Figure:
    return Figure(
        metric=quantity.metric,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        evidence=_evidence(document, quantity.span),
        about=quantity.about or (statement.about[0] if statement.about else None),
        basis=quantity.basis,
        period=canonical(quantity.period, document.published_at),
        approximate=quantity.approximate,
    )


def _evidence(document: Document, span: Span) -> Evidence:
    return Evidence(document.id, span.start_char, span.end_char, document.text[span.start_char : span.end_char])


def _relations(
    document: Document, links: Iterable[Link], claims: tuple[Claim, ...]
) -> tuple[tuple[Relation, ...], tuple[Claim, ...]]:
    """The relations with their claims, and the claims that had to be made for them."""
    made: dict[str, Claim] = {}
    relations: dict[tuple[str | None, ...], Relation] = {}
    for link in links:
        evidence = _evidence(document, link.span)
        claim = _claim_behind(link, evidence, claims)
        if claim is None:
            claim = Claim(ClaimType.RELATION, evidence, speaker=link.by, about=(link.source, link.target))
            made[claim.id] = claim
        relation = Relation(link.type, link.source, link.target, evidence, claim.id, link.by, link.role)
        relations.setdefault((link.type, link.source, link.target, link.by, claim.id), relation)
    return tuple(relations.values()), tuple(made.values())


def _claim_behind(link: Link, evidence: Evidence, claims: tuple[Claim, ...]) -> Claim | None:
    """The claim of the same speaker whose words share most with those of the relation."""
    same = [claim for claim in claims if claim.speaker == link.by and _overlap(claim.evidence, evidence) > 0]
    return max(same, key=lambda claim: _overlap(claim.evidence, evidence), default=None)


def _overlap(one: Evidence, other: Evidence) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
