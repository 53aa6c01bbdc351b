"""A batch that reaches the embedded engine as a table leaves there what it leaves as a list."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.claims import synthetic
from graph import Store, open_store, row_tables
from graph.export import export_json
from graph.ingest import ingest_together, prepared

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
RECORDS = st.fixed_dictionaries(
    {
        "source": st.none() | TEXTS,
        "kind": st.none(),
        "name": TEXTS,
        "aliases": st.lists(TEXTS, max_size=3),
        "tickers": st.just([]),
        "identifiers": st.lists(TEXTS, max_size=1),
        "country": st.none() | TEXTS,
        "exchanges": st.lists(TEXTS, max_size=2),
    }
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"ladybug:{tmp_path}/graph.lbug")
    yield store
    store.close()


def loaded(path: Path, now) -> bytes:
    """What a store exports after documents with thousands of rows."""
    store = open_store(f"ladybug:{path}")
    ingest_together(store, [prepared(each, now=now) for each in islice(synthetic(10_000), 12)])
    exported = b"".join(export_json(store))
    store.close()
    return exported


def test_a_store_is_the_same_where_arrow_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now) -> None:
    assert row_tables.has_arrow()
    by_table = loaded(tmp_path / "by_table.lbug", now)
    with monkeypatch.context() as installed:
        installed.setitem(sys.modules, "pyarrow", None)
        row_tables.has_arrow.cache_clear()
        assert loaded(tmp_path / "by_list.lbug", now) == by_table
        assert not row_tables.has_arrow()
    row_tables.has_arrow.cache_clear()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(RECORDS, min_size=1, max_size=5))
def test_whatever_stands_in_a_table_comes_back_as_it_was(store: Store, rows: list[dict[str, object]]) -> None:
    many = [{"id": f"{number:03}", **rows[number % len(rows)]} for number in range(row_tables.FEWEST)]
    store.write(lambda run: run("save.records", rows=many))
    assert store.read("records.get", ids=[row["id"] for row in many]) == many


def test_a_table_that_fails_leaves_nothing_and_the_next_one_is_stored(store: Store) -> None:
    rows = [{"id": str(number), "kept": "x"} for number in range(row_tables.FEWEST)]

    def fail(run) -> None:
        run("save.redirects", rows=rows)
        raise RuntimeError("amid the write")

    with pytest.raises(RuntimeError, match="amid the write"):
        store.write(fail)
    assert store.read("resolution.redirects", ids=["0"]) == []
    store.write(lambda run: run("save.redirects", rows=rows))
    assert store.read("resolution.redirects", ids=["0"]) == rows[:1]
