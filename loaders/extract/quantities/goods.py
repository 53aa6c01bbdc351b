"""Amounts of what is traded and is no entity: gold, oil, grain, bonds and money."""

from __future__ import annotations

import re

from loaders.extract.quantities.amount import POINTS, Amount
from loaders.extract.quantities.currencies import SPOKEN
from loaders.extract.quantities.masking import Name
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.subjects import clauses_in
from loaders.extract.quantities.terms import any_in, any_of

_NAMED = re.compile(rf"(?i)\b{any_in('other_subject')}\b")
_SUBJECT = re.compile(
    rf"(?i)(?:^|[;:—“\"]|\.\s|,\s(?:while|and|but|with|as)|\s(?:while|as|and))\s?"
    rf"(?:the\s|spot\s|benchmark\s|[a-z]+-month\s|offshore\s|onshore\s|U\.?S\.?\s)*(?:(?:◇+\s)?{any_in('goods')}|{any_of(SPOKEN)})(?![\w-])"
)
_WORD = re.compile(r"[\w'’]+")
FAR = 14  # words; beyond them the clause has gone on to something else


def is_spoken_of(scene: Scene, amount: Amount) -> bool:
    """True where the sentence speaks of goods, bonds or a currency anywhere."""
    return bool(_NAMED.search(scene.around(amount)))


def is_subject(scene: Scene, amount: Amount) -> bool:
    """True where goods or a currency open the clause of an amount, and no name follows before it."""
    if amount.unit == POINTS or not (found := list(_SUBJECT.finditer(scene.left_of(amount)))):
        return False
    at = amount.start - len(scene.left_of(amount)) + found[-1].end()
    if len(_WORD.findall(scene.text, at, amount.start)) > FAR or clauses_in(scene.text[at : amount.start]) > 1:
        return False
    return not any(name.is_scored and at <= name.start < amount.start for name in scene.names)


def last_currency(amount: Amount, currencies: list[Name]) -> str | None:
    """The home of the last currency that stands before an amount."""
    before = [name.id for name in currencies if name.end <= amount.start]
    return before[-1] if before else None
