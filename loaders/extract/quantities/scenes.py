"""A sentence as the reading of figures sees it: its names and amounts in place, everything inside them blanked out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extract.quantities.amounts import Amount
from loaders.extract.quantities.masking import Name
from loaders.extract.quantities.terms import any_in

_FILLER = any_in("approximator", "filler")
_PREPOSITION = any_in("level_preposition", "other_preposition")
LEAD = re.compile(rf"(?i)(?:\b(?P<prep>{_PREPOSITION})\s)?(?P<filler>(?:\b{_FILLER}\s)*)[(“\"‘']?$")
_APPROXIMATE = re.compile(rf"(?i)\b{any_in('approximator')}\b")
_DETERMINED = re.compile(r"(?i)\b(?:an?|the|its|his|her|their)\s(?:\w+\s)?$")


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands right before an amount: the words further left, a preposition and words such as "more than"."""

    before: str
    preposition: str
    filler: str

    @property
    def is_approximate(self) -> bool:
        """True for "nearly", "more than", "as much as" and the like."""
        return bool(_APPROXIMATE.search(self.filler))

    @property
    def is_attributive(self) -> bool:
        """True for "a" or "its" before an amount, which then describes the noun that follows."""
        return bool(_DETERMINED.search(self.filler))


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence; all positions count from its start."""

    start: int
    text: str
    names: tuple[Name, ...]
    amounts: tuple[Amount, ...]

    def left_of(self, amount: Amount) -> str:
        """The sentence up to an amount."""
        return self.text[: amount.start]

    def right_of(self, amount: Amount) -> str:
        """The sentence after an amount."""
        return self.text[amount.end :]

    def between(self, first: Amount | Name, second: Amount | Name) -> str:
        """The text from the end of one to the start of the other."""
        return self.text[first.end : second.start]

    def before(self, amount: Amount) -> Amount | None:
        """The amount that stands before this one."""
        at = self.amounts.index(amount)
        return self.amounts[at - 1] if at else None

    def lead_of(self, amount: Amount) -> Lead:
        """The words right before an amount."""
        left = self.left_of(amount)
        match = LEAD.search(left)
        if match is None:
            return Lead(left, "", "")
        return Lead(left[: match.start()], (match["prep"] or "").lower(), match["filler"])
