"""Spans that may name something, before it is decided which of them do.

Any component may propose: the gazetteer, the name grammar, or a trained recogniser placed beside them in the pipeline.
A proposal is a span of `doc.spans["proposals"]` with `label_` = kind, `id_` = id of the reference entity or "" and
`kb_id_` = who proposes it. `streetgraph_mentions` decides where proposals overlap.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span, SpanGroup

from graph.model import Kind

PROPOSALS = "proposals"
GAZETTEER = "gazetteer"
GRAMMAR = "grammar"


def proposal(doc: Doc, start: int, end: int, kind: Kind, *, source: str, entity_id: str = "") -> Span:
    """The tokens from `start` to `end` as a name of this kind."""
    return Span(doc, start, end, label=kind.value, kb_id=source, span_id=entity_id)


def proposals(doc: Doc) -> list[Span]:
    """All that has been proposed so far, in the order of proposal."""
    return list(doc.spans.get(PROPOSALS, ()))


def propose(doc: Doc, spans: Iterable[Span]) -> None:
    """Add proposals to those of the components before."""
    doc.spans[PROPOSALS] = SpanGroup(doc, name=PROPOSALS, spans=[*proposals(doc), *spans])
