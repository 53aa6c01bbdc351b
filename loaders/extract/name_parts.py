"""Parts that a text goes on to use for a longer name, though they may stand for others: `Spirit`, `the Star`.

Such a part is joined with the longer name only where it has been taken for a name of that kind by itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.tokens import Span

from graph.model import Kind
from loaders.extract.entities import stem
from loaders.extract.gazetteer import form_of, gazetteer
from loaders.extract.organisation_forms import names_place
from loaders.extract.presented import is_beside_first_word, is_one_of
from loaders.extract.surnames import Form
from loaders.extract.word_lists import words

_ORGANISATIONS = frozenset({Kind.COMPANY, Kind.INSTITUTION})
_SHORTEST = 3
_LETTERS_AT_END = re.compile(r"(?<=\d)[A-Z]{3,}$")
_DASHES = frozenset({"–", "—", "-"})


def part_owners(mentions: Iterable[Span]) -> dict[Form, str]:
    """By each part that is a name by itself in this text, the one longer name that it is a part of."""
    every = list(mentions)
    alone = {(form_of(span), _family(span.label_)) for span in every}
    is_another = _apart_from(every)
    found: defaultdict[Form, set[str]] = defaultdict(set)
    for span in every:
        for part in _parts(span):
            if (part, _family(span.label_)) in alone and not is_another(part, span):
                found[part].add(span.id_)
    return {part: next(iter(ids)) for part, ids in found.items() if len(ids) == 1}


def _apart_from(every: Sequence[Span]) -> Callable[[Form, Span], bool]:
    """Whether a part is another than the longer name: presented behind it, beside it, or no bank of that name."""
    anew = {(form_of(span), _family(span.label_)): span.start for span in every if is_one_of(span)}
    beside = {span.id_ for span in every if is_beside_first_word(span)}
    first: dict[str, int] = {}
    for span in every:
        first.setdefault(span.id_, span.start)

    def is_another(part: Form, span: Span) -> bool:
        before = -1 if len(span) == 1 else first[span.id_]
        is_new = anew.get((part, _family(span.label_)), -1) > before
        return is_new or (span.id_ in beside and part == form_of(span[:1]))

    return is_another


def _family(kind: str) -> str:
    return Kind.COMPANY if kind in _ORGANISATIONS else kind


def _parts(span: Span) -> Iterator[Form]:
    """The beginning or the end of an organisation's name, those who are of a party, the end of a product's name."""
    name = form_of(span)
    if span.label_ not in {Kind.PERSON, Kind.PLACE}:
        yield from _of_several_words(name)
    if span.label_ == Kind.PRODUCT:
        yield from ((last,) for last in _ends(name[-1], is_word=len(name) > 1))
    elif name[1:] == ("Party",):
        yield (f"{name[0]}s",)
    elif span.label_ in _ORGANISATIONS:
        yield from _of_organisation(name)
        if span.label_ == Kind.INSTITUTION:
            yield from _of_institution(name)
        if (known := gazetteer().by_id.get(span.id_)) is not None:
            yield from (part for listed in known.names for part in _without_seat(tuple(listed.split())))


def _of_several_words(name: Form) -> Iterator[Form]:
    """`Tarvo Harvest` of Tarvo Harvest Development Project, `Tenant Board` of the Landlord and Tenant Board."""
    parts = [name[:at] for at in range(2, len(name))] + [name[at:] for at in range(1, len(name) - 1)]
    yield from (part for part in parts if part[0][:1].isupper() and part[-1][:1].isupper())


def _of_organisation(name: Form) -> Iterator[Form]:
    """The first word of the name, its short form behind a dash: `Works Authority – Ashghal`; Tarvo of Tarvobank."""
    if len(name) > 1 and name[1] not in {"-", "&", "and", "of", "'s"} and _opens(name[0]):
        yield name[:1]
    if len(name) > 3 and name[-2] in _DASHES:
        yield from (name[-1:], name[:-2])
    if len(name) == 1 and name[0].endswith("bank") and len(name[0]) > _SHORTEST + len("bank"):
        yield (name[0].removesuffix("bank"),)


def _of_institution(name: Form) -> Iterator[Form]:
    """`Air Force` of the U.S. Air Force, `Star` of the Velmoro Star, `Growers Coalition` of that of a place."""
    yield from _without_seat(name)
    leads = [at for at in range(1, len(name)) if _is_country(name[:at])]
    owners = [at + 1 for at, word in enumerate(name) if word == "'s"]
    yield from (name[at:] for at in (*leads, *owners) if len(name) - at > 1)
    if len(name) > 1 and name[-1] in words("called_by_last"):
        yield name[-1:]


def _is_country(lead: Form) -> bool:
    return lead[-1] in words("demonym") or names_place(lead)


def _without_seat(name: Form) -> Iterator[Form]:
    """`Reserve Bank` of the Reserve Bank of Velmoro, `Growers Coalition` of the Growers Coalition of the NWT."""
    bare = stem(name)
    at = max((at for at, word in enumerate(bare) if word == "of"), default=0)
    seat = bare[at + 1 + (bare[at + 1 : at + 2] == ("the",)) :]
    if at > 1 and seat and (names_place(seat) or (len(seat) == 1 and seat[0].isupper())):
        yield bare[:at]


def _opens(word: str) -> bool:
    """True for a first word that may name the whole: `Spirit`, `S3`."""
    is_code = len(word) == _SHORTEST - 1 and word.isupper() and word not in words("acronym_stop")
    return is_code or (len(word) >= _SHORTEST and word.isalnum() and word not in words("demonym"))


def _ends(last: str, *, is_word: bool) -> Iterator[str]:
    """The last word, and the letters behind its number: several of the `A321XLR` are `XLRs`."""
    if is_word and _tells(last):
        yield last
    letters = _LETTERS_AT_END.findall(last)
    yield from (form for each in letters for form in (each, f"{each}s"))


def _tells(word: str) -> bool:
    is_code = word.isalnum() and word[0].isalpha() and not word.isalpha()  # `S7` of the Galaxy S7
    is_word = len(word) >= _SHORTEST and word.isalpha() and word not in words("demonym") | words("given_name")
    return is_code or is_word
