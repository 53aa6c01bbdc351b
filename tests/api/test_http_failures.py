"""What goes wrong over HTTP is a problem document that says what to do, and nothing of the inside."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from local_client import TestClient, client_of

from api.app import create_app
from api.problems import PUBLISHED
from api.settings import Settings


def problem(client: TestClient, path: str, status: int, name: str) -> dict:
    response = client.get(path)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    document = response.json()
    assert (document["type"], document["status"]) == (f"/problems/{name}", status)
    assert document["instance"] == path.partition("?")[0]
    assert document["title"]
    assert document["detail"]
    return document


def test_an_unknown_name_is_answered_with_the_nearest(client: TestClient) -> None:
    document = problem(client, "/v1/entities/alibabba", 404, "entity-not-found")
    assert document["nearest"][0] == "alibaba"


def test_a_name_of_several_is_answered_with_the_candidates(client: TestClient) -> None:
    document = problem(client, "/v1/claims?speaker=the+bank", 409, "ambiguous-name")
    assert document["candidates"] == ["goldman-sachs", "ubs"]


def test_an_unknown_parameter_is_refused_with_those_that_are_known(client: TestClient) -> None:
    document = problem(client, "/v1/claims?speeker=ubs", 400, "parameter-unknown")
    assert document["unknown"] == ["speeker"]
    assert {"speaker", "about", "from", "to", "cursor"} <= set(document["known"])


@pytest.mark.parametrize("path", ["/health/ready", "/v1/stats", "/v1/documents/x"])
def test_an_address_without_parameters_refuses_all(client: TestClient, path: str) -> None:
    assert problem(client, f"{path}?verbose=1", 400, "parameter-unknown")["known"] == []


def test_a_parameter_given_twice_is_refused(client: TestClient) -> None:
    assert problem(client, "/v1/claims?speaker=ubs&speaker=rubner", 400, "parameter-unknown")["repeated"] == ["speaker"]


@pytest.mark.parametrize(
    "query",
    [
        *("limit=0", "limit=many", "type=guess", "stance=up", "cursor=forged", f"speaker={'x' * 201}"),
        *("from=yesterday", "from=0", "to=1740700800", "as_of=20250228", "as_of=2025-02-28T00:00:00"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused(client: TestClient, query: str) -> None:
    name = query.partition("=")[0]
    assert name in problem(client, f"/v1/claims?{query}", 400, "parameter-invalid")["detail"]


def test_a_cursor_belongs_to_its_filters(client: TestClient) -> None:
    cursor = client.get("/v1/claims?limit=1").json()["page"]["next"]
    problem(client, f"/v1/claims?limit=1&cursor={cursor}&speaker=rubner", 400, "parameter-invalid")


def test_a_path_needs_both_ends_and_few_hops(client: TestClient) -> None:
    assert "target" in problem(client, "/v1/paths?source=ubs", 400, "parameter-invalid")["detail"]
    problem(client, "/v1/paths?source=ubs&target=amazon&max_hops=99", 400, "parameter-invalid")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/v1/claims/nothing", "claim-not-found"),
        ("/v1/documents/nothing", "document-not-found"),
        ("/v1/nothing", "route-not-found"),
        ("/v1/entities/..%2F..%2Fetc%2Fpasswd", "route-not-found"),
        ("/problems/nothing", "route-not-found"),
    ],
)
def test_what_is_not_there_is_a_404(client: TestClient, path: str, name: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.json()["type"]) == (404, f"/problems/{name}")


def test_whoever_goes_astray_in_a_browser_reads_a_page(client: TestClient) -> None:
    asked = {"Accept": "text/html,application/xhtml+xml"}
    page = client.get("/entty/<b>ubs", headers=asked)
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "There is no page /entty/&lt;b&gt;ubs." in page.text
    assert client.get("/v1/nothing", headers=asked).json()["type"] == "/problems/route-not-found"


def test_a_method_that_is_not_taken_says_which_are(client: TestClient) -> None:
    response = client.delete("/v1/claims")
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD")
    assert response.json()["type"] == "/problems/method-not-allowed"
    assert client.put("/v1/documents").headers["allow"] == "GET, HEAD, POST"


def test_an_unexpected_failure_shows_nothing_of_the_inside(address: str) -> None:
    app = create_app(Settings(store=address))

    @app.get("/v1/broken")
    def broken() -> None:
        raise RuntimeError("the password is swordfish")

    with client_of(app) as client:
        document = problem(client, "/v1/broken", 500, "internal-error")
    assert "swordfish" not in str(document)


def test_a_store_that_was_closed_is_a_503(address: str) -> None:
    app = create_app(Settings(store=address))
    with client_of(app) as client:
        app.state.store.close()
        problem(client, "/health/ready", 503, "store-unavailable")


def test_whether_the_server_is_well_is_told_without_counting(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, asked = client.app.state.store, []
    monkeypatch.setattr(
        client.app.state,
        "store",
        SimpleNamespace(engine=store.engine, read=lambda query: asked.append(query) or [{"revision": 1}]),
    )
    assert client.get("/health/ready").json()["status"] == "ok"
    assert asked == ["schema.version"]


@pytest.mark.parametrize("name", sorted(PUBLISHED))
def test_every_type_of_problem_leads_to_a_page_of_help(client: TestClient, name: str) -> None:
    page = client.get(PUBLISHED[name].type)
    assert page.headers["content-type"].startswith("text/html")
    assert PUBLISHED[name].title in page.text
    assert name in client.get("/problems").text
