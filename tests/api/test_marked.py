"""A document with its marks: every word of the text is there, and each mark is over the words that it is of."""

from __future__ import annotations

import re
from html import unescape

import pytest
from local_client import TestClient

from api.client import Streetgraph
from api.notebook import marked
from api.schemas import Annotations, DocumentOut


@pytest.fixture
def read(client: TestClient) -> tuple[DocumentOut, Annotations]:
    """The note with a pair and a number, and what was read out of it."""
    graph = Streetgraph(http=client)
    [one] = [one for one in graph.documents() if one.title == "Pairs and worries"]
    return graph.document(one.id), graph.annotations(one.id)


def words_under(html: str, says: str) -> str:
    """The words of all pieces that tell this."""
    pieces = re.findall(r'<span style="[^"]*" title="([^"]*)">([^<]*)</span>', html)
    return unescape("".join(words for told, words in pieces if says in unescape(told)))


def test_the_text_is_whole(read: tuple[DocumentOut, Annotations]) -> None:
    html = marked(*read)._repr_html_()
    assert unescape(re.sub(r"<[^>]*>", "", html.replace("<br>", "\n"))) == read[0].text


def test_names_claims_and_figures_are_marked_where_they_stand(read: tuple[DocumentOut, Annotations]) -> None:
    html = marked(*read)._repr_html_()
    assert words_under(html, "Amazon (Company)") == "Amazon"
    assert words_under(html, "S&P 500 (Index)") == "S&P 500"
    [warned] = [claim for claim in read[1].claims if claim.type == "warning"]
    assert words_under(html, "warning, negative") == warned.quote
    assert words_under(html, "percent") == "5%"


def test_text_of_a_stranger_stays_text(read: tuple[DocumentOut, Annotations]) -> None:
    hostile = read[0].model_copy(update={"text": "<script>alert(1)</script> & more"})
    html = marked(hostile, Annotations(mentions=[], claims=[]))._repr_html_()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in html
