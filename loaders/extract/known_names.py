"""Names that the reviewed lists hold in another spelling: `ANT Financial`, `JPMorgan Chase & Co`, `Teslas`.

A spelling is another one of a listed name if `graph.resolution` would take both for one without a second look: they
differ in nothing but capitals, spaces, dots and the legal form.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from spacy.tokens import Span

from graph.model import Kind
from graph.naming import key
from graph.resolution.organisation_names import core_of
from loaders.extract.doubtful_forms import Form
from loaders.extract.gazetteer import gazetteer, plain
from loaders.extract.word_lists import words
from loaders.reference import Reference
from loaders.reference.given import given_digest, known_references

_KINDS = frozenset({Kind.COMPANY, Kind.INSTITUTION})
_SHORTEST = 6  # letters: shorter names are told apart by their capitals
_SHORTEST_PLURAL = 4
_PLURAL = re.compile(r"[a-z]s$")
_JOINT = re.compile(r"(?<=[a-z])'?(?=[A-Z])")

Owners = Mapping[str, Reference]


def known_as(span: Span) -> Reference | None:
    """What of the reviewed lists an organisation, its product or a town is that no list holds in these words."""
    text = plain(span.text)
    if span.label_ in _KINDS and (known := spelt(text) or _doubtful(given_digest()).get(text)) is not None:
        return known
    if span.label_ == Kind.PLACE or "government" in text.lower().split():
        return _seat(text)
    return _plurals(given_digest()).get(text) if span.label_ in {*_KINDS, Kind.PRODUCT} else None


def _seat(text: str) -> Reference | None:
    """The listed place in `City of Velmoro`, `Velmoro State`, `Velmoro State government`."""
    rank, _, place = text.partition(" of ")
    named = place if rank in words("seat_of") else text
    listed = _places(given_digest())
    while named not in listed and (last := named.rpartition(" "))[-1] in words("seat_end"):
        named = last[0]
    return listed.get(named) if named != text else None


def spelt(text: str) -> Reference | None:
    """The listed organisation whose name differs from this one in capitals, spaces, dots and legal form at most."""
    return _spellings(given_digest()).get(_letters(text))


def _letters(name: str) -> str:
    """What two spellings of a name share: all its words without spaces, small ones too, but for the legal form."""
    core = core_of(name)
    return core.letters if core.is_whole else "".join(key(name).split())


def as_first_spelt(spans: Iterable[Span]) -> dict[str, str]:
    """For ids of one text that are one name in several spellings, the id of the longest of these."""
    spellings: defaultdict[str, dict[str, int]] = defaultdict(dict)
    every = list(spans)
    for span in every:
        core = core_of(plain(span.text))
        if span.label_ in _KINDS and core.is_whole and len(core.letters) >= _SHORTEST:
            longest = spellings[core.letters]
            longest[span.id_] = max(longest.get(span.id_, 0), len(span.text))
    several = (ids for ids in spellings.values() if len(ids) > 1)
    made = {span.id_ for span in every if span.label_ == Kind.PRODUCT and len(span.text) > _SHORTEST}
    singular = {one: one.removesuffix("s") for one in made if _PLURAL.search(one) and one.removesuffix("s") in made}
    return singular | {one: max(ids, key=lambda id_: (ids[id_], id_)) for ids in several for one in ids}


def is_glued(span: Span) -> bool:
    """Whether a word of it runs into a listed name, as where a page lost a break: `BrookCanadian Pacific Railway`."""
    texts = [plain(token.text) for token in span]
    for at, text in enumerate(texts):
        for joint in _JOINT.finditer(text):
            following = (text[joint.end() :], *texts[at + 1 :])
            if any(len(form.words) > 1 and following[: len(form.words)] == form.words for form in _forms_of(following)):
                return True
    return False


def _forms_of(words_there: tuple[str, ...]) -> list[Form]:
    return gazetteer().by_first.get(words_there[0], [])


@lru_cache(maxsize=2)
def _spellings(_digest: str) -> Owners:
    return _with_one_owner(
        (letters, entry) for entry, name in _certain_names() if len(letters := _letters(name)) >= _SHORTEST
    )


@lru_cache(maxsize=2)
def _doubtful(_digest: str) -> Owners:
    """Words that may also mean something else: where one is taken for an organisation, it is the listed one."""
    return _with_one_owner(
        (name, entry)
        for entry in known_references()
        if entry.kind in _KINDS
        for name in entry.caution
        if " " not in name and name.lower() not in words("common")
    )


@lru_cache(maxsize=2)
def _places(_digest: str) -> Owners:
    every = (entry for entry in known_references() if entry.kind is Kind.PLACE)
    return _with_one_owner((name, entry) for entry in every for name in entry.names if name not in entry.caution)


@lru_cache(maxsize=2)
def _plurals(_digest: str) -> Owners:
    """What several cars of a maker are called, and companies that are spoken of as several."""
    return _with_one_owner(
        (f"{name}s", entry)
        for entry, name in _certain_names()
        if name.isalpha() and not name.endswith("s") and _is_told_apart(name)
    )


def _is_told_apart(name: str) -> bool:
    return name.lower() not in words("common") and (len(name) >= _SHORTEST_PLURAL or (name.isupper() and len(name) > 2))


def _certain_names() -> Iterator[tuple[Reference, str]]:
    """The names of listed organisations that stand for them wherever they are found."""
    for entry in known_references():
        if entry.kind in _KINDS:
            yield from ((entry, name) for name in entry.names if name not in entry.caution)


def _with_one_owner(forms: Iterable[tuple[str, Reference]]) -> Owners:
    found: defaultdict[str, dict[str, Reference]] = defaultdict(dict)
    for form, entry in forms:
        found[form][entry.id] = entry
    return {form: entry for form, owners in found.items() if len(owners) == 1 for entry in owners.values()}
