"""Documents are brought in, and one watches them being read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from looking import Eyes, serving
from playwright.sync_api import Browser, expect

SAMPLES = Path(__file__).parents[3] / "loaders" / "samples"
READING_MS = 180_000  # of the first document, for which the models are loaded
NOTE = "UBS expects Alibaba to gain 20% this year, said Lei Meng, a strategist at the bank."

DROP = """note => {
    const dataTransfer = new DataTransfer(), options = {bubbles: true, cancelable: true, dataTransfer};
    dataTransfer.items.add(new File([note], "note.txt", {type: "text/plain"}));
    for (const kind of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, options));
}"""

DROP_FOLDER = """names => {
    const file = name => ({name, isFile: true, file: found => found(new File(["milk and bread"], name))});
    const folder = (name, ...parts) => ({name, isDirectory: true, createReader: () => {
        const rest = [parts, []];
        return {readEntries: found => found(rest.shift())};
    }});
    const entry = folder("notes", folder("older", file(names[0])), file(names[1]), folder(".git", file("config")));
    const dataTransfer = {types: ["Files"], files: [entry], items: [{webkitGetAsEntry: () => entry}]};
    document.body.dispatchEvent(Object.assign(new Event("drop", {bubbles: true, cancelable: true}), {dataTransfer}));
}"""


DROP_ENDLESS_FOLDER = """() => {
    const entry = {name: "notes", isDirectory: true, createReader: () => ({readEntries: () => {}})};
    const dataTransfer = {types: ["Files"], files: [entry], items: [{webkitGetAsEntry: () => entry}]};
    document.body.dispatchEvent(Object.assign(new Event("drop", {bubbles: true, cancelable: true}), {dataTransfer}));
}"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A sample, a file that is damaged, and a text that names nobody."""
    broken, empty = tmp_path / "broken.pdf", tmp_path / "shopping.txt"
    broken.write_bytes(b"%PDF-1.4 nonsense")
    empty.write_text("milk, bread, and two of the green ones")
    return [min(SAMPLES.glob("*.txt")), broken, empty]


@pytest.fixture
def noted_at() -> Iterator[str]:
    """Where the note can be fetched."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            self.end_headers()
            self.wfile.write(NOTE.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/note.txt"
        server.shutdown()


def test_files_are_read_while_one_watches_and_each_failure_says_why(empty_eyes: Eyes, files: list[Path]) -> None:
    empty_eyes.go("/load")
    empty_eyes.look_in_every_way()
    empty_eyes.page.get_by_label("Choose files").set_input_files(files)
    expect(empty_eyes.page).to_have_url(re.compile(r"/load\?job=\w+$"))
    expect(empty_eyes.page.get_by_role("status").filter(has_text="Done")).to_contain_text(
        "2 of 3 could not be read", timeout=READING_MS
    )
    lines = empty_eyes.page.get_by_role("list", name="Documents").get_by_role("listitem")
    expect(lines.nth(0)).to_contain_text("added")
    expect(lines.nth(1)).to_contain_text("broken.pdf is a PDF file that is damaged")
    expect(lines.nth(2)).to_contain_text("names no company, institution, person or index")
    empty_eyes.look_in_every_way()
    watched = empty_eyes.page.url
    lines.nth(0).get_by_role("link").click()
    expect(empty_eyes.page).to_have_url(re.compile("/document/"))
    empty_eyes.go("/load")
    empty_eyes.page.get_by_role("link", name="and 2 more").click()
    expect(empty_eyes.page).to_have_url(watched)
    expect(empty_eyes.page.get_by_text("Done:")).to_be_visible()


def test_a_folder_is_chosen_with_all_files_in_it_but_hidden_ones(empty_eyes: Eyes, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    (folder / "older").mkdir(parents=True)
    for name in ("milk.txt", "older/bread.txt", ".hidden.txt"):
        (folder / name).write_text(f"A list: {name}")
    empty_eyes.go("/load")
    empty_eyes.page.get_by_label("Choose a folder").set_input_files(folder)
    expect(empty_eyes.page).to_have_url(re.compile(r"/load\?job=\w+$"))
    expect(empty_eyes.page.get_by_role("status").filter(has_text="Done")).to_contain_text("2", timeout=READING_MS)
    listed = empty_eyes.page.get_by_role("list", name="Documents")
    expect(listed.get_by_role("listitem")).to_have_count(2)
    for name in ("milk.txt", "bread.txt"):
        expect(listed).to_contain_text(name)


def test_a_folder_that_is_dropped_is_looked_through_to_its_last_file(empty_eyes: Eyes) -> None:
    empty_eyes.go("/load")
    empty_eyes.page.evaluate(DROP_FOLDER, ["bread.txt", "milk.txt"])
    expect(empty_eyes.page).to_have_url(re.compile(r"/load\?job=\w+$"))
    lines = empty_eyes.page.get_by_role("list", name="Documents").get_by_role("listitem")
    expect(lines).to_contain_text(["bread.txt", "milk.txt"], timeout=READING_MS)


def test_a_folder_is_seen_to_be_looked_through_and_what_is_dropped_meanwhile_is_said_to_be_left_out(
    empty_eyes: Eyes,
) -> None:
    empty_eyes.go("/load")
    empty_eyes.page.evaluate(DROP_ENDLESS_FOLDER)
    expect(empty_eyes.page.get_by_role("status").filter(has_text="Looking through the folder")).to_be_visible()
    empty_eyes.page.evaluate(DROP, NOTE)
    expect(empty_eyes.page.get_by_role("alert")).to_contain_text("drop it again")
    empty_eyes.look()


def test_a_folder_with_nothing_in_it_may_be_chosen_again(empty_eyes: Eyes, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / ".hidden.txt").write_text(NOTE)
    empty_eyes.go("/load")
    empty_eyes.page.get_by_label("Choose a folder").set_input_files(folder)
    expect(empty_eyes.page.get_by_role("alert")).to_contain_text("nothing to load")
    expect(empty_eyes.page.get_by_label("Choose a folder")).to_have_value("")


def test_what_is_pasted_into_either_engine_is_opened_and_goes_again_without_a_trace(eyes: Eyes) -> None:
    before = eyes.asked("/v1/stats")
    eyes.go("/load?from=text")
    eyes.page.get_by_label("Text", exact=True).last.fill(NOTE)
    eyes.page.get_by_role("button", name="Read it").click()
    expect(eyes.page).to_have_url(re.compile("/document/"), timeout=READING_MS)
    eyes.settle()
    expect(eyes.page.locator(".reader-text")).to_have_text(NOTE)
    document = eyes.page.url.rpartition("/document/")[2].partition("?")[0]
    eyes.page.evaluate("id => fetch(`/v1/documents/${id}`, {method: 'DELETE'})", document)
    assert eyes.asked("/v1/stats")["nodes"] == before["nodes"]


def test_a_text_that_is_pasted_is_read_and_opened(empty_eyes: Eyes) -> None:
    empty_eyes.go("/load")
    empty_eyes.page.get_by_role("radio", name="Text").check(force=True)
    expect(empty_eyes.page).to_have_url(re.compile("from=text$"))
    empty_eyes.look_in_every_way()
    empty_eyes.page.get_by_label("Text", exact=True).last.fill(NOTE)
    empty_eyes.page.get_by_label("Title").fill("A note")
    empty_eyes.page.get_by_label("Published on").fill("2025-02-20")
    empty_eyes.page.get_by_role("button", name="Read it").click()
    expect(empty_eyes.page).to_have_url(re.compile("/document/"), timeout=READING_MS)
    empty_eyes.settle()
    expect(empty_eyes.page.locator("h1")).to_have_text("A note")
    expect(empty_eyes.page.locator(".reader-text")).to_have_text(NOTE)
    empty_eyes.look()


def test_what_is_refused_at_once_says_why_and_keeps_what_was_typed(empty_eyes: Eyes) -> None:
    empty_eyes.status = 422
    empty_eyes.page.goto(f"{empty_eyes.address}/load?from=text")
    empty_eyes.page.get_by_label("Text", exact=True).last.fill("… ?")
    empty_eyes.page.get_by_role("button", name="Read it").click()
    expect(empty_eyes.page.get_by_role("alert")).to_contain_text("no words in it")
    expect(empty_eyes.page.get_by_label("Text", exact=True).last).to_have_value("… ?")
    empty_eyes.look()


def test_files_may_be_dropped_anywhere_on_the_page(empty_eyes: Eyes) -> None:
    empty_eyes.go("/load?from=text")
    empty_eyes.page.evaluate(DROP, NOTE)
    expect(empty_eyes.page).to_have_url(re.compile(r"/load\?job="))
    expect(empty_eyes.page.get_by_role("list", name="Documents")).to_contain_text("note.txt")


def test_a_server_that_visits_no_addresses_says_how_to_allow_it(empty_eyes: Eyes) -> None:
    empty_eyes.go("/load?from=address")
    expect(empty_eyes.page.get_by_text("STREETGRAPH_FETCH_POSTED=true")).to_be_visible()
    empty_eyes.look_in_every_way()


def test_a_job_that_is_not_there_is_said_to_be_so(empty_eyes: Eyes) -> None:
    empty_eyes.go("/load?job=nothing", status=404)
    expect(empty_eyes.page.get_by_role("heading")).to_have_text("No such job")


def test_a_page_of_another_site_can_send_nothing(empty_eyes: Eyes) -> None:
    response = empty_eyes.page.request.post(
        f"{empty_eyes.address}/load", data={"text": NOTE}, headers={"Origin": "https://elsewhere.example"}
    )
    assert response.status == 403
    assert response.json()["type"] == "/problems/origin-refused"


def test_an_address_is_fetched_where_that_is_allowed(chromium: Browser, tmp_path: Path, noted_at: str) -> None:
    settings = {
        **os.environ,
        "STREETGRAPH_STORE": f"ladybug:{tmp_path / 'graph.db'}",
        "STREETGRAPH_JOBS": str(tmp_path / "jobs.db"),
        "STREETGRAPH_FETCH_POSTED": "true",
        "STREETGRAPH_FETCH_PRIVATE": "true",  # where the test has a page
    }
    with serving(settings) as address, Eyes.opened(chromium, address) as eyes:
        eyes.go("/load?from=address")
        eyes.page.get_by_label("Address").last.fill(noted_at)
        eyes.look()
        eyes.page.get_by_role("button", name="Fetch and read it").click()
        expect(eyes.page).to_have_url(re.compile("/document/"), timeout=READING_MS)
        eyes.settle()
        expect(eyes.page.locator(".reader-text")).to_have_text(NOTE)
