"""`streetgraph keys`: made once, shown once, listed without secrets, revoked for good."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setenv("STREETGRAPH_KEYS", str(tmp_path / "keys.db"))
    return lambda *words: CliRunner().invoke(app, ["keys", *words])


def made(run: object, *words: str) -> dict[str, object]:
    return dict(json.loads(run("create", *words, "--json").stdout)["data"])  # type: ignore[operator]


def test_a_key_is_shown_when_it_is_made_and_never_again(run) -> None:
    shown = run("create", "desk")
    assert shown.stdout.startswith("sg_")
    assert shown.stdout.strip() not in run("list", "--json").stdout


def test_a_key_may_read_unless_it_is_made_for_more(run) -> None:
    assert made(run, "desk")["scopes"] == ["read"]
    assert made(run, "loader", "--scope", "read", "--scope", "write")["scopes"] == ["read", "write"]


def test_the_list_tells_what_was_revoked(run) -> None:
    first, second = made(run, "first")["id"], made(run, "second")["id"]
    assert run("revoke", str(first)).exit_code == 0
    rows = {row["id"]: row for row in json.loads(run("list", "--json").stdout)["data"]}
    assert rows[first]["revoked_at"]
    assert rows[second]["revoked_at"] is None


def test_a_list_without_keys_says_how_to_make_one(run, tmp_path: Path) -> None:
    assert "streetgraph keys create" in run("list").stderr
    assert not (tmp_path / "keys.db").exists()


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [(("revoke", "nothing"), 4, "No key has the id"), (("create", "x", "--rate", "often"), 2, "100/minute")],
)
def test_what_cannot_be_done_is_said(run, words: tuple[str, ...], code: int, hint: str) -> None:
    result = run(*words)
    assert result.exit_code == code
    assert hint in result.stderr
