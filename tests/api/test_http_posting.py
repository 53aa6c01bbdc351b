"""Documents that are posted: noted as a job, read, and refused with a reason."""

from __future__ import annotations

import asyncio
import json

import pytest
from local_client import TestClient, client_of

from api import posting
from api.app import create_app
from api.settings import Settings
from graph.model import Document

TEXT = "Goldman Sachs raised its target for the CSI 300 Index to 4,700 points."
PLAIN = {"content-type": "text/plain; charset=utf-8"}


def refused(client: TestClient, status: int, name: str, **request: object) -> dict:
    response = client.post("/v1/documents", **request)
    assert (response.status_code, response.json()["type"]) == (status, f"/problems/{name}"), response.text
    assert client.get("/v1/jobs").json()["data"] == []
    return response.json()


def posted(client: TestClient, **request: object) -> dict:
    """The one document of the post, once its job is done."""
    response = client.post("/v1/documents?wait=60", **request)
    assert response.status_code == 200, response.text
    [document] = response.json()["data"]["documents"]
    return document


def stored(client: TestClient, **request: object) -> dict:
    return client.get(f"/v1/documents/{posted(client, **request)['document_id']}").json()["data"]


def test_a_post_is_noted_as_a_job_that_is_then_worked_off(client: TestClient) -> None:
    response = client.post("/v1/documents", json={"text": TEXT, "title": "A target", "published_at": "2025-03-01"})
    assert response.status_code == 202, response.text
    events = client.get(f"{response.headers['location']}/events").text
    assert "event: finished" in events
    job = client.get(response.headers["location"]).json()["data"]
    assert (job["state"], job["tally"]) == ("done", {"added": 1})
    [document] = job["documents"]
    assert document["counts"]["claims"] > 0
    kept = client.get(f"/v1/documents/{document['document_id']}").json()["data"]
    assert (kept["text"], kept["title"], kept["published_at"]) == (TEXT, "A target", "2025-03-01")


def test_what_was_read_out_of_a_document_stands_at_its_place(client: TestClient) -> None:
    document = posted(client, json={"text": TEXT})["document_id"]
    found = client.get(f"/v1/documents/{document}/annotations").json()["data"]
    assert "csi-300" in {mention["entity_id"] for mention in found["mentions"]}
    assert all(TEXT[one["start"] : one["end"]] == one["text"] for one in found["mentions"])
    assert found["claims"]
    assert all(TEXT[one["start"] : one["end"]] == one["quote"] for one in found["claims"])


def test_posting_the_same_text_again_changes_nothing(client: TestClient) -> None:
    body = {"text": TEXT, "title": "A target"}
    posted(client, json=body)
    before = client.get("/v1/stats").json()["data"]
    assert posted(client, json=body)["state"] == "unchanged"
    assert client.get("/v1/stats").json()["data"] == before


def test_several_documents_are_one_job_and_a_bad_one_keeps_out_no_other(client: TestClient) -> None:
    body = [{"text": TEXT, "title": "A target"}, {"text": "!!! ---"}, {"text": "it rained, and rained again."}]
    job = client.post("/v1/documents?wait=60", json=body).json()["data"]
    assert job["state"] == "partial"
    assert [one["state"] for one in job["documents"]] == ["added", "failed", "failed"]
    problems = [one["problem"]["type"] for one in job["documents"][1:]]
    assert problems == ["/problems/document-unreadable", "/problems/nothing-found"]


def test_files_are_uploaded_as_a_form(client: TestClient) -> None:
    files = {
        "note": ("note.txt", f"A target\nExample Wire\n2025-03-01\nunknown\n\n{TEXT}".encode(), "text/plain"),
        "view": ("view.md", f"# A view\n\n{TEXT} It **is** marked up.".encode(), "text/markdown"),
        "picture": ("picture.txt", b"\x89PNG\r\n\x1a\n\x00", "image/png"),
    }
    job = client.post("/v1/documents?wait=60", files=files).json()["data"]
    assert {one["label"]: one["state"] for one in job["documents"]} == {
        "note.txt": "added", "view.md": "added", "picture.txt": "failed"
    }  # fmt: skip
    titles = {row["title"] for row in client.get("/v1/documents").json()["data"]}
    assert {"A target", "A view"} <= titles


def test_a_field_of_a_form_is_a_document_too(client: TestClient) -> None:
    form = {"content-type": "multipart/form-data; boundary=x"}
    field = f'--x\r\nContent-Disposition: form-data; name="note"\r\n\r\n{TEXT}\r\n--x--\r\n'
    assert posted(client, content=field.encode(), headers=form)["label"] == "note"


@pytest.mark.parametrize("body", [b"--x\r\nbroken", b"", b"--x--\r\n"])
def test_a_form_that_is_empty_or_broken_is_refused(client: TestClient, body: bytes) -> None:
    refused(client, 422, "body-invalid", content=body, headers={"content-type": "multipart/form-data; boundary=x"})


def test_plain_text_may_carry_four_header_lines(client: TestClient) -> None:
    body = f"A target\nExample Wire\n2025-03-01\nunknown\n\n{TEXT}"
    document = stored(client, content=body.encode(), headers=PLAIN)
    assert (document["title"], document["publisher"], document["published_at"]) == (
        "A target",
        "Example Wire",
        "2025-03-01",
    )


def test_the_text_of_json_is_kept_word_for_word(client: TestClient) -> None:
    text = f"A line that looks like a title\n\n{TEXT}"
    assert stored(client, json={"text": text})["text"] == text


def test_the_type_of_a_body_says_whether_it_is_markdown(client: TestClient) -> None:
    text = f"# {TEXT} It is **not** a heading."
    assert stored(client, content=text.encode(), headers=PLAIN)["text"] == text
    marked = f"# A target\n\n{TEXT} It **is** marked up."
    read = stored(client, content=marked.encode(), headers={"content-type": "text/markdown"})
    assert (read["title"], read["text"]) == ("A target", f"{TEXT} It is marked up.")


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "text/markdown"])
def test_a_body_is_read_where_it_keeps_no_other_request_waiting(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    loops: list[bool] = []
    monkeypatch.setattr(posting, "_from_json", lambda *_: _noted(loops) and [])
    monkeypatch.setattr(posting, "parse", lambda *_, **__: _noted(loops))
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
    refused(client, 413, "document-too-large", json={"text": large.decode()})


def test_a_request_with_too_much_in_it_is_refused_as_a_whole(address: str) -> None:
    app = create_app(Settings(store=address, max_request_bytes=1000, max_waiting_documents=3))
    with client_of(app) as client:
        refused(client, 413, "document-too-large", json=[{"text": TEXT * 5}] * 4)
        busy = refused(client, 503, "server-busy", json=[{"text": "UBS rose."}] * 4)
        assert "at most 3" in busy["detail"]


@pytest.mark.parametrize("kind", ["application/pdf", "text/html", "application/x-www-form-urlencoded", ""])
def test_other_kinds_of_body_are_refused(client: TestClient, kind: str) -> None:
    refused(client, 415, "media-type-unsupported", content=b"Alibaba rose.", headers={"content-type": kind})


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"text": ""},
        {"text": TEXT, "titel": "x"},
        {"text": TEXT, "published_at": "soon"},
        {"text": TEXT, "published_at": 0},
        {"text": 1},
        [TEXT],
        [],
        1,
    ],
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


def test_a_page_of_another_site_may_neither_write_nor_remove(client: TestClient) -> None:
    elsewhere = {"origin": "https://evil.example"}
    refused(client, 403, "origin-refused", json={"text": TEXT}, headers=elsewhere)
    document = client.get("/v1/documents").json()["data"][0]["id"]
    assert client.delete(f"/v1/documents/{document}", headers=elsewhere).status_code == 403
    assert client.post("/v1/documents", json={"text": TEXT}, headers={"origin": "http://localhost"}).status_code == 202


def test_a_document_is_removed_with_what_only_it_contributed(client: TestClient) -> None:
    before = client.get("/v1/stats").json()["data"]
    document = posted(client, json={"text": TEXT})["document_id"]
    removed = client.delete(f"/v1/documents/{document}")
    assert (removed.status_code, removed.content, removed.headers.get("content-type")) == (204, b"", None)
    assert client.get("/v1/stats").json()["data"] == before
    assert client.delete(f"/v1/documents/{document}").status_code == 404


def test_events_go_on_behind_the_last_one_that_was_seen(client: TestClient) -> None:
    where = client.post("/v1/documents?wait=60", json={"text": TEXT}).headers["location"]
    whole = events_of(client.get(f"{where}/events").text)
    assert [event["event"] for event in whole] == ["document", "finished"]
    assert json.loads(whole[0]["data"])["state"] == "added"
    rest = client.get(f"{where}/events", headers={"Last-Event-ID": whole[0]["id"]})
    assert [event["event"] for event in events_of(rest.text)] == ["finished"]
    senseless = client.get(f"{where}/events", headers={"Last-Event-ID": "9" * 5000})
    assert events_of(senseless.text) == whole


def events_of(stream: str) -> list[dict[str, str]]:
    parts = (part.splitlines() for part in stream.split("\n\n") if part.strip() and not part.startswith(":"))
    return [dict(line.split(": ", 1) for line in part) for part in parts]


@pytest.mark.parametrize("path", ["/v1/jobs/nothing", "/v1/jobs/nothing/events"])
def test_an_unknown_job_is_a_404(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.json()["type"]) == (404, "/problems/job-not-found")


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        *[("entity=alibaba", 1), ("publisher=nobody", 0), ("title=PAIRS", 1)],
        *[("from=2025-02-20", 1), ("to=2025-01-01", 0), ("as_of=2025-01-01", 0), ("known_at=2000-01-01", 0)],
    ],
)
def test_documents_are_narrowed_by_filters(client: TestClient, query: str, titles: int) -> None:
    answer = client.get(f"/v1/documents?{query}").json()
    assert (len(answer["data"]), answer["page"]["total"]) == (titles, titles)
