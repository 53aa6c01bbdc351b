"""Exchange rates, which are written without a unit: "the yen was at 106.28 to the dollar"."""

from __future__ import annotations

import re

from loaders.extract.quantities import currencies
from loaders.extract.quantities.amount import Amount
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.terms import any_in

_PER_DOLLAR = re.compile(r"(?i)\s(?:per|a|to\sthe|against\sthe)\s(?:[◆◇]+\s|U\.?S\.?\s)?dollar\b")
_AT_LEVEL = frozenset({"at", "to", "of", "from", "near", "past", "around", "below", "above", "than", "between"})
_OTHERWISE = re.compile(rf"(?i)\b(?:{any_in('index_word')}|points?|basket|[◆◇]+\sindex)\b")
_QUOTED_IN_DOLLARS = frozenset({"EUR", "GBP", "AUD", "NZD"})
_PLACES = 2  # decimal places that a rate has at least


def rate_unit(scene: Scene, amount: Amount) -> str | None:
    """The ISO code of the currency that an amount gives a rate in, or None where it is no exchange rate."""
    if amount.in_words or amount.scale != 1:
        return None
    left = scene.left_of(amount)
    named = currencies.named_in(left)
    if _PER_DOLLAR.match(scene.right_of(amount)):
        return next((code for code in reversed(named) if code != "USD"), None)
    if not named or amount.decimals < _PLACES or _OTHERWISE.search(left) or not _is_at_level(scene, amount):
        return None
    foreign = next((code for code in reversed(named) if code != "USD"), None)
    return "USD" if foreign in _QUOTED_IN_DOLLARS else foreign


def _is_at_level(scene: Scene, amount: Amount) -> bool:
    lead = scene.lead_of(amount)
    return lead.preposition in _AT_LEVEL or bool(_AT_LEVEL & set(lead.filler.lower().split()))
