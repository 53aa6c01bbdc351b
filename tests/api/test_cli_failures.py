"""Failures on the command line: exit codes, one message, the next thing to type, one JSON document if asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph import open_store


@pytest.mark.parametrize(
    ("words", "code", "following"),
    [
        (["entity", "alibabba"], 4, "streetgraph entity alibaba"),
        (["claims", "--speaker", "zzzzzz"], 4, "streetgraph search zzzzzz"),
        (["claims", "--speaker", "the bank"], 1, "streetgraph claims --speaker goldman-sachs"),
        (["claims", "--cursor", "forged"], 2, "streetgraph claims --help"),
        (["claims", "--limit", "0"], 2, "streetgraph claims --help"),
        (["claims", "--stance", "up"], 2, "streetgraph claims --help"),
        (["claims", "--from", "soon"], 2, "streetgraph claims --help"),
        (["claims", "--bogus"], 2, "streetgraph claims --help"),
        (["nonsense"], 2, "streetgraph --help"),
        (["entity"], 2, "streetgraph entity --help"),
        (["neighbors", "ubs", "--relation", "LIKES"], 2, "streetgraph neighbors --help"),
        (["query", "pairs.lost"], 4, "streetgraph query --list"),
        (["query", "save.claims"], 4, "streetgraph query --list"),
        (["query", "pairs.list", "by"], 2, "streetgraph query --help"),
        (["query", "pairs.list", "bye=ubs"], 2, "streetgraph query --help"),
        (["query", "pairs.list", "limit=many"], 2, "streetgraph query --help"),
        (["remove", "nothing"], 4, "streetgraph query documents.list"),
        (["claims", "--store", "ladybug:/nowhere/at/all.db"], 1, "streetgraph load PATH"),
        (["load", "x.txt", "--store", "ftp://x"], 1, "streetgraph config"),
    ],
)
def test_a_failure_has_its_code_and_ends_with_the_next_thing_to_type(
    cli: CliRunner, words: list[str], code: int, following: str
) -> None:
    result = cli.invoke(app, words)
    assert (result.exit_code, result.stdout) == (code, ""), result.output
    assert result.stderr.startswith("Error: ")
    assert result.stderr.rstrip().endswith(f"Try:   {following}")
    assert "Traceback" not in result.output

    as_json = cli.invoke(app, [*words, "--json"])
    error = json.loads(as_json.stdout)["error"]
    assert (as_json.exit_code, error["exit_code"], as_json.stderr) == (code, code, "")
    assert error["detail"]
    assert error["next"].startswith(following.removesuffix(" --help"))


def test_a_setting_that_cannot_be_used_is_named(cli: CliRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREETGRAPH_PORT", "eighty")
    result = cli.invoke(app, ["stats"])
    assert result.exit_code == 2
    assert "STREETGRAPH_PORT" in result.stderr


@pytest.mark.parametrize("name", ["STREETGRAPH_PAGE_LIMIT", "STREETGRAPH_MAX_PAGE_LIMIT"])
def test_a_page_longer_than_the_graph_gives_cannot_be_set(
    cli: CliRunner, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "2000")
    result = cli.invoke(app, ["claims"])
    assert result.exit_code == 2
    assert f"{name}: Input should be less than or equal to 1000" in result.stderr


def test_a_question_makes_no_store(cli: CliRunner, tmp_path: Path) -> None:
    cli.invoke(app, ["claims", "--store", f"ladybug:{tmp_path / 'misspelt.db'}"])
    assert not (tmp_path / "misspelt.db").exists()


def test_a_file_that_is_no_store_is_said_so(cli: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("not a store at all, but long enough to look at" * 100)
    result = cli.invoke(app, ["stats", "--store", f"ladybug:{tmp_path / 'note.txt'}"])
    assert result.exit_code == 1
    assert "note.txt" in result.stderr


@pytest.mark.parametrize("words", [["review"], ["claims"], ["stats"], ["load", "x.txt"], ["doctor"], ["verify"]])
def test_every_command_says_alike_that_a_store_is_of_another_version(
    cli: CliRunner, tmp_path: Path, words: list[str]
) -> None:
    address = f"ladybug:{tmp_path / 'older.db'}"
    store = open_store(address)
    store.write(lambda run: run("schema.set_version", version=2))
    store.close()
    result = cli.invoke(app, [*words, "--store", address, "--json"])
    assert result.exit_code == 1
    assert json.loads(result.stdout)["error"]["name"] == "schema-mismatch"


def test_global_options_stand_before_or_after_the_command(cli: CliRunner, address: str) -> None:
    cli = CliRunner(env={"STREETGRAPH_STORE": "ladybug:/nowhere"})
    for words in (
        ["--store", address, "claims", "-n", "1"],
        ["claims", "-n", "1", "--store", address],
        ["claims", f"--store={address}", "-n", "1"],
    ):
        assert cli.invoke(app, words).exit_code == 0


def test_quiet_leaves_only_data(cli: CliRunner) -> None:
    assert cli.invoke(app, ["claims", "-n", "1"]).stderr
    assert cli.invoke(app, ["claims", "-n", "1", "--quiet"]).stderr == ""


def test_without_a_command_the_help_is_shown(cli: CliRunner) -> None:
    result = cli.invoke(app, [])
    assert result.exit_code == 0
    assert "streetgraph demo" in result.output


def test_the_version_is_that_of_the_package(cli: CliRunner) -> None:
    from importlib.metadata import version

    assert cli.invoke(app, ["--version"]).stdout == f"streetgraph {version('streetgraph')}\n"


def test_a_password_in_an_address_is_never_shown(cli: CliRunner) -> None:
    for words in (["stats"], ["stats", "--json"], ["config"], ["load", "x.txt"]):
        assert "swordfish" not in cli.invoke(app, [*words, "--store", "bolt://reader:swordfish@localhost:1"]).output
