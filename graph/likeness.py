"""Which texts tell the same story in nearly the same words, as copies of a wire report do.

A text is taken as the set of its runs of three words (shingles). Two texts tell the same story if they share at least
half of these, and most numbers of the one that has fewer. Texts that may be alike are found without going over all:
MinHash (Broder 1997) makes a short signature of each set, and the signature is cut into bands. Texts that share two
thirds of their runs nearly always have a band in common, and texts that share next to none never do (Leskovec,
Rajaraman, Ullman: Mining of Massive Datasets, chapter 3).
"""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

from rensa import RMinHash

from graph.model import digest
from graph.tokens import forms_of

ALIKE = 0.5  # the share of common runs from which on two texts tell the same story
_A_VERSION = 1 / 3  # from which on one text is another version of the other
_OTHER_NUMBERS = 0.25  # the share of the numbers in one text that may be missing in the other; of two or three, one may
_RUN = 3  # words
_FEWEST_WORDS = 30  # of less nobody can tell whether one copies the other
_BANDS, _ROWS, _SEED = 24, 5, 1
_METHOD = "1"  # of the bands: those of another method stand for nothing here


def bands_of(text: str) -> list[str]:
    """The bands of a text, each once; none for a text too short to tell."""
    words = forms_of(text)
    if len(words) < _FEWEST_WORDS:
        return []
    sketch = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    sketch.update(sorted({" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}))
    signature = sketch.digest()
    return [digest(_METHOD, band, *signature[band * _ROWS : (band + 1) * _ROWS]) for band in range(_BANDS)]


def similarity(one: str, other: str) -> float:
    """The share of word runs that two texts have in common, to three digits; 0 if they do not tell the same story."""
    share, (_, numbers), (_, other_numbers) = _share(one, other), _content(one), _content(other)
    return round(share, 3) if share >= ALIKE and _tell_the_same(numbers, other_numbers) else 0.0


def are_versions(one: str, other: str) -> bool:
    """Whether two texts have enough words in common for one to be what became of the other."""
    return _share(one, other) >= _A_VERSION


def _share(one: str, other: str) -> float:
    """How many of the runs in either text are in both."""
    (runs, _), (others, _) = _content(one), _content(other)
    common = len(runs & others)
    return common / (len(runs) + len(others) - common or 1)


def _tell_the_same(numbers: Set[str], others: Set[str]) -> bool:
    """Whether most numbers of one text are in the other: a report of another quarter has the words, but not those."""
    fewer = min(len(numbers), len(others))
    return fewer - len(numbers & others) <= max(_OTHER_NUMBERS * fewer, fewer > 1)


@lru_cache(maxsize=1024)  # a new text is held against several, and they against it
def _content(text: str) -> tuple[frozenset[int], frozenset[str]]:
    """The runs of words in a text, by their hashes, and its numbers."""
    words = forms_of(text)
    runs = frozenset(hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1))
    return runs, frozenset(word for word in words if word[0].isdigit())
