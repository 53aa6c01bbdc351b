"""What rises or falls, told plainly: `unemployment fell`, `sales may fall`, `costs grew less than expected`."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.stance_clauses import STOPS, clause_end, clause_start, has, says, words
from loaders.extract.units import Unit

PLACED = frozenset({"in", "at"})
JUDGING = frozenset({"which", "that", "this"})
EXTENT = frozenset({"a", "about", "around", "just", "nearly", "almost"})  # `fell to a record low`
LEAST_HOPED = ["less", "than"]
NEAR = 3  # units before a noun in which a preposition makes something else the subject


def moved(units: Sequence[Unit], at: int) -> int:
    """1 where a burden falls or a boon rises, -1 for the reverse; 0 where it does not stand plainly so."""
    worth = _worth(units, at)
    first, end = clause_start(units, at), clause_end(units, at)
    if not worth or not _is_subject(units, first, at) or _goes_on(units, end):
        return 0
    verb = _verb_behind(units, at, end)
    is_plain = verb < end and _is_intransitive(units, verb)
    side = worth * _turn(units[at + 1 : verb]) * _direction(units, at, verb) if is_plain else 0
    described = at - has(units[max(at - 1, first) : at], "soured")
    others = [*units[first:described], *units[verb + 1 : end]]
    if [unit.lower for unit in units[verb + 1 : verb + 3]] == LEAST_HOPED:
        return -side if has(units[verb + 3 : verb + 5], "hoped_for") else 0
    doubted = has(others, "negator", "damper") or _is_doubted(others)
    return 0 if doubted or says(others, -side) else side


def _turn(between: Sequence[Unit]) -> int:
    """-1 for `did not` and `stopped`, 1 for `have not stopped`."""
    return -1 if sum(has([unit], "denying") for unit in between) % 2 else 1


def _worth(units: Sequence[Unit], at: int) -> int:
    """-1 for a burden such as `layoffs` and `bad loans`, 1 for what one wants more of."""
    is_bad = has(units[at : at + 1], "lent") and has(units[max(at - 1, 0) : at], "soured")
    return has(units[at : at + 1], "plain_boon") - (is_bad or has(units[at : at + 1], "plain_burden"))


def _is_doubted(others: Sequence[Unit]) -> bool:
    """True for `unless` and `struggled to`; not for `may`, which only forecasts."""
    return any(has([unit], "doubt") and not has([unit], "modal") for unit in others)


def _goes_on(units: Sequence[Unit], end: int) -> bool:
    """True where the next clause goes on: `unemployment fell, which hurts shops`, `sales rose 4%, falling short`."""
    following = units[end : end + 2]
    return has(following, "up", "down") or any(unit.lower in JUDGING for unit in following)


def _is_subject(units: Sequence[Unit], first: int, at: int) -> bool:
    """True for `violent crime` and `the number of thefts` in a main clause, not for `the fight against crime`."""
    if first and units[first - 1].lower not in STOPS:
        return False
    before = [unit.lower for unit in units[max(at - NEAR, first) : at]]
    if before[-1:] == ["of"]:
        return bool(words("burden_count").intersection(before))
    return words("before_object").isdisjoint(before)


def _verb_behind(units: Sequence[Unit], at: int, end: int) -> int:
    """The place of the verb directly behind a noun, its `rate`, `in PLACE`, auxiliaries, `not` and `stopped`."""
    here = at + 1
    if here < end and units[here].lower in words("burden_measure"):
        here += 1
    if here < end and units[here].lower in PLACED:
        here += 1
        while here < end and (units[here].lower == "the" or units[here].text[:1].isupper()):
            here += 1
    while here < end and (has([units[here]], "auxiliary", "modal", "denying") or _is_adverb(units[here])):
        here += 1
    return here


def _is_adverb(unit: Unit) -> bool:
    """True for `sharply`, not for `hardly` and `not only`."""
    return unit.lower.endswith("ly") and unit.lower not in words("scant")


def _direction(units: Sequence[Unit], at: int, verb: int) -> int:
    """-1 for what falls or is low, 1 for the reverse; `layoffs lower morale` moves no layoffs."""
    kinds = ["plain", "state"] if has(units[at:verb], "copula") else ["plain"]
    kinds += ["bare"] if has(units[at:verb], "modal", "bare_lead", "denying") else []
    falls, rises = (any(has(units[verb : verb + 1], f"{way}_{kind}") for kind in kinds) for way in ("down", "up"))
    return rises - falls


def _is_intransitive(units: Sequence[Unit], verb: int) -> bool:
    """True for `fell sharply`, `fell 4%` and `fell in May`, not for `increased profit` or `fell to its rivals`."""
    following, extent = [*(unit.lower for unit in units[verb + 1 : verb + 3]), ".", "."][:2]
    if [following, extent] == LEAST_HOPED:
        return True
    if following == "to":
        return not extent[0].isalpha() or extent in EXTENT
    return not following[0].isalpha() or following.endswith("ly") or following in words("after_move")
