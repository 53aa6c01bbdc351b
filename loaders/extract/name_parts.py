"""Single words that a text goes on to use for a longer name, though they are ordinary words: `Spirit`, `the Bolt`.

Such a word is joined with the longer name only where it has been taken for a name of that kind by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Span

from graph.model import Kind
from loaders.extract.gazetteer import plain
from loaders.extract.word_lists import words

_ORGANISATIONS = frozenset({Kind.COMPANY, Kind.INSTITUTION})
_SHORTEST = 3
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
    """The first word of an organisation's name, the last one of a product's."""
    if len(span) < 2:
        return
    first, second, last = (plain(span[at].text) for at in (0, 1, -1))
    if span.label_ in _ORGANISATIONS and second not in {"-", "&", "of", "'s"} and _tells(first):
        yield first
    elif span.label_ == Kind.PRODUCT and _tells(last):
        yield last


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha() and word not in words("demonym") | words("given_name")
