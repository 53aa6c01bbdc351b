"""A sentence as the reading of figures sees it: its names and amounts in place, everything inside them blanked out."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from loaders.extract.quantities.amount import Amount
from loaders.extract.quantities.masking import Name
from loaders.extract.quantities.terms import any_in

_FILLER = any_in("approximator", "filler")
_PREPOSITION = any_in("level_preposition", "other_preposition")
LEAD = re.compile(rf"(?i)(?:\b(?P<prep>{_PREPOSITION})\s)?(?P<filler>(?:\b{_FILLER}\s)*)[(“\"‘']?$")
_APPROXIMATE = re.compile(rf"(?i)\b{any_in('approximator')}\b")
_DETERMINED = re.compile(r"(?i)\b(?:an?|the|its|his|her|their)\s(?:\w+\s)?$")

REACH, NEAR = 400, 120  # characters; a "sentence" may be a whole table


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
        """The sentence up to an amount, as far as it matters."""
        return self.text[max(0, amount.start - REACH) : amount.start]

    def right_of(self, amount: Amount) -> str:
        """The sentence after an amount, as far as it matters."""
        return self.text[amount.end : amount.end + REACH]

    def around(self, amount: Amount) -> str:
        """The sentence on both sides of an amount, as far as it matters."""
        return self.left_of(amount) + self.text[amount.start : amount.end] + self.right_of(amount)

    def between(self, first: Amount | Name, second: Amount | Name) -> str:
        """The text from the end of one to the start of the other."""
        return self.text[first.end : second.start]

    def before(self, amount: Amount) -> Amount | None:
        """The amount that stands before this one."""
        at = self.place_of(amount)
        return self.amounts[at - 1] if at else None

    def place_of(self, amount: Amount) -> int:
        """The position of an amount among those of the sentence."""
        return bisect_left(self.amounts, amount.start, key=lambda other: other.start)

    def beside(self, amount: Amount) -> tuple[Amount, ...]:
        """The amounts right before and right after this one."""
        at = self.place_of(amount)
        return (*self.amounts[max(0, at - 1) : at], *self.amounts[at + 1 : at + 2])

    def names_near(self, amount: Amount) -> tuple[Name, ...]:
        """The names within reach of an amount."""
        first = bisect_left(self.names, amount.start - REACH, key=lambda name: name.start)
        last = bisect_left(self.names, amount.end + REACH, key=lambda name: name.start)
        return self.names[first:last]

    def before_name(self, name: Name) -> str:
        """The words right before a name."""
        return self.text[max(0, name.start - NEAR) : name.start]

    def lead_of(self, amount: Amount) -> Lead:
        """The words right before an amount."""
        left = self.left_of(amount)
        match = LEAD.search(left, max(0, len(left) - NEAR))
        if match is None:
            return Lead(left, "", "")
        return Lead(left[: match.start()], (match["prep"] or "").lower(), match["filler"])
