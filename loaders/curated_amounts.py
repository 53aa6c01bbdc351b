"""The number of a row of a curated table: what is measured, how much of it, in which unit."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from loaders.errors import DocumentUnreadable
from loaders.extract.quantities import currencies, numerals
from loaders.extract.quantities.terms import any_of, cell, table

_UNITS = {unit: unit for unit in ("percent", "points", "bps", "percentage_points", "multiple", "shares", "people")}
_UNITS |= {"units": "units", "years": "years", "months": "months", "days": "days"}
_UNITS |= {"%": "percent", "pct": "percent", "pts": "points", "bp": "bps", "x": "multiple", "$": "USD", "€": "EUR"}
_UNITS |= {code.lower(): code for code in currencies.CODES}
_SCALE = any_of([*numerals.SCALES, *numerals.ATTACHED])
_NUMBER = re.compile(rf"(?P<sign>[-−+]?)(?P<digits>{numerals.DIGITS})(?:\s?(?P<scale>{_SCALE}))?(?P<percent>\s?%)?")
_MEASURED_IN = {row["metric"]: cell(row["measured_in"]) for row in table("metrics")}
_METRICS = {term.lower(): row["metric"] for row in table("metrics") for term in cell(row["terms"]) if not row["sign"]}


class Amount(NamedTuple):
    """What is measured and how much of it, in base units."""

    metric: str
    low: float
    high: float
    unit: str


def amount_of(values: Mapping[str, str]) -> Amount:
    """What a row measures; raises `DocumentUnreadable` with the field that is wrong."""
    metric = _metric(values["metric"])
    given = [values["value"]] * 2 if values.get("value") else [values.get(name, "") for name in ("low", "high")]
    if not all(given):
        raise DocumentUnreadable("has no number: give a `value`, or a `low` and a `high`.")
    unit = _unit(metric, values.get("unit", ""), given)
    low, high = (_number(words) for words in given)
    if low > high:
        raise DocumentUnreadable(f"has a `low` of {given[0]} above its `high` of {given[1]}.")
    return Amount(metric, low, high, unit)


def _metric(words: str) -> str:
    """The metric of this name, or that a term such as `price target` or `EPS` stands for."""
    name = re.sub(r"[\s-]+", "_", words.strip().lower())
    if name in _MEASURED_IN:
        return name
    if found := _METRICS.get(words.strip().lower()):
        return found
    near = get_close_matches(name, _MEASURED_IN, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Known are {', '.join(_MEASURED_IN)}."
    raise DocumentUnreadable(f"measures {words[:60]!r}, which is no metric. {hint}")


def _unit(metric: str, words: str, given: Collection[str]) -> str:
    """The unit as it is given; else percent for `15%`, or points of an index."""
    if not words:
        if all(number.rstrip().endswith("%") for number in given):
            return "percent"
        if _MEASURED_IN[metric] == ["points"]:
            return "points"
        raise DocumentUnreadable("has no `unit`: give one such as USD, percent or points.")
    if unit := _UNITS.get(re.sub(r"\s+", "_", words.strip().lower())):
        return unit
    raise DocumentUnreadable(f"has the unit {words[:20]!r}: give an ISO code such as USD, or percent, points, bps.")


def _number(words: str) -> float:
    """The number, which commas may group: `4,700`, `1.5bn`, `-3%`, `1e9`."""
    match = _NUMBER.fullmatch(words.strip())
    try:
        if match is None:
            number = float(words)
        else:
            number = float(numerals.digits_value(match["digits"]) * numerals.scale_factor(match["scale"]))
            number = -number if match["sign"] in ("-", "−") else number
    except ValueError as problem:
        raise DocumentUnreadable(f"has {words[:40]!r} for a number: write it as 4700, 4,700 or 4.7bn.") from problem
    if not math.isfinite(number):
        raise DocumentUnreadable(f"has {words[:40]!r} for a number: write it as 4700, 4,700 or 4.7bn.")
    return number
