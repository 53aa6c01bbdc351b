"""The words that the rules of names, roles and references go by, read from `loaders/data/name_words.csv`."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from importlib.resources import files


def words(group: str) -> frozenset[str]:
    """The words of one group, such as `honorific`; an unknown group is an error."""
    return _groups()[group]


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    source = files("loaders").joinpath("data", "name_words.csv")
    with source.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found[row["group"]].update(row["words"].split("|"))
    return {group: frozenset(members) for group, members in found.items()}
