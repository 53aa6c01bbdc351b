"""How alike two names of organisations, indices, products or places are, and why."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from graph.naming import key
from graph.resolution.words import rows, words

LONG = 9  # letters: in a word so long one wrong letter is a slip, not another word
_MUCH_ALIKE = 0.88  # a share of letters in common that is worth a look
_SHORT, _LONGEST_ACRONYM = 2, 6  # letters
_TELLING_ACRONYM = 3  # letters: what is left of a name stands for further words only if it has so many
_SHORTEST_SINGULAR = 5  # letters: `ISIS` is not several `ISI`


class Likeness(NamedTuple):
    """How alike two names are, between 0 and 1, and what makes them so."""

    score: float
    why: str
    is_short_form: bool = False  # a text that goes on with the other writes both of one: naming both is no sign of two


class Core(NamedTuple):
    """The words of a name that tell it from others."""

    words: tuple[str, ...]
    is_whole: bool  # nothing but a legal form was left out

    @property
    def letters(self) -> str:
        """The words without spaces: `Air Baltic` and `airBaltic` are one."""
        return "".join(self.words)


@lru_cache(maxsize=100_000)
def core_of(name: str, weak: str = "weak") -> Core:
    """The name without its legal form, and without words that say little, unless nothing else is there."""
    kept = _without_legal_form(tuple(_spelt_out(_unjoined(key(name))).split()))
    telling = tuple(word for word in kept if word not in words(weak))
    return Core(telling or kept, not telling or telling == kept)


def likeness(left: str, right: str, weak: str = "weak") -> Likeness:
    """How alike two names are; `weak` is the group of words that say little in names of their kind."""
    mine, other = core_of(left, weak), core_of(right, weak)
    if _numbers(mine) != _numbers(other):
        return Likeness(0.1, "Their numbers differ.")
    return next(
        found for told in (_equal, _abbreviated, _shortened, _spelt) if (found := told(mine, other)) is not None
    )


def is_acronym(short: str, name: str) -> bool:
    """Whether `short` is made of the first letters of the words of a name: `EDS` of `Electronic Data Systems Corp`."""
    letters = key(short).replace(" ", "")
    if not _SHORT <= len(letters) <= _LONGEST_ACRONYM or not letters.isalpha():
        return False
    return letters in set(initials(name))


def initials(name: str) -> Iterator[str]:
    """The first letters of the words of a name that has several, with and without the small words and legal form."""
    every = tuple(key(name).split())
    for some in (every, _without_legal_form(every)):
        if len(some) > 1:
            yield "".join(word[0] for word in some)
            yield "".join(word[0] for word in some if word not in words("institution_weak"))


def _equal(mine: Core, other: Core) -> Likeness | None:
    if mine.letters == other.letters:
        if mine.is_whole and other.is_whole:
            return Likeness(0.98, "They are the same but for the legal form, spaces or dots.")
        return Likeness(0.94, "They are the same but for words that say little.")
    if sorted(mine.words) == sorted(other.words):
        return Likeness(0.92, "They have the same words in another order.")
    if _singular(mine) == _singular(other):
        is_sure = mine.is_whole and other.is_whole
        return Likeness(0.92 if is_sure else 0.75, "One is the plural of the other.", is_short_form=True)
    return None


def _abbreviated(mine: Core, other: Core) -> Likeness | None:
    """One name that begins as the other does, and goes on with the first letters of its further words."""
    short, long = sorted((mine.words, other.words), key=len)
    *begun, letters = short
    further = long[len(begun) :]
    is_short = len(letters) >= _TELLING_ACRONYM and letters == "".join(word[0] for word in further)
    if not begun or tuple(begun) != long[: len(begun)] or not is_short:
        return None
    return Likeness(0.92, f"One ends in the first letters of {' '.join(further)!r}.", is_short_form=True)


def _shortened(mine: Core, other: Core) -> Likeness | None:
    """One name that begins, or ends, with the whole of the other."""
    short, long = sorted((mine.words, other.words), key=len)
    if len(short) == len(long) or not set(short) <= set(long) or len("".join(short)) <= _SHORT:
        return None
    further = [word for word in long if word not in short]
    if set(short) <= words("in_many_names"):
        return Likeness(0.3, f"They share {' '.join(short)!r} alone, which is in many names.")
    if words("unit") & set(further):
        return Likeness(0.3, f"One is called {' '.join(further)!r} besides, as a part or a relative of the other is.")
    if long[: len(short)] == short:
        return Likeness(0.7, f"One is called {' '.join(further)!r} besides.")
    return Likeness(0.5, f"One has the words of the other and {' '.join(further)!r}.")


def _spelt(mine: Core, other: Core) -> Likeness:
    apart = OSA.distance(mine.letters, other.letters, score_cutoff=2)
    shortest = min(len(mine.letters), len(other.letters))
    if apart <= 1 and shortest >= LONG - 1:
        is_slip = _is_slip(mine, other)
        return Likeness(0.92 if is_slip else 0.75, "They differ by one letter.", is_short_form=is_slip)
    if apart <= 2 and shortest >= LONG + 3 and _differ_in_words(mine, other, longer_than=_LONGEST_ACRONYM):
        return Likeness(0.6, "They differ by two letters.")
    alike = fuzz.token_sort_ratio(" ".join(mine.words), " ".join(other.words)) / 100
    is_near = alike >= _MUCH_ALIKE and _differ_in_words(mine, other, longer_than=_SHORTEST_SINGULAR - 1)
    return Likeness(round((0.55 if is_near else 0.4) * alike, 3), "They have letters in common.")


def _differ_in_words(mine: Core, other: Core, *, longer_than: int) -> bool:
    """Whether no short word differs, nor one of many names: `RBC Capital` and `FBR Capital` are not two spellings."""
    differing = set(mine.words) ^ set(other.words)
    return all(len(word) > longer_than for word in differing) and not differing <= words("in_many_names")


def _is_slip(mine: Core, other: Core) -> bool:
    """Whether all that differs is a letter left out, doubled or swapped in one long word."""
    if len(mine.words) != len(other.words):
        return False
    [pair] = [pair for pair in zip(mine.words, other.words, strict=True) if pair[0] != pair[1]] or [("", "")]
    left, right = pair
    swapped = len(left) == len(right) and sorted(left) == sorted(right)
    doubled = _undoubled(left) == _undoubled(right)
    return min(len(left), len(right)) >= LONG - 1 and (swapped or doubled)


def _undoubled(word: str) -> str:
    return "".join(letter for at, letter in enumerate(word) if word[at - 1 : at] != letter)


def _singular(name: Core) -> tuple[str, ...]:
    last = name.words[-1]
    is_plural = len(last) > _SHORTEST_SINGULAR and not last.endswith("ss")
    return (*name.words[:-1], last.removesuffix("s") if is_plural else last)


def _numbers(name: Core) -> tuple[str, ...]:
    return tuple(sorted(word for word in name.words if any(map(str.isdigit, word))))


def _without_legal_form(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words without a share class and the legal form at the end, or at the beginning as in `AB Volvo`."""
    for group in ("share_class", "legal_form"):
        if (kept := _without_ending(name, words(group))) != name:
            return _without_legal_form(kept)
    if len(name) > 1 and name[-1] == "and":
        return _without_legal_form(name[:-1])
    openings = (length for length in (2, 1) if len(name) > length and " ".join(name[:length]) in words("legal_opening"))
    return name[next(openings, 0) :]


def _without_ending(name: tuple[str, ...], endings: frozenset[str]) -> tuple[str, ...]:
    """The words without the longest of the endings that they have; something is always left."""
    if not name or name[-1] not in _last_words(endings):
        return name
    longest = min(len(name) - 1, _longest(endings))
    fitting = (length for length in range(longest, 0, -1) if " ".join(name[-length:]) in endings)
    return name[: len(name) - next(fitting, 0)]


def _unjoined(name: str) -> str:
    """The name without a legal form that is written without a space, as in Chinese: `贵州茅台酒股份有限公司`."""
    if name.isascii():
        return name
    fitting = (form for form in _joined_forms() if name != form and (name.startswith(form) or name.endswith(form)))
    form = next(fitting, "")
    return name.removesuffix(form).removeprefix(form).strip()


@cache
def _joined_forms() -> tuple[str, ...]:
    """The longest first."""
    return tuple(sorted(map(key, words("joined_form")), key=len, reverse=True))


@cache
def _last_words(endings: frozenset[str]) -> frozenset[str]:
    return frozenset(ending.split()[-1] for ending in endings)


@cache
def _longest(endings: frozenset[str]) -> int:
    return max(len(ending.split()) for ending in endings)


def _spelt_out(name: str) -> str:
    """The name with each place in the first of its forms: `bc` → `british columbia`."""
    padded = f" {name} "
    for whole, *forms in rows("place_form"):
        for form in forms:
            padded = padded.replace(f" {form} ", f" {whole} ")
    return padded.strip()
