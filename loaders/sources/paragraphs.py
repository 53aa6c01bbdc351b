"""Paragraphs out of markup, and out of lines that were broken to fit a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

_UNSEEN = frozenset({"script", "style", "template", "noscript", "title", "head", "svg"})
_BLOCKS = re.compile(
    "address|article|aside|blockquote|br|d[dlt]|div|fig(caption|ure)|footer|form|h[1-6r]|header|li|main|nav|[ou]l|p|pre|"
    "section|table|t[dhr]"
)
_FULL_SHARE = 0.7  # of the width of a page: a shorter line ends a paragraph
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


def unbroken(lines: Sequence[str]) -> str:
    """The paragraphs of a text whose lines were broken to fit a page, with an empty line between them."""
    lines = [" ".join(line.split()) for line in lines]
    known = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(lines)))
    return "\n\n".join(_flow(lines, _full_length(lines), known))


def _flow(lines: Sequence[str], full: float, known: set[str]) -> Iterator[str]:
    paragraph = ""
    for at, line in enumerate(lines):
        paragraph = _continued(paragraph, line, known)
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if paragraph and not _goes_on(line, following, full):
            yield paragraph
            paragraph = ""


def _full_length(lines: Sequence[str]) -> float:
    """The length from which on a line may have been broken: most of that of the long ones."""
    lengths = sorted(len(line) for line in lines if line)
    return max(_SHORTEST_WIDTH, lengths[int(len(lengths) * 0.9)] if lengths else 0) * _FULL_SHARE


def _goes_on(line: str, following: str, full: float) -> bool:
    if not line or not following or _BULLET.match(following):
        return False
    return following[0].islower() or len(line) >= full


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
