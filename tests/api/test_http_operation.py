"""What whoever runs the server sees of it: request ids, logs, figures, headers, and packed answers."""

from __future__ import annotations

import json
import logging
from uuid import UUID, uuid4

import anyio
import pytest
from local_client import TestClient, client_of

from api.app import create_app
from api.operation.logs import Logged, log_to_standard_error
from api.settings import Settings

ORIGIN = "https://desk.example"


@pytest.fixture
def engine() -> str:
    """The embedded one: none of this has to do with the store."""
    return "ladybug"


def test_every_answer_has_an_id_and_keeps_that_of_the_asker(client: TestClient) -> None:
    assert UUID(client.get("/v1/stats").headers["x-request-id"])
    given = uuid4().hex
    assert client.get("/v1/nothing", headers={"X-Request-ID": given}).headers["x-request-id"] == given


def test_each_request_is_one_line_of_json_without_what_was_asked(
    client: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    log_to_standard_error("info", "json")
    client.get("/v1/search?q=swordfish", headers={"Authorization": "Basic swordfish"})
    client.get("/v1/entities/swordfish")
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    asked = [line for line in lines if line["logger"] == "streetgraph.requests"]
    assert [(line["operation"], line["status"]) for line in asked] == [("search", 200), ("read_entity", 404)]
    assert all(UUID(line["request_id"]) and line["ms"] > 0 for line in asked)
    assert "swordfish" not in json.dumps(lines)


def test_the_log_for_people_is_quiet_unless_asked(client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    log_to_standard_error("warning", "text")
    client.get("/v1/stats")
    assert capsys.readouterr().err == ""
    logging.getLogger("streetgraph").warning("low on disk")
    assert "WARNING" in capsys.readouterr().err


def test_whoever_leaves_amid_an_answer_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    async def left_alone(*_: object) -> None:
        raise ExceptionGroup("in the stream", [anyio.BrokenResourceError()])

    log_to_standard_error("warning", "text")
    anyio.run(Logged(left_alone), {"type": "http", "method": "GET"}, None, None)
    assert capsys.readouterr().err == ""


def test_a_failure_amid_an_answer_stays_one() -> None:
    async def broken(*_: object) -> None:
        raise ExceptionGroup("in the stream", [OSError("disk")])

    with pytest.raises(ExceptionGroup):
        anyio.run(Logged(broken), {"type": "http", "method": "GET"}, None, None)


def test_metrics_count_requests_by_the_pattern_of_their_address(client: TestClient) -> None:
    for name in ("goldman-sachs", "scott-rubner", "nothing-of-the-kind"):
        client.get(f"/v1/entities/{name}")
    counts = client.get("/metrics").text
    assert 'http_requests_total{handler="/v1/entities/{reference}",method="GET",status="2xx"} 2.0' in counts
    assert "nothing-of-the-kind" not in counts


def test_methods_that_somebody_invents_are_counted_as_one(client: TestClient) -> None:
    for number in range(3):
        assert client.request(f"BREW{number}", "/v1/stats").status_code == 405
    counts = client.get("/metrics").text
    assert 'http_requests_total{handler="/v1/stats",method="other",status="4xx"} 3.0' in counts
    assert "BREW" not in counts


@pytest.mark.parametrize("path", ["/v1/stats", "/docs", "/v1/nothing", "/health/live"])
def test_browsers_are_told_to_be_careful(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"


def test_long_answers_are_packed_for_whoever_takes_that(client: TestClient) -> None:
    packed = client.get("/v1/claims", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in client.get("/v1/claims", headers={"Accept-Encoding": "identity"}).headers


def test_pages_elsewhere_may_ask_only_where_the_settings_name_them(address: str) -> None:
    asked = {"Origin": ORIGIN}
    with client_of(create_app(Settings(store=address, cors_origins=f"{ORIGIN}, https://other.example"))) as client:
        assert client.get("/v1/stats", headers=asked).headers["access-control-allow-origin"] == ORIGIN
        stranger = client.get("/v1/stats", headers={"Origin": "https://evil.example"})
        assert "access-control-allow-origin" not in stranger.headers
        assert client.post("/v1/documents", json={"text": "UBS likes Alibaba."}, headers=asked).status_code < 300
    with client_of(create_app(Settings(store=address))) as client:
        assert "access-control-allow-origin" not in client.get("/v1/stats", headers=asked).headers
        assert client.post("/v1/documents", json={"text": "UBS likes Alibaba."}, headers=asked).status_code == 403


def test_an_answer_that_is_still_good_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/v1/claims")
    again = client.get("/v1/claims", headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])


def test_an_answer_in_one_form_is_not_taken_for_one_in_another(client: TestClient) -> None:
    tag = client.get("/v1/subgraph?ids=alibaba").headers["etag"]
    drawn = {"Accept": "application/graphml+xml", "If-None-Match": tag}
    assert client.get("/v1/subgraph?ids=alibaba", headers=drawn).text.startswith("<?xml")


def test_what_changes_while_the_graph_does_not_has_no_tag(client: TestClient) -> None:
    tag = client.get("/v1/claims").headers["etag"]
    job = client.post("/v1/documents?wait=60", json={"text": "Nothing is named here."}).headers["location"]
    for path in (job, "/v1/jobs", "/v1/suggest?q=ali"):
        answer = client.get(path, headers={"If-None-Match": tag})
        assert (answer.status_code, "etag" in answer.headers) == (200, False)


def test_a_write_makes_every_answer_a_new_one(client: TestClient) -> None:
    before = client.get("/v1/claims").headers["etag"]
    client.post("/v1/documents?wait=60", json={"text": "UBS benchmarks Alibaba against Amazon."})
    assert client.get("/v1/claims", headers={"If-None-Match": before}).status_code == 200


def test_every_answer_is_kept_only_as_long_as_it_is_good(client: TestClient) -> None:
    document = client.get("/v1/documents").json()["data"][0]["id"]
    assert client.get("/v1/claims").headers["cache-control"] == "private, no-cache"
    first = client.get(f"/v1/documents/{document}")
    assert first.headers["cache-control"] == "private, max-age=0, must-revalidate"
    held = {"If-None-Match": first.headers["etag"]}
    assert client.get(f"/v1/documents/{document}", headers=held).status_code == 304
    client.delete(f"/v1/documents/{document}")
    assert client.get(f"/v1/documents/{document}", headers=held).status_code == 404


def test_a_server_whose_store_is_gone_is_alive_but_not_ready(address: str) -> None:
    app = create_app(Settings(store=address))
    with client_of(app) as client:
        app.state.store.close()
        assert client.get("/health/live").status_code == 200
        assert client.get("/health/ready").status_code == 503


@pytest.mark.parametrize("path", ["/v1/stats", "/v1/claims?limit=1", "/health/live", "/docs"])
def test_a_head_is_that_of_the_answer(client: TestClient, path: str) -> None:
    head, whole = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == whole.headers["content-type"]
    assert client.head("/v1/claims/nothing").status_code == 404
    assert client.head("/v1/resolve").headers["allow"] == "POST"
