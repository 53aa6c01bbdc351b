"""Files of other forms than text through the command line and as uploads."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from local_client import TestClient
from typer.testing import CliRunner
from web_server import serving

from api.cli import app

TARGET = "Goldman Sachs raised its target for the CSI 300 Index to 4,700 points."
VIEW = "UBS benchmarks Alibaba against Amazon, analysts at the bank said."
LINES = "".join(json.dumps({"body": text, "headline": text[:5]}) + "\n" for text in (TARGET, VIEW))
MAIL = f"From: UBS <a@example.org>\nTo: b@example.org\nSubject: A view\n\n{VIEW} It was so before.\n"


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """The command line over a store that is not there yet."""
    monkeypatch.setenv("STREETGRAPH_STORE", f"ladybug:{tmp_path / 'store' / 'graph.db'}")
    return CliRunner()


def test_a_folder_gives_documents_of_all_forms_and_names_what_it_leaves_out(empty: CliRunner, tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "view.eml").write_text(MAIL)
    (folder / "notes.jsonl").write_text(LINES + "{broken\n")
    (folder / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    result = empty.invoke(app, ["load", str(folder), "--json"])
    assert result.exit_code == 3, result.output
    data = json.loads(result.stdout)["data"]
    assert data["documents"] == {"added": 3, "changed": 0, "replaced": 0, "unchanged": 0, "failed": 1}
    assert [failure["source"] for failure in data["failures"]] == [f"{folder / 'notes.jsonl'}:3"]
    assert data["left_out"] == [str(folder / "logo.png")]
    said = empty.invoke(app, ["load", str(folder)]).stderr
    assert f"Left out:  1 of unknown form: {folder / 'logo.png'}" in said
    assert f"Try:   streetgraph load {folder / 'notes.jsonl'} " in said


def packed(**files: str | bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return file.getvalue()


def test_an_archive_is_read_like_a_folder(empty: CliRunner, tmp_path: Path) -> None:
    archive, out = tmp_path / "news.zip", tmp_path / "out"
    archive.write_bytes(packed(target_txt=TARGET, notes_jsonl=LINES + "{broken\n", logo_png=b"\x89PNG"))
    result = empty.invoke(app, ["load", str(archive), "--json"])
    assert result.exit_code == 3, result.output
    data = json.loads(result.stdout)["data"]
    assert data["documents"]["failed"] == 1
    assert data["left_out"] == [f"{archive}/logo.png"]
    said = empty.invoke(app, ["extract", str(archive), "--out", str(out)]).stderr
    assert {file.name for file in out.iterdir()} == {
        f"news-{name}.json" for name in ("target.txt", "notes.jsonl-1", "notes.jsonl-2")
    }
    assert f"Left out:  1 of unknown form: {archive}/logo.png" in said
    assert f"Try:   streetgraph extract {archive} " in said


def test_an_archive_comes_over_standard_input(empty: CliRunner) -> None:
    result = empty.invoke(app, ["extract", "-"], input=packed(target_txt=TARGET))
    assert json.loads(result.stdout)["document"]["text"] == TARGET


def test_patterns_in_quotes_are_read_as_the_shell_would(empty: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "target.txt").write_text(TARGET)
    result = empty.invoke(app, ["load", str(tmp_path / "**" / "*.txt"), "--json"])
    assert json.loads(result.stdout)["data"]["documents"]["added"] == 1


def test_an_address_is_loaded_where_it_may_be_visited(empty: CliRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as web:
        address = web.put("/target.txt", TARGET.encode())
        refused = empty.invoke(app, ["load", address])
        assert refused.exit_code == 1
        assert f"Error: {address} leads to 127.0.0.1" in refused.stderr
        monkeypatch.setenv("STREETGRAPH_FETCH_PRIVATE", "true")
        assert "Documents: 1 added" in empty.invoke(app, ["load", address]).stdout


def test_columns_of_other_names_are_given_on_the_command_line(empty: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text(f'what,words\nA target,"{TARGET}"\n')
    result = empty.invoke(app, ["extract", str(tmp_path / "notes.csv"), "--columns", "text=words,title=what"])
    assert result.exit_code == 0, result.output
    document = json.loads(result.stdout)["document"]
    assert (document["title"], document["text"]) == ("A target", TARGET)
    refused = empty.invoke(app, ["load", str(tmp_path / "notes.csv"), "--columns", "colour=red"])
    assert refused.exit_code == 2
    assert "'colour' is not one of" in refused.stderr


def test_the_documents_of_one_file_are_lines_of_json_or_files_with_numbers(empty: CliRunner, tmp_path: Path) -> None:
    path, out = tmp_path / "notes.jsonl", tmp_path / "out"
    path.write_text(LINES)
    lines = empty.invoke(app, ["extract", str(path)]).stdout.splitlines()
    assert [json.loads(line)["document"]["text"] for line in lines] == [TARGET, VIEW]
    assert empty.invoke(app, ["extract", str(path), "--out", str(out), "-j", "2"]).exit_code == 0
    assert sorted(file.name for file in out.iterdir()) == ["notes-1.json", "notes-2.json"]


def test_a_form_on_standard_input_is_told_by_its_content(empty: CliRunner) -> None:
    result = empty.invoke(app, ["extract", "-"], input=MAIL)
    assert json.loads(result.stdout)["document"]["publisher"] == "UBS"


def test_uploads_of_all_forms_are_read_and_counted_one_by_one(client: TestClient) -> None:
    files = {
        "mail": ("view.eml", MAIL.encode(), "message/rfc822"),
        "lines": ("notes.jsonl", (LINES + "{broken\n").encode(), "application/x-ndjson"),
        "pdf": ("note.pdf", b"%PDF-1.7 damaged", "application/pdf"),
        "archive": ("all.zip", packed(more_txt=f"{VIEW} So it said.", logo_png=b"\x89PNG"), "application/zip"),
    }
    job = client.post("/v1/documents?wait=60", files=files).json()["data"]
    states = {one["label"]: one["state"] for one in job["documents"]}
    failed = ("notes.jsonl:3", "note.pdf", "all.zip/logo.png")
    assert {states[label] for label in failed} == {"failed"}
    assert {state for label, state in states.items() if label not in failed} <= {
        "added",
        "unchanged",
        "replaced",
    }
    assert len(job["documents"]) == 7


def test_an_upload_that_holds_too_many_documents_is_refused(client: TestClient) -> None:
    lines = json.dumps({"text": TARGET}) + "\n"
    response = client.post("/v1/documents", files={"lines": ("notes.jsonl", (lines * 201).encode(), "text/plain")})
    assert (response.status_code, response.json()["type"]) == (422, "/problems/body-invalid")
    assert "The files hold 201 documents" in response.json()["detail"]
