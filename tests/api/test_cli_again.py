"""Loading again what is loaded: found out without reading it, and read anew where that could change something."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app

NOTE = "Goldman Sachs raised its target for the CSI 300 Index to 4,700 points."
PAIRS = "by,a,b,date\nUBS,BABA,Amazon,2025-02-20\nUBS,Tencent,Meta,2025-02-21\n"


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """The command line over a store that is not there yet."""
    monkeypatch.setenv("STREETGRAPH_STORE", f"ladybug:{tmp_path / 'store' / 'graph.db'}")
    return CliRunner()


def loaded(cli: CliRunner, *words: object) -> dict:
    result = cli.invoke(app, ["load", *map(str, words), "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)["data"]["documents"]


def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object, **__: object) -> None:
        raise AssertionError("it was read")

    monkeypatch.setattr("loaders.pipeline.extract", read)


def test_what_is_stored_as_it_would_be_read_is_not_read_again(
    cli: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "note.txt").write_text(NOTE)
    (tmp_path / "pairs.csv").write_text(PAIRS)
    first = loaded(cli, tmp_path / "note.txt", tmp_path / "pairs.csv")
    assert first["added"] == 3
    before = cli.invoke(app, ["export"]).stdout_bytes
    forbid_reading(monkeypatch)
    for processes in (1, 2):
        again = loaded(cli, tmp_path / "note.txt", tmp_path / "pairs.csv", "--processes", processes)
        assert (again["unchanged"], again["added"], again["failed"]) == (3, 0, 0)
    assert cli.invoke(app, ["export"]).stdout_bytes == before


def test_what_was_read_in_another_way_is_read_again(
    cli: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "note.txt").write_text(NOTE)
    loaded(cli, tmp_path / "note.txt")
    monkeypatch.setenv("STREETGRAPH_TIER", "fast")
    assert loaded(cli, tmp_path / "note.txt")["replaced"] == 1
    monkeypatch.setattr("loaders.version.reading_version", lambda *_: "2+00000000")
    monkeypatch.setattr("loaders.pipeline.reading_version", lambda *_: "2+00000000")
    assert loaded(cli, tmp_path / "note.txt")["replaced"] == 1
    assert loaded(cli, tmp_path / "note.txt")["unchanged"] == 1


def test_a_text_that_comes_with_a_new_title_is_read_again(cli: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "note.jsonl").write_text(json.dumps({"text": NOTE}))
    loaded(cli, tmp_path / "note.jsonl")
    (tmp_path / "note.jsonl").write_text(json.dumps({"text": NOTE, "title": "A target"}))
    assert loaded(cli, tmp_path / "note.jsonl")["replaced"] == 1


def test_a_load_that_broke_off_goes_on_where_it_was(cli: CliRunner, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"{NOTE} It said so {number} times.")
    loaded(cli, folder / "0.txt")
    assert {name: count for name, count in loaded(cli, folder).items() if count} == {"added": 2, "unchanged": 1}


def test_curated_tables_answer_like_articles(cli: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text(PAIRS)
    loaded(cli, tmp_path / "pairs.csv")
    rows = json.loads(cli.invoke(app, ["pairs", "--by", "ubs", "--json"]).stdout)["data"]
    assert {(row["a_id"], row["b_id"], row["quote"]) for row in rows} == {
        ("alibaba", "amazon", "UBS | BABA | Amazon | 2025-02-20"),
        ("tencent", "meta", "UBS | Tencent | Meta | 2025-02-21"),
    }
    assert cli.invoke(app, ["verify"]).exit_code == 0


def test_an_edited_number_of_a_curated_row_takes_the_place_of_the_one_before(cli: CliRunner, tmp_path: Path) -> None:
    table = tmp_path / "targets.csv"
    rows = "by,subject,metric,value,unit,date\nUBS,Nvidia,price target,{},USD,2025-02-20\n"
    table.write_text(rows.format(120) + "UBS,Meta,price target,700,USD,2025-02-20\n")
    loaded(cli, table)
    table.write_text(rows.format(130))
    assert {name: count for name, count in loaded(cli, table).items() if count} == {"changed": 1}
    claims = json.loads(cli.invoke(app, ["claims", "--about", "nvidia", "--json"]).stdout)["data"]
    assert [claim["figures"][0]["low"] for claim in claims] == [130]
