"""Points of view in time: what had been said by a day, and what had been recorded by a time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import doubt, pairing, quarter, renamed

from graph import Store, ingest, remove
from graph.errors import ParameterInvalid
from graph.explore import ANY_TIME, Moment, claims, revision

MONDAY, TUESDAY = datetime(2025, 3, 3, 8, tzinfo=UTC), datetime(2025, 3, 4, 8, tzinfo=UTC)


def types(store: Store, **moment: object) -> list[str]:
    return sorted(row["type"] for row in claims(store, moment=Moment.of(**moment)).rows)


def test_a_day_leaves_out_what_was_published_later_and_what_has_no_date(filled: Store) -> None:
    assert types(filled, as_of="2025-02-27") == ["figure", "forecast", "target"]
    assert types(filled, as_of=date(2025, 2, 26)) == ["figure"]
    assert types(filled, as_of="2025-02-19") == []


def test_a_time_leaves_out_what_was_recorded_later(store: Store) -> None:
    ingest(store, quarter(), now=MONDAY)
    ingest(store, pairing(), now=TUESDAY)
    assert types(store, known_at=TUESDAY) == ["figure", "forecast", "target"]
    assert types(store, known_at=TUESDAY - timedelta(microseconds=1)) == ["figure"]
    assert types(store, known_at="2025-03-03") == types(store, known_at=date(2025, 3, 3)) == ["figure"]
    assert types(store, known_at="2025-03-03T08:59:59+01:00") == []
    assert types(store, known_at=TUESDAY, as_of="2025-02-20") == ["figure"]


def test_the_whole_list_counts_what_the_moment_shows(filled: Store) -> None:
    assert claims(filled, moment=Moment.of(as_of="2025-02-27"), limit=1).total == 3


def test_the_edges_between_entities_say_when_they_were_recorded(store: Store) -> None:
    ingest(store, pairing(), now=MONDAY)
    edges = store.read("entities.edges", ids=["kinger-lau", "xiaomi"])
    assert len(edges) > 2
    assert {row["recorded_at"] for row in edges} == {"2025-03-03T08:00:00.000000Z"}


@pytest.mark.parametrize("given", [{"as_of": "yesterday"}, {"known_at": "noon"}, {"known_at": "2025-02-30"}])
def test_what_is_no_day_or_time_is_refused_by_name(given: dict[str, str]) -> None:
    with pytest.raises(ParameterInvalid, match=repr(next(iter(given)))):
        Moment.of(**given)


@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=8))])), st.datetimes())
def test_times_sort_as_their_texts_do(zoned: datetime, plain: datetime) -> None:
    try:
        texts = Moment.of(known_at=zoned).known_at, Moment.of(known_at=plain).known_at
    except ParameterInvalid:  # before the year 1 in UTC
        return
    assert (texts[0] < texts[1]) == (zoned < plain.replace(tzinfo=UTC))


def test_a_day_to_know_at_is_its_end() -> None:
    assert Moment.of(known_at="2025-03-03") == Moment.of(known_at=date(2025, 3, 3))
    assert Moment.of(known_at="2025-03-03").known_at == "2025-03-03T23:59:59.999999Z"
    assert Moment.of() == ANY_TIME


def test_it_is_told_how_many_documents_a_day_leaves_out_for_want_of_a_date(store: Store) -> None:
    ingest(store, pairing(), now=MONDAY)
    assert Moment.of(as_of="2025-03-01").left_out(store) == []
    ingest(store, doubt(), now=TUESDAY)
    [told] = Moment.of(as_of="2025-03-01").left_out(store)
    assert "1 document without a date is left out" in told
    assert Moment.of(as_of="2025-03-01", known_at=MONDAY).left_out(store) == ANY_TIME.left_out(store) == []


def test_the_revision_grows_with_each_change_and_with_nothing_else(store: Store) -> None:
    seen = [revision(store)]

    def after(_: object) -> bool:
        seen.append(revision(store))
        return seen[-1] > seen[-2]

    assert after(ingest(store, pairing(), now=MONDAY))
    assert not after(ingest(store, pairing(), now=TUESDAY))
    assert after(ingest(store, renamed(pairing(), "Anew"), now=TUESDAY))
    assert after(remove(store, pairing().document.id))
    assert not after(store.ensure_schema())
    assert not after(claims(store))
