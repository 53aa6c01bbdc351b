"""The index of words beside an embedded store stays in step with it, whatever happens in between."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from stories import doubt, pairing, quarter

from graph import Store, ingest, open_store, remove
from graph.explore import search
from graph.verify import verify
from graph.word_index import WordIndex


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "graph.lbug"


@pytest.fixture
def words(place: Path) -> Path:
    return place.with_name("graph.lbug.words")


@pytest.fixture
def store(place: Path, now) -> Iterator[Store]:
    store = open_store(f"ladybug:{place}")
    for extraction in (pairing(), quarter()):
        ingest(store, extraction, now=now)
    yield store
    store.close()


def found(store: Store, text: str = "apple") -> list[str]:
    return [row["id"] for row in search(store, text, kind="passage").rows]


def is_made_anew(monkeypatch: pytest.MonkeyPatch, store: Store) -> bool:
    asked: list[str] = []
    read = store.read

    def noted(_: Store, query: str, /, **given: object) -> list[dict]:
        asked.append(query)
        return read(query, **given)

    monkeypatch.setattr(type(store), "read", noted)
    found(store)
    monkeypatch.undo()
    return "search.stored_passages" in asked


def test_a_write_is_taken_over_without_reading_the_store_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_made_anew(monkeypatch, store)
    remove(store, quarter().document.id)
    assert not is_made_anew(monkeypatch, store)
    assert len(found(store)) == 1


def test_an_index_that_a_crash_left_behind_is_made_anew(store: Store, monkeypatch: pytest.MonkeyPatch, now) -> None:
    with monkeypatch.context() as crash:
        crash.setattr(WordIndex, "follow", lambda *_: None)
        ingest(store, doubt(), now=now)
    assert is_made_anew(monkeypatch, store)
    assert len(found(store)) == 4
    assert not is_made_anew(monkeypatch, store)


def test_a_write_after_a_gap_does_not_hide_it(store: Store, monkeypatch: pytest.MonkeyPatch, now) -> None:
    with monkeypatch.context() as crash:
        crash.setattr(WordIndex, "follow", lambda *_: None)
        remove(store, quarter().document.id)
    ingest(store, doubt(), now=now)
    assert len(found(store)) == 3


def test_an_index_that_is_lost_or_torn_is_made_anew(store: Store, place: Path, words: Path) -> None:
    before = found(store)
    for content in (None, b"", b"no database at all" * 100):
        store.close()
        words.unlink() if content is None else words.write_bytes(content)
        store = open_store(f"ladybug:{place}")
        assert found(store) == before
    store.close()


def test_the_index_of_a_store_that_was_deleted_does_not_speak_for_a_new_one(store: Store, place: Path, now) -> None:
    store.close()
    place.unlink()
    again = open_store(f"ladybug:{place}")
    for extraction in (doubt(), doubt()):
        ingest(again, extraction, now=now)
    assert len(found(again)) == 2
    assert found(again, "xiaomi") == []
    again.close()


def test_an_index_that_was_made_by_other_rules_is_made_anew(store: Store, place: Path, words: Path) -> None:
    before = found(store)
    store.close()
    with sqlite3.connect(words) as connection:
        connection.execute("UPDATE notes SET value = 'an older way' WHERE name = 'made_by'")
        connection.execute("DELETE FROM passages")
    connection.close()
    again = open_store(f"ladybug:{place}")
    assert found(again) == before
    again.close()


def test_a_transaction_that_fails_leaves_no_words(store: Store, now, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("amid the write")

    monkeypatch.setattr(sys.modules["graph.exchange"], "count_write", fail)
    with pytest.raises(RuntimeError, match="amid the write"):
        ingest(store, doubt(), now=now)
    monkeypatch.undo()
    assert found(store, "warned") == []


def test_verify_tells_of_texts_that_cannot_be_found(store: Store, words: Path) -> None:
    assert verify(store).faults == ()
    with sqlite3.connect(words) as connection:
        connection.execute("DELETE FROM passages WHERE place = 1")
    connection.close()
    [fault] = verify(store).faults
    assert (fault.kind, fault.id, fault.expected, fault.found) == ("words", "passages", "5 texts", "4 texts")
