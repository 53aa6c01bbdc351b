"""Documents that are posted: read, stored at once, and refused with a reason."""

from __future__ import annotations

import asyncio

import pytest
from starlette.testclient import TestClient

from api import posted
from graph.model import Document

TEXT = "Goldman Sachs raised its target for the CSI 300 Index to 4,700 points."
PLAIN = {"content-type": "text/plain; charset=utf-8"}


def refused(client: TestClient, status: int, name: str, **request: object) -> dict:
    before = client.get("/v1/stats").json()["data"]
    response = client.post("/v1/documents", **request)
    assert (response.status_code, response.json()["type"]) == (status, f"/problems/{name}"), response.text
    assert client.get("/v1/stats").json()["data"] == before
    return response.json()


def test_a_posted_document_can_be_asked_about_at_once(client: TestClient) -> None:
    response = client.post("/v1/documents", json={"text": TEXT, "title": "A target", "published_at": "2025-03-01"})
    assert response.status_code == 201, response.text
    answer = response.json()["data"]
    assert answer["status"] == "added"
    assert "csi-300" in {entity["id"] for entity in answer["entities"]}
    for claim in answer["claims"]:
        evidence = claim["evidence"]
        assert TEXT[evidence["start"] : evidence["end"]] == evidence["quote"]
        assert client.get(f"/v1/claims/{claim['id']}").status_code == 200
    stored = client.get(response.headers["location"]).json()["data"]
    assert (stored["text"], stored["title"], stored["published_at"]) == (TEXT, "A target", "2025-03-01")


def test_posting_the_same_text_again_changes_nothing(client: TestClient) -> None:
    body = {"text": TEXT, "title": "A target"}
    client.post("/v1/documents", json=body)
    before = client.get("/v1/stats").json()["data"]
    again = client.post("/v1/documents", json=body)
    assert (again.status_code, again.json()["data"]["status"]) == (200, "unchanged")
    assert client.get("/v1/stats").json()["data"] == before


def test_plain_text_may_carry_four_header_lines(client: TestClient) -> None:
    body = f"A target\nExample Wire\n2025-03-01\nunknown\n\n{TEXT}"
    document = client.post("/v1/documents", content=body.encode(), headers=PLAIN).json()["data"]["document"]
    assert (document["title"], document["publisher"], document["published_at"]) == (
        "A target",
        "Example Wire",
        "2025-03-01",
    )


def test_the_text_of_json_is_kept_word_for_word(client: TestClient) -> None:
    text = f"A line that looks like a title\n\n{TEXT}"
    location = client.post("/v1/documents", json={"text": text}).headers["location"]
    assert client.get(location).json()["data"]["text"] == text


def test_the_type_of_a_body_says_whether_it_is_markdown(client: TestClient) -> None:
    text = f"# {TEXT} It is **not** a heading."
    kept = client.post("/v1/documents", content=text.encode(), headers=PLAIN).headers["location"]
    assert client.get(kept).json()["data"]["text"] == text
    marked = f"# A target\n\n{TEXT} It **is** marked up."
    read = client.post("/v1/documents", content=marked.encode(), headers={"content-type": "text/markdown"})
    stored = client.get(read.headers["location"]).json()["data"]
    assert (stored["title"], stored["text"]) == ("A target", f"{TEXT} It is marked up.")


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "text/markdown"])
def test_a_body_is_read_where_it_keeps_no_other_request_waiting(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    loops: list[bool] = []
    monkeypatch.setattr(posted, "_from_json", lambda *_: _noted(loops))
    monkeypatch.setattr(posted, "parse", lambda *_, **__: _noted(loops))
    client.post("/v1/documents", content=b"{}", headers={"content-type": kind})
    assert loops == [False]


def _noted(loops: list[bool]) -> Document:
    """Note whether this runs on the loop that serves everybody."""
    loops.append(asyncio._get_running_loop() is not None)
    return Document(TEXT)


def test_a_body_that_is_too_large_is_refused_however_it_is_sent(client: TestClient) -> None:
    large = b"Alibaba rose. " * 10_000
    refused(client, 413, "document-too-large", content=large, headers=PLAIN)
    refused(client, 413, "document-too-large", content=iter([large[:60_000], large[60_000:]]), headers=PLAIN)


@pytest.mark.parametrize("kind", ["application/pdf", "text/html", "multipart/form-data; boundary=x", ""])
def test_other_kinds_of_body_are_refused(client: TestClient, kind: str) -> None:
    refused(client, 415, "media-type-unsupported", content=b"Alibaba rose.", headers={"content-type": kind})


@pytest.mark.parametrize(
    "body",
    [{}, {"text": ""}, {"text": TEXT, "titel": "x"}, {"text": TEXT, "published_at": "soon"}, {"text": 1}, [TEXT], TEXT],
)
def test_a_body_that_says_nonsense_is_refused_with_the_field(client: TestClient, body: object) -> None:
    assert refused(client, 422, "body-invalid", json=body)["errors"]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "news.example"])
def test_an_address_is_a_web_address(client: TestClient, url: str) -> None:
    assert refused(client, 422, "body-invalid", json={"text": TEXT, "url": url})["errors"][0]["field"] == "url"


@pytest.mark.parametrize("content", [b"{", b'{"text": "\\ud800"}', b"\xff\xfe{", b"[" * 100_000])
def test_broken_json_is_refused(client: TestClient, content: bytes) -> None:
    refused(client, 422, "body-invalid", content=content, headers={"content-type": "application/json"})


@pytest.mark.parametrize("content", [b"", b" \n ", b"\x00\x01\x02", b"%PDF-1.7 abc", b"!!! ---"])
def test_what_is_no_text_is_refused(client: TestClient, content: bytes) -> None:
    refused(client, 422, "document-unreadable", content=content, headers=PLAIN)


def test_a_text_that_names_nobody_is_not_stored(client: TestClient) -> None:
    refused(client, 422, "nothing-found", json={"text": "it rained all day, and then it rained some more."})


def test_a_page_of_another_site_may_not_write(client: TestClient) -> None:
    refused(client, 403, "origin-refused", json={"text": TEXT}, headers={"origin": "https://evil.example"})
    own = client.post("/v1/documents", json={"text": TEXT}, headers={"origin": "http://localhost"})
    assert own.status_code == 201
