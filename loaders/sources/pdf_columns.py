"""Pages of two columns that a program wrote row by row, across both: their lines as a reader goes down them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_FEWEST_ROWS, _FEWEST_LETTERS = 4, 15  # of columns: what is less may be a table
_GOING_ON = 0.3  # of the rows, which a sentence leads on from: those of a table stand for themselves
_WIDER = 1.2  # times the longest line of a column: a line across the page
_NEAR = 4.0  # points within which lines begin at one place


class Piece(NamedTuple):
    """Words of one line, and where they begin on the page."""

    x: float
    text: str


Line = tuple[Piece, ...]


def lines_down(pieces: Iterable[Piece]) -> list[str]:
    """The lines of a page as they are written; of two columns first those on the left, then those on the right."""
    lines, down = deque(_lines(pieces)), list[str]()
    while lines:
        whole, rows = list[Line](), []
        while lines and len(told := _told(lines[0])) == 2:
            whole.append(lines.popleft())
            rows.append(told)
        if rows and _are_columns(rows):
            down += _read_down(rows, lines)
        else:
            whole += [lines.popleft()] if lines else []
            down += ["".join(piece.text for piece in line) for line in whole]
    return down


def _lines(pieces: Iterable[Piece]) -> Iterator[Line]:
    line: list[Piece] = []
    for piece in pieces:
        first, *further = piece.text.split("\n")
        line.append(Piece(piece.x, first))
        for text in further:
            yield tuple(line)
            line = [Piece(piece.x, text)]
    yield tuple(line)


def _told(line: Line) -> list[Piece]:
    return [piece for piece in line if piece.text.strip()]


def _are_columns(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether these rows of two pieces are lines of two texts: straight, long, and led on from row to row."""
    sides = [[row[at] for row in rows] for at in (0, 1)]
    is_straight = all(max(p.x for p in side) - min(p.x for p in side) <= _NEAR for side in sides)
    is_long = all(sum(len(p.text.strip()) for p in side) >= _FEWEST_LETTERS * len(rows) for side in sides)
    led_on = sum(p.text.strip()[:1].islower() for side in sides for p in side[1:])
    is_text = led_on >= _GOING_ON * 2 * (len(rows) - 1)
    return len(rows) >= _FEWEST_ROWS and sides[0][0].x + _NEAR < sides[1][0].x and is_straight and is_long and is_text


def _read_down(rows: Sequence[Sequence[Piece]], lines: deque[Line]) -> list[str]:
    """The lines on the left and then those on the right, with what one of them goes on with below the other's end."""
    sides = [[row[at] for row in rows] for at in (0, 1)]
    while lines and len(told := _told(lines[0])) == 1:
        side = next((side for side in sides if abs(side[0].x - told[0].x) <= _NEAR), None)
        if side is None or len(told[0].text) > max(len(piece.text) for piece in side) * _WIDER:
            break
        side.append(told[0])
        lines.popleft()
    return [piece.text.strip() for side in sides for piece in side]
