"""Periods come out in one form, whatever words name them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Document
from loaders.extract.quantities.calendar_periods import CANONICAL, canonical
from loaders.pipeline import Tier, extract

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ORDINALS = ("first", "second", "third", "fourth")
years, days = st.integers(1990, 2060), st.dates(date(1990, 1, 1), date(2060, 12, 31))


@given(year=years, quarter=st.integers(1, 4), fiscal=st.booleans())
def test_a_quarter_is_the_same_in_all_its_forms(year: int, quarter: int, fiscal: bool):
    name, word = ORDINALS[quarter - 1], "fiscal " if fiscal else ""
    forms = [f"{name} {word}quarter of {year}", f"{name} quarter of {word}{year}", f"{word}Q{quarter} {year}"]
    assert {canonical(form) for form in forms} == {f"{'FY' if fiscal else ''}{year}Q{quarter}"}


@given(year=years, month=st.integers(1, 12))
def test_a_month_with_its_year_is_known_without_a_date(year: int, month: int):
    assert canonical(f"{MONTHS[month - 1]} {year}") == f"{year}-{month:02d}"


@given(published=days, words=st.sampled_from(["last year", "this year", "next year"]))
def test_a_year_told_from_the_day_of_publication_is_beside_it(published: date, words: str):
    found = canonical(words, published)
    assert found is not None
    assert int(found) - published.year == {"last": -1, "this": 0, "next": 1}[words.split()[0]]


@given(published=days, quarter=st.sampled_from(ORDINALS))
def test_a_bare_quarter_is_the_last_one_that_had_begun(published: date, quarter: str):
    found = canonical(f"{quarter} quarter", published)
    assert found is not None
    begun = date(int(found[:4]), 3 * ORDINALS.index(quarter) + 1, 1)
    assert begun <= published < date(begun.year + 1, begun.month, 1)


@given(
    written=st.text(max_size=40) | st.sampled_from(["last year", "H1 2020", "fiscal 2021"]), published=days | st.none()
)
def test_what_is_in_the_one_form_stays_so(written: str, published: date | None):
    found = canonical(written, published)
    assert canonical(found, published) == found
    assert found == written or (found is not None and CANONICAL.fullmatch(found))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("third fiscal quarter of 2025", "FY2025Q3"),
        ("first half of 2024", "2024H1"),
        ("second half of the year", "2024H2"),
        ("FY25", "FY2025"),
        ("full-year 2023", "2023"),
        ("last quarter", "2023Q4"),
        ("last month", "2024-02"),
        ("June", "2023-06"),
        ("six months to June", "2023H1"),
        ("quarter ended Sept. 30, 2023", "2023Q3"),
        ("year ended March 2024", "FY2024"),
        ("nine months ended September 2022", "2022-9M"),
        ("June quarter", "2023Q2"),
        ("last week", "last week"),
        ("fiscal first quarter", "fiscal first quarter"),
    ],
)
def test_the_forms_of_the_trade_are_known(written: str, expected: str):
    assert canonical(written, date(2024, 3, 15)) == expected


def test_words_that_need_the_day_of_publication_stay_as_written_without_it():
    assert [canonical(words) for words in ("last year", "second quarter", None)] == [
        "last year",
        "second quarter",
        None,
    ]


def test_a_figure_of_a_dated_document_has_its_period():
    document = Document("Tesla earned $2 billion in the second quarter.", published_at=date(2024, 7, 20))
    (figure,) = extract(document, tier=Tier.FAST).claims[0].figures
    assert figure.period == "2024Q2"
