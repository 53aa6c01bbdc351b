"""Single words that a text goes on to use for a longer name, though they are ordinary words: `Spirit`, `the Greens`.

Such a word is joined with the longer name only where it has been taken for a name of that kind by itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Span

from graph.model import Kind
from loaders.extract.gazetteer import plain
from loaders.extract.word_lists import words

_ORGANISATIONS = frozenset({Kind.COMPANY, Kind.INSTITUTION})
_SHORTEST = 3
_LETTERS_AT_END = re.compile(r"(?<=\d)[A-Z]{3,}$")
Form = tuple[str, ...]


def part_owners(mentions: Iterable[Span]) -> dict[Form, str]:
    """By each word that is a name by itself in this text, the one longer name that it is the first or last word of."""
    every = list(mentions)
    alone = {(plain(span.text), _family(span.label_)) for span in every if len(span) == 1}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for span in every:
        for word in _parts(span):
            if (word, _family(span.label_)) in alone:
                found[word].add(span.id_)
    return {(word,): next(iter(ids)) for word, ids in found.items() if len(ids) == 1}


def _family(kind: str) -> str:
    return Kind.COMPANY if kind in _ORGANISATIONS else kind


def _parts(span: Span) -> Iterator[str]:
    """The first word of an organisation's name, and those who are of a party; the end of a product's name."""
    first, second, last = (plain(span[at : at + 1].text) for at in (0, 1, len(span) - 1))
    if span.label_ == Kind.PRODUCT:
        yield from _ends(last, is_word=len(span) > 1)
    elif second == "Party" and len(span) == 2:
        yield f"{first}s"
    elif second and span.label_ in _ORGANISATIONS and second not in {"-", "&", "of", "'s"} and _tells(first):
        yield first


def _ends(last: str, *, is_word: bool) -> Iterator[str]:
    """The last word, and the letters behind its number: several of the `A321XLR` are `XLRs`."""
    if is_word and _tells(last):
        yield last
    letters = _LETTERS_AT_END.findall(last)
    yield from (form for each in letters for form in (each, f"{each}s"))


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha() and word not in words("demonym") | words("given_name")
