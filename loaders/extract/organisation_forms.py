"""How a text goes on to call an organisation: without its legal form, by its letters, by its first word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile

from graph.model import Kind
from loaders.extract.entities import stem
from loaders.extract.gazetteer import gazetteer
from loaders.extract.surnames import Form
from loaders.extract.word_lists import words

_DEVOTED = frozenset({"Association", "Chamber", "Confederation", "Council", "Federation"})  # to what they begin with
_JOINTS = frozenset({"And", "For", "Of", "The"})
_SPELLINGS = {"U.S.": "US", "US": "U.S.", "U.K.": "UK", "UK": "U.K."}
_TRUST = ("Real", "Estate", "Investment", "Trust")
_ABRIDGED = 4  # letters of an acronym that leaves out the last word


def organisation_forms(name: Form) -> Iterator[Form]:
    """Each form, that of `US` as well as that of `U.S.`"""
    for form in _as_written(name):
        yield form
        if len(form) > 1 and form[0] in _SPELLINGS:
            yield (_SPELLINGS[form[0]], *form[1:])


def _as_written(name: Form) -> Iterator[Form]:
    """The name without its legal form, its acronym, and its first word where that is no ordinary one."""
    bare = stem(name)
    if bare != name and bare:
        yield bare
    if len(bare) < 2:
        return
    yield from _acronyms(name, bare)
    if bare[-1] in {"ministry", "office"}:  # `Spain's finance ministry`, also called the finance ministry
        yield tuple(dropwhile(lambda word: word[0].isupper() or word == "'s", bare))
    if bare[1] not in {"-", "&", "of", "'s"} and _stands_by_itself(bare[0]) and _DEVOTED.isdisjoint(bare):
        yield bare[:1]
    yield from _without_end(bare)
    yield from ((word,) for word in {bare[0], bare[-1]} & words("head_of"))


def _without_end(bare: Form) -> Iterator[Form]:
    """`Kestrel Air` of Kestrel Air Group and of Kestrel Air Oman, `Kestrel Bank` of Kestrel Bank & Trust."""
    if (len(bare) > 2 and bare[-1] in words("org_head")) or (names_place(bare[-1:]) and "of" not in bare):
        yield bare[:-1]
    if len(bare) > 3 and bare[-2] in {"&", "and"} and bare[-3] in words("org_head"):
        yield bare[:-2]
    if len(bare) > 2 and bare[-2:] == ("International", "Airport"):
        yield (*bare[:-2], "Airport")
    if "Chamber" in bare[1:-1]:
        yield bare[: bare.index("Chamber") + 1]


def names_place(form: Form) -> bool:
    """True for the end of `Kestrel Express Oman`, which the text also calls Kestrel Express."""
    known = gazetteer().by_first.get(form[0], ())
    return any(one.words == form and one.reference.kind is Kind.PLACE for one in known)


def abbreviations(name: Form) -> Iterator[str]:
    """The letters that stand for the whole of it: `LSC`, `Lsc`, `DoJ`, and behind a country `CAA` of the UK CAA."""
    bare = stem(name)
    every = dict.fromkeys(letters for whole in (bare, name) for letters in _letters(whole))
    yield from (letters for letters in every if len(letters) > 2)
    if bare[0] in words("acronym_stop"):
        yield from (letters for letters in _letters(bare[1:]) if len(letters) > 2)


def _letters(whole: Form) -> Iterator[str]:
    """The first letters of its words that are written large, with those of "of" or without."""
    yield capitals_of(whole)
    yield capitals_of(tuple(word for word in whole if word not in _JOINTS))
    spelt = "".join(word[0] for word in whole if word[:1].isupper() or word == "of")
    yield from (spelt, spelt.upper())


def _acronyms(name: Form, bare: Form) -> Iterator[Form]:
    """What stands for the whole of it, for all but its last word, and for what is behind an acronym: `NUW-RCW`."""
    for letters in abbreviations(name):
        yield (letters,)
        if len(letters) >= _ABRIDGED and letters.isupper() and letters.lower() not in words("common"):
            yield (letters.capitalize(),)
    yield from _abridged(bare)
    if bare[-4:] == _TRUST and len(bare) > 4:
        yield from ((*bare[:-4], "REIT"), (bare[0], "REIT"))


def _abridged(bare: Form) -> Iterator[Form]:
    """The letters of all but the last word, with it or without, and the first word with those behind it."""
    initials = capitals_of(tuple(word for word in bare[:-1] if word not in _JOINTS))
    if len(bare) > 2 and len(initials) > 1:
        yield (initials, bare[-1])
    if len(initials) >= _ABRIDGED and bare[-1] in words("head_of"):
        yield (initials,)
    begun = 2 if bare[1] == "-" else 1
    if bare[0].isupper() and len(capitals := capitals_of(bare[begun:])) > 2:
        yield (*bare[:begun], capitals)


def capitals_of(name: Form) -> str:
    """The first letters of the words that begin with a capital."""
    return "".join(word[0] for word in name if word[:1].isupper())


def _stands_by_itself(word: str) -> bool:
    is_usual = word.lower() in words("common") or word in words("acronym_stop")
    return not is_usual and len(word) > 2 and word not in words("demonym") and word not in words("given_name")
