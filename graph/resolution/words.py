"""The words that names are compared by, read from `words.csv`: reviewed, and about names in general."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from importlib.resources import files


@cache
def words(group: str) -> frozenset[str]:
    """The words of one group, such as `legal_form`; an unknown group is an error."""
    return frozenset(word for row in rows(group) for word in row)


@cache
def rows(group: str) -> tuple[tuple[str, ...], ...]:
    """The rows of one group, each with the words that stand for the same; an unknown group is an error."""
    return _groups()[group]


@cache
def _groups() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    text = (files("graph.resolution") / "words.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        found[row["group"]].append(tuple(row["words"].split("|")))
    return {group: tuple(members) for group, members in found.items()}
