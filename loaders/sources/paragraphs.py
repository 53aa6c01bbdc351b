"""Paragraphs out of markup, and out of lines that were broken to fit a page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from graph.pages import PAGE_END

_UNSEEN = frozenset({"script", "style", "template", "noscript", "title", "head", "svg"})
_BLOCKS = re.compile(
    "address|article|aside|blockquote|br|d[dlt]|div|fig(caption|ure)|footer|form|h[1-6r]|header|li|main|nav|[ou]l|p|pre|"
    "section|table|t[dhr]"
)
# How full a line is, with the first word of the next one, if it was broken for want of room; more after a full stop.
_FULL, _FULL_AFTER_STOP = 0.65, 0.85
_STOPS = (".", "!", "?", ":", ".”", '."')
_SHORTEST_WIDTH = 30
_BULLET = re.compile(r"[•▪◦●*–—-]\s|\d{1,2}[.)]\s")
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_OPENS = re.compile(r"[^\W\d_]+")


def paragraphs(markup: str) -> str:
    """The words of a piece of HTML, with an empty line between its blocks."""
    parser = _Words()
    parser.feed(markup)
    parser.close()
    return joined("".join(parser.words).split("\n"))


def joined(blocks: Sequence[str]) -> str:
    """The blocks that hold words, with single spaces, and an empty line between them."""
    return "\n\n".join(words for block in blocks if (words := " ".join(block.split())))


def unbroken(lines: Sequence[str], turns: Sequence[int] = ()) -> str:
    """The paragraphs of a text whose lines were broken to fit a page, with an empty line between them.

    Before lines of the numbers `turns`, in order, a page was turned: in the empty line before the next paragraph that
    begins stands a form feed for each, by which `graph.pages` tells the page of a word.
    """
    lines = [" ".join(line.split()) for line in lines]
    known = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(lines)))
    text, before = "", -1
    for first, paragraph in _flow(lines, _width(lines), known):
        turned = PAGE_END * (bisect_right(turns, first) - bisect_right(turns, before))
        text += f"\n{turned}\n{paragraph}" if text else turned + paragraph
        before = first
    return text


def _flow(lines: Sequence[str], width: int, known: set[str]) -> Iterator[tuple[int, str]]:
    """Each paragraph with the number of its first line."""
    first, paragraph = 0, ""
    for at, line in enumerate(lines):
        first = first if paragraph else at
        paragraph = _continued(paragraph, line, known)
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if paragraph and not _goes_on(line, following, width):
            yield first, paragraph
            paragraph = ""


def _width(lines: Sequence[str]) -> int:
    """The length of the long lines."""
    lengths = sorted(len(line) for line in lines if line)
    return max(_SHORTEST_WIDTH, lengths[int(len(lengths) * 0.9)] if lengths else 0)


def _goes_on(line: str, following: str, width: int) -> bool:
    """True for a line that was broken because the next word did not fit on it."""
    if not line or not following or _BULLET.match(following):
        return False
    length = len(line) + 1 + len(following.split()[0])
    return following[0].islower() or length >= width * (_FULL_AFTER_STOP if line.endswith(_STOPS) else _FULL)


def _continued(paragraph: str, line: str, known: set[str]) -> str:
    """The paragraph and its next line; a word that was divided at the line's end is whole again."""
    broken, opening = _BROKEN.search(paragraph), _OPENS.match(line)
    if broken is None or opening is None or not opening[0].islower():
        return f"{paragraph} {line}".strip()
    is_compound = f"{broken[1]}-{opening[0]}" in known and broken[1] + opening[0] not in known
    return (paragraph if is_compound else paragraph[:-1]) + line


class _Words(HTMLParser):
    """Collects what a reader would see, with a line end around each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._unseen += tag in _UNSEEN
        self._break_at(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._break_at(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        self._break_at(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(re.sub(r"\s", " ", data))

    def _break_at(self, tag: str) -> None:
        if _BLOCKS.fullmatch(tag):
            self.words.append("\n")
