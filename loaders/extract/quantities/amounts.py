"""The grammar of amounts: a number with its scale and unit, in digits or words, read to base units."""

from __future__ import annotations

import re
from decimal import Decimal

from loaders.extract.quantities import currencies, numerals
from loaders.extract.quantities.amount import BPS, MULTIPLE, PERCENT, PERCENTAGE_POINTS, POINTS, Amount
from loaders.extract.quantities.ranges import joined
from loaders.extract.quantities.terms import any_in
from loaders.extract.quantities.worded import worded

_SYMBOL = currencies.SYMBOL
_UNITS = rf"""
    (?P<percentage_points>[\s-](?:percentage|per\s?cent)[\s-]points?\b|\s?(?:ppts?|pps?)\b)
  | (?P<bps>\s?bps?\b|[\s-]basis[\s-]points?\b)
  | (?P<percent>\s?%|[\s-]per[\s-]?cent\b|\s?pct\b)
  | (?P<points>(?<!\bone)[\s-]points?\b)
  | (?P<multiple>x\b|[\s-]times\b|-?\s?fold\b)
  | (?!(?<!illion)-pounds?\b)[\s-](?P<name>{currencies.NAME})\b
  | [\s-](?P<coin>{currencies.COIN})\b | (?P<penny>p)\b
"""
_ATTACHED = "|".join(sorted(numerals.ATTACHED, key=len, reverse=True))
_A_SCALE = r"(?=[\s-](?:million|billion|trillion)\b)"
_PART_OF_SCALE = rf"(?:half\san?|(?:a|one)\squarter\sof\sa|three[\s-]quarters\sof\sa){_A_SCALE}"
_SCALE_PARTS = {"half": Decimal("0.5"), "three": Decimal("0.75"), "a": Decimal("0.25"), "one": Decimal("0.25")}
_NUMBER = rf"""
    (?P<digits>{numerals.DIGITS})(?P<open>\+)?(?:(?P<attached>{_ATTACHED})(?![A-Za-z0-9]))?
  | (?i:(?P<part>{numerals.DOZENS}|{_PART_OF_SCALE}|\b{numerals.SPELLED})(?:\b|(?=fold\b)))
"""
AMOUNT = re.compile(
    rf"""(?<![\w.,])(?:(?<=lion-)|(?<=cent-)|(?<=over-)|(?<=-to-)|(?<![A-Za-z]-))(?:(?P<symbol>{_SYMBOL})\s?)?(?P<minus>(?<![\w)%])[-−](?=[\d.]))?(?:{_NUMBER})
    (?:[\s-]?(?P<scale>(?i:{numerals.SCALE}))\b)?(?P<plus>\+|-plus\b)?
    (?:(?i:{_UNITS})|\s(?P<after>{currencies.AFTER_DOLLARS})(?![\w.]))?(?!(?!(?:sq\s?m|sq\s?ft|km|kg|MW|GW)\b)[A-Za-z0-9])""",
    re.VERBOSE,
)
_OF_A_SCALE = re.compile(r"(?i)(?:half|.*\sof)\san?")
_FREQUENCY = re.compile(rf"(?i)\s{any_in('frequency_end')}\b")
_EQUALS = re.compile(r"\s=\s?\S{0,4}\d")
_EQUATED = re.compile(r"\d(?:\s[A-Za-z.]+){0,2}\s=\s$")
_COUNTED_NEXT = re.compile(r"\s[a-z][a-z-]+(?:\s[a-z]+)?s\b|\s(?:people|in|from|last|a)\b|[.,;]")
_PLANS = frozenset({"10", "401", "403"})
_SCREENS = frozenset({"360", "480", "720", "1080", "1440", "2160"})
_PRICED = re.compile(rf"(?i)\b{any_in('priced')}\b")
_WEIGHS = re.compile(r"(?i)\b(?:weigh(?:s|ed|ing|t)?|lift(?:s|ed)?)\b[^,;.]{0,30}$")
_OF_STUFF = re.compile(r"\s(?:of|heavier|lighter)\s[a-z]")
_AT_MOST = r"(?:(?:at\sleast|more\sthan|up\sto|as\smany\sas|another|only|just|about)\s)?"
_RATES_MOVED = re.compile(
    rf"(?i)\b{any_in('moving_rates')}\s(?:(?:its|the|their|main|key|benchmark|policy|interest|borrowing)\s)*(?:rates?|costs)\s{_AT_MOST}$"
    rf"|\bhik(?:e|es|ed|ing)\s{_AT_MOST}$"
)
_MANY, _NEAR, _BESIDE = 1000, 12, 100
_MINUS = re.compile(r"(?<!#\s)(?<!\w)(?:minus|negative)\s$")
_LEAST_COLOMBIAN = 1000  # pesos; below it stands the number of a conference
_OFTEN = 20  # more times than this is a multiple, whatever follows


def amounts(text: str, meant: currencies.Meanings = currencies.USUAL) -> list[Amount]:
    """Every number in a text in the order of their places; a range is one amount. `meant` says what a plain `$` is."""
    in_words = list(worded(text))
    taken = {at for amount in in_words for at in range(amount.start, amount.end)}
    matches = (match for match in AMOUNT.finditer(text) if match.start() not in taken and match.end() - 1 not in taken)
    found = [amount for match in matches if (amount := _amount(match, meant))]
    found = [amount for amount in found if not _is_conversion(text, amount)]
    return list(joined(text, sorted([*found, *in_words], key=lambda amount: amount.start)))


def _amount(match: re.Match[str], meant: currencies.Meanings) -> Amount | None:
    unit, divisor = _unit_of(match, meant)
    if _is_none(match) or (match["symbol"] and unit is None):
        return None
    number, scale = _number_of(match), _scale_of(match)
    is_number_of_moves = unit == MULTIPLE and _moves_rates(match)
    if _is_weight(match) or is_number_of_moves or (unit == MULTIPLE and scale >= _MANY):
        unit = "units"  # "55 pounds of luggage", "was downloaded 12 million times", "raised rates four times"
    is_negative = bool(match["minus"] or _MINUS.search(match.string, max(0, match.start() - _NEAR), match.start()))
    value = float(number * scale / divisor) * (-1 if is_negative else 1)
    return Amount(
        match.start(), match.end(), value, value, unit, number, scale,
        signed=is_negative or is_number_of_moves, in_words=not match["digits"],
        open_ended=bool(match["plus"] or match["open"]),
    )  # fmt: skip


def _is_none(match: re.Match[str]) -> bool:
    """True for a 4K screen, a stream at 900p, the COP28 summit, "2 won the race" and "three times last year"."""
    if match["symbol"] == "COP" and _scale_of(match) == 1 and "." not in match.group():
        return _number_of(match) < _LEAST_COLOMBIAN
    if match["attached"] in ("b", "t", "k", "K", "L") and not match["symbol"]:
        return not _is_rounded(match)
    if match["penny"]:
        return not _is_pence(match)
    if match["name"] and match["name"].lower() == "won":
        return _scale_of(match) == 1
    return bool(match["multiple"]) and match["multiple"].endswith("times") and _is_frequency(match)


def _moves_rates(match: re.Match[str]) -> bool:
    """True for "raised interest rates four times" and "may hike more than three times"."""
    before = match.string[max(0, match.start() - _BESIDE) : match.start()]
    return bool(match["multiple"].endswith("times") and _RATES_MOVED.search(before))


def _is_weight(match: re.Match[str]) -> bool:
    """True for "weighs 55 pounds" and "70 pounds of luggage" in a text that speaks of no money in pounds."""
    if (match["name"] or "").lower() not in ("pound", "pounds") or currencies.speaks_of_pounds(match.string):
        return False
    before = match.string[max(0, match.start() - _BESIDE) : match.start()]
    return _scale_of(match) == 1 and bool(_WEIGHS.search(before) or _OF_STUFF.match(match.string, match.end()))


def _is_pence(match: re.Match[str]) -> bool:
    """True for "shares rose 3p to 212p", not for a stream at 900p."""
    around = match.string[max(0, match.start() - _BESIDE) : match.end() + _BESIDE]
    is_price = _PRICED.search(around) or currencies.speaks_of_pounds(match.string)
    return bool(is_price) and not match["scale"] and match["digits"] not in _SCREENS


def _is_rounded(match: re.Match[str]) -> bool:
    """True for "14.8K vehicles" and "120k users", not for a 4K screen, a 5K run or a 401(k) plan."""
    rounded = match["attached"] in ("k", "K") and (len(match["digits"]) > 1) and match["digits"] not in _PLANS
    return rounded and bool(_COUNTED_NEXT.match(match.string, match.end()))


def _is_conversion(text: str, amount: Amount) -> bool:
    """True for both sides of the "($1 = 0.91 euros)" that agencies add to an article."""
    return bool(_EQUALS.match(text, amount.end) or _EQUATED.search(text, max(0, amount.start - 24), amount.start))


def _is_frequency(match: re.Match[str]) -> bool:
    """True for "three times last year", not for "raised rates three times last year"."""
    if _moves_rates(match):
        return False
    whole = match["part"] or "." not in match["digits"]
    return bool(whole and _number_of(match) <= _OFTEN and _FREQUENCY.match(match.string, match.end()))


def _number_of(match: re.Match[str]) -> Decimal:
    if match["part"] and _OF_A_SCALE.fullmatch(match["part"]) and match["scale"]:
        return _SCALE_PARTS[re.split(r"[\s-]", match["part"].lower())[0]]
    return numerals.number_value(match["digits"] or match["part"])


def _scale_of(match: re.Match[str]) -> int:
    return numerals.scale_factor(match["scale"]) * numerals.scale_factor(match["attached"])


def _unit_of(match: re.Match[str], meant: currencies.Meanings) -> tuple[str | None, int]:
    """The unit, and what to divide by (a hundred for coins)."""
    for unit in (PERCENTAGE_POINTS, BPS, PERCENT, POINTS, MULTIPLE):
        if match[unit]:
            return unit, 1
    if match["symbol"]:
        if match["after"] and match["symbol"] == "$":
            return currencies.dollar_suffix_code(match["after"]), 1
        return currencies.code_of(match["symbol"], meant), 1
    if match["name"]:
        return currencies.code_of(match["name"], meant), 1
    if match["penny"]:
        return "GBP", 100
    if match["coin"]:
        return currencies.coin_code(match["coin"], meant), 100
    return None, 1
