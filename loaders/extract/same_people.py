"""People whom a text names in several ways that are no mere surname: with fewer words, with a letter out of place.

A name that may be that of two people of the text is joined with neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Span

from graph.model import Kind
from loaders.extract.gazetteer import form_of, gazetteer, plain
from loaders.extract.presented import beside, is_described, titles
from loaders.extract.surnames import Form
from loaders.extract.word_lists import words

_SHORTEST = 5  # letters of a surname that may be misspelt: shorter ones are told apart by one


class _Anew:
    """Which names a text presents where they stand, so that they are no other form of one before."""

    def __init__(self, mentions: Iterable[Span]) -> None:
        self._described, self._first = dict[Form, int](), dict[str, int]()
        self._titles, self._beside = defaultdict[Form, set[str]](set), defaultdict[str, set[str]](set)
        for span in (span for span in mentions if span.label_ == Kind.PERSON):
            form = form_of(span)
            self._titles[form] |= titles(span)
            self._beside[span.id_] |= beside(span)
            self._first.setdefault(span.id_, span.start)
            if is_described(span):
                self._described[form] = span.start

    def is_presented(self, form: Form, owner: str) -> bool:
        """`John Petersen, a spokesman`, `Judge Petersen`, unless the owner is a judge."""
        is_late = self._described.get(form, -1) > self._first.get(owner, 0)
        return is_late or not self._titles[form] <= self._beside[owner]


def shorter_names(mentions: Sequence[Span]) -> dict[Form, str]:
    """`Ana Vela` and `Ana Tarvik`, where the one longer name of the text is that of Ana Vela Tarvik."""
    people = _in_full(mentions)
    told = {form: _told(form) for form in people}
    anew = _Anew(mentions)
    found: dict[Form, str] = {}
    for namesakes in _alike(people, lambda form: told[form][:1]):
        for form in (form for form in namesakes if not _is_listed(people[form])):
            longer = [other for other in namesakes if people[other] != people[form]]
            longer = [other for other in longer if _leaves_out(told[form], told[other])]
            longest = max(longer, key=lambda other: len(told[other]), default=form)
            is_one = all(told[other] == told[longest] or _leaves_out(told[other], told[longest]) for other in longer)
            if longer and is_one and not anew.is_presented(form, people[longest]):
                found[form] = people[longest]
    return found


def slips(mentions: Sequence[Span]) -> dict[Form, str]:
    """`Ana Sorenson`, where the text has named an Ana Sorensen before."""
    people = _in_full(mentions)
    anew = _Anew(mentions)
    found = {}
    for namesakes in _alike(people, lambda form: form[:-1]):
        for at, form in enumerate(namesakes):
            before = [other for other in namesakes[:at] if _is_misspelt(form[-1], other[-1])]
            is_free = before and not _is_listed(people[form])
            if is_free and not anew.is_presented(form, people[before[0]]):
                found[form] = people[before[0]]
    return found


def _alike(people: Iterable[Form], beginning: Callable[[Form], Form]) -> Iterator[list[Form]]:
    """The names that begin alike, in the order of the text."""
    found = defaultdict[Form, list[Form]](list)
    for form in people:
        found[beginning(form)].append(form)
    yield from found.values()


def misspelt(mentions: Sequence[Span], forms: Collection[Form]) -> dict[Form, set[str]]:
    """Surnames by themselves that nobody of the text has, with those who have them but for a letter: `Sorenson`."""
    anew = _Anew(mentions)
    surnames = defaultdict[str, set[str]](set)
    for form, id_ in _in_full(mentions).items():
        surnames[form[-1]].add(id_)
    lone = {plain(span.text) for span in mentions if _is_lone(span)}
    found = {(word,): _owners(word, surnames) for word in lone if (word,) not in forms}
    return {form: ids for form, ids in found.items() if ids and not any(anew.is_presented(form, id_) for id_ in ids)}


def _in_full(mentions: Iterable[Span]) -> dict[Form, str]:
    """The people who are named with several words."""
    people = [span for span in mentions if span.label_ == Kind.PERSON and len(span) > 1]
    return {form_of(span): span.id_ for span in people}


def _told(form: Form) -> Form:
    """The name without what is written or not: particles, hyphens, capitals."""
    left_out = words("particle") | {"-"}
    return tuple(word.lower() for word in form if word not in left_out)


def _leaves_out(short: Form, long: Form) -> bool:
    """True where the first begins as the second does, and has no word that the second lacks."""
    if not 1 < len(short) < len(long) or short[0] != long[0] or _generation(short) != _generation(long):
        return False
    rest = iter(long)
    return short[0].capitalize() not in words("asian_surname") and all(word in rest for word in short)


def _generation(name: Form) -> Collection[str]:
    return {word.rstrip(".") for word in name} & {suffix.rstrip(".").lower() for suffix in words("name_suffix")}


def _is_listed(entity_id: str) -> bool:
    return entity_id in gazetteer().by_id


def _is_lone(span: Span) -> bool:
    """True for one word that may be a surname of somebody whom no list holds; `the Sorensens` are a family."""
    text = span.text
    is_family = text.endswith("s") and span.doc[max(0, span.start - 1) : span.start].text.lower() == "the"
    may_be = span.label_ == Kind.PERSON and len(span) == 1 and _may_slip(text) and text not in words("given_name")
    return may_be and not is_family and not _is_listed(span.id_)


def _may_slip(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha() and word.istitle() and word not in words("asian_surname")


def _owners(word: str, surnames: Mapping[str, set[str]]) -> set[str]:
    return {id_ for other, ids in surnames.items() if _is_misspelt(word, other) for id_ in ids}


def _is_misspelt(word: str, other: str) -> bool:
    return _may_slip(word) and _may_slip(other) and is_slip(word, other)


def is_slip(word: str, other: str) -> bool:
    """True where one letter is added, left out or another, or two have changed places, behind the first."""
    begun = sum(1 for _ in _same(word, other))
    ended = sum(1 for _ in _same(word[: begun - 1 : -1], other[: begun - 1 : -1]))
    mine, theirs = word[begun : len(word) - ended], other[begun : len(other) - ended]
    is_swapped = len(mine) > 1 and (mine[0], mine[1:-1], mine[-1]) == (theirs[-1:], theirs[1:-1], theirs[:1])
    return bool(begun) and (max(len(mine), len(theirs)) == 1 or is_swapped)


def _same(word: str, other: str) -> Iterator[str]:
    """The letters in which both begin."""
    for mine, theirs in zip(word, other, strict=False):
        if mine != theirs:
            return
        yield mine
