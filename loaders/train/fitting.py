"""Fit a network to its lessons: the same schedule, clipping and order of batches for all of them."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

import torch
from torch import Tensor, nn

from loaders.train.batches import shuffled
from loaders.train.network import parameter_groups

T = TypeVar("T")
BATCH = 16
SEED = 0


def fit(
    network: nn.Module,
    material: Sequence[T],
    loss_of: Callable[[Sequence[T]], Tensor],
    length: Callable[[T], int],
    *,
    epochs: int,
    rate: float,
    new_rate: float = 1e-3,
    warm_up: int = 50,
) -> None:
    """Train for so many epochs; the rate rises over `warm_up` batches, then falls to nothing."""
    steps = max(1, epochs * (len(material) // BATCH + 1))
    groups = parameter_groups(network, rate=rate, new_rate=new_rate)
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / warm_up) * max(0.0, 1 - step / steps)
    )
    dice = random.Random(SEED)
    network.train()
    for epoch in range(epochs):
        losses = []
        for batch in shuffled(material, BATCH, length, dice):
            loss = loss_of(batch)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1} of {epochs}: loss {sum(losses) / len(losses):.3f}", file=sys.stderr, flush=True)
