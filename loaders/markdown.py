"""Markdown to plain text: the words of a document without the signs that lay them out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from loaders.decoding import cleaned

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:[ \t]+(.*)")
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}
_CODE = frozenset({"fence", "code_block"})
_parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The `key: value` lines at the head of the text, keys in lower case, and the text below them."""
    found = _FRONT_MATTER.match(text)
    if found is None:
        return {}, text
    lines = (found[1] or "").splitlines()
    fields = {match[1].lower(): _unquoted(match[2]) for line in lines if (match := _FIELD.fullmatch(line.rstrip()))}
    return fields, text[found.end() :]


def heading(text: str) -> tuple[str, str]:
    """The first-level heading that the text opens with, or nothing, and the text below it."""
    lines = text.lstrip().split("\n")
    opening = _parser.parse("\n".join(lines[:2]))
    if not opening or opening[0].tag != "h1" or opening[0].map is None:
        return "", text
    return _words(opening[1]), "\n".join(lines[opening[0].map[1] :])


def plain(text: str) -> str:
    """The words of the text, with an empty line between paragraphs, headings, items and rows."""
    blocks = (cleaned(block) for block in _blocks(_parser.parse(text)))  # which may spell out control characters
    return "\n\n".join(block for block in blocks if block)


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    cells: list[str] | None = None  # of the row of a table that is being read
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield " | ".join(cells or ())
            cells = None
        elif token.type in _CODE:
            yield token.content.strip("\n")
        elif token.type == "inline" and cells is not None:
            cells.append(_words(token))
        elif token.type == "inline":
            yield _words(token)


def _words(inline: Token) -> str:
    """The text of an inline token; of a picture its description, of HTML nothing."""
    return "".join(map(_word, inline.children or ())).strip()


def _word(token: Token) -> str:
    if token.type == "image":
        return _words(token)
    return _BREAKS.get(token.type, "" if token.type == "html_inline" else token.content)


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"" else value
