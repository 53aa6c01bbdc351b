"""What tells where a document comes from, and that it is the same place as last time."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from test_mail import message
from test_records import ATOM, documents

from graph.model import Document
from graph.sources import source_of
from loaders.documents import read, read_all

NOTE = "Tin rose on Tuesday, said Ann Brook."
Read = Callable[..., Document]


def sources_in(path: Path) -> list[str]:
    return [source_of(one) for one in read_all(path) if isinstance(one, Document)]


def written(path: Path, text: str = NOTE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_a_file_is_one_source_whatever_it_holds_and_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sources_in(written(tmp_path / "a" / "note.txt"))
    written(tmp_path / "a" / "note.txt", NOTE.replace("Tin", "Lead"))
    monkeypatch.chdir(tmp_path / "a")
    assert sources_in(Path("note.txt")) == sources_in(Path("../a/note.txt")) == before


def test_files_of_one_name_in_two_folders_are_two_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for folder in ("a", "b"):
        written(tmp_path / folder / "note.txt")
        monkeypatch.chdir(tmp_path / folder)
        found += sources_in(Path("note.txt"))
    assert len(set(found)) == 2


def test_the_mark_of_a_file_tells_nobody_its_folder(tmp_path: Path) -> None:
    assert str(tmp_path) not in str(read(written(tmp_path / "note.txt")).origin)


def test_each_file_in_an_archive_is_a_source(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "notes.zip", "w") as archive:
        for name in ("one.txt", "two.txt"):
            archive.writestr(name, f"{NOTE} {name}")
    first = sources_in(tmp_path / "notes.zip")
    assert len(set(first)) == 2
    assert sources_in(tmp_path / "notes.zip") == first


def test_records_without_an_address_are_nobodys_later_version(tmp_path: Path) -> None:
    rows = written(
        tmp_path / "news.jsonl", '{"text": "Tin rose."}\n{"text": "Lead fell.", "url": "https://n.example/1"}\n'
    )
    tin, lead = read_all(rows)
    assert source_of(tin) == f"text:{tin.id}"
    assert source_of(lead) == "url:n.example/1"


def test_a_message_is_known_by_its_id_wherever_it_is_saved(read: Read) -> None:
    mail = message()
    mail["Message-ID"] = "<42@example.org>"
    assert source_of(read(mail.as_bytes(), "note.eml")) == "message:<42@example.org>"
    assert read(message().as_bytes()).origin is None


def test_an_entry_of_a_feed_is_known_by_its_address_or_else_by_its_id() -> None:
    named = ATOM.replace("<entry>", "<entry><id>tag:port,2025:1</id>")
    [entry] = documents(named)
    assert source_of(entry) == "url:example.org/tin"
    [bare] = documents(named.replace('<link href="https://example.org/tin"/>', ""))
    assert source_of(bare) == "entry:tag:port,2025:1"
