"""Two amounts that are the ends of one: "3.6 to 3.65 billion euros", "between 5 and 7 per cent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.extract.quantities import currencies
from loaders.extract.quantities.amount import Amount
from loaders.extract.quantities.terms import any_in, any_of, table

_JOINER = re.compile(r"\s?[-–—]\s?|\s(?:to|or)\s|-to-")
_LISTED = re.compile(r", |,?\s(?:and|or)\s")
_BEFORE_PREVIOUS = re.compile(r"(?i)\bfrom(?:\s\w+){0,2}\s$")
_RANGING = re.compile(r"(?i)\b(?:rang(?:e|es|ed|ing)|anywhere)\sfrom(?:\s\w+){0,2}\s$")
_FORMS = [form for row in table("movement_verbs") if row["kind"] == "verb" for form in row["forms"].split()]
_BY_HOW_MUCH = re.compile(rf"(?i)\b{any_of(_FORMS)}\s(?:by\s|another\s|a\sfurther\s)?$")
_FAR, _FAR_COUNT = 20, 4  # times
_ADDING = re.compile(rf"(?i)\b(?:add(?:s|ed|ing)?|los(?:e|es|t|ing)|{any_in('cutting')})\s$")
_THINGS = re.compile(r"\s(?:[a-z-]+\s)?(?:(?!this\b|plus\b|versus\b|as\b)[a-z-]+s|people|staff)\b")
_TARGET_BY = re.compile(
    rf"(?i)\b{any_of(_FORMS)}\s(?:[\w'’-]+\s){{0,3}}?(?:targets?|forecasts?|estimates?)\s(?:[\w◆◇'’-]+\s){{0,5}}?by\s$"
)
_BETWEEN = re.compile(r"(?i)\bbetween(?:\s\w+){0,2}\s$")


def joined(text: str, found: list[Amount]) -> Iterator[Amount]:
    """The amounts with the two ends of each range made one, and units that are said once given to both."""
    _fill_lists(text, found)
    at = 0
    while at < len(found):
        amount = found[at]
        following = found[at + 1] if at + 1 < len(found) else None
        if following is None:
            yield amount
        elif _shares_unit(text, amount, following):
            amount = found[at] = _with_unit_of(amount, following)
        elif _leaves_unit(text, amount, following):
            following = found[at + 1] = replace(following, unit=amount.unit)
        if following is not None and _is_range(text, amount, following):
            yield _range_of(amount, following)
            at += 1
        elif following is not None:
            yield amount
        at += 1


def _fill_lists(text: str, found: list[Amount]) -> None:
    """Give the first numbers of "5, 7 and 9 per cent" the unit that is said once, at the end."""
    for at in range(len(found) - 3, -1, -1):
        first, second, third = found[at : at + 3]
        is_list = _gap(text, first, second) == ", " and _LISTED.fullmatch(_gap(text, second, third))
        if (
            is_list
            and first.unit is None
            and not first.looks_like_year
            and third.unit is not None
            and second.unit in (None, third.unit)
        ):
            found[at] = _with_unit_of(first, third)
            found[at + 1] = second if second.unit else _with_unit_of(second, third)


def _gap(text: str, first: Amount, second: Amount) -> str:
    return text[first.end : second.start]


def _is_range(text: str, first: Amount, second: Amount) -> bool:
    if first.unit != second.unit or first.is_part or second.is_part or first.looks_like_year:
        return False
    gap, before = _gap(text, first, second), text[max(0, first.start - 30) : first.start]
    if gap.strip() == "and":
        return bool(_BETWEEN.search(before) or _RANGING.search(before))
    if gap.strip() == "to" and _BEFORE_PREVIOUS.search(before):
        return bool(_RANGING.search(before))
    is_far = _is_far(first, second)
    if gap.strip() == "to" and _is_step(text, first, second):
        return False
    if gap.strip() == "or" and is_far:
        return False  # "$6.3 million or 17 cents per share"
    return _JOINER.fullmatch(gap) is not None and (first.low < second.low or gap.strip() not in {"-", "–", "—"})


def _is_step(text: str, first: Amount, second: Amount) -> bool:
    """True for "rose 40 cents to $3.10" and "fell by 1,200 to 14,800", not for "added 100 to 500 jobs"."""
    before = text[max(0, first.start - 80) : first.start]
    if first.unit in currencies.CODES and (_BY_HOW_MUCH.search(before) or _TARGET_BY.search(before)):
        return True
    is_plain_step = first.unit is None and not (_ADDING.search(before) and _THINGS.match(text, second.end))
    times = _FAR_COUNT if is_plain_step else _FAR
    return _is_far(first, second, times) and bool(_BY_HOW_MUCH.search(before))


def _is_far(first: Amount, second: Amount, times: int = _FAR) -> bool:
    """True where the one is so many times the other that they can hardly be the ends of one range."""
    small, large = sorted((first.low, second.low))
    return large > times * small


def _shares_unit(text: str, first: Amount, second: Amount) -> bool:
    if first.unit is not None or second.unit is None or first.looks_like_year or second.is_part:
        return False
    gap = _gap(text, first, second).strip()
    return gap in {"-", "–", "—", "to", "or", "and", "-to-"} and first.scale in (1, second.scale)


def _leaves_unit(text: str, first: Amount, second: Amount) -> bool:
    """True for "$7.0-7.3 billion", where the sign stands before the first end only."""
    if first.unit not in currencies.CODES or second.unit is not None or second.looks_like_year:
        return False
    return _gap(text, first, second).strip() in {"-", "–", "—"} and first.number < second.number


def _with_unit_of(first: Amount, second: Amount) -> Amount:
    if first.scale == 1 and second.scale > 1 and first.number < 1000:
        first = replace(first, scale=second.scale, low=first.low * second.scale, high=first.high * second.scale)
    is_coin = second.unit in currencies.CODES and second.scale == 1 and abs(second.low) * 2 < second.number
    divisor = 100 if is_coin else 1  # "5 and 6 cents"
    return replace(first, unit=second.unit, low=first.low / divisor, high=first.high / divisor)


def _range_of(first: Amount, second: Amount) -> Amount:
    if first.scale == 1 and second.scale > 1 and first.number < 1000:
        first = _with_unit_of(first, second)
    low, high = sorted((first.low, second.high))
    return replace(second, start=first.start, low=low, high=high)
