"""Whether a statement speaks well or ill of its subject: polar words, turned by negation and by what rises or falls."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache

from graph.model import Stance
from loaders.extract.cues import groups_of
from loaders.extract.units import Unit

NEGATION_REACH = 4  # units behind a negation that it turns round
OBJECT_REACH = 4  # units around a word of rise or fall in which a burden such as "costs" stands
FULL, MILD = 2, 1
SUFFIXES = ("ness", "ly", "s")
SHORTEST = 5  # letters of a word that may be derived


def stance_of(units: Sequence[Unit], lean: int = 0) -> Stance:
    """The stance of these words; `lean` adds what the reporting verb already says."""
    score = lean + sum(_turned(units, at, weight) for at, weight in _weights(units))
    if score > 0:
        return Stance.POSITIVE
    return Stance.NEGATIVE if score < 0 else Stance.NEUTRAL


def _weights(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """The polar words by place, with their weight; "abandoned" counts for itself where it turns no other round."""
    found = {at: weight for at, unit in enumerate(units) if unit.entity is None and (weight := _weight(units, at))}
    return [(at, weight) for at, weight in found.items() if not _turns_another(units, at, found)]


def _turns_another(units: Sequence[Unit], at: int, polar: Container[int]) -> bool:
    is_negator = units[at].lower in stance_words()["negator"]
    return is_negator and any(after in polar for after in range(at + 1, at + NEGATION_REACH + 1))


def _weight(units: Sequence[Unit], at: int) -> int:
    own = polarity(units[at].lower)
    if own or (movement := _signed("up", "down").get(units[at].lower, 0)) == 0:
        return own
    return -movement if _concerns_burden(units, at) else movement


def polarity(word: str) -> int:
    """The weight of a word or of the one that it is derived from, as "nervousness" is from "nervous"."""
    known = _signed("positive", "negative")
    stems = (word.removesuffix(suffix) for suffix in SUFFIXES if word.endswith(suffix) and len(word) > SHORTEST)
    return known.get(word) or next((known[stem] for stem in stems if stem in known), 0)


def _concerns_burden(units: Sequence[Unit], at: int) -> bool:
    """True where what rises or falls is something unwelcome, such as costs."""
    around = units[max(at - OBJECT_REACH, 0) : at + OBJECT_REACH + 1]
    return any(unit.lower in stance_words()["bad_noun"] for unit in around)


def _turned(units: Sequence[Unit], at: int, weight: int) -> int:
    """The weight, with its sign changed for each negation shortly before."""
    before = units[max(at - NEGATION_REACH, 0) : at]
    negations = sum(unit.lower in stance_words()["negator"] for unit in before)
    return -weight if negations % 2 else weight


def stance_words() -> dict[str, frozenset[str]]:
    """The word groups that stance goes by."""
    return groups_of("stance_words.csv")


@cache
def _signed(above: str, below: str) -> dict[str, int]:
    """The words of two opposite groups, those of the second with a minus."""
    words = stance_words()
    signs = dict.fromkeys(words[above], 1) | dict.fromkeys(words[below], -1)
    return {word: sign * (MILD if word in words["mild"] else FULL) for word, sign in signs.items()}
