"""Curated tables: claims that somebody keeps as rows, and the text of a document that such a row becomes.

    by | subject | metric | value | unit | date
    Goldman Sachs | CSI 300 | index_target | 4,700 | points | 2025-02-20

The text says itself what it is, so that reading it again, from wherever it is kept, gives the same claims.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from loaders.errors import DocumentUnreadable

PAIR, FIGURE = ("by", "a", "b"), ("by", "subject", "metric")
ORDER = ("by", "org", "a", "b", "subject", "metric", "value", "low", "high", "unit", "period", "date")
MARK = " | "
_OF_BOTH = ("org", "period", "date")
_NUMBERS = frozenset({"value", "low", "high", "unit"})


class Cell(NamedTuple):
    """What a field says, and where in the text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A claim as it stands in a text, field by field."""

    cells: Mapping[str, Cell]

    @property
    def is_pair(self) -> bool:
        """True where two companies are set against each other."""
        return "a" in self.cells

    @property
    def start(self) -> int:
        """Where its words begin."""
        return min(cell.start for cell in self.cells.values())

    @property
    def end(self) -> int:
        """Where its words end."""
        return max(cell.end for cell in self.cells.values())


def is_claim(fields: Collection[str]) -> bool:
    """True for fields that make a claim together."""
    has_amount = "value" in fields or {"low", "high"} <= set(fields)
    return set(PAIR) <= set(fields) or (set(FIGURE) <= set(fields) and has_amount)


def text_of(values: Mapping[str, str]) -> str:
    """The text of a row with these fields; raises `DocumentUnreadable` with the one that is empty or wrong."""
    is_pair = set(PAIR) <= set(values)
    wanted = {*PAIR, *_OF_BOTH} if is_pair else set(ORDER) - set(PAIR) | {"by"}
    kept = {name: " ".join(values[name].split()) for name in ORDER if name in wanted and values.get(name)}
    for name in PAIR if is_pair else FIGURE:
        if not any(map(str.isalnum, kept.get(name, ""))):
            raise DocumentUnreadable(f"names nothing under `{name}`: fill it in, or take the row out.")
    if broken := [words for words in kept.values() if "|" in words]:
        raise DocumentUnreadable(f"has a | in {broken[0][:60]!r}: write it without.")
    return f"{MARK.join(kept)}\n{MARK.join(kept.values())}"


def title_of(values: Mapping[str, str]) -> str:
    """What a person knows a row by."""
    if set(PAIR) <= set(values):
        return f"{values['by']}: {values['a']} against {values['b']}"
    return f"{values['by']}: {values['subject']}, {values['metric']}"


def rows_in(text: str) -> list[Row]:
    """The rows of a text that is a curated table; none if it is not."""
    opening, _, rest = text.partition("\n")
    names = opening.split(MARK)
    if not set(names) <= set(ORDER) or not is_claim(names) or len(names) > len(set(names)):
        return []
    lines = [line.split(MARK) for line in rest.split("\n")]
    if not all(len(line) == len(names) and all(map(str.strip, line)) for line in lines):
        return []
    return list(_rows(names, lines, len(opening) + len("\n")))


def subject_of(text: str) -> str:
    """What a row is on, without its number: the same if only that was edited. Nothing for what is no such row."""
    rows = rows_in(text)
    if len(rows) != 1 or rows[0].is_pair:
        return ""
    return MARK.join(f"{name}: {cell.text}" for name, cell in rows[0].cells.items() if name not in _NUMBERS)


def _rows(names: list[str], lines: list[list[str]], at: int) -> Iterator[Row]:
    for line in lines:
        cells = {}
        for name, words in zip(names, line, strict=True):
            cells[name] = Cell(words, at, at + len(words))
            at += len(words) + len(MARK)
        yield Row(cells)
        at += len("\n") - len(MARK)
