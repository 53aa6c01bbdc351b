"""The explorer is no way around keys: not its pages, not its socket, not for a page elsewhere."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest
from looking import PATIENCE_MS, Eyes, serving
from playwright.sync_api import Browser, expect

from api.access.keys import KeyFile, Scope

SOCKET = "/_nicegui_ws/socket.io/?EIO=4&transport=polling"


@pytest.fixture
def keys(tmp_path: Path) -> KeyFile:
    return KeyFile(tmp_path / "keys.db")


@pytest.fixture
def guarded(tmp_path: Path, keys: KeyFile) -> Iterator[str]:
    """The address of a server that wants a key from everybody."""
    settings = {
        **os.environ,
        "STREETGRAPH_STORE": f"ladybug:{tmp_path / 'graph.db'}",
        "STREETGRAPH_JOBS": str(tmp_path / "jobs.db"),
        "STREETGRAPH_KEYS": str(keys.path),
        "STREETGRAPH_REQUIRE_KEYS": "true",
    }
    with serving(settings) as address:
        yield address


def test_a_key_opens_the_pages_until_one_signs_out(chromium: Browser, guarded: str, keys: KeyFile) -> None:
    _, text = keys.create("reader", [Scope.READ])
    with Eyes.opened(chromium, guarded) as eyes:
        eyes.page.goto(f"{guarded}/review?as_of=2025-01-01")
        expect(eyes.page).to_have_url(re.compile("/sign-in"))
        eyes.look()
        eyes.page.get_by_label("Key").fill(text)
        eyes.page.get_by_role("button", name="Sign in").click()
        expect(eyes.page).to_have_url(re.compile(r"/review\?as_of=2025-01-01$"))
        eyes.settle()
        [cookie] = [one for one in eyes.page.context.cookies() if one["name"] == "streetgraph_session"]
        assert (cookie["httpOnly"], cookie["sameSite"], text in cookie["value"]) == (True, "Lax", False)
        eyes.page.get_by_role("button", name="Sign out").click()
        expect(eyes.page).to_have_url(re.compile("/sign-in"))


def test_a_key_that_is_revoked_opens_nothing_more(chromium: Browser, guarded: str, keys: KeyFile) -> None:
    key, text = keys.create("reader", [Scope.READ, Scope.WRITE])
    with Eyes.opened(chromium, guarded) as eyes:
        eyes.page.goto(f"{guarded}/sign-in")
        eyes.page.get_by_label("Key").fill(text)
        eyes.page.get_by_role("button", name="Sign in").click()
        eyes.wait_for_socket()
        keys.revoke(key.id)
        eyes.page.get_by_role("button", name="Load the samples").click()  # over the socket, which is still open
        expect(eyes.page.get_by_role("alert")).to_contain_text("revoked")
        eyes.page.reload()
        expect(eyes.page).to_have_url(re.compile("/sign-in"))


def test_a_page_without_its_socket_leads_to_where_one_signs_in(chromium: Browser, guarded: str, keys: KeyFile) -> None:
    key, text = keys.create("reader", [Scope.READ])
    page = chromium.new_page()  # whose console tells of the socket that was refused
    page.route(re.compile("/_nicegui/.*/socket.io"), lambda route: (keys.revoke(key.id), route.continue_()))
    page.goto(f"{guarded}/sign-in?to=/review")
    page.get_by_label("Key").fill(text)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile(r"/sign-in\?to=%2Freview"), timeout=PATIENCE_MS)
    page.close()


def test_who_may_only_read_cannot_load(chromium: Browser, guarded: str, keys: KeyFile) -> None:
    _, text = keys.create("reader", [Scope.READ])
    with Eyes.opened(chromium, guarded) as eyes:
        eyes.page.goto(f"{guarded}/sign-in")
        eyes.page.get_by_label("Key").fill(text)
        eyes.page.get_by_role("button", name="Sign in").click()
        eyes.settle()
        eyes.page.get_by_role("button", name="Load the samples").click()
        expect(eyes.page.get_by_role("alert")).to_contain_text("lacks the scope write")


def test_no_page_opens_without_a_key(guarded: str) -> None:
    for path in ("/", "/entity/alibaba", "/consensus/x", "/claim/x", "/document/x", "/load", "/review"):
        answer = httpx.get(guarded + path)
        assert answer.status_code == 303, path
        assert answer.headers["location"].startswith("/sign-in?to="), path


def test_neither_does_what_the_pages_live_on(guarded: str) -> None:
    for path in (SOCKET, "/_nicegui/client/x/upload/1", "/_nicegui/dynamic_resources/x"):
        assert httpx.post(guarded + path).status_code == 401, path
        assert httpx.get(guarded + path).status_code == 303, path


def test_a_wrong_key_is_refused_and_tells_nobody_where_to_go(guarded: str, keys: KeyFile) -> None:
    keys.create("reader", [Scope.READ])
    answer = httpx.post(f"{guarded}/sign-in", data={"key": "sg_1_2", "to": "https://evil.example"})
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


def test_after_signing_in_one_stays_on_this_server(guarded: str, keys: KeyFile) -> None:
    _, text = keys.create("reader", [Scope.READ])
    for to in ("https://evil.example/", "//evil.example", "/\\evil.example", "evil"):
        answer = httpx.post(f"{guarded}/sign-in", data={"key": text, "to": to})
        assert (answer.status_code, answer.headers["location"]) == (303, "/"), to


def test_a_key_that_may_not_read_opens_no_page(guarded: str, keys: KeyFile) -> None:
    _, text = keys.create("writer", [Scope.WRITE])
    assert httpx.post(f"{guarded}/sign-in", data={"key": text}).status_code == 403


def test_a_page_elsewhere_reaches_neither_the_socket_nor_the_sign_in(guarded: str, keys: KeyFile) -> None:
    _, text = keys.create("reader", [Scope.READ])
    begun = httpx.post(f"{guarded}/sign-in", data={"key": text})
    cookies = {"streetgraph_session": begun.cookies["streetgraph_session"]}
    foreign = {"Origin": "https://evil.example"}
    assert httpx.get(guarded + SOCKET, cookies=cookies).status_code == 200
    assert httpx.get(guarded + SOCKET, cookies=cookies, headers=foreign).status_code == 403
    assert httpx.get(guarded + SOCKET, cookies=cookies, headers={"Host": "evil.example"}).status_code == 421
    assert httpx.post(f"{guarded}/sign-in", data={"key": text}, headers=foreign).status_code == 403


def test_documents_are_brought_in_only_with_a_key_that_may_write(guarded: str, keys: KeyFile) -> None:
    note = {"text": "UBS likes Alibaba."}
    for scopes, page, sent in (([Scope.READ], 403, 403), ([Scope.READ, Scope.WRITE], 200, 202)):
        _, text = keys.create("someone", scopes)
        with httpx.Client(base_url=guarded, timeout=60) as client:
            assert client.post("/load", json=note).status_code == 401
            client.post("/sign-in", data={"key": text})
            assert client.get("/load").status_code == page
            assert client.post("/load", json=note).status_code == sent
