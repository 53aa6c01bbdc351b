"""How alike two names of people are, and why."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from graph.naming import key
from graph.resolution.organisation_names import Likeness
from graph.resolution.words import rows, words

LONG = 6  # letters: in a word so long one wrong letter is a slip


class PersonalName(NamedTuple):
    """The parts of a person's name."""

    given: tuple[str, ...]
    surname: str
    generation: frozenset[str]

    @property
    def every(self) -> tuple[str, ...]:
        """Given names and surname."""
        return (*self.given, self.surname)


@lru_cache(maxsize=100_000)
def parts_of(name: str) -> PersonalName:
    """The given names, the surname, and what tells father from son; titles are left out."""
    found = _without_titles(key(name).split() or [""])
    generation = frozenset(found[1:]) & words("generation")
    bare = [word for word in found if word not in generation]
    return PersonalName(tuple(bare[:-1]), bare[-1], generation)


def _without_titles(name: list[str]) -> list[str]:
    """The words behind the titles that a name begins with: the `king` in `Dennis King` is none."""
    first = next((at for at, word in enumerate(name) if word not in words("honorific")), len(name) - 1)
    return name[first:]


def personal_likeness(left: str, right: str) -> Likeness:
    """How alike two names of people are: surnames first, then what is before them."""
    mine, other = parts_of(left), parts_of(right)
    if mine.generation != other.generation:
        return _of_generations(mine, other)
    return _alike(mine, other)


def _alike(mine: PersonalName, other: PersonalName) -> Likeness:
    if sorted("".join(mine.every)) == sorted("".join(other.every)) and sorted(mine.every) == sorted(other.every):
        return Likeness(0.95, "They have the same names.")
    if "".join(mine.every) == "".join(other.every):
        return Likeness(0.93, "They are the same but for spaces and hyphens.")
    if mine.surname == other.surname:
        return _by_given_names(mine.given, other.given)
    return _by_letters(mine, other)


def _of_generations(mine: PersonalName, other: PersonalName) -> Likeness:
    """For two of whom one is called a junior or a senior: father and son, or no relatives at all."""
    if mine.generation and other.generation:
        return Likeness(0.1, "One is the other's junior.")
    bare = _alike(mine, other)
    return Likeness(min(bare.score, 0.6), "One is called a junior or a senior, the other is not.")


def _by_given_names(mine: tuple[str, ...], other: tuple[str, ...]) -> Likeness:
    """For people of one surname."""
    if not mine or not other:
        return Likeness(0.5, "One is called by the surname alone.")
    first = _same_first_name(mine[0], other[0])
    if first.score < 0.5 and (set(mine) < set(other) or set(other) < set(mine)):
        return Likeness(0.6, "One has all the names of the other, and more.", is_short_form=True)
    if first.score < 0.5 or not _fits(mine[1:], other[1:]):
        return Likeness(0.15, "They share the surname alone.")
    return first


def _same_first_name(mine: str, other: str) -> Likeness:
    short, long = sorted((mine, other), key=len)
    if short == long:
        return Likeness(0.92, "First name and surname are the same.")
    if len(short) == 1:
        fits = long.startswith(short)
        return Likeness(0.7 if fits else 0.1, "One has an initial for the first name.")
    if other in _forms_of(mine):
        return Likeness(0.91, "One is called by the short form of the first name.", is_short_form=True)
    if OSA.distance(short, long) == 1 and len(short) >= LONG:
        return Likeness(0.75, "The first names differ by one letter.")
    return Likeness(0.15, "The first names differ.")


def _fits(mine: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether middle names are the same, shortened, or left out by one of them."""
    return not mine or not other or all(a.startswith(b) or b.startswith(a) for a, b in zip(mine, other, strict=False))


def _by_letters(mine: PersonalName, other: PersonalName) -> Likeness:
    if _is_first_name_of(mine, other) or _is_first_name_of(other, mine):
        return Likeness(0.3, "One is called by the first name alone.")
    if set(mine.every) < set(other.every) or set(other.every) < set(mine.every):
        return Likeness(0.6, "One has all the names of the other, and more.", is_short_form=True)
    apart = OSA.distance(mine.surname, other.surname, score_cutoff=1)
    if mine.given and mine.given == other.given and apart <= 1 and min(map(len, (mine.surname, other.surname))) >= LONG:
        return Likeness(0.75, "The surnames differ by one letter.")
    return Likeness(0.05, "Their names differ.")


def _is_first_name_of(lone: PersonalName, whole: PersonalName) -> bool:
    """True for `Maria` and `Maria Lopez`; the `Xi` of `Xi Jinping` is his surname."""
    is_first = not lone.given and whole.given[:1] == (lone.surname,)
    return is_first and lone.surname not in words("surname_first")


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows("nickname"):
        for form in row:
            found.setdefault(form, set()).update(row if form == row[0] else (row[0], *row))
    return {form: frozenset(group - {form}) for form, group in found.items()}


def _forms_of(name: str) -> frozenset[str]:
    return _nicknames().get(name, frozenset())
