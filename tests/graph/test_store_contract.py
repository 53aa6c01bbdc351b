"""What every engine promises, whichever it is."""

from __future__ import annotations

import threading

import pytest
from stories import Story, pairing

from graph import Store, ingest
from graph.errors import GraphError, ParameterInvalid, QueryFailed, QueryInvalid, StoreUnavailable
from graph.store import Run

UNLISTED = {"identifiers": [], "country": None, "exchanges": [], "records": [], "added": []}  # nothing from registers


def titles(store: Store) -> list[str]:
    return sorted(row["title"] for row in store.read("documents.list"))


def save_entity(run: Run, name: str) -> None:
    naming = {"id": name, "kind": "Company", "name": name, "aliases": [], "tickers": [], "keys": [name]}
    run("save.entities", ids=[name])
    run("save.folded", rows=[{**naming, **UNLISTED}])


def entity_ids(store: Store) -> list[str]:
    return [row["id"] for row in store.read("entities.keys")]


def test_what_is_written_can_be_read(store: Store) -> None:
    store.write(lambda run: save_entity(run, "acme"))
    assert entity_ids(store) == ["acme"]


def test_a_write_returns_what_its_work_returns(store: Store) -> None:
    assert store.write(lambda run: run("documents.count")) == [{"total": 0}]


def test_a_failing_work_leaves_nothing(store: Store) -> None:
    def fail(run: Run) -> None:
        save_entity(run, "acme")
        raise KeyError("in the middle")

    with pytest.raises(KeyError, match="in the middle"):
        store.write(fail)
    assert entity_ids(store) == []


def test_a_failing_query_leaves_nothing_even_if_its_work_goes_on(store: Store) -> None:
    twice = [{"document_id": "d", "id": "p", "start": 0, "end": 1, "text": "x"}] * 2

    def go_on(run: Run) -> None:
        save_entity(run, "acme")
        run("save.documents", rows=[document("d")])
        with pytest.raises(QueryFailed):
            run("save.passages", rows=twice)
        with pytest.raises(QueryFailed):
            save_entity(run, "late")

    with pytest.raises(QueryFailed):
        store.write(go_on)
    assert entity_ids(store) == []
    assert titles(store) == []


def document(name: str) -> dict[str, object]:
    optional = dict.fromkeys(("publisher", "url", "published_at", "source", "found"))
    return {"id": name, "text": name, "title": name, "language": "en", "recorded_at": "", "fingerprint": "", **optional}


def test_a_store_goes_on_after_a_failure(store: Store) -> None:
    with pytest.raises(ParameterInvalid):
        store.write(lambda run: run("save.documents", ids=["d"]))
    store.write(lambda run: run("save.documents", rows=[document("d")]))
    assert titles(store) == ["d"]


def test_half_a_character_is_refused_and_the_store_goes_on(store: Store) -> None:
    with pytest.raises(ParameterInvalid, match="'ids' holds half a character"):
        store.write(lambda run: save_entity(run, "half \ud83d"))
    assert entity_ids(store) == []
    store.write(lambda run: save_entity(run, "whole \U0001f4c8"))
    assert entity_ids(store) == ["whole \U0001f4c8"]


def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(QueryInvalid):
        store.read("save.entities", ids=["acme"])


def test_values_come_back_as_they_were_stored(store: Store) -> None:
    given = {**document("d"), "text": "Größe 📈\n\x00 'q' \"Q\" \\ $x 5 %", "url": "", "published_at": None}
    store.write(lambda run: run("save.documents", rows=[given]))
    found = store.read("documents.get", id="d")[0]
    assert {name: found[name] for name in given} == given


def test_lists_and_empty_lists_come_back_as_they_were_stored(store: Store) -> None:
    rows = [
        {"id": "a", "kind": "Company", "name": "A", "aliases": [], "tickers": [], "keys": ["a"], **UNLISTED},
        {
            "id": "b",
            "kind": "Company",
            "name": "B",
            "aliases": ["1", "2"],
            "tickers": ["9988"],
            "keys": ["b"],
            **UNLISTED,
        },
    ]
    store.write(lambda run: run("save.entities", ids=["a", "b"]))
    for batch in (rows[:1], rows, rows[::-1], rows[:1]):  # an engine may remember the types of the first batch
        store.write(lambda run, batch=batch: run("save.folded", rows=batch))
    assert store.read("entities.known", ids=["a", "b"]) == rows


def test_an_empty_batch_does_nothing(store: Store) -> None:
    assert store.write(lambda run: run("save.mentions", rows=[])) == []


def test_readers_see_whole_documents_beside_a_writer(store: Store, now) -> None:
    stories = [Story((f"Acme number {number} said that it grew.",) * 3) for number in range(20)]
    for story in stories:
        story.says(None, story.sentences[0])
    wrong: list[object] = []
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            try:
                wrong.extend(row for row in store.read("documents.list") if row["claims"] != 1)
            except GraphError as error:
                wrong.append(error)

    readers = [threading.Thread(target=look) for _ in range(3)]
    for reader in readers:
        reader.start()
    for story in stories:
        ingest(store, story.extraction, now=now)
    done.set()
    for reader in readers:
        reader.join()
    assert wrong == []
    assert store.read("documents.count") == [{"total": 20}]


def test_writers_on_several_threads_take_turns(store: Store) -> None:
    threads = [
        threading.Thread(target=lambda name=name: store.write(lambda run: save_entity(run, name)))
        for name in "abcdefgh"
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert entity_ids(store) == list("abcdefgh")


def test_a_closed_store_says_so_and_can_be_closed_again(store: Store, now) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreUnavailable, match="closed"):
        store.read("documents.count")
    with pytest.raises(StoreUnavailable, match="closed"):
        ingest(store, pairing(), now=now)
