"""Train the attributor: what each sentence claims, who speaks, and about whom."""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence

import torch
from torch import Tensor, nn

from loaders.extract.attributor import ATTRIBUTED, NOTHING, STANCE_AT, STANCES, TYPE_AT, TYPES, UNATTRIBUTED
from loaders.extract.encoder import first_pieces
from loaders.train.batches import encoded, shuffled, tensors
from loaders.train.gold import Lesson
from loaders.train.network import Attributor, parameter_groups

UNKNOWN = -100  # the value that PyTorch's losses leave out
BATCH, RATE, NEW_RATE, WARM_UP = 16, 7e-5, 1e-3, 50
SEED = 0


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
    gold_words, gold_whole = words_of(batch, given["ids"].shape, first), whole_of(batch)
    known = gold_words != UNKNOWN
    loss = nn.functional.cross_entropy(whole[:, :STANCE_AT], gold_whole[:, 0])
    if bool(known.any()):
        loss = loss + 1.5 * nn.functional.binary_cross_entropy_with_logits(words[known], gold_words[known])
    if bool((gold_whole[:, 1] != UNKNOWN).any()):
        for at, scores in ((1, whole[:, STANCE_AT:TYPE_AT]), (2, whole[:, TYPE_AT:])):
            loss = loss + 0.5 * nn.functional.cross_entropy(scores, gold_whole[:, at], ignore_index=UNKNOWN)
    return loss


def train(network: Attributor, material: Sequence[Lesson], *, epochs: int) -> None:
    """Fit the network to the lessons; the rate rises, then falls to nothing."""
    steps = epochs * (len(material) // BATCH + 1)
    optimizer = torch.optim.AdamW(parameter_groups(network, rate=RATE, new_rate=NEW_RATE), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / WARM_UP) * max(0.0, 1 - step / steps)
    )
    dice = random.Random(SEED)
    network.train()
    for epoch in range(epochs):
        losses = []
        for batch in shuffled(material, BATCH, lambda lesson: len(lesson.window.tokens), dice):
            loss = loss_of(network, batch)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1} of {epochs}: loss {sum(losses) / len(losses):.3f}", file=sys.stderr, flush=True)
