"""Counts whose noun was said before: "40 mills in Norland and 12 in Larchwick", "another 60", "while nine are idle"."""

from __future__ import annotations

import re

from loaders.extract.quantities.amount import Amount
from loaders.extract.quantities.counts import COUNTS, PEOPLE
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.terms import any_in

_PLACED = re.compile(r"\s(?:in|at|on|from|for)\s(?:the\s)?[A-Z◇◆~]")
_PLACED_BEFORE = re.compile(
    r"\s(?:[a-z-]+\s){0,4}(?:in|at|on|from|for)\s(?:[\w◇◆~'’-]+\s){0,4}[\w◇◆~'’-]+,?\s(?:and|plus|but|including)\s(?:[a-z]+\s)?"
)
_FURTHER = re.compile(r"(?i)\b(?:another|additional|further)\b")
_STANDS_ALONE = re.compile(rf"(?i)[.,;)]|$|\s{any_in('bare_end', 'alone_end')}\b")
_MORE = re.compile(rf"(?i)\smore(?:[.,;)]|$|\s(?:{any_in('bare_end', 'alone_end')})\b)")
_APART = re.compile(
    r"(?i)(?:[,;]|[,;]?\s(?:while|with|but|and|including))\s(?:while\s|with\s|but\s|and\s)?(?:the\s(?:other|remaining)\s|of\swh(?:ich|om)\s)?$"
)
_DOES = re.compile(rf"(?i)\s{any_in('count_verb')}\b")
_PEOPLE_DO = re.compile(
    r"(?i)\s(?:remain(?:ed)?\semployed|died|survived|said|say|voted|agreed|declined|recommend(?:ed)?)\b"
)
_OF_THEM = re.compile(r"(?i)\sof\s(?:them|which|whom)\b")


def noun_said_before(scene: Scene, amount: Amount, earlier: Amount | None) -> str | None:
    """The unit of the count before it, where the number goes on with the same things; else None."""
    is_one = amount.in_words and amount.low == 1
    if earlier is None or earlier.unit not in COUNTS or is_one or amount.looks_like_year or amount.decimals:
        return None
    gap = scene.between(earlier, amount)
    return earlier.unit if ";" not in gap and _goes_on(scene, amount, gap, of_people=earlier.unit == PEOPLE) else None


def _goes_on(scene: Scene, amount: Amount, gap: str, *, of_people: bool) -> bool:
    right = scene.right_of(amount)
    if (
        _OF_THEM.match(right)
        or _MORE.match(right)
        or (_FURTHER.search(scene.lead_of(amount).filler) and _STANDS_ALONE.match(right))
    ):
        return True
    if _APART.search(gap) and _DOES.match(right) and (of_people or not _PEOPLE_DO.match(right)):
        return True
    return bool(_PLACED.match(right) and _PLACED_BEFORE.fullmatch(gap))
