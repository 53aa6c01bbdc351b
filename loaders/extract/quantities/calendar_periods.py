"""Periods in one form, however they are written: `2025Q3`, `FY2025Q3`, `2025H1`, `FY2025`, `2025`, `2025-06`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from loaders.extract.quantities.terms import any_of

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
_YEAR = re.compile(r"\b(?:fy\s?(?P<short>\d\d)|(?:fy\s?)?(?P<year>(?:19|20)\d\d))\b")
_RELATIVE_YEAR = re.compile(r"\b(?P<which>last|this|next)\s(?:fiscal\s)?year\b")
_FISCAL = re.compile(r"\bfiscal\b|\bfy")
_QUARTER = re.compile(
    rf"\b(?P<which>{any_of(_ORDINALS)})\s(?:fiscal\s)?(?P<part>quarter|half)\b|\b(?P<code>[qh][1-4])\b"
)
_NEAR_QUARTER = re.compile(r"\b(?P<which>last|latest|previous|this|current|next)\squarter\b")
_NEAR_MONTH = re.compile(r"\b(?P<which>last|this|next)\smonth\b")
_MONTH = re.compile(rf"\b(?P<month>{any_of(_MONTHS)})[a-z]*\b")
_ENDED = re.compile(r"\b(?P<length>quarter|year|(?P<months>three|six|nine)\smonths)\s(?:to|ended|ending)\b")
_OF_MONTH = re.compile(r"\bquarter\b")
_STEPS = {"last": -1, "latest": -1, "previous": -1, "this": 0, "current": 0, "next": 1}
CANONICAL = re.compile(r"(?:FY)?(?:19|20)\d\d(?:Q[1-4]|H[12]|-(?:0[1-9]|1[0-2])|-9M)?")


def canonical(written: str | None, published: date | None = None) -> str | None:
    """The period in the one form, or as written where the words and the date of the text do not tell which it is."""
    if written is None or CANONICAL.fullmatch(written):
        return written
    text = " ".join(written.lower().replace("-", " ").split())
    return next((found for found in _readings(text, published) if found), written)


def _readings(text: str, published: date | None) -> Iterator[str | None]:
    """What each way to name a period makes of the words, the most telling one first."""
    yield _part_of_year(text, published)
    yield _ended(text, published)
    yield _near(text, published)
    yield _month(text, published)
    yield _whole_year(text, published)


def _part_of_year(text: str, published: date | None) -> str | None:
    match = _QUARTER.search(text)
    if match is None:
        return None
    code = (match["code"] or match["part"][0] + str(_ORDINALS[match["which"]])).upper()
    if code[0] == "H" and code[1] not in "12":
        return None
    year = _year_of(text, published)
    if year is None and published is not None and text.endswith("of the year"):
        year = published.year
    if year is None and published is not None and not _FISCAL.search(text):
        months = 3 if code[0] == "Q" else 6
        year = published.year - ((int(code[1]) - 1) * months + 1 > published.month)
    return f"{_prefix(text)}{year}{code}" if year else None


def _ended(text: str, published: date | None) -> str | None:
    """Of "quarter ended June", "six months to June" and "year to March"."""
    match, month = _ENDED.search(text), _MONTH.search(text)
    if match is None or month is None:
        return None
    end = _MONTHS.index(month["month"]) + 1
    year = _year_of(text, published) or _last_year_with(end, published)
    if year is None:
        return None
    if match["length"] == "year":
        return f"{year}" if end == 12 else f"FY{year}"
    return _stretch(match["months"] or "three", end, year)


def _stretch(length: str, end: int, year: int) -> str | None:
    if length == "three" and end % 3 == 0:
        return f"{year}Q{end // 3}"
    if length == "six" and end % 6 == 0:
        return f"{year}H{end // 6}"
    return f"{year}-9M" if length == "nine" and end == 9 else None


def _near(text: str, published: date | None) -> str | None:
    """Of "last quarter" and "next month"."""
    if published is None:
        return None
    if (match := _NEAR_QUARTER.search(text)) is not None:
        year, quarter = divmod(published.year * 4 + (published.month - 1) // 3 + _STEPS[match["which"]], 4)
        return f"{year}Q{quarter + 1}"
    if (match := _NEAR_MONTH.search(text)) is not None:
        year, month = divmod(published.year * 12 + published.month - 1 + _STEPS[match["which"]], 12)
        return f"{year}-{month + 1:02d}"
    return None


def _month(text: str, published: date | None) -> str | None:
    match = _MONTH.match(text)
    if match is None:
        return None
    number = _MONTHS.index(match["month"]) + 1
    year = _year_of(text, published) or _last_year_with(number, published)
    if year and _OF_MONTH.search(text):
        return f"{year}Q{number // 3}" if number % 3 == 0 else None
    return f"{year}-{number:02d}" if year else None


def _whole_year(text: str, published: date | None) -> str | None:
    year = _year_of(text, published)
    return f"{_prefix(text)}{year}" if year else None


def _year_of(text: str, published: date | None) -> int | None:
    """The year that the words name, or mean by "last year"."""
    if (match := _YEAR.search(text)) is not None:
        return int(match["year"] or f"20{match['short']}")
    match = _RELATIVE_YEAR.search(text)
    return published.year + _STEPS[match["which"]] if match and published else None


def _last_year_with(month: int, published: date | None) -> int | None:
    """The year of the last such month that has begun by the day of publication."""
    return published.year - (month > published.month) if published else None


def _prefix(text: str) -> str:
    return "FY" if _FISCAL.search(text) else ""
