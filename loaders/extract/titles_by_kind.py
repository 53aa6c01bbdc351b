"""Titles that tell what kind of organisation they are held at: "BOARD chairman NAME", "ENERGY Minister NAME"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Span

from loaders.extract.demonyms import places_by_adjective
from loaders.extract.located import Located, is_organisation
from loaders.extract.positions import LEADING, Position, position_with
from loaders.extract.word_lists import words

_SMALL = frozenset({"of", "the", "for", "and", "-"})
_PLAIN = frozenset({"local", "senior", "acting", "interim", "assistant", "new", "vice"})
_TIES = frozenset({"with", "of", "at", "for"})
_BEHIND = frozenset({",", ".", ";", ")", "was", "is", "has", "had", "who", "in"})
_LONGEST_KIND = 3  # words of `regional housing board`
_PARAGRAPHS = 300  # words of two at the most
_OF_MINISTRY = frozenset({"minister", "secretary", "undersecretary"})
_MINISTRIES = frozenset({"ministry", "department", "office"})
_OF_OFFICE = frozenset({"sheriff", "coroner", "prosecutor", "ombudsman"})
_SERVICES = frozenset({"police", "fire"})
_OF_COUNCIL = frozenset({"councillor", "councilman", "councilwoman", "alderman"})


def of_that_kind(located: Located, person: Span) -> Position | None:
    """BOARD president NAME of the Real Estate Board · Minister of TRANSPORT NAME of the Ministry of Transport."""
    end = person.start
    while located.word(end - 1) == "," or located.word(end - 1) in words("honorific_word") - words("role_noun"):
        end -= 1
    first = end
    while end - first < LEADING and _is_of_title(located, first - 1):
        first -= 1 + _joins_fields(located, first - 2)
    return _held_at_kind(located, person, first, end)


def _is_of_title(located: Located, at: int) -> bool:
    """True for a word of the title, and for the hyphen of `vice-president`."""
    is_vice = located.word(at) == "-" and located.word(at - 1) == "vice"
    return is_vice or (located.word(at).replace("-", "").isalpha() and not _is_foreign(located, at))


def with_that_kind(located: Located, person: Span) -> Position | None:
    """NAME, an investigator with the COMMISSION · NAME, chief executive of the housing BOARD."""
    start = person.end + 1
    tie = next((at for at in range(start, start + LEADING) if located.word(at) in _TIES), start)
    reach = range(tie + 2, tie + 2 + _LONGEST_KIND)
    kind = next((at for at in reach if located.word(at) in _kinds() and located.word(at + 1) not in _kinds()), tie)
    is_plain = all(text.islower() or text == "-" for text in located.texts[start : kind + 1])
    is_tied = located.word(person.end) == "," and tie > start and located.word(tie + 1) in {"the", "its"}
    if not is_tied or not is_plain or kind == tie or not _ends(located, kind + 1):
        return None
    named = (span for span in located.before(person.start) if is_organisation(span))
    meant = [span for span in named if located.word(kind) in _heads([token.lower_ for token in span])]
    is_one = len({span.id_ for span in meant}) == 1
    return position_with(located, person, meant[0], start, tie, nouns="occupation") if is_one else None


def _ends(located: Located, at: int) -> bool:
    """False where more is told than the kind: `the board's critics`, `the hospital trade`."""
    return located.word(at) in _BEHIND | words("speech_verb")


def ministers_behind(located: Located, person: Span) -> Position | None:
    """NAME, Minister of ENERGY, · NAME, the ENERGY minister, where the Energy Ministry is named."""
    first = person.end + 1
    end = next((at for at in range(first, first + LEADING) if not located.word(at).isalpha()), first)
    names_other = any(map(is_organisation, located.between(first, end)))
    is_minister = not _OF_MINISTRY.isdisjoint(located.lower[first:end]) and not names_other
    return _held_at_kind(located, person, first, end) if is_minister and located.word(person.end) == "," else None


def _held_at_kind(located: Located, person: Span, first: int, end: int) -> Position | None:
    """The position at the nearest organisation that the words from `first` to `end` fit."""
    title = set(located.lower[first:end])
    told = title - words("role_noun") - _SMALL | ({"council"} if title & _OF_COUNCIL else set()) | title & _OF_OFFICE
    told |= {located.word(first - 1)} if located.texts[first - 1] in words("demonym") else set()
    if not told or not is_role(located, first, end):
        return None
    of_place = _places(told | ({located.word(first - 2)} if located.word(first - 1) == "'s" else set()))
    near = _near(located, end, is_ministry=not title.isdisjoint(_OF_MINISTRY))
    found = [span for span in near if _is_called(span, told, title) and _agrees(span, of_place)]
    is_one = len({span.id_ for span in found}) == 1  # of two, nobody knows which
    return position_with(located, person, found[0], first, end) if is_one else None


def _near(located: Located, at: int, *, is_ministry: bool) -> list[Span]:
    """What this paragraph and the one before it name; what comes later only in the sentence, but for ministries."""
    earliest, latest = max(at - _PARAGRAPHS, 0), min(at + _PARAGRAPHS, len(located.texts))
    breaks = [i for i in range(at - 1, earliest, -1) if "\n" in located.word(i)]
    first = breaks[1] if len(breaks) > 1 else earliest
    ends = (i for i in range(at, latest) if "\n" in located.word(i))
    last = next(ends, latest) if is_ministry else located.doc[at].sent.end
    return located.between(first, last)


def _agrees(span: Span, of_place: set[str]) -> bool:
    """False where the title is German, or Germany's, and the organisation is Russian."""
    named = _places({token.lower_ for token in span})
    return not of_place or not named or of_place == named


def _places(told: set[str]) -> set[str]:
    """The countries among the words, and those of the adjectives among them."""
    adjectives = places_by_adjective()
    return {adjectives[word] for word in told & adjectives.keys()} | (told & set(adjectives.values()))


def _joins_fields(located: Located, at: int) -> bool:
    """True for the "and" of `European Climate Action and Energy Commissioner NAME`."""
    is_title = located.texts[at - 1][:1].isupper() and located.texts[at + 1][:1].isupper()
    return located.word(at) == "and" and is_title and located.ending(at) is None


def _is_foreign(located: Located, at: int) -> bool:
    ends = words("speech_verb") | words("role_break") | {"and"}
    return located.ending(at + 1) is not None or located.word(at) in ends


def _is_called(span: Span, told: set[str], title: set[str]) -> bool:
    """True where the title names the kind of the organisation, or all of what a ministry is for."""
    named = [token.lower_ for token in span if token.text[:1].isalpha()]
    if not is_organisation(span):
        return False
    if title & _OF_MINISTRY:
        return _is_ministry(span, told)
    if title & _OF_OFFICE:
        return not (title & _OF_OFFICE).isdisjoint(named) and named[-1] == "office"
    if len(named) < 2:
        return False
    if "commissioner" in title:
        return named[-1] == "commission" and named[0] in told
    return not told.isdisjoint(_heads(named)) and told - _PLAIN <= set(named)


def _is_ministry(span: Span, told: set[str]) -> bool:
    """True for the Energy Ministry and the Department of Energy of an energy minister, and for a Treasury."""
    whose = {token.lower_ for token in span if token.text in words("demonym")}
    if whose and not words("demonym").isdisjoint(word.capitalize() for word in told - whose):
        return False
    fields = {token.lower_ for token in span} - whose - _SMALL - {"u.s.", "us"}
    is_body = "treasury" in fields or not fields.isdisjoint(_MINISTRIES)
    return is_body and bool(fields - _MINISTRIES) and fields - _MINISTRIES <= told


def _heads(named: list[str]) -> frozenset[str]:
    """The words that tell what it is: the last, the one before "of", and what a `Police Department` is of."""
    before_of = {named[at - 1] for at in range(1, len(named)) if named[at] in {"of", "for"}}
    return (_kinds() & ({named[-1]} | before_of)) | (_SERVICES & set(named))


@cache
def _kinds() -> frozenset[str]:
    """What an organisation may be: `board`, `hospital`, `zoo`."""
    return frozenset(word.lower() for group in ("head_of", "institution_word") for word in words(group))


def is_role(located: Located, first: int, end: int) -> bool:
    """True for words that end in a role and hold nothing that breaks it off."""
    told = [located.word(at) for at in range(first, end)]
    of_field = (told[at - 1] in _OF_MINISTRY for at in range(1, len(told)) if told[at] == "of")
    closes = not words("role_noun").isdisjoint(told[-4:]) or any(of_field)
    return bool(told) and words("role_break").isdisjoint(told) and closes
