"""Names that no list holds: a trained recogniser marks them with their kinds, and decides nothing.

The name grammar takes what it sees as one more piece of evidence, beside the words of a name and the words around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup, Token

from graph.model import Kind
from loaders.extract.annotations import RECOGNISED
from loaders.extract.encoder import KINDS, Encoder, Scores, Window

NAME = "streetgraph_recogniser"
OUTSIDE = 0  # then, for each kind, its first and its further words
WINDOW = 100  # words, as in training
SHORTEST = 4

ENCODER = Encoder("recogniser")


@Language.component(NAME, requires=["doc.sents"], assigns=["doc.spans"])
def streetgraph_recogniser(doc: Doc) -> Doc:
    """Leave what the encoder takes for names in `doc.spans["recognised"]`; `label_` is the kind."""
    every = list(windows(doc))
    readings = ENCODER.read([Window([token.text for token in window]) for window in every])
    found = [
        span for window, reading in zip(every, readings, strict=True) for span in _spans(doc, window, reading.words)
    ]
    doc.spans[RECOGNISED] = SpanGroup(doc, name=RECOGNISED, spans=found)
    return doc


def windows(doc: Doc) -> Iterator[Sequence[Token]]:
    """Whole sentences, as many as fit; a sentence longer than a window is cut."""
    kept: list[Token] = []
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if kept and len(kept) + len(words) > WINDOW:
            yield kept
            kept = []
        kept += words
        while len(kept) > WINDOW:
            yield kept[:WINDOW]
            kept = kept[WINDOW:]
    if len(kept) >= SHORTEST:
        yield kept


def _spans(doc: Doc, words: Sequence[Token], scores: Scores) -> Iterator[Span]:
    labels = scores.argmax(axis=1).tolist()
    start = 0
    for end in range(1, len(labels) + 1):
        if end < len(labels) and _continues(labels[end - 1], labels[end]) and not words[end].is_sent_start:
            continue
        if labels[start] != OUTSIDE:
            yield Span(doc, words[start].i, words[end - 1].i + 1, label=_kind_of(labels[start]).value)
        start = end


def _continues(before: int, label: int) -> bool:
    """True where the label is a further word of the entity that the one before belongs to."""
    return OUTSIDE not in (before, label) and label % 2 == 0 and _kind_of(before) == _kind_of(label)


def _kind_of(label: int) -> Kind:
    return KINDS[(label - 1) // 2]
