"""The last day of the time ahead that a statement names: "by year-end", "over the next 12 months", "next quarter"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

_DIGITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {"a": 1, "an": 1, **{word: number for number, word in enumerate(_DIGITS, 1)}}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SEASONS = {"winter": 2, "spring": 5, "summer": 8, "autumn": 11, "fall": 11}  # the month that each ends in
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_UNIT = r"(?P<unit>day|week|month|quarter|year|decade)"
_NUMBER = rf"(?P<number>\d{{1,4}}|{'|'.join(_NUMBERS)})"
_LENGTHS = re.compile(rf"\b(?:\d+|\w+)(?:\s?to\s|-|–)\s?{_NUMBER}\s{_UNIT}s?\b")  # "six to nine months", "3-5 years"
_LENGTH = re.compile(rf"\b(?:next|coming|following|in|within)\s{_NUMBER}\s{_UNIT}s?\b")
_ONE = re.compile(rf"\b(?:over|in|within|during|for|through)\s(?:the\s)?(?:next|coming|following)\s{_UNIT}\b")
_NEAR = re.compile(r"\b(?P<which>this|next)\s(?P<what>\w+)")
_YEAR = re.compile(r"\b(?P<year>20\d\d)\b")
_FISCAL = re.compile(r"\bfiscal\b")


def end_of(horizon: str | None, published: date | None) -> date | None:
    """The last day of a time ahead as it is written on the day `published`; None where the words do not tell it.

    "The long term" has no last day, and a fiscal year ends when its company says so.
    """
    if horizon is None or published is None or _FISCAL.search(horizon.lower()):
        return None
    text = " ".join(horizon.lower().replace("year-end", "year end").split())
    return next((end for read in _READINGS if (end := read(text, published)) is not None), None)


def _of_length(text: str, published: date) -> date | None:
    """Of "over the next 12 months", "within three years", "over the next month"; of "six to nine months" the longer."""
    if length := _LENGTHS.search(text) or _LENGTH.search(text):
        number = _NUMBERS.get(length["number"]) or int(length["number"])
        return _after(published, number, length["unit"])
    length = _ONE.search(text)
    return None if length is None else _after(published, 1, length["unit"])


def _after(day: date, number: int, unit: str) -> date | None:
    if unit in _MONTHS_OF:
        return _months_on(day, number * _MONTHS_OF[unit])
    return day + timedelta(days=number * (7 if unit == "week" else 1))


def _months_on(day: date, months: int) -> date | None:
    """The same day so many months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _of_near(text: str, published: date) -> date | None:
    """Of "next year", "this quarter", "next summer", "by next March" and "this Friday"."""
    near = _NEAR.search(text)
    if near is None:
        return None
    steps, what = int(near["which"] == "next"), near["what"]
    if what in _MONTHS_OF:
        return _end_of_span(published, _MONTHS_OF[what], steps)
    if what == "week" or what in _DAYS:
        day = 6 if what == "week" else _DAYS.index(what)
        return published + timedelta(days=day - published.weekday() + 7 * steps)
    month = _SEASONS.get(what) or (_MONTHS.index(what[:3]) + 1 if what[:3] in _MONTHS else None)
    return None if month is None else _coming_month(published, month, steps)


def _end_of_span(published: date, months: int, steps: int) -> date | None:
    """The last day of the month, quarter, year or decade that the day lies in, or of the next one."""
    if months == _MONTHS_OF["decade"]:
        return date((published.year // 10 + 1 + steps) * 10 - 1, 12, 31)
    start = (published.month - 1) // months * months + 1
    last = _months_on(published.replace(month=start, day=1), months * (steps + 1) - 1)
    return None if last is None else _end_of_month(last.year, last.month)


def _coming_month(published: date, month: int, steps: int) -> date:
    """The end of the next such month that is not over; of "next summer" in a summer, the one a year later."""
    year = published.year + (month < published.month or bool(steps and month == published.month))
    return _end_of_month(year, month)


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _of_year(text: str, published: date) -> date | None:
    """Of "by 2027", "until the end of 2026", "before 2030", "by year end", "by the end of the year or decade"."""
    if named := _YEAR.search(text):
        year = int(named["year"])
        return date(year - text.startswith("before 20"), 12, 31)
    if "decade" in text:
        return _end_of_span(published, _MONTHS_OF["decade"], 0)
    if "end of the month" in text:
        return _end_of_month(published.year, published.month)
    return date(published.year, 12, 31) if re.search(r"\byear\b", text) else None


_READINGS: tuple[Callable[[str, date], date | None], ...] = (_of_length, _of_near, _of_year)
