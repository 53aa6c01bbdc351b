"""The reviewed tables of `loaders/data` that the reading of figures goes by, and patterns made from their words."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one table, such as `currencies`, in the order of the file."""
    text = files("loaders").joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def by_word(name: str, column: str, result: str) -> dict[str, str]:
    """Each word of a column (several in one cell are set apart by `|`) with what its row says in another column."""
    return {word: row[result] for row in table(name) for word in cell(row[column])}


def cell(text: str) -> list[str]:
    """The words of one cell."""
    return [word for word in text.split("|") if word]


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches one of the words, the longest first; a space in a word matches any white space."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first) + ")"


@cache
def group(name: str) -> tuple[str, ...]:
    """The words of one group of `figure_words.csv`, such as `approximator`."""
    return tuple(word for row in table("figure_words") if row["group"] == name for word in cell(row["words"]))


def any_in(*groups: str) -> str:
    """A pattern that matches a word of these groups."""
    return any_of(word for name in groups for word in group(name))
