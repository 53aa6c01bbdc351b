"""The grammar of amounts: a number with its scale and unit, in digits or words, read to base units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from loaders.extract.quantities import currencies, numerals
from loaders.extract.quantities.terms import any_in, any_of, table

PERCENT, POINTS, BPS, PERCENTAGE_POINTS, MULTIPLE = "percent", "points", "bps", "percentage_points", "multiple"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written, in base units, with the place where it stands; `unit` is None for a bare number."""

    start: int
    end: int
    low: float
    high: float
    unit: str | None
    number: Decimal  # before scaling
    scale: int = 1
    signed: bool = False
    in_words: bool = False
    is_part: bool = False  # "a third", "half": a share of something
    open_ended: bool = False  # "750+ million"

    @property
    def is_range(self) -> bool:
        """True where two ends are given."""
        return self.low != self.high

    @property
    def looks_like_year(self) -> bool:
        """True for a bare number such as 2015."""
        plain = self.scale == 1 and self.end - self.start == 4 and not self.in_words
        return self.unit is None and plain and 1800 <= self.low <= 2100


_SYMBOL = currencies.SYMBOL
_UNITS = rf"""
    (?P<percentage_points>[\s-](?:percentage|per\s?cent)[\s-]points?\b|\s?(?:ppts?|pps?)\b)
  | (?P<bps>\s?bps?\b|[\s-]basis[\s-]points?\b)
  | (?P<percent>\s?%|[\s-]per\s?cent\b|\s?pct\b)
  | (?P<points>(?<!\bone)[\s-]points?\b)
  | (?P<multiple>x\b|[\s-]times\b|-?\s?fold\b)
  | [\s-](?P<name>{currencies.NAME})\b
  | [\s-](?P<coin>{currencies.COIN})\b
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
    rf"""(?<![\w.,])(?:(?<=lion-)|(?<![A-Za-z]-))(?:(?P<symbol>{_SYMBOL})\s?)?(?P<minus>(?<![\w)%])[-−](?=[\d.]))?(?:{_NUMBER})
    (?:[\s-]?(?P<scale>(?i:{numerals.SCALE}))\b)?(?P<plus>\+|-plus\b)?
    (?:(?i:{_UNITS})|\s(?P<after>{currencies.AFTER_DOLLARS})(?![\w.]))?(?!(?!(?:sq\s?m|sq\s?ft|km|kg|MW|GW)\b)[A-Za-z0-9])""",
    re.VERBOSE,
)
_OF_A_SCALE = re.compile(r"(?i)(?:half|.*\sof)\san?")
_OF_A_WHOLE = re.compile(r"\s(?:of|its|the|his|her|their|our|that|what)\b|[\s-](?:stake|share)\b|-?owned|\s◆")
_LEADS_TO_PART = re.compile(
    r"(?i)\b(?:by|in|than|nearly|almost|about|around|roughly|over|up\sto|least|lost|close\sto|some)\s$"
)
_OF_A_GAME_OR_YEAR = re.compile(r"(?i)\b(?:first|second|latter|other|last|this|next|each|every|previous)[\s-]$")
_PARTS = (
    r"(?:two|four|five|six|seven|eight|nine)[\s-](?:thirds|fifths|sixths|eighths|tenths)"
    r"|three[\s-](?:quarters|fifths|tenths)"
)
_PART = r"(?:an?|one)[\s-](?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|half)|(?:a\s)?half"
PART = re.compile(
    rf"""(?i)(?<![\w-])(?P<fraction>{_PARTS}|{_PART})
    (?P<points>[\s-](?:a[\s-]|of[\s-]a[\s-])?(?:percentage[\s-])?point\b)?(?!\w|-(?:year|hour|time|day|life)|(?:\sof)?\san?[\s-](?:million|billion|trillion)\b)""",
    re.VERBOSE,
)
_FREQUENCY = re.compile(rf"(?i)\s{any_in('frequency_end')}\b")
_EQUALS = re.compile(r"\s=\s?\S{0,4}\d")
_EQUATED = re.compile(r"\d(?:\s[A-Za-z.]+){0,2}\s=\s$")
_OFTEN = 20  # more times than this is a multiple, whatever follows
_TIMES = {"double": 2, "doubl": 2, "twice": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5, "halv": -50}
MULTIPLIED = re.compile(
    r"(?<![\w-])(?i:(doubl|tripl|trebl|quadrupl|quintupl)(?:es?|ed|ing)|(halv)(?:es?|ed|ing)|(twice)(?=\s(?:as|the|its|that|what|their|his)\b))"
    r"(?![\w-])(?!\sdown\b|\sup\b)"
)
_JOINER = re.compile(r"\s?[-–—]\s?|\s(?:to|or)\s")
_BEFORE_PREVIOUS = re.compile(r"(?i)\bfrom(?:\s\w+){0,2}\s$")
_RANGING = re.compile(r"(?i)\b(?:rang(?:e|es|ed|ing)|anywhere)\sfrom(?:\s\w+){0,2}\s$")
_FORMS = [form for row in table("movement_verbs") if row["kind"] == "verb" for form in row["forms"].split()]
_BY_HOW_MUCH = re.compile(rf"(?i)\b{any_of(_FORMS)}\s(?:by\s|another\s|a\sfurther\s)?$")
_BETWEEN = re.compile(r"(?i)\bbetween(?:\s\w+){0,2}\s$")


def amounts(text: str, *, dollar: str = "USD", yen: str = "JPY") -> list[Amount]:
    """Every number in a text in the order of their places; a range is one amount."""
    worded = list(_worded(text))
    taken = {at for amount in worded for at in range(amount.start, amount.end)}
    matches = (match for match in AMOUNT.finditer(text) if match.start() not in taken and match.end() - 1 not in taken)
    found = [amount for match in matches if (amount := _amount(match, dollar, yen))]
    found = [amount for amount in found if not _is_conversion(text, amount)]
    return list(_joined(text, sorted([*found, *worded], key=lambda amount: amount.start)))


def _amount(match: re.Match[str], dollar: str, yen: str) -> Amount | None:
    unit, divisor = _unit_of(match, dollar, yen)
    scale = _scale_of(match)
    if match["attached"] in ("b", "t", "k", "K", "L") and not match["symbol"]:
        return None
    if match["name"] and match["name"].lower() == "won" and scale == 1:
        return None
    if unit == MULTIPLE and match["multiple"].endswith("times") and _is_frequency(match):
        return None
    number = _number_of(match)
    value = float(number * scale / divisor) * (-1 if match["minus"] else 1)
    return Amount(
        match.start(), match.end(), value, value, unit, number, scale, signed=bool(match["minus"]),
        in_words=not match["digits"], open_ended=bool(match["plus"] or match["open"]),
    )  # fmt: skip


def _is_conversion(text: str, amount: Amount) -> bool:
    """True for both sides of the "($1 = 0.91 euros)" that agencies add to an article."""
    return bool(_EQUALS.match(text, amount.end) or _EQUATED.search(text, max(0, amount.start - 24), amount.start))


def _is_frequency(match: re.Match[str]) -> bool:
    """True for "three times last year"."""
    whole = match["part"] or "." not in match["digits"]
    return bool(whole and _number_of(match) <= _OFTEN and _FREQUENCY.match(match.string, match.end()))


def _number_of(match: re.Match[str]) -> Decimal:
    if match["part"] and _OF_A_SCALE.fullmatch(match["part"]) and match["scale"]:
        return _SCALE_PARTS[re.split(r"[\s-]", match["part"].lower())[0]]
    return numerals.number_value(match["digits"] or match["part"])


def _scale_of(match: re.Match[str]) -> int:
    return numerals.scale_factor(match["scale"]) * numerals.scale_factor(match["attached"])


def _unit_of(match: re.Match[str], dollar: str, yen: str) -> tuple[str | None, int]:
    """The unit, and what to divide by (a hundred for coins)."""
    for unit in (PERCENTAGE_POINTS, BPS, PERCENT, POINTS, MULTIPLE):
        if match[unit]:
            return unit, 1
    if match["symbol"]:
        if match["after"] and match["symbol"] == "$":
            return currencies.dollar_suffix_code(match["after"]), 1
        return currencies.code_of(match["symbol"], dollar=dollar, yen=yen), 1
    if match["name"]:
        return currencies.code_of(match["name"], dollar=dollar), 1
    if match["coin"]:
        return currencies.coin_code(match["coin"], dollar=dollar), 100
    return None, 1


def _worded(text: str) -> Iterator[Amount]:
    """Shares in words ("two-thirds of"), steps of a point ("half a percentage point") and multiples ("doubled")."""
    for match in PART.finditer(text):
        if not (match["points"] or _is_part(text, match)):
            continue
        part = numerals.fraction_value(match["fraction"])
        unit, value = (PERCENTAGE_POINTS, part) if match["points"] else (PERCENT, round(100 * part, 2))
        is_share, number = not match["points"], Decimal(str(value))
        yield Amount(match.start(), match.end(), value, value, unit, number, in_words=True, is_part=is_share)
    for match in MULTIPLIED.finditer(text):
        times = _TIMES[(match[1] or match[2] or match[3]).lower()]
        unit = PERCENT if times < 0 else MULTIPLE
        yield Amount(match.start(), match.end(), times, times, unit, Decimal(times), signed=times < 0, in_words=True)


def _is_part(text: str, match: re.Match[str]) -> bool:
    """True for "a quarter of sales" and "by a quarter", not for "in the quarter" or "the first half of"."""
    before = text[max(0, match.start() - 12) : match.start()]
    if _OF_A_GAME_OR_YEAR.search(before):
        return False
    return bool(_OF_A_WHOLE.match(text, match.end()) or _LEADS_TO_PART.search(before))


def _joined(text: str, found: list[Amount]) -> Iterator[Amount]:
    """The amounts with the two ends of each range made one, and units that are said once given to both."""
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
    if gap.strip() == "to" and first.unit in currencies.CODES and _BY_HOW_MUCH.search(before):
        return False
    return _JOINER.fullmatch(gap) is not None and (first.low < second.low or gap.strip() not in {"-", "–", "—"})


def _shares_unit(text: str, first: Amount, second: Amount) -> bool:
    if first.unit is not None or second.unit is None or first.looks_like_year or second.is_part:
        return False
    gap = _gap(text, first, second).strip()
    return gap in {"-", "–", "—", "to", "or", "and"} and first.scale in (1, second.scale)


def _leaves_unit(text: str, first: Amount, second: Amount) -> bool:
    """True for "$7.0-7.3 billion", where the sign stands before the first end only."""
    if first.unit not in currencies.CODES or second.unit is not None or second.looks_like_year:
        return False
    return _gap(text, first, second).strip() in {"-", "–", "—"} and first.number < second.number


def _with_unit_of(first: Amount, second: Amount) -> Amount:
    if first.scale == 1 and second.scale > 1 and first.number < 1000:
        first = replace(first, scale=second.scale, low=first.low * second.scale, high=first.high * second.scale)
    return replace(first, unit=second.unit)


def _range_of(first: Amount, second: Amount) -> Amount:
    if first.scale == 1 and second.scale > 1 and first.number < 1000:
        first = _with_unit_of(first, second)
    low, high = sorted((first.low, second.high))
    return replace(second, start=first.start, low=low, high=high)
