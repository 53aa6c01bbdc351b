"""Train the recogniser: which words name what, in two stages from the pretrained encoder.

The first stage learns persons, organisations and places from general corpora (a spaCy `DocBin` with those entities);
the second, with a new last layer, the six kinds from our own annotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import spacy
import torch
from spacy.tokens import Doc, DocBin, Span
from torch import Tensor, nn

from graph.model import Kind
from loaders.extract import sentences
from loaders.extract.encoder import KINDS, Window, first_pieces
from loaders.extract.recogniser import OUTSIDE, windows
from loaders.train.batches import encoded, tensors
from loaders.train.fitting import SEED, fit
from loaders.train.network import Recogniser, forget_last_layer

UNKNOWN = -100  # the value that PyTorch's losses leave out
GENERAL_KINDS = {"PER": Kind.PERSON, "ORG": Kind.COMPANY, "LOC": Kind.PLACE}
GENERAL_RATE, GENERAL_WARM_UP, DOMAIN_RATE, DOMAIN_WARM_UP = 8e-5, 200, 7e-5, 60


@dataclass(frozen=True, slots=True)
class NameLesson:
    """Words that are read together, and the label of each."""

    words: tuple[str, ...]
    labels: tuple[int, ...]


def name_lessons(doc: Doc, names: Iterable[Span]) -> Iterator[NameLesson]:
    """The windows of a document, as at run time; the label of a span is its kind."""
    label_of = {
        token.i: 1 + 2 * KINDS.index(Kind(span.label_)) + (token.i > span.start) for span in names for token in span
    }
    for window in windows(doc):
        yield NameLesson(
            tuple(token.text for token in window), tuple(label_of.get(token.i, OUTSIDE) for token in window)
        )


def general_lessons(file: Path) -> Iterator[NameLesson]:
    """The same from a `DocBin` with persons, organisations and places."""
    nlp = spacy.blank("en")
    nlp.add_pipe(sentences.NAME)
    for doc in DocBin().from_disk(file).get_docs(nlp.vocab):
        names = [
            Span(doc, ent.start, ent.end, label=GENERAL_KINDS[ent.label_].value)
            for ent in doc.ents
            if ent.label_ in GENERAL_KINDS
        ]
        yield from name_lessons(sentences.streetgraph_sentences(doc), names)


def trained_recogniser(general: Sequence[NameLesson], domain: Sequence[NameLesson], *, epochs: int) -> Recogniser:
    """A recogniser that has read the general corpora once, and our own annotation `epochs` times."""
    torch.manual_seed(SEED)
    network = Recogniser()
    each = partial(loss_of, network)
    fit(network, general, each, _length, epochs=1, rate=GENERAL_RATE, warm_up=GENERAL_WARM_UP)
    forget_last_layer(network)
    fit(network, domain, each, _length, epochs=epochs, rate=DOMAIN_RATE, warm_up=DOMAIN_WARM_UP)
    return network


def loss_of(network: Recogniser, batch: Sequence[NameLesson]) -> Tensor:
    """How far the labels of the first pieces are from what they should be."""
    given = [Window(lesson.words) for lesson in batch]
    encodings = encoded(given)
    arrays = tensors(given, encodings)
    gold = torch.full(arrays["ids"].shape, UNKNOWN)
    for row, (lesson, encoding) in enumerate(zip(batch, encodings, strict=True)):
        for word, piece in first_pieces(encoding).items():
            gold[row, piece] = lesson.labels[word]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        (scores,) = network(*(arrays[name] for name in network.inputs))
    return nn.functional.cross_entropy(scores.float().flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN)


def _length(lesson: NameLesson) -> int:
    return len(lesson.words)
