"""Amounts of somebody whom nobody knows: "its target for Larchwick at $10", "Larchwick's 2% gain"."""

from __future__ import annotations

import re

from loaders.extract.quantities.amount import Amount
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.terms import any_in

_STRANGER = rf"(?!(?:{any_in('month', 'weekday', 'no_stranger')})\b)[A-Z][\w&-]*[a-z](?:\s[A-Z][\w&.-]+){{0,3}}"
_OF_TARGET = re.compile(
    rf"\b(?i:{any_in('estimate')})(?:\sprices?)?\s(?:for|on|of)\s(?:the\s)?{_STRANGER}(?:['’]s|s['’])?(?:\s(?:shares?|stock))?,?"
    r"\s(?:[a-z]+\s){0,2}(?:at|to|of|from|by|is|was)\s(?:[a-z]+\s){0,2}(?:#+\sfrom\s)?$"
)
_OF_SHARES = re.compile(
    rf"\b(?i:shares?|stocks?|sales|revenues?|profits?)\s(?:of|in|at)\s{_STRANGER}\s(?:[a-z]+\s){{1,3}}$"
)
_OWN = re.compile(rf"(?<=[a-z,◆◇#]\s){_STRANGER}(?:['’]s|(?<=s)['’])\s(?:[a-z-]+\s){{0,3}}$")


def is_of_stranger(scene: Scene, amount: Amount) -> bool:
    """True where the amount's own phrase names somebody who is no entity of the text."""
    left = scene.left_of(amount)
    return any(pattern.search(left) for pattern in (_OF_TARGET, _OF_SHARES, _OWN))
