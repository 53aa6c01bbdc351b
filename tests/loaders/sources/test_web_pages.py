from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from made_files import SENTENCES, page

from graph.model import Document

Read = Callable[..., Document]
HEAD = (
    '<title>Tin rallies | Port Weekly</title><meta property="og:title" content="Tin rallies">'
    '<meta property="og:site_name" content="Port Weekly">'
    '<meta property="article:published_time" content="2025-03-04T10:00:00Z">'
    '<link rel="canonical" href="https://example.org/tin">'
)


def test_the_article_of_a_page_is_read_without_what_stands_around_it(read: Read) -> None:
    document = read(page(*SENTENCES, head=HEAD), "saved")
    assert document.text == "\n\n".join(SENTENCES)


def test_a_page_says_what_it_is_whose_and_when(read: Read) -> None:
    document = read(page(*SENTENCES, head=HEAD))
    assert (document.title, document.publisher) == ("Tin rallies", "Port Weekly")
    assert (document.url, document.published_at) == ("https://example.org/tin", date(2025, 3, 4))


@pytest.mark.parametrize("name", ["saved.txt", "saved", "saved.pdf"])
def test_a_page_is_known_by_its_content_whatever_it_is_called(read: Read, name: str) -> None:
    assert read(page(*SENTENCES), name).text == "\n\n".join(SENTENCES)


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_the_encoding_that_a_page_names_is_used(read: Read, encoding: str) -> None:
    words = page(*SENTENCES, "Nestlé’s sales rose to £5bn.", head=f'<meta charset="{encoding}">').decode()
    assert "Nestlé’s sales rose to £5bn." in read(words.encode(encoding)).text


def test_deep_nesting_loses_no_word(read: Read) -> None:
    deep = page(*SENTENCES).replace(b"<article>", b"<article>" + b"<div>" * 400)
    assert read(deep).text == "\n\n".join(SENTENCES)


def test_a_page_that_is_nested_too_deeply_to_be_read_whole_is_refused(refusal: Callable[..., str]) -> None:
    deep = page(*SENTENCES, around="<p>Lead fell, said Bob Stone of Shale & Co.</p>" + "<div>" * 5000)
    assert "nested so deeply that a part would be lost" in refusal(deep)


@pytest.mark.parametrize("body", ["", "<div id='root'></div><script>draw('Tin rose.')</script>", "<p>Log in</p>"])
def test_a_page_without_an_article_is_refused(refusal: Callable[..., str], body: str) -> None:
    assert "is a web page without an article" in refusal(f"<html><body>{body}</body></html>".encode())


def test_line_ends_in_the_source_of_a_page_are_no_paragraphs(read: Read) -> None:
    broken = [sentence.replace(", said", ",\n  said") for sentence in SENTENCES]
    blocks = "".join(f"<div>{sentence}</div>" for sentence in broken)
    assert read(f"<html><body>{blocks}</body></html>".encode()).text == "\n\n".join(SENTENCES)
