"""Names that no list holds: a trained recogniser proposes spans with a kind and a score, and decides nothing.

The mentions component weighs its proposals against the gazetteer and the name grammar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from graph.model import Kind
from loaders.extract.annotations import PROPOSALS
from loaders.extract.encoder import Encoder, Scores, Window

NAME = "streetgraph_recogniser"
KINDS = (Kind.COMPANY, Kind.INSTITUTION, Kind.PERSON, Kind.INDEX, Kind.PRODUCT, Kind.PLACE)
OUTSIDE = 0  # then, for each kind, its first and its further words
WINDOW = 100  # words, as in training
SHORTEST = 4

ENCODER = Encoder("recogniser")


@Language.component(NAME, requires=["doc.sents"], assigns=["doc.spans"])
def streetgraph_recogniser(doc: Doc) -> Doc:
    """Leave proposals in `doc.spans["proposals"]`: `label_` is the kind, and the scores are in `attrs["scores"]`."""
    windows = list(_windows(doc))
    readings = ENCODER.read([Window([token.text for token in window]) for window in windows])
    found = [
        proposal
        for window, reading in zip(windows, readings, strict=True)
        for proposal in _proposals(doc, window, reading.words)
    ]
    doc.spans[PROPOSALS] = [span for span, _ in found]
    doc.spans[PROPOSALS].attrs["scores"] = [score for _, score in found]
    return doc


def _windows(doc: Doc) -> Iterator[Sequence[Token]]:
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


def _proposals(doc: Doc, words: Sequence[Token], scores: Scores) -> Iterator[tuple[Span, float]]:
    chances = _softmax(scores)
    labels = chances.argmax(axis=1).tolist()
    start = 0
    for end in range(1, len(labels) + 1):
        if end < len(labels) and _continues(labels[end - 1], labels[end]):
            continue
        if labels[start] != OUTSIDE:
            span = Span(doc, words[start].i, words[end - 1].i + 1, label=_kind_of(labels[start]))
            yield span, float(chances[start:end].max(axis=1).mean())
        start = end


def _continues(before: int, label: int) -> bool:
    """True where the label is a further word of the entity that the one before belongs to."""
    return label != OUTSIDE and label % 2 == 0 and _kind_of(before) == _kind_of(label) and before != OUTSIDE


def _kind_of(label: int) -> str:
    return KINDS[(label - 1) // 2].value


def _softmax(scores: Scores) -> Scores:
    exponents = np.exp(scores - scores.max(axis=1, keepdims=True))
    return exponents / exponents.sum(axis=1, keepdims=True)  # type: ignore[no-any-return]
