"""Windows as tensors."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import torch
from tokenizers import Encoding
from torch import Tensor

from loaders.extract.encoder import Encoder, Window, inputs

T = TypeVar("T")
POOL = 8  # batches that are sorted by length together, so that little is padding


def tensors(windows: Sequence[Window], encodings: Sequence[Encoding]) -> dict[str, Tensor]:
    """The network's inputs by name, as at run time."""
    return {name: torch.from_numpy(array) for name, array in inputs(windows, encodings).items()}


def encoded(windows: Sequence[Window]) -> list[Encoding]:
    """The word pieces of each window."""
    return Encoder("recogniser").encode(windows)


def shuffled(items: Sequence[T], size: int, length: Callable[[T], int], dice: random.Random) -> Iterator[list[T]]:
    """All items once, in batches of like length, in an order that the dice decide."""
    order = list(items)
    dice.shuffle(order)
    batches = []
    for start in range(0, len(order), size * POOL):
        pool = sorted(order[start : start + size * POOL], key=length)
        batches += [pool[at : at + size] for at in range(0, len(pool), size)]
    dice.shuffle(batches)
    yield from batches
