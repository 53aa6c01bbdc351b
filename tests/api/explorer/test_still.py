"""What is sent as one piece of markup holds the words and attributes that were given, and no tag but those."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from api.explorer.still import tag

WORDS = st.text(st.sampled_from("ab é😀&<>\"'=/`;#\n"), max_size=30)


class Read(HTMLParser):
    """Tags with their attributes, and words, as a browser reads them."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((name, dict(attributes)))

    def handle_data(self, words: str) -> None:
        self.words += words


@given(st.lists(WORDS, max_size=3), WORDS)
def test_whatever_is_said_in_a_tag_is_read_as_words(inner: list[str], address: str) -> None:
    read = Read(tag("li", *inner, tag("a", address, href=address, aria_label=address), css="x", id=None))
    assert read.words == "".join(inner) + address
    assert read.tags == [("li", {"class": "x"}), ("a", {"href": address, "aria-label": address})]
