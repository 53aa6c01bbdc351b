"""A folder or a feed that is followed: what is new is loaded and told, until somebody wants it to end."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from typer.testing import CliRunner
from web_server import Web, serving

from api.cli import app

NOTE = "Goldman Sachs raised its target for the CSI 300 Index to 4,700 points."
VIEW = "UBS benchmarks Alibaba against Amazon, analysts at the bank said."


def feed(*texts: str) -> bytes:
    entries = "".join(
        f"<item><guid>{number}</guid><title>Note {number}</title><description>{text}</description></item>"
        for number, text in enumerate(texts)
    )
    return f"<rss><channel><title>Port Weekly</title>{entries}</channel></rss>".encode()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where nothing is kept yet; the address of this machine may be fetched."""
    monkeypatch.setenv("STREETGRAPH_STORE", f"ladybug:{tmp_path / 'store' / 'graph.db'}")
    monkeypatch.setenv("STREETGRAPH_TIER", "fast")
    monkeypatch.setenv("STREETGRAPH_FETCH_PRIVATE", "true")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "inbox").mkdir()
    return tmp_path


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as running:
        yield running


def once(place: object, code: int = 0) -> tuple[list[str], str]:
    result = CliRunner().invoke(app, ["watch", str(place), "--once"])
    assert result.exit_code == code, result.output
    return result.stdout.splitlines(), result.stderr


@contextmanager
def watching(home: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    run = [sys.executable, "-c", "from api.cli.app import main; main()", "watch", *words]
    process = subprocess.Popen(run, cwd=home, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    late = threading.Timer(240, process.kill)
    late.start()
    try:
        yield process
    finally:
        late.cancel()
        process.kill()
        process.wait()


def line_of(stream: IO[str] | None) -> str:
    assert stream is not None
    return stream.readline().rstrip("\n")


def ended(process: subprocess.Popen[str], by: signal.Signals) -> int:
    process.send_signal(by)
    return process.wait(timeout=30)


def test_once_loads_what_is_new_in_a_folder_and_names_what_is_no_document(home: Path) -> None:
    inbox = home / "inbox"
    (inbox / "note.txt").write_text(NOTE)
    (inbox / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    lines, said = once(inbox)
    assert lines == [f"added     {inbox / 'note.txt'}: 1 claim"]
    assert f"1 of unknown form: {inbox / 'logo.png'}" in said
    assert once(inbox)[0] == []
    (inbox / "note.txt").write_text(NOTE.replace("4,700", "4,800"))
    (inbox / "empty.txt").write_text("")
    lines, said = once(inbox, code=3)
    assert [line.split()[0] for line in lines] == ["changed"]
    assert f"Error: {inbox / 'empty.txt'} is empty" in said


@pytest.mark.usefixtures("home")
def test_once_asks_a_feed_only_for_what_is_new(web: Web) -> None:
    address = web.put("/feed", feed(NOTE), ETag='"1"')
    assert once(address)[0] == [f"added     {address}:1: Note 0, 1 claim"]
    web.put("/feed", b"", status=304)
    assert once(address)[0] == []
    assert web.asked[-1][1]["If-None-Match"] == '"1"'
    web.put("/feed", feed(NOTE, VIEW), ETag='"2"')
    assert [line.split()[0] for line in once(address)[0]] == ["added"]


def test_a_feed_is_asked_for_anew_where_the_store_is_another(
    home: Path, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = web.put("/feed", feed(NOTE), ETag='"1"')
    once(address)
    monkeypatch.setenv("STREETGRAPH_STORE", f"ladybug:{home / 'other' / 'graph.db'}")
    assert len(once(address)[0]) == 1
    for path in (home / "other").iterdir():
        path.unlink()
    assert len(once(address)[0]) == 1
    assert not [headers for _, headers in web.asked if "If-None-Match" in headers]


@pytest.mark.usefixtures("home")
def test_a_feed_that_cannot_be_fetched_is_a_failure(web: Web) -> None:
    lines, said = once(f"{web.address}/nowhere", code=1)
    assert (lines, "is answered with 404" in said) == ([], True)


def test_a_place_that_is_neither_is_refused(home: Path) -> None:
    result = CliRunner().invoke(app, ["watch", str(home / "missing")])
    assert result.exit_code == 1
    assert "is no folder, and no address of a feed" in result.stderr


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_a_folder_is_followed_until_somebody_ends_it(home: Path, by: signal.Signals) -> None:
    with watching(home, "inbox") as process:
        (home / "inbox" / "first.txt").write_text(NOTE)
        assert line_of(process.stdout) == "added     inbox/first.txt: 1 claim"
        (home / "inbox" / "deep").mkdir()
        (home / "inbox" / ".hidden.txt").write_text(VIEW)
        (home / "inbox" / "deep" / "second.txt").write_text(VIEW)
        assert line_of(process.stdout).startswith("added     inbox/deep/second.txt: ")
        (home / "inbox" / "first.txt").write_text(NOTE.replace("4,700", "4,800"))
        assert line_of(process.stdout).startswith("changed   inbox/first.txt: ")
        (home / "inbox" / "first.txt").unlink()
        assert line_of(process.stdout).startswith("gone      inbox/first.txt: its documents stay")
        assert stats_of(home)["Document"] == 2  # the store is free while nothing is loaded
        assert ended(process, by) == 0


def test_a_feed_is_followed(home: Path, web: Web) -> None:
    address = web.put("/feed", feed(NOTE))
    with watching(home, address, "--every", "1") as process:
        assert line_of(process.stdout) == f"added     {address}:1: Note 0, 1 claim"
        web.put("/feed", feed(NOTE, VIEW))
        assert line_of(process.stdout).startswith(f"added     {address}:2: Note 1")
        assert ended(process, signal.SIGTERM) == 0


def stats_of(home: Path) -> dict[str, int]:
    result = CliRunner().invoke(app, ["--store", f"ladybug:{home / 'store' / 'graph.db'}", "stats", "--json"])
    return json.loads(result.stdout)["data"]["nodes"]
