"""Fitted weights of labels: what they come to, as log odds and as a chance."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files


@cache
def weights_in(table: str) -> Mapping[str, float]:
    """The weight of each label in a table of `loaders/data`; that of none stands under the empty label."""
    source = files("loaders").joinpath("data", table).read_text(encoding="utf-8")
    return {row["evidence"]: float(row["weight"]) for row in csv.DictReader(source.splitlines())}


def log_odds_of(labels: Iterable[str], weights: Mapping[str, float]) -> float:
    """The sum of the weights of these labels and of none; a label that the table lacks weighs nothing."""
    return sum(weights.get(label, 0.0) for label in ("", *labels))


def chance_of(log_odds: float) -> float:
    """Between 0 and 1."""
    return 1 / (1 + math.exp(-log_odds))
