"""What Neo4j Browser loads from the API: the guide, the style sheet, the saved queries."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from api.pages.favourites import favourites
from graph.model import Kind
from graph.ontology import EDGES, NODES

BROWSER = {"Origin": "http://localhost:7474"}
GUIDE = "/guides/streetgraph.html"
FILES = [GUIDE, "/guides/streetgraph.grass", "/guides/favourites.cypher", "/guides/favourites.zip"]
RULE = re.compile(r"(node|relationship)\.(\w+) \{(.*?)\n\}", re.DOTALL)
# What Browser takes for an event handler and cuts out of every guide, wherever it stands.
CUT_OUT = re.compile(r"\s+(on[^\s=]+)[^\s=]*\s*=\s*(\"[^\"]*\"|'[^']*'|[\w\-.:]+\s*)", re.IGNORECASE)


class Slides(HTMLParser):
    """Collects the slides of a guide and what can be run in them, as Browser does."""

    def __init__(self) -> None:
        super().__init__()
        self.slides = 0
        self.runnable: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.slides += tag == "slide"
        self._inside = tag == "pre" and "runnable" in (dict(attrs).get("class") or "")
        if self._inside:
            self.runnable.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "pre"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.runnable[-1] += data


@pytest.mark.parametrize("path", FILES)
def test_a_page_of_another_origin_may_read_the_files(client: TestClient, path: str) -> None:
    answer = client.get(path, headers=BROWSER)
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "*"


def test_browser_is_told_that_it_may_send_its_own_headers(client: TestClient) -> None:
    asking = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "cache-control,pragma"}
    answer = client.options(GUIDE, headers=BROWSER | asking)
    assert answer.status_code == 200
    assert {"cache-control", "pragma"} <= set(answer.headers["access-control-allow-headers"].lower().split(", "))


def test_no_other_page_is_opened_to_other_origins(client: TestClient) -> None:
    assert "access-control-allow-origin" not in client.get("/v1/stats", headers=BROWSER).headers


def test_a_guide_that_is_not_there_is_a_problem_like_any_other(client: TestClient) -> None:
    answer = client.get("/guides/elsewhere.html")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_the_guide_has_a_slide_for_each_saved_query_and_one_to_begin_with(client: TestClient) -> None:
    slides = Slides()
    slides.feed(client.get(GUIDE).text)
    assert slides.slides == len(favourites()) + 1
    assert slides.runnable == [
        ":style http://localhost/guides/streetgraph.grass",
        *(one.cypher for one in favourites()),
    ]


def test_browser_cuts_nothing_out_of_the_guide(client: TestClient) -> None:
    assert not CUT_OUT.search(client.get(GUIDE).text)


def test_each_saved_query_is_named_by_its_first_comment_and_bounded() -> None:
    assert len({one.title for one in favourites()}) == len(favourites()) > 10
    for one in favourites():
        assert one.text.startswith(f"// {one.title}\n")
        assert "LIMIT" in one.cypher or "count(" in one.cypher, f"{one.title} may return everything"


def test_the_zip_file_holds_each_saved_query_in_one_folder_the_same_each_time(client: TestClient) -> None:
    content = client.get("/guides/favourites.zip").content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {"streetgraph"}
        assert [archive.read(name).decode() for name in archive.namelist()] == [one.text for one in favourites()]
    assert client.get("/guides/favourites.zip").content == content


def test_the_style_sheet_sets_every_label_and_relationship(client: TestClient) -> None:
    rules = RULE.findall(client.get("/guides/streetgraph.grass").text)
    nodes = {name: text for tag, name, text in rules if tag == "node"}
    assert set(nodes) == {kind.name for kind in NODES} | set(Kind)
    assert {name for tag, name, _ in rules if tag == "relationship"} == {kind.name for kind in EDGES}
    assert all("caption:" in text for _, _, text in rules)
    assert all("color:" in nodes[kind] and "diameter:" in nodes[kind] for kind in Kind)
