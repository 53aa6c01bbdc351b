"""Several questions for one answer, asked in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime

import pytest
from stories import doubt, pairing, quarter, renamed

from graph import Store, ingest, queries, remove
from graph.errors import GraphError, ParameterInvalid, QueryFailed, QueryInvalid, StoreUnavailable
from graph.store import Reader, Run


def titles(reader: Reader) -> list[str]:
    return [row["title"] for row in reader.read("documents.list")]


def total(reader: Reader) -> int:
    return int(reader.read("documents.count")[0]["total"])


def test_a_view_answers_as_its_store_does(filled: Store) -> None:
    with filled.view() as view:
        assert view.engine == filled.engine
        for query in ("documents.list", "claims.find", "entities.keys"):
            assert view.read(query) == view(query) == filled.read(query) != []


def test_a_view_sees_what_was_written_before_it(store: Store, now: datetime) -> None:
    for number in range(3):
        ingest(store, renamed(quarter(), f"version {number}"), now=now)
        with store.view() as view:
            assert titles(view) == [f"version {number}"]


def test_a_view_sees_nothing_that_may_still_be_undone(store: Store, now: datetime) -> None:
    ingest(store, quarter(), now=now)

    def look_beside(run: Run) -> None:
        run("remove.document", document_id=quarter().document.id)
        assert run("documents.count") == [{"total": 0}]
        with store.view() as view:
            assert total(view) == 1

    store.write(look_beside)
    assert total(store) == 0


@pytest.mark.parametrize("engine", ["ladybug"])  # a server shows each question what is committed by then
def test_an_embedded_store_stays_as_it_was_for_the_whole_view(filled: Store, now: datetime) -> None:
    with filled.view() as view:
        before = {query: filled.read(query) for query in ("documents.list", "claims.find", "entities.keys")}
        remove(filled, quarter().document.id)
        ingest(filled, renamed(doubt(), "Doubts again"), now=now)
        assert {query: view.read(query) for query in before} == before
        assert filled.read("documents.list") != before["documents.list"]
    with filled.view() as view:
        assert titles(view) == titles(filled)


def test_a_view_cannot_write(store: Store) -> None:
    with store.view() as view:
        with pytest.raises(QueryInvalid, match="a reader cannot"):
            view.read("save.entities", ids=["acme"])
        assert view.read("entities.keys") == []


def test_a_view_goes_on_after_a_mistaken_question_and_ends_with_a_failed_one(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled.view() as view:
        with pytest.raises(ParameterInvalid):
            view.read("documents.get")
        assert total(view) == 3
        failing = replace(queries.query("documents.count"), text="UNWIND [0] AS none RETURN 1 / none AS total")
        with monkeypatch.context() as patch:
            patch.setattr(queries, "query", lambda *_: failing)
            with pytest.raises(QueryFailed):
                view.read("documents.count")
        with pytest.raises(QueryFailed):
            total(view)
    assert total(filled) == 3
    with filled.view() as view:
        assert total(view) == 3


def test_a_view_that_has_ended_answers_nothing(filled: Store) -> None:
    with pytest.raises(KeyError, match="of the reader"), filled.view() as view:
        raise KeyError("of the reader")
    with pytest.raises(QueryFailed):
        total(view)


def test_a_closed_store_gives_no_view_and_what_is_closed_amid_a_view_answers_nothing(store: Store) -> None:
    with store.view() as view:
        store.close()
        with pytest.raises(GraphError):
            total(view)
    with pytest.raises(StoreUnavailable, match="closed"), store.view():
        pass


def test_views_of_several_threads_beside_a_writer_see_whole_documents(store: Store, now: datetime) -> None:
    versions = [renamed(pairing(), f"version {number}") for number in range(8)]

    def looks() -> Iterator[int]:
        for _ in range(12):
            with store.view() as view:
                yield from (row["claims"] for row in view.read("documents.list"))

    ingest(store, versions[0], now=now)
    with ThreadPoolExecutor(3) as pool:
        looking = [pool.submit(lambda: list(looks())) for _ in range(3)]
        for version in versions:
            ingest(store, version, now=now)
        seen = [claims for one in looking for claims in one.result(timeout=60)]
    assert set(seen) == {len(pairing().claims)}
