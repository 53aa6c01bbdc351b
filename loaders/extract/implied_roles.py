"""Positions whose organisation is not named beside them: "its chairman NAME", "Chief Executive NAME", "run by NAME".

The organisation is the subject of the sentence, or the one that the text is about, where it is named near by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Span

from graph.model import Kind
from loaders.extract.founders import founded_by, past_titles
from loaders.extract.located import Located, is_organisation, is_person
from loaders.extract.plurals import has_analysts
from loaders.extract.positions import ENDING, Position, position_with
from loaders.extract.titles_by_kind import is_role, ministers_behind, of_that_kind, with_that_kind
from loaders.extract.word_lists import is_central_bank, words

_PAST_OR_OTHER = ENDING | {"a", "an", "-", "'s", "other", "business", "closest"}
_WHO_ANALYSE = frozenset({"analysts", "strategists", "economists", "researchers"})
_WHO_WRITE = _WHO_ANALYSE | {"analyst", "strategist", "economist"}
_NOTES = frozenset({"note", "report", "memo"})
_MARKS = frozenset({"“", "”", '"'})
_REACH = 3  # sentences, that of the name included
_LONGEST = 12  # words of a role behind a name
_RANKS = ("senior", "executive", "corporate")
_IN_TWO_WORDS = (
    *("executive director", "managing director", "general manager", "general counsel", "vice president of"),
    *(f"{rank} vice" for rank in _RANKS),
)
_OF_FIELD = frozenset({"director", "head", "manager", "president"})


def implied_positions(located: Located, person: Span) -> Iterator[Position]:
    """The positions that the first fitting construction states."""
    for find in (
        founded_by,
        _analysing,
        _of_its_own,
        _of_it_behind,
        of_that_kind,
        with_that_kind,
        ministers_behind,
        _titled,
        _titled_behind,
        _writing,
    ):
        position = find(located, person)
        if position is not None:
            yield position
            return


def _analysing(located: Located, person: Span) -> Position | None:
    """Analysts led by NAME, of the institution whose analysts the text spoke of last."""
    noun = person.start - 3
    if (located.word(noun + 1), located.word(noun + 2)) != ("led", "by") or located.word(noun) not in _WHO_ANALYSE:
        return None
    house = next((span for span in located.before(noun + 1) if has_analysts(located, span)), None)
    return None if house is None else Position(person.id_, house.id_, located.texts[noun], noun, person.end)


def _of_its_own(located: Located, person: Span) -> Position | None:
    """ORG said its ROLE NAME · ORG replaced its ROLE, NAME."""
    end = person.start
    while located.word(end - 1) == "," or located.word(end - 1) in words("honorific_word"):
        end -= 1
    first = end
    while end - first < _LONGEST and located.word(first - 1) not in {"its", ",", ".", "", "\n"}:
        first -= 1
    if located.word(first - 1) != "its" or located.between(first, end) or not is_role(located, first, end):
        return None
    organisation = _subject(located, first) or organisation_meant(located, person)
    return None if organisation is None else position_with(located, person, organisation, first, end)


def _of_it_behind(located: Located, person: Span) -> Position | None:
    """ORG sold more, said NAME, its head of sales."""
    first = person.end + 2
    ends = words("speech_verb") | {",", ".", ";", "", "\n"}
    last = next((at for at in range(first, first + _LONGEST) if located.word(at) in ends), first)
    is_its = located.lower[person.end : first] == [",", "its"] and not located.between(first, last)
    organisation = _subject(located, person.start) or organisation_meant(located, person)
    if not is_its or organisation is None or not is_role(located, first, last):
        return None
    return position_with(located, person, organisation, first, last)


def _subject(located: Located, before: int) -> Span | None:
    """The organisation that the sentence speaks of first."""
    start = located.doc[before].sent.start
    return next((span for span in located.between(start, before) if is_organisation(span)), None)


def _titled(located: Located, person: Span) -> Position | None:
    """CHIEF EXECUTIVE NAME, of the organisation that the text is about."""
    first = past_titles(located, _past_field(located, person.start - (located.word(person.start - 1) == ",")))
    told = located.lower[first : person.start]
    named = located.ending(first - (located.word(first - 1) == "-"))  # `former ORG ROLE NAME` is settled
    is_of_other = located.word(first - 1) in _PAST_OR_OTHER | words("other_body")
    if is_of_other or is_person(named) or is_organisation(named):
        return None
    organisation = organisation_meant(located, person)
    if "governor" in told:
        organisation = _central_bank_meant(located, first)
    is_own = located.word(first - 1) == "company"
    if organisation is None or not ("governor" in told or is_own or _holds(told)):
        return None
    position = position_with(located, person, organisation, first, person.start)
    return None if position is None else replace(position, start=first, end=person.end)


def _central_bank_meant(located: Located, at: int) -> Span | None:
    """The central bank named last before, else the one that is named most behind."""
    before = next(filter(_is_central_bank, located.before(at)), None)
    main = next((span for span in located.before(at) if span.id_ == located.main_organisation), None)
    if main is not None and _is_central_bank(main):
        return main
    behind = list(filter(_is_central_bank, located.between(at, len(located.texts))))
    times = Counter(span.id_ for span in behind)
    return before or max(behind, key=lambda span: times[span.id_], default=None)


def _past_field(located: Located, at: int) -> int:
    """Before the "of" of `vice president of human resources`."""
    of = next(
        (of for of in range(at - 1, at - 5, -1) if not located.texts[of].islower() or located.word(of) == "of"), at
    )
    is_held = located.word(of) == "of" and located.word(of - 1) == "president" and located.word(of - 2) == "vice"
    return of if is_held else at


def _holds(told: list[str]) -> bool:
    """True for roles that one organisation of a text has."""
    return not words("company_role").isdisjoint(told) or any(role in " ".join(told) for role in _IN_TWO_WORDS)


def _is_central_bank(span: Span) -> bool:
    return is_organisation(span) and is_central_bank(span.text)


def _titled_behind(located: Located, person: Span) -> Position | None:
    """NAME, chief executive, said … of the organisation that the text is about."""
    if located.word(person.end) != ",":
        return None
    start, end = _title_behind(located, person.end + 1)
    told = [located.word(at) for at in range(start, end)]
    is_plain = told and told[0] not in _PAST_OR_OTHER and not located.between(start, end) and not _is_of_place(told)
    opens = opens_with_role(located, start) or _heads_field(located, start, end)
    if not is_plain or not is_role(located, start, end) or not opens:
        return None
    organisation = organisation_meant(located, person)
    return None if organisation is None else position_with(located, person, organisation, start, end)


def _title_behind(located: Located, at: int) -> tuple[int, int]:
    """Where the title behind a comma begins and ends, without its article: `a senior vice president`."""
    start = at + (located.word(at) == "the")
    start += 2 * (located.lower[start : start + 2] == ["a", "company"])
    start += located.word(start) == "a" and located.word(start + 1) in _RANKS
    ends = words("speech_verb") | {",", ".", "", "\n"}
    return start, next((i for i in range(start, start + _LONGEST) if located.word(i) in ends), start)


def _heads_field(located: Located, start: int, end: int) -> bool:
    """True for `director of market analysis`, in small letters; not for `director of the Foo Institute`."""
    opens = located.word(start) in _OF_FIELD and located.word(start + 1) == "of" and located.word(start + 2) != "the"
    return (
        opens and located.word(end) in {",", *words("speech_verb")} and all(map(str.islower, located.texts[start:end]))
    )


def _is_of_place(told: list[str]) -> bool:
    """True for `the province's chief medical officer`, who is not one of the company or board spoken of."""
    return any(owner in words("place_noun") for owner, mark in pairwise(told) if mark == "'s")


def _writing(located: Located, person: Span) -> Position | None:
    """ANALYST NAME wrote in a note, of the house that the text speaks of."""
    at = next((at for at in range(person.end, person.end + 4) if located.word(at) in {"wrote", "said"}), None)
    noted = located.lower[at + 1 : at + 6] if at is not None and located.word(person.end) != "," else []
    if located.word(person.start - 1) not in _WHO_WRITE or "in" not in noted or _NOTES.isdisjoint(noted):
        return None
    house = organisation_meant(located, person)
    is_alone = (
        house is not None and house.label_ == Kind.INSTITUTION and located.word(person.start - 2) not in {"an", "a"}
    )
    first = person.start - 1
    return position_with(located, person, house, first, person.start) if house is not None and is_alone else None


def opens_with_role(located: Located, at: int) -> bool:
    """True where the next words are a role that one organisation of a text has."""
    return _holds(located.lower[at : at + 3])


def organisation_meant(located: Located, person: Span) -> Span | None:
    """The organisation that this sentence speaks of before the name, or the last one before it that speaks of any.

    Where several are spoken of, the one that the whole text is about comes before the first.
    """
    start, stop = person.sent.start, person.start
    for _ in range(_REACH):
        found = [span for span in located.between(start, stop) if _may_be_meant(located, span)]
        if found:
            return next((span for span in found if span.id_ == located.main_organisation), found[0])
        start, stop = located.doc[start - 1].sent.start if start else 0, start
    return next((span for span in located.before(start) if span.id_ == located.main_organisation), None)


def _may_be_meant(located: Located, span: Span) -> bool:
    """True for an organisation that is not only told something, quoted as a source or spoken of in a quotation."""
    is_aside = located.word(span.start - 1) in {"told", "by", "to"} or _is_quoted(located, span)
    return is_organisation(span) and not is_aside


def _is_quoted(located: Located, span: Span) -> bool:
    """True where a quotation is open before the name: `“We thank ORG,” said spokesman NAME`."""
    marks = [mark for mark in located.texts[span.sent.start : span.start] if mark in _MARKS]
    return bool(marks) and (marks[-1] == "“" or (marks[-1] == '"' and len(marks) % 2 == 1))
