"""Markdown to plain text: the words of a document without the signs that lay them out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:[ \t]+(.*)")
_TITLE = re.compile(r"(?:#[ \t]+(?P<hash>[^\n]+)|(?P<line>[^\n]+)\n=+[ \t]*)(?:\n|\Z)")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_QUOTE = re.compile(r"(?:[ \t]{0,3}>[ \t]?)+")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+")
_BLOCK = re.compile(r"[ \t]*(?:#{1,6}[ \t]+|[-*+][ \t]+|(?=\d{1,3}[.)][ \t]|\|))")
_REFERENCE = re.compile(r"[ \t]{0,3}\[[^\]\n]+\]:[ \t]+\S+")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
# Each looks no further than the next sign of its kind, so that no text makes it slow.
_INLINE = (
    (re.compile(r"<!--[^\n]{0,500}?-->|</?[A-Za-z][^<>\n]{0,200}>"), ""),
    (re.compile(r"!?\[([^\[\]]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\[\]\n]*\])"), r"\1"),
    (re.compile(r"(?<!\\)`+([^`\n]+)`+"), r"\1"),
    (re.compile(r"(?<![\\*])(\*{1,3})(?=\S)([^*\n]+)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\\\w])(_{1,3})(?=\S)([^_\n]+)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"~~([^~\n]+)~~"), r"\1"),
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CHARACTER = re.compile(r"&#?\w{1,30};")
_NESTING = 2  # an image within a link, italics within bold


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
    text = text.lstrip()
    found = _TITLE.match(text)
    if found is None:
        return "", text
    return _inline(_without_closing_hashes(found["hash"] or found["line"])), text[found.end() :]


def plain(text: str) -> str:
    """The words of the text, one line for each paragraph, heading and item, since a line break ends a sentence."""
    return "\n".join(_paragraphs(text)).strip("\n")


def _paragraphs(text: str) -> Iterator[str]:
    """Blank lines stay; lines that were only wrapped are joined."""
    paragraph: list[str] = []
    for line, goes_on in _lines(text):
        if paragraph and not goes_on:
            yield _inline(" ".join(paragraph))
            paragraph = []
        if line.strip():
            paragraph.append(line.strip().removesuffix("\\"))
        else:
            yield ""
    if paragraph:
        yield _inline(" ".join(paragraph))


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """Each line without its block signs, and whether it goes on from the line before."""
    in_code = block_ends = False
    for raw in text.split("\n"):
        quote = None if in_code else _QUOTE.match(raw)
        line = raw[quote.end() :] if quote else raw
        if _FENCE.match(line):
            in_code, block_ends = not in_code, True
        elif in_code:
            yield line, False
        elif _is_layout(line):
            block_ends = True
        else:
            words, starts_block = _without_block_sign(line)
            yield words, not (starts_block or block_ends)
            block_ends = line.endswith(("  ", "\\")) or _HEADING.match(line) is not None


def _is_layout(line: str) -> bool:
    """Whether the line only draws a rule or a table, or says where a link leads."""
    signs = set(line) - {" ", "\t"}
    is_rule = len(signs) == 1 and signs <= set("-*_=")
    is_table_rule = "-" in signs and signs <= set("|:-")
    return is_rule or is_table_rule or _REFERENCE.match(line) is not None


def _without_block_sign(line: str) -> tuple[str, bool]:
    """The words of the line, and whether a block of its own begins with it."""
    if not line.strip():
        return "", True
    sign = _BLOCK.match(line)
    if sign is None:
        return line, False
    words = line[sign.end() :]
    return (_without_closing_hashes(words) if _HEADING.match(line) else words), True


def _without_closing_hashes(words: str) -> str:
    shorter = words.rstrip().rstrip("#")
    return shorter.rstrip() if shorter.endswith((" ", "\t")) else words.strip()


def _inline(line: str) -> str:
    line = _AUTOLINK.sub(r"\1", line)
    for pattern, words in _INLINE * _NESTING:
        line = pattern.sub(words, line)
    return _CHARACTER.sub(lambda match: html.unescape(match[0]), _ESCAPE.sub(r"\1", line)).strip()


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"" else value
