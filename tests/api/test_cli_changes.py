"""Files that change between two loads, and what is told of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app

TARGET = "Goldman Sachs raised its target for the CSI 300 Index to 4,700 points."
DOUBT = "Morgan Stanley warned that the Hang Seng Index may fall."
HOPE = "UBS said that Alibaba would gain."


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """The command line over a store that is not there yet."""
    monkeypatch.setenv("STREETGRAPH_STORE", f"ladybug:{tmp_path / 'graph.db'}")
    monkeypatch.setenv("STREETGRAPH_TIER", "fast")
    return CliRunner()


def data(cli: CliRunner, *words: object) -> dict:
    result = cli.invoke(app, [*map(str, words), "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)["data"]


def note(folder: Path, *sentences: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "note.txt"
    path.write_text(" ".join(sentences))
    return path


def test_a_file_that_has_changed_takes_the_place_of_what_it_held(cli: CliRunner, tmp_path: Path) -> None:
    path = note(tmp_path / "a", TARGET, DOUBT)
    data(cli, "load", path)
    before = data(cli, "claims")
    loaded = data(cli, "load", note(tmp_path / "a", HOPE, TARGET))
    assert (loaded["documents"]["changed"], loaded["documents"]["added"]) == (1, 0)
    [change] = loaded["changes"]
    assert (change["source"], change["kept"] >= 1, change["added"] >= 1, change["gone"] >= 1) == (
        str(path),
        *[True] * 3,
    )
    assert change["previous_id"] == before[0]["document_id"]
    first = {row["quote"]: row["recorded_at"] for row in before}
    now = {row["quote"]: row["recorded_at"] for row in data(cli, "claims")}
    assert now.keys() & first.keys()
    assert all(now[quote] == first[quote] for quote in now.keys() & first.keys())
    assert min(now[quote] for quote in now.keys() - first.keys()) > max(first.values())


def test_a_change_is_told_in_a_line(cli: CliRunner, tmp_path: Path) -> None:
    path = note(tmp_path / "a", TARGET)
    data(cli, "load", path)
    told = cli.invoke(app, ["load", str(note(tmp_path / "a", TARGET, HOPE))]).stdout
    assert "1 changed" in told
    assert f"{path}: claims 1 kept, 1 added, 0 gone" in told


def test_files_of_one_name_stay_beside_each_other(
    cli: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, sentence in (("a", TARGET), ("b", DOUBT)):
        note(tmp_path / folder, sentence)
        monkeypatch.chdir(tmp_path / folder)
        assert data(cli, "load", "note.txt")["documents"]["added"] == 1
    assert data(cli, "stats")["nodes"]["Document"] == 2


def test_two_texts_with_one_address_in_one_load_are_both_kept_and_loading_again_changes_nothing(
    cli: CliRunner, tmp_path: Path
) -> None:
    rows = [{"text": text, "url": "https://news.example/1"} for text in (TARGET, DOUBT)]
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert data(cli, "load", tmp_path / "news.jsonl")["documents"]["added"] == 2
    assert data(cli, "load", tmp_path / "news.jsonl")["documents"]["unchanged"] == 2
