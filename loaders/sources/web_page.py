"""Web pages and saved articles: the main text without what stands around it, and what the page says of itself."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

import trafilatura
from lxml import etree, html

from graph.model import Document
from loaders.decoding import cleaned, text_of
from loaders.errors import DocumentUnreadable
from loaders.sources.paragraphs import joined, paragraphs

_CHARSET = re.compile(rb"""<meta[^>]{1,200}charset\s*=\s*["']?([\w-]{1,40})""", re.IGNORECASE)
_REACH_OF_CHARSET = 4096
_FEWEST_KEPT = 0.9  # of a page's words: a parser that keeps fewer has lost a part of the page
_SPACE = re.compile(r"\s+")
_AS_IT_IS = frozenset({"pre", "code", "script", "style", "textarea"})  # scripts say when a page was published
_SHORTEST = 25  # characters of a main text


def document(data: bytes, source: str) -> Document:
    """The article of a page; raises `DocumentUnreadable` where it has none, or where a part of it would be lost."""
    return article(_decoded(data), source)


def article(markup: str, source: str) -> Document:
    """The same for the text of a page."""
    tree = _tree(markup)
    found = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False)
    assert not isinstance(found, dict), "asked for so in earlier versions only"
    body = joined(cleaned(found.text or "").split("\n")) if found else ""
    if found is None or len(body) < _SHORTEST:
        raise DocumentUnreadable(
            "is a web page without an article in it: it may be drawn by scripts or stand behind a wall; "
            "save its text as a .txt."
        )
    title, publisher = cleaned(found.title or ""), found.sitename or found.hostname
    return Document(_below(title, body), title, publisher or None, _address(found.url), _day(found.date), source)


def _tree(markup: str) -> html.HtmlElement:
    """The page as a tree. The library silently gives up what is nested deeply, so its words are counted."""
    parser = html.HTMLParser(huge_tree=True, encoding="utf-8")
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError) as problem:
        raise DocumentUnreadable(
            f"is a web page that cannot be read ({problem}): save its text as a .txt."
        ) from problem
    kept = len(" ".join(tree.itertext()).split())
    if kept < _FEWEST_KEPT * len(paragraphs(markup).split()):
        raise DocumentUnreadable("is a web page nested so deeply that a part would be lost: save its text as a .txt.")
    _unwrap(tree)
    return tree


def _unwrap(tree: html.HtmlElement) -> None:
    """Make white space what a browser shows: a line end in the source of a page is none in its text."""
    for element in tree.iter():
        if element.text and element.tag not in _AS_IT_IS:
            element.text = _SPACE.sub(" ", element.text)
        if element.tail:
            element.tail = _SPACE.sub(" ", element.tail)


def _decoded(data: bytes) -> str:
    """The text of the page, in the encoding that it names if it is in that; UTF-8 is told by its bytes alone."""
    if not data.isascii():
        with suppress(UnicodeError):
            return cleaned(data.decode("utf-8-sig"))
    named = _CHARSET.search(data[:_REACH_OF_CHARSET])
    if named is not None:
        with suppress(LookupError, UnicodeError):
            return cleaned(data.decode(named[1].decode()))
    return text_of(data)


def _below(title: str, body: str) -> str:
    """The text without the title that it opens with."""
    opening, _, rest = body.partition("\n\n")
    return rest if rest and title and opening.strip() == title.strip() else body


def _address(url: str | None) -> str | None:
    return url if url and re.match(r"https?://\S+\Z", url) else None


def _day(value: str | None) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(value or "")
    return None
