"""What a part of a Word document shows its reader: boxes and forms too, and nothing that was struck out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Element = Any  # of lxml, which has no types

_OF_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TABLE, _ROW, _CELL, _BOX, _WORDS = (
    f"{_OF_WORD}{name}" for name in ("p", "tbl", "tr", "tc", "txbxContent", "t")
)
_MARKS = {
    f"{_OF_WORD}{name}": mark for name, mark in {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.items()
}
_OLD_FORM = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # of what is there in a newer one
_UNSEEN = frozenset({_OLD_FORM, *(f"{_OF_WORD}{name}" for name in ("del", "moveFrom", "pPr", "rPr"))})


def blocks(element: Element) -> Iterator[Element]:
    """The paragraphs and tables in an element, in order; a box comes behind the paragraph that it hangs on."""
    yield from _within(element, frozenset({_PARAGRAPH, _TABLE}))


def is_paragraph(block: Element) -> bool:
    """Whether it is one, not a table."""
    return bool(block.tag == _PARAGRAPH)


def lines(block: Element) -> list[str]:
    """A paragraph with the boxes that hang on it, or the rows of a table."""
    if is_paragraph(block):
        boxes = _within(block, frozenset({_BOX}))
        return ["".join(_written(block)), *(line for box in boxes for inner in blocks(box) for line in lines(inner))]
    return [" | ".join(map(_cell, _within(row, frozenset({_CELL})))) for row in _within(block, frozenset({_ROW}))]


def _cell(cell: Element) -> str:
    return " ".join(" ".join(line for block in blocks(cell) for line in lines(block)).split())


def _within(element: Element, wanted: frozenset[str]) -> Iterator[Element]:
    """The nearest elements of these kinds, however they are wrapped."""
    for child in element:
        if child.tag in wanted:
            yield child
        elif child.tag not in _UNSEEN:
            yield from _within(child, wanted)


def _written(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == _WORDS:
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag != _BOX and child.tag not in _UNSEEN:
            yield from _written(child)
