"""A store copied into another, of either engine: whole, again, and after it was cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from stories import Story, doubt, pairing, quarter, renamed
from test_ingest import everything
from test_parity import generated

from graph import Status, Store, ingest, open_store, remove
from graph.copying import compared, copying
from graph.model import Extraction
from graph.records import Record
from graph.records.keeping import keep

OTHER_DAY = datetime(2025, 4, 2, 8, tzinfo=UTC)
DOCUMENTS = [pairing(), quarter(), doubt(), *map(generated, range(3)), Story(("Nothing to see.",)).extraction]


@pytest.fixture(params=["to", "from"])
def ends(request: pytest.FixtureRequest, store: Store, tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """An empty source and an empty target; one is of each engine in turn, the other is a file."""
    file = open_store(f"{tmp_path}/file.lbug")
    yield (file, store) if request.param == "to" else (store, file)
    file.close()


def load(store: Store, *extractions: Extraction, now: datetime) -> None:
    for extraction in extractions:
        ingest(store, extraction, now=now)


def copy_all(source: Store, target: Store) -> list[Status | None]:
    plan = copying(source, target)
    return [plan.copy(document_id) for document_id in plan.wanted]


def test_a_copy_holds_the_same_to_the_byte(ends: tuple[Store, Store], now: datetime) -> None:
    source, target = ends
    load(source, *DOCUMENTS[:3], now=now)
    load(source, *DOCUMENTS[3:], now=OTHER_DAY)
    assert copy_all(source, target) == [Status.ADDED] * len(DOCUMENTS)
    comparison = compared(source, target)
    assert comparison.is_equal
    assert comparison.source["nodes"]["Document"] == len(DOCUMENTS)
    assert everything(target) == everything(source)


def test_what_was_copied_counts_as_loaded(ends: tuple[Store, Store], now: datetime) -> None:
    source, target = ends
    load(source, *DOCUMENTS, now=now)
    copy_all(source, target)
    assert {ingest(target, extraction, now=OTHER_DAY).status for extraction in DOCUMENTS} == {Status.UNCHANGED}


def test_a_copy_that_was_cut_off_goes_on_where_it_stopped(ends: tuple[Store, Store], now: datetime) -> None:
    source, target = ends
    load(source, *DOCUMENTS, now=now)
    first = copying(source, target)
    for document_id in first.wanted[:4]:
        first.copy(document_id)
    rest = copying(source, target)
    assert (rest.documents, rest.wanted) == (len(DOCUMENTS), first.wanted[4:])
    copy_all(source, target)
    assert compared(source, target).is_equal
    assert copying(source, target).wanted == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda store, now: ingest(store, renamed(quarter(), "Another title"), now=now),
        lambda store, now: ingest(store, quarter(version="2"), now=now),
        lambda store, _: (remove(store, quarter().document.id), ingest(store, quarter(), now=OTHER_DAY)),
    ],
    ids=["title", "extractor", "time"],
)
def test_what_has_changed_is_copied_anew(ends: tuple[Store, Store], now: datetime, change: Callable) -> None:
    source, target = ends
    load(source, *DOCUMENTS, now=now)
    copy_all(source, target)
    change(source, now)
    assert copying(source, target).wanted == (quarter().document.id,)
    assert copy_all(source, target) == [Status.REPLACED]
    assert compared(source, target).is_equal


def test_documents_that_only_the_target_holds_are_named_and_kept(ends: tuple[Store, Store], now: datetime) -> None:
    source, target = ends
    load(source, pairing(), now=now)
    load(target, doubt(), now=now)
    assert copying(source, target).surplus == (doubt().document.id,)
    copy_all(source, target)
    comparison = compared(source, target)
    assert not comparison.is_equal
    assert comparison.source["sha256"] != comparison.target["sha256"]
    assert comparison.target["nodes"]["Document"] == 2


def test_a_document_that_is_gone_meanwhile_is_passed_over(ends: tuple[Store, Store], now: datetime) -> None:
    source, target = ends
    load(source, pairing(), quarter(), now=now)
    plan = copying(source, target)
    remove(source, quarter().document.id)
    assert sorted(map(str, map(plan.copy, plan.wanted))) == ["None", "added"]
    assert compared(source, target).is_equal


def test_the_records_of_registers_come_along(ends: tuple[Store, Store], now: datetime) -> None:
    source, target = ends
    load(source, doubt(), now=now)
    keep(source, [Record("sec", "0000320193", "Apple Inc.", identifiers=frozenset({("cik", "0000320193")}))])
    plan = copying(source, target)
    assert plan.copy_records().added == 1
    copy_all(source, target)
    assert compared(source, target).is_equal
    assert plan.copy_records().unchanged == 1
