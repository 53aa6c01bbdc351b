"""Lists of claims: every filter, every order, every page, counts by facet, and tables."""

from __future__ import annotations

import base64
import json
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from voices import MONDAY, Said, load

from graph import Store
from graph.errors import ParameterInvalid
from graph.explore import claim_table, claims, facets
from graph.explore.claim_table import COLUMNS
from graph.explore.claims import SORTS
from graph.model import ClaimType, Modality, Stance

UP, DOWN = Stance.POSITIVE, Stance.NEGATIVE
NOTES = (
    Said("UBS", "CSI 300", 2, DOWN, ClaimType.TARGET, (3000, 3100)),
    Said("UBS", "Hang Seng", 2, UP, ClaimType.TARGET, (20000, 20000)),
    Said("Ann Lee", "CSI 300", 4, UP, ClaimType.WARNING, (15, 15), metric="eps", org="UBS"),
    Said("Ann Lee", "CSI 300", None, DOWN, org="UBS"),
    Said(None, "CSI 300", 3, UP, ClaimType.FIGURE, (4000, 4000)),
    Said("Nomura", "CSI 300", 5, kind=ClaimType.FORECAST),
)


@pytest.fixture
def noted(store: Store) -> Store:
    load(store, *NOTES)
    return store


def numbers(store: Store, **wishes) -> list[int]:
    """Which of the notes fit, by the number in their words, in the order of the list."""
    return [int(row["quote"].split()[2]) for row in claims(store, **wishes).rows]


def _tied(number: int) -> int:
    """The first two notes are of one day, on which their ids decide."""
    return max(number, 1)


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        ({}, [5, 2, 4, 0, 1, 3]),
        ({"type": "target,forecast"}, [5, 0, 1]),
        ({"type": ["warning"]}, [2]),
        ({"stance": "positive, negative"}, [2, 4, 0, 1, 3]),
        ({"modality": "stated"}, [5, 2, 4, 0, 1, 3]),
        ({"modality": "denied"}, []),
        ({"metric": "index_target"}, [4, 0, 1]),
        ({"metric": "eps,index_target", "about": "CSI 300"}, [2, 4, 0]),
        ({"unit": "points", "min_value": 3050, "max_value": 5000}, [4, 0]),
        ({"min_value": 3100.5, "max_value": 3999}, []),
        ({"max_value": 15, "speaker": "Ann Lee"}, [2]),
        ({"organisation": "UBS", "about": "CSI 300"}, [2, 0, 3]),
        ({"speaker": "UBS", "organisation": "UBS"}, [0, 1]),
        ({"speaker": "UBS", "about": "Hang Seng", "stance": "negative"}, []),
        ({"published_from": "2025-01-03", "published_to": "2025-01-04"}, [2, 4]),
        ({"changed_since": MONDAY + timedelta(minutes=3)}, [5, 4]),
        ({"text": "OF UBS"}, [2, 3]),
        ({"sort": "published_at"}, [3, 0, 1, 4, 2, 5]),
        ({"sort": "-recorded_at"}, [5, 4, 3, 2, 1, 0]),
        ({"sort": "recorded_at", "organisation": "UBS"}, [0, 1, 2, 3]),
    ],
)
def test_claims_are_narrowed_and_put_in_order(noted: Store, wishes: dict, expected: list[int]) -> None:
    found = numbers(noted, **wishes)
    assert sorted(found) == sorted(expected)
    assert list(map(_tied, found)) == list(map(_tied, expected))
    assert claims(noted, **wishes).total == len(expected)


def test_the_surest_come_first_where_that_is_asked_for(noted: Store) -> None:
    for sort in ("confidence", "-confidence"):
        rows = claims(noted, sort=sort).rows
        assert len(rows) == len(NOTES)
        assert [row["claim_id"] for row in rows] == sorted(row["claim_id"] for row in rows)  # all are as sure


@pytest.mark.parametrize(
    "wrong", [{"sort": "speaker"}, {"type": "target,guess"}, {"modality": "may"}, {"stance": "up"}]
)
def test_what_makes_no_sense_is_refused_by_name(noted: Store, wrong: dict[str, str]) -> None:
    with pytest.raises(ParameterInvalid, match=repr(next(iter(wrong)))):
        claims(noted, **wrong)


WISHES = ({}, {"about": "csi-300"}, {"metric": "index_target,eps"}, {"stance": "negative"}, {"organisation": "ubs"})


@pytest.mark.parametrize(("sort", "wishes"), list(product(SORTS, WISHES)), ids=str)
def test_pages_give_the_same_as_one_big_page(noted: Store, sort: str, wishes: dict[str, str]) -> None:
    whole, seen, cursor = claims(noted, sort=sort, **wishes).rows, [], None
    for _ in range(len(whole) + 1):
        page = claims(noted, sort=sort, limit=1, cursor=cursor, **wishes)
        seen += page.rows
        if (cursor := page.next) is None:
            break
    assert seen == whole
    assert cursor is None


@pytest.mark.parametrize("number", ["nan", "inf", "-inf"])
def test_a_cursor_that_points_nowhere_is_refused(noted: Store, number: str) -> None:
    given = claims(noted, limit=1).next
    mark, rising, falling, _, claim_id = json.loads(base64.urlsafe_b64decode(given + "=" * (-len(given) % 4)))
    forged = base64.urlsafe_b64encode(json.dumps([mark, rising, falling, number, claim_id]).encode()).decode()
    with pytest.raises(ParameterInvalid, match="'cursor' is not one that a page gave"):
        claims(noted, cursor=forged)


def test_a_cursor_belongs_to_its_order(noted: Store) -> None:
    cursor = claims(noted, limit=1).next
    with pytest.raises(ParameterInvalid, match="'cursor'"):
        claims(noted, sort="recorded_at", cursor=cursor)


def test_facets_count_the_whole_list(noted: Store) -> None:
    counted = facets(noted, "speaker,organisation,type,stance,metric")
    assert {row["name"]: row["total"] for row in counted["speaker"]} == {"UBS": 2, "Ann Lee": 2, "Nomura": 1, None: 1}
    assert [(row["value"], row["total"]) for row in counted["organisation"]] == [(None, 4), ("ubs", 2)]
    assert {row["value"]: row["total"] for row in counted["stance"]} == {"positive": 3, "negative": 2, "neutral": 1}
    assert [(row["value"], row["total"]) for row in counted["metric"]] == [("index_target", 3), ("eps", 1)]
    assert sum(row["total"] for row in counted["type"]) == len(NOTES)
    assert facets(noted, ["stance"], about="Hang Seng") == {
        "stance": [{"value": "positive", "name": "positive", "total": 1, "independent_sources": 1}]
    }
    assert facets(noted, "metric", min_value=4000)["metric"] == [
        {"value": "index_target", "name": "index_target", "total": 2, "independent_sources": None}
    ]
    with pytest.raises(ParameterInvalid, match="'facets'"):
        facets(noted, "colour")


def test_a_table_has_a_row_for_each_number_and_the_columns_of_the_field(noted: Store) -> None:
    first, pages = claim_table(noted, sort="recorded_at")
    rows = [row for page in pages for row in page]
    assert (first.total, len(rows)) == (6, 6)
    assert all(list(row) == list(COLUMNS) for row in rows)
    assert [(row["entity_id"], row["metric"], row["low"], row["high"]) for row in rows[:2]] == [
        ("csi-300", "index_target", 3000.0, 3100.0), ("hang-seng", "index_target", 20000.0, 20000.0)
    ]  # fmt: skip
    assert (rows[3]["published_at"], rows[3]["metric"], rows[3]["entity_id"]) == (None, None, "csi-300")
    assert rows[0]["last_confirmed_at"] == rows[0]["recorded_at"]


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(most=st.integers(1, 8))
def test_a_table_ends_where_it_is_told_to(noted: Store, most: int) -> None:
    whole = [row for page in claim_table(noted)[1] for row in page]
    cut, pages = claim_table(noted, most=most)
    assert [row for page in pages for row in page] == whole[:most]
    assert cut.total == len(NOTES)
    assert Modality.STATED.value in {row["modality"] for row in whole}
