"""How old somebody or something is: "NAME, 47," and "a 29-year-old trader"."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.model import Kind
from loaders.extract.quantities.amount import PERCENT, Amount
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.terms import any_in

_OLD = re.compile(r"(?i)[\s-](?P<unit>year|month|day)s?[\s-]old\b")
_WORDS = r"(?:[\w◆◇'’-]+,?\s)"
_SAID_BY = re.compile(rf"(?i)\b{any_in('reporting')}\s{_WORDS}{{0,8}}$")
_SAYS = re.compile(rf"(?i)[\w-]*,?\s{_WORDS}{{0,10}}?{any_in('reporting')}\b")
_SET_OFF = re.compile(r"\s?[,;.)]|\sand\s|$")
_OPENERS = (", ", " (")
_AGED = re.compile(
    r"(?i)\baged\s(?:between\s)?$|\b(?:average|median|mean)\sage\b[^,;#]{0,60}\s(?:is|was|of|at|to|from|reached|exceed\w*)\s(?:[a-z]+\s){0,2}$"
)
_TURNS = re.compile(r"(?i)\b(?:he|she|who)\s(?:turns|turned|will\sturn)\s$")
_TURNED = re.compile(r"(?i)\s?(?:[.,;:)]|$)|\s(?:~+|in|on|this|next|last|and|earlier|later|years?\sold)(?!\w)")
_MEASURED = re.compile(r"(?i)[\s-](?:days?|weeks?|months?|hours?|minutes?|seconds?)\b")
_OR_OLDER = re.compile(r"(?i)\s(?:or|and)\s(?:older|younger)\b")
_OLDEST, _LEAST_IN_BRACKETS = 110, 16  # a smaller number in brackets may be anything, such as points scored


def aged(scene: Scene, amount: Amount) -> Amount | None:
    """The amount with its unit where it is an age, else None."""
    if (match := _OLD.match(scene.right_of(amount))) is not None and not _is_of_speaker(scene, amount):
        return replace(amount, unit=f"{match['unit'].lower()}s")
    return replace(amount, unit="years") if whose_age(scene, amount) or _is_aged(scene, amount) else None


def _is_aged(scene: Scene, amount: Amount) -> bool:
    """True for "residents aged 18 and above" and "the average age of its drivers is 51"."""
    is_bare = amount.unit is None and amount.scale == 1 and 0 < amount.low <= _OLDEST
    found = _age_word(scene, amount) if is_bare else None
    is_of_share = found is not None and found[0].startswith("aged") and _has_share(scene)
    return found is not None and not is_of_share


def _age_word(scene: Scene, amount: Amount) -> re.Match[str] | None:
    """The words before an age; none for "aged 28 days" and "she turned 20 shops into cafés"."""
    left, right = scene.left_of(amount), scene.right_of(amount)
    if (older := _OR_OLDER.match(right)) is not None:
        return older
    turned = _TURNS.search(left) if _TURNED.match(right) else None
    return turned or (None if _MEASURED.match(right) else _AGED.search(left))


def _has_share(scene: Scene) -> bool:
    """True where a share is told of those of an age: "the rate for those aged 15-24 is 57 percent"."""
    return any(amount.unit == PERCENT for amount in scene.amounts)


def whose_age(scene: Scene, amount: Amount) -> str | None:
    """Id of the person of `NAME, 47,`; None where the number stands otherwise."""
    is_bare = amount.unit in (None, "years") and not amount.in_words and amount.scale == 1 and not amount.decimals
    if not is_bare or not 0 < amount.low <= _OLDEST or not _SET_OFF.match(scene.right_of(amount)):
        return None
    before = (name for name in scene.names if name.end == amount.start - 2 and name.kind == Kind.PERSON)
    person = next(before, None)
    opener = scene.text[max(0, amount.start - 2) : amount.start]
    may_be_age = opener == _OPENERS[0] or (opener == _OPENERS[1] and amount.low >= _LEAST_IN_BRACKETS)
    return None if person is None or not may_be_age or _is_of_speaker(scene, amount) else person.id


def _is_of_speaker(scene: Scene, amount: Amount) -> bool:
    """True for `said NAME, 47,` and `the 47-year-old said`: an age that is no part of what is said."""
    return bool(_SAID_BY.search(scene.left_of(amount)) or _SAYS.match(scene.right_of(amount)))


def is_age(scene: Scene, amount: Amount) -> bool:
    """True for an amount that `aged` has given its unit."""
    right = scene.right_of(amount)
    return bool(_OLD.match(right) or whose_age(scene, amount) or _age_word(scene, amount))
