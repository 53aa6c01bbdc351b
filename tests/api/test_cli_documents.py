"""Documents through the command line: loaded, extracted, refused with a reason, never half."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.bolt import Neo4jAccess
from graph.model import Document, Extraction
from graph.opening import open_store
from graph.store import Run
from loaders.pipeline import Tier, extract

NOTE = "Goldman Sachs raised its target for the CSI 300 Index to 4,700 points."


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """The command line over a store that is not there yet."""
    monkeypatch.setenv("STREETGRAPH_STORE", f"ladybug:{tmp_path / 'store' / 'graph.db'}")
    monkeypatch.setenv("STREETGRAPH_MAX_DOCUMENT_BYTES", "1000000")
    return CliRunner()


def loaded(cli: CliRunner, *paths: object, code: int = 0, stdin: bytes | None = None) -> dict:
    result = cli.invoke(app, ["load", *map(str, paths), "--json"], input=stdin)
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)["data"]


def test_a_document_is_loaded_once_however_often_it_is_given(empty: CliRunner, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text(NOTE)
    first = loaded(empty, note, note)
    assert first["documents"] == {"added": 1, "changed": 0, "replaced": 0, "unchanged": 0, "failed": 0}
    assert (first["entities"] > 0, first["claims"] > 0, first["figures"] > 0, first["seconds"] > 0) == (True,) * 4
    before = empty.invoke(app, ["export"]).stdout_bytes
    assert loaded(empty, note)["documents"]["unchanged"] == 1
    assert empty.invoke(app, ["export"]).stdout_bytes == before


def test_folders_are_read_through_and_standard_input_too(empty: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "notes" / "deep").mkdir(parents=True)
    (tmp_path / "notes" / "a.txt").write_text(NOTE)
    (tmp_path / "notes" / "deep" / "b.md").write_text(f"# A note\n\n{NOTE} UBS agreed.")
    counts = loaded(empty, tmp_path / "notes", "-", stdin=b"Nvidia rose 3%, UBS said.")
    assert counts["documents"]["added"] == 3


def test_bad_inputs_are_named_with_their_reason_and_the_others_are_loaded(empty: CliRunner, tmp_path: Path) -> None:
    bad = {
        "empty.txt": b"",
        "binary.txt": bytes(range(256)) * 20,
        "large.txt": b"Goldman Sachs rose. " * 2_500_000,  # 50 MB
        "nobody.txt": b"it rained all day, and then it rained some more.",
    }
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "western.txt").write_bytes("Nestlé and UBS said “no”.".encode("cp1252"))
    (tmp_path / "wide.txt").write_bytes(NOTE.encode("utf-16"))
    paths = [tmp_path / name for name in (*bad, "western.txt", "wide.txt", "missing.txt")]
    counts = loaded(empty, *paths, code=3)
    assert counts["documents"] == {"added": 2, "changed": 0, "replaced": 0, "unchanged": 0, "failed": 5}
    reasons = {Path(failure["source"]).name: failure["reason"] for failure in counts["failures"]}
    for name, words in {
        "empty.txt": "is empty",
        "binary.txt": "is a binary file",
        "large.txt": "is larger than 1 MB",
        "nobody.txt": "names nobody",
        "missing.txt": "does not exist",
    }.items():
        assert words in reasons[name]


def test_people_see_a_summary_and_each_failure(empty: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(NOTE)
    result = empty.invoke(app, ["load", str(tmp_path / "note.txt"), str(tmp_path / "missing.txt")])
    assert result.exit_code == 3
    assert "Documents: 1 added" in result.stdout
    assert f"Error: {tmp_path / 'missing.txt'} does not exist" in result.stderr
    assert f"Try:   streetgraph load {tmp_path / 'missing.txt'}" in result.stderr


def test_if_all_fail_the_code_is_1(empty: CliRunner, tmp_path: Path) -> None:
    assert loaded(empty, tmp_path / "missing.txt", code=1)["documents"]["failed"] == 1


def test_extract_prints_one_json_document_or_lines_of_them(empty: CliRunner, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_text(f"{path.stem}\n\n{NOTE}")
    one = json.loads(empty.invoke(app, ["extract", str(paths[0])]).stdout)
    lines = [json.loads(line) for line in empty.invoke(app, ["extract", *map(str, paths)]).stdout.splitlines()]
    assert [line["document"]["title"] for line in lines] == ["a", "b"]
    assert lines[0] == one
    for claim in one["claims"]:
        evidence = claim["evidence"]
        assert one["document"]["text"][evidence["start"] : evidence["end"]] == evidence["quote"]


def test_extract_writes_a_file_for_each_document_and_the_same_bytes_again(empty: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOTE)
    (tmp_path / "b.txt").write_text("")
    for out in ("one", "two"):
        result = empty.invoke(app, ["extract", str(tmp_path), "--out", str(tmp_path / "out" / out)])
        assert (result.exit_code, result.stdout) == (3, "")
    assert [path.name for path in (tmp_path / "out" / "one").iterdir()] == ["a.json"]
    assert (tmp_path / "out" / "one" / "a.json").read_bytes() == (tmp_path / "out" / "two" / "a.json").read_bytes()


def test_extract_refuses_to_write_two_documents_into_one_file(empty: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for path in (tmp_path / "a.txt", tmp_path / "deep" / "a.md"):
        path.write_text(NOTE)
    result = empty.invoke(app, ["extract", str(tmp_path), "--out", str(tmp_path / "out")])
    assert result.exit_code == 1
    assert "a.json" in result.stderr


def test_extract_reads_standard_input(empty: CliRunner, tmp_path: Path) -> None:
    result = empty.invoke(app, ["extract", "-", "--out", str(tmp_path)], input=NOTE)
    assert result.exit_code == 0, result.output
    assert json.loads((tmp_path / "stdin.json").read_text())["document"]["text"] == NOTE


def test_a_removed_document_leaves_nothing_of_its_own(cli: CliRunner) -> None:
    documents = json.loads(cli.invoke(app, ["query", "documents.list", "--json"]).stdout)["data"]
    for document in documents:
        assert cli.invoke(app, ["remove", document["id"]]).exit_code == 0
    nodes = json.loads(cli.invoke(app, ["stats", "--json"]).stdout)["data"]["nodes"]
    assert set(nodes.values()) == {0}


def test_the_demo_leaves_a_store_that_holds_documents_alone(cli: CliRunner, address: str) -> None:
    result = cli.invoke(app, ["demo", "--store", address])
    assert result.exit_code == 1
    assert "and the demo wants" in result.stderr
    assert json.loads(cli.invoke(app, ["stats", "--json"]).stdout)["data"]["nodes"]["Document"] == 2


def test_verify_finds_no_fault_in_a_sound_store(cli: CliRunner) -> None:
    result = cli.invoke(app, ["verify"])
    assert result.exit_code == 0
    assert "of 2 documents checked: no faults" in result.stdout


@pytest.mark.parametrize("name", ["graph.json", "graph.graphml"])
def test_an_export_is_the_same_in_a_file_and_on_standard_output(cli: CliRunner, tmp_path: Path, name: str) -> None:
    form = name.rpartition(".")[2]
    printed = cli.invoke(app, ["export", "--format", form]).stdout_bytes
    result = cli.invoke(app, ["export", "--output", str(tmp_path / name)])
    assert result.exit_code == 0, result.output
    assert (tmp_path / name).read_bytes() == printed
    assert b"Scott Rubner" in printed


def test_an_export_that_cannot_be_written_is_said_so(cli: CliRunner, tmp_path: Path) -> None:
    result = cli.invoke(app, ["export", "--output", str(tmp_path / "nowhere" / "graph.json")])
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")


def test_verify_finds_a_text_that_was_changed_behind_its_back(
    cli: CliRunner, address: str, access: Neo4jAccess
) -> None:
    store = open_store(address, access=access)
    for row in store.read("documents.list"):
        kept = {name: row[name] for name in row.keys() - {"entities", "claims"}}
        store.write(partial(_overwrite, {**kept, "text": "Other words.", "fingerprint": "", "found": None}))
    store.close()
    result = cli.invoke(app, ["verify"])
    assert result.exit_code == 5
    assert "faults" in result.stdout
    faults = json.loads(cli.invoke(app, ["verify", "--json"]).stdout)["data"]["faults"]
    assert {"claim", "passage", "mention", "figure"} <= {fault["kind"] for fault in faults}


def _overwrite(document: dict[str, object], run: Run) -> None:
    run("save.documents", rows=[document])


def test_a_flaw_that_one_text_brings_to_light_does_not_stop_the_others(
    empty: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def flawed(document: Document, *, tier: Tier, **_: object) -> Extraction:
        if "tulips" in document.text:
            raise IndexError("list index out of range")
        return extract(document, tier=tier)

    monkeypatch.setattr("loaders.pipeline.extract", flawed)
    (tmp_path / "a.txt").write_text("UBS sees tulips.")
    (tmp_path / "b.txt").write_text(NOTE)
    counts = loaded(empty, tmp_path, code=3)
    assert counts["documents"]["added"] == 1
    assert "IndexError" in counts["failures"][0]["reason"]
    assert "Traceback" not in empty.invoke(app, ["load", str(tmp_path)]).stderr
    monkeypatch.setenv("STREETGRAPH_LOG_LEVEL", "debug")
    shown = empty.invoke(app, ["load", str(tmp_path)]).stderr
    assert "Traceback" in shown
    assert "in flawed" in shown


def test_an_empty_path_is_no_folder(empty: CliRunner) -> None:
    assert empty.invoke(app, ["load", ""]).exit_code == 2
