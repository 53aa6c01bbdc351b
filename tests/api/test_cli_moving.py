"""Making a store ready and copying it, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner
from written_graph import NOW, hopeful_note, worried_note

from api.cli import app
from graph.ingest import ingest
from graph.ontology import SCHEMA_VERSION
from graph.opening import open_store


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A store in a file with one note in it."""
    where = f"ladybug:{tmp_path / 'note.lbug'}"
    store = open_store(where)
    ingest(store, worried_note(), now=NOW)
    store.close()
    return where


def data(cli: CliRunner, *words: str, code: int = 0) -> dict:
    result = cli.invoke(app, [*words, "--json"])
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)["data"]


def test_a_store_is_made_ready_as_often_as_asked(cli: CliRunner, address: str) -> None:
    before = cli.invoke(app, ["export"]).stdout_bytes
    for _ in range(2):
        assert data(cli, "init-store") == {
            "address": address,
            "engine": address.partition(":")[0].replace("bolt", "neo4j"),
            "schema_version": SCHEMA_VERSION,
        }
    assert cli.invoke(app, ["export"]).stdout_bytes == before
    assert "is ready" in cli.invoke(app, ["init-store"]).stdout


def test_a_store_that_was_made_ready_can_be_asked(tmp_path: Path) -> None:
    cli = CliRunner(env={"STREETGRAPH_STORE": f"ladybug:{tmp_path / 'new.lbug'}"})
    assert cli.invoke(app, ["stats"]).exit_code == 1
    assert cli.invoke(app, ["init-store"]).exit_code == 0
    assert cli.invoke(app, ["stats"]).exit_code == 0


def test_a_store_is_copied_out_and_back_without_a_difference(cli: CliRunner, address: str, tmp_path: Path) -> None:
    there = f"ladybug:{tmp_path / 'copy.lbug'}"
    copied = data(cli, "copy", "--from", address, "--to", there)
    assert copied["documents"] == {"copied": 2, "already_there": 0, "only_in_target": 0}
    assert copied["equal"] is True
    assert copied["source"] == copied["target"]
    for note in (hopeful_note(), worried_note()):
        assert cli.invoke(app, ["remove", note.document.id]).exit_code == 0
    back = cli.invoke(app, ["copy", "--from", there, "--to", address])
    assert back.exit_code == 0
    assert "2 copied, 0 there already" in back.stdout
    assert copied["source"]["sha256"] in back.stdout
    again = cli.invoke(app, ["copy", "--from", there, "--to", address])
    assert "0 copied, 2 there already" in again.stdout


def test_a_target_that_holds_more_is_said_so_with_the_command_that_helps(
    cli: CliRunner, address: str, file: str
) -> None:
    result = cli.invoke(app, ["copy", "--from", file, "--to", address])
    assert result.exit_code == 5
    assert "0 copied, 1 there already" in result.stdout
    assert f"also holds 1 documents that {file} does not" in result.stderr
    assert f"streetgraph remove {hopeful_note().document.id}" in result.stderr
    assert data(cli, "copy", "--from", file, "--to", address, code=5)["equal"] is False


def test_a_copy_into_itself_or_from_nowhere_is_refused(cli: CliRunner, address: str, tmp_path: Path) -> None:
    itself = cli.invoke(app, ["copy", "--from", address, "--to", address])
    assert (itself.exit_code, itself.stdout) == (2, "")
    nowhere = cli.invoke(app, ["copy", "--from", f"ladybug:{tmp_path / 'nowhere.lbug'}", "--to", address])
    assert (nowhere.exit_code, nowhere.stdout) == (1, "")
    assert not (tmp_path / "nowhere.lbug").exists()
