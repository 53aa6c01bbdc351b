"""What an amount is compared with ("year_on_year") and the period that it is for, as written."""

from __future__ import annotations

import re

from loaders.extract.quantities.amount import Amount
from loaders.extract.quantities.movement import Movement
from loaders.extract.quantities.scenes import REACH, Scene
from loaders.extract.quantities.terms import any_in, any_of, cell, table

_BOUNDARY = re.compile(r"[;:—#]|\s[-–]\s|,\s(?:while|but|whereas|and)\s")
_BASES = [
    (row["basis"], re.compile(rf"(?i)(?<![\w-]){any_of(cell(row['words']))}(?!\w)")) for row in table("comparisons")
]
_YEAR = r"(?:fiscal\s|FY\s?)?(?:19|20)\d\d"
_PART = rf"{any_in('part_of_year')}(?:\sfiscal)?(?:[\s-]quarter|\shalf)"
_LENGTH = r"(?:quarter|year|(?:three|six|nine)\smonths|fiscal\syear)"
_PERIOD = re.compile(
    rf"""(?i)\b(?:
        (?:fiscal\s)?{_PART}(?:\s(?:of\s)?(?:the\s)?(?:{_YEAR}|fiscal\syear|this\syear|last\syear))?
      | {_LENGTH}\s(?:to|ended|ending)\s(?:in\s)?{any_in("month")}(?:\s\d{{1,2}})?(?:,?\s{_YEAR})?
      | [QH][1-4](?:\s{_YEAR})? | FY\s?\d{{2,4}} | fiscal(?:\syear)?\s{_YEAR} | full[\s-]year(?:\s{_YEAR})?
      | (?:last|this|next)\s(?:year|quarter|month|week) | (?<=in\s){_YEAR} | (?<=in\s){any_in("month")}(?:\s{_YEAR})?
    )\b""",
    re.VERBOSE,
)


def basis_of(scene: Scene, amount: Amount, movement: Movement) -> str | None:
    """What an amount is compared with, such as `year_on_year`; the nearest words in its clause decide."""
    if movement.basis:
        return movement.basis
    right = _BOUNDARY.split(scene.right_of(amount)[:60])[0]
    left = _BOUNDARY.split(scene.left_of(amount)[-40:])[-1]
    compared = (name for text in (right, left) for name, pattern in _BASES if pattern.search(text))
    return next(compared, None)


def period_of(sentence: str, amount: Amount) -> str | None:
    """The period that a sentence gives for an amount, as written: the nearest one."""
    start, end = max(0, amount.start - REACH), amount.end + REACH
    found = [(_distance(match, amount), match[0]) for match in _PERIOD.finditer(sentence, start, end)]
    return min(found)[1] if found else None


def _distance(match: re.Match[str], amount: Amount) -> int:
    return min(abs(match.start() - amount.end), abs(amount.start - match.end()))
