"""Who founded, owns or runs an organisation: "ORG, founded in 2010 by NAME", "ORG, a company led by veteran NAME"."""

from __future__ import annotations

from spacy.tokens import Span

from loaders.extract.located import Located, is_organisation
from loaders.extract.positions import LEADING, Position
from loaders.extract.word_lists import words

_LONGEST_DESCRIPTION = 9  # words of `the online learning service` and `another software guru and ex-Googler`
_REACH = 24  # words between the person and the organisation of `Founded by NAME, … ORG`
_BETWEEN = frozenset(
    {
        ",",
        "which",
        "was",
        "is",
        "are",
        "and",
        "been",
        "being",
        "be",
        "will",
        "has",
        "a",
        "company",
        "firm",
        "also",
        "now",
    }
)


def founded_by(located: Located, person: Span) -> Position | None:
    """ORG, founded in 2010 by NAME · ORG is run by NAME · Founded by NAME, ORG …"""
    by = _past_description(located, past_titles(located, person.start)) - 1
    if located.word(by) != "by":
        return None
    verb = next((at for at in range(by - 1, by - 4, -1) if located.word(at) in words("led_by")), None)
    if verb is None or any(located.starting(at) for at in range(verb, by) if not located.word(at).isdigit()):
        return None
    organisation = _before_verb(located, verb) or _behind_opening(located, verb, person)
    if organisation is None:
        return None
    start, end = min(organisation.start, verb), max(organisation.end, person.end)
    return Position(person.id_, organisation.id_, f"{located.texts[verb].lower()} by", start, end)


def _before_verb(located: Located, verb: int) -> Span | None:
    """The organisation right before `, which was founded` and `, the online service founded`."""
    at = verb
    while located.word(at - 1) in _BETWEEN:
        at -= 1
    found = located.ending(at) or _described_by(located, verb)
    return found if is_organisation(found) else None


def _described_by(located: Located, verb: int) -> Span | None:
    """ORG in `ORG, the online learning service founded`."""
    at = next((at for at in range(verb - 1, verb - _LONGEST_DESCRIPTION, -1) if not located.texts[at].islower()), verb)
    is_apposition = located.word(at) == "," and located.word(at + 1) in {"a", "an", "the"}
    return located.ending(at) if is_apposition else None


def _past_description(located: Located, at: int) -> int:
    """Where `billionaire`, `another software guru and ex-Googler,` before a name begins behind "by"."""
    first = at
    while at - first < _LONGEST_DESCRIPTION and _describes(located, first - 1):
        first -= 1
    return first if located.word(first - 1) == "by" else at


def _describes(located: Located, at: int) -> bool:
    text = located.texts[at]
    is_plain = text.islower() or text.isupper() or text in {"-", ","} or located.word(at - 1) == "-"
    return is_plain and located.word(at) != "by" and located.ending(at + 1) is None


def _behind_opening(located: Located, verb: int, person: Span) -> Span | None:
    """The first organisation behind a participle that opens the sentence."""
    if located.doc[verb].sent.start != verb:
        return None
    later = filter(is_organisation, located.between(person.end, person.end + _REACH))
    return next((span for span in later if located.word(span.start - 1) in {",", "based", "\n"}), None)


def past_titles(located: Located, at: int) -> int:
    """Where the titles right before `at` begin."""
    first = at
    while first > 0 and at - first < LEADING and located.word(first - 1) in words("executive_role"):
        first -= 1
    return first
