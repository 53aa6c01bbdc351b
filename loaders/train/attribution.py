"""Train the attributor: what each sentence claims, who speaks, and about whom."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import torch
from torch import Tensor, nn

from loaders.extract.attributor import (
    ATTRIBUTED,
    NOTHING,
    OWN_AT,
    STANCE_AT,
    STANCES,
    TYPE_AT,
    TYPES,
    UNATTRIBUTED,
)
from loaders.extract.encoder import first_pieces
from loaders.train.batches import encoded, tensors
from loaders.train.fitting import SEED, fit
from loaders.train.gold import Lesson
from loaders.train.network import Attributor, start_from

UNKNOWN = -100  # the value that PyTorch's losses leave out
RATE = 7e-5


def words_of(batch: Sequence[Lesson], shape: torch.Size, first: Sequence[dict[int, int]]) -> Tensor:
    """What each mention's first piece should say: does it speak, is it spoken of; UNKNOWN elsewhere."""
    gold = torch.full((*shape, 2), float(UNKNOWN))
    for row, lesson in enumerate(batch):
        if not lesson.claims:
            continue
        speakers, subjects = lesson.speakers(), lesson.subjects()
        for word, entity in lesson.window.heads():
            if (piece := first[row].get(word)) is not None:
                gold[row, piece, 1] = float(entity in subjects)
                if speakers:
                    gold[row, piece, 0] = float(entity in speakers)
    return gold


def whole_of(batch: Sequence[Lesson]) -> Tensor:
    """What each sentence should say: whether it claims, its stance, its type."""
    return torch.tensor([_whole(lesson) for lesson in batch])


def _whole(lesson: Lesson) -> tuple[int, int, int]:
    if not lesson.claims:
        return NOTHING, UNKNOWN, UNKNOWN
    claim = lesson.foremost[0]
    state = ATTRIBUTED if lesson.attributed else UNATTRIBUTED
    return state, STANCES.index(claim.get("stance") or "neutral"), TYPES.index(claim["type"])


def loss_of(network: Attributor, batch: Sequence[Lesson]) -> Tensor:
    """The summed losses of the tasks; stance and type count half."""
    windows = [lesson.window.window for lesson in batch]
    encodings = encoded(windows)
    given = tensors(windows, encodings)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        words, whole = network(*(given[name] for name in network.inputs))
    words, whole = words.float(), whole.float()
    first = [first_pieces(encoding) for encoding in encodings]
    gold_whole = whole_of(batch)
    loss = nn.functional.cross_entropy(whole[:, :STANCE_AT], gold_whole[:, 0])
    loss = loss + _loss_of_words(words, words_of(batch, given["ids"].shape, first))
    return loss + _loss_of_look(whole, gold_whole) + _loss_of_subjects(batch, whole[:, OWN_AT:])


def _loss_of_words(scores: Tensor, gold: Tensor) -> Tensor | float:
    """The loss of which mentions speak, and which are spoken of."""
    known = gold != UNKNOWN
    if not bool(known.any()):
        return 0.0
    return 1.5 * nn.functional.binary_cross_entropy_with_logits(scores[known], gold[known])


def _loss_of_look(scores: Tensor, gold: Tensor) -> Tensor | float:
    """The loss of stance and type, of the sentences that claim something."""
    if not bool((gold[:, 1] != UNKNOWN).any()):
        return 0.0
    stance, kind = scores[:, STANCE_AT:TYPE_AT], scores[:, TYPE_AT:OWN_AT]
    losses = (
        nn.functional.cross_entropy(part, gold[:, at], ignore_index=UNKNOWN) for at, part in ((1, stance), (2, kind))
    )
    return 0.5 * sum(losses)


def _loss_of_subjects(batch: Sequence[Lesson], scores: Tensor) -> Tensor | float:
    """The loss of whether a sentence is about the speaker's house, and about somebody whom it does not name."""
    answers = [(lesson.is_about_own_house(), lesson.is_about_unnamed()) for lesson in batch]
    gold = torch.tensor([[UNKNOWN if one is None else float(one) for one in pair] for pair in answers])
    known = gold != UNKNOWN
    if not bool(known.any()):
        return 0.0
    return nn.functional.binary_cross_entropy_with_logits(scores[known], gold[known])


def train(network: Attributor, material: Sequence[Lesson], *, epochs: int) -> None:
    """Fit the network to the lessons."""
    fit(network, material, partial(loss_of, network), _length, epochs=epochs, rate=RATE)


def trained_attributor(sentences: Sequence[Lesson], weights: Path, *, epochs: int) -> Attributor:
    """An attributor that has learnt from these sentences, beginning with what a recogniser knows."""
    print(f"{len(sentences)} sentences", file=sys.stderr, flush=True)
    torch.manual_seed(SEED)
    attributor = Attributor()
    start_from(attributor, str(weights))
    train(attributor, sentences, epochs=epochs)
    return attributor


def _length(lesson: Lesson) -> int:
    return len(lesson.window.tokens)
