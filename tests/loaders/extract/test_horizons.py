"""The last day of the time ahead that a statement names."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extract.horizons import end_of

PUBLISHED = date(2025, 3, 18)  # a Tuesday


@pytest.mark.parametrize(
    ("horizon", "end"),
    [
        ("by year-end", date(2025, 12, 31)),
        ("by the end of the year", date(2025, 12, 31)),
        ("by the end of 2026", date(2026, 12, 31)),
        ("until 2030", date(2030, 12, 31)),
        ("before 2030", date(2029, 12, 31)),
        ("by the end of the decade", date(2029, 12, 31)),
        ("at the end of the month", date(2025, 3, 31)),
        ("over the next 12 months", date(2026, 3, 18)),
        ("over the coming three years", date(2028, 3, 18)),
        ("within two weeks", date(2025, 4, 1)),
        ("in six to nine months", date(2025, 12, 18)),
        ("over the next month", date(2025, 4, 18)),
        ("next quarter", date(2025, 6, 30)),
        ("later this year", date(2025, 12, 31)),
        ("next month", date(2025, 4, 30)),
        ("this week", date(2025, 3, 23)),
        ("by next Friday", date(2025, 3, 28)),
        ("this summer", date(2025, 8, 31)),
        ("by next march", date(2026, 3, 31)),
        ("next decade", date(2039, 12, 31)),
        ("in the coming weeks", None),
        ("in the long term", None),
        ("by fiscal 2026", None),
        (None, None),
    ],
)
def test_a_time_ahead_ends_on_a_day_where_its_words_tell_which(horizon: str | None, end: date | None) -> None:
    assert end_of(horizon, PUBLISHED) == end


def test_no_day_without_a_date_to_count_from() -> None:
    assert end_of("next year", None) is None


LENGTHS = ["six", "12", "99999", "to", "-", "days", "weeks", "months", "quarter", "years", "decade"]
TIMES = ["2025", "2099", "year-end", "summer", "march", "friday"]
WORDS = st.sampled_from(["over", "in", "by", "at", "next", "coming", "this", "before", "end", "of", *LENGTHS, *TIMES])


@given(words=st.lists(WORDS, max_size=8), published=st.dates(max_value=date(9000, 1, 1)))
def test_whatever_stands_there_can_be_read(words: list[str], published: date) -> None:
    end = end_of(" ".join(words), published)
    assert end is None or isinstance(end, date)
