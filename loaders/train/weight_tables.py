"""Fitted weights as a table that the rules read: one label a line, so that a change of them can be reviewed."""

from __future__ import annotations

import csv
from pathlib import Path


def write(weights: dict[str, float], target: Path) -> None:
    """Write the table, sorted by label, without weights that round to nothing."""
    with target.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["evidence", "weight"])
        table.writerows([label, f"{weight:.2f}"] for label, weight in sorted(weights.items()) if weight)
