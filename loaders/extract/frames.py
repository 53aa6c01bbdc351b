"""What must stand around a reporting verb for it to report something: "added 2 percent" does not, "added that" does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from loaders.extract.cues import Verb, speech_words, verb_forms
from loaders.extract.name_phrases import Subject
from loaders.extract.units import Unit

CLOSERS = frozenset({",", '"', "”", "''", "»", "—", "–", "’", "?", "!"})
OPENERS = frozenset({"“", '"', "‘", "«", "``"})
REACH = 9  # units behind a verb in which its object stands
NEAR = 6  # units between a quotation and the verb that follows it
QUANTIFIERS = frozenset({"$", "us$", "a", "an", "to", "more"})
ALSO_NOUNS = frozenset({"cut", "set", "report", "forecast", "plan", "show"})
NO_NOUNS = frozenset(  # behind which `rates` and `claims` are nouns: `UBS expects rates to fall`
    {"say", "expect", "believe", "think", "predict", "anticipate", "reckon", "warn", "argue", "foresee", "insist"}
)

AMOUNTS = frozenset({"$", "us$", "€", "£", "about", "around", "between", "roughly", "nearly", "almost"})

Frame = Callable[[Sequence[Unit], int, Verb], bool]


def frame_fits(units: Sequence[Unit], at: int, verb: Verb) -> bool:
    """True where what stands around this verb is what it needs to report something."""
    return FRAMES.get(verb.frame, _says)(units, at, verb)


def subject_fits(subject: Subject, verb: Verb) -> bool:
    """True where such a subject can do this: reports show, but do not raise targets."""
    if subject.unit.kind == "Place":  # a government, which speaks but raises no targets; no agency or carmaker there
        is_government = not subject.head or subject.head in speech_words()["government_noun"]
        return is_government and verb.lemma in speech_words()["government_verb"]
    is_document = subject.head in speech_words()["document_noun"] and subject.head not in speech_words()["source_noun"]
    if verb.frame == "document":
        return is_document
    return not (is_document and verb.frame in {"rate", "grade"})


def _following(units: Sequence[Unit], at: int) -> list[str]:
    return [unit.lower for unit in units[at + 1 : at + 1 + REACH]] or ["."]


def _says(units: Sequence[Unit], at: int, verb: Verb) -> bool:
    after = _following(units, at)[0]
    if after == "on" and verb.lemma in {"report", "comment"}:
        return _following(units, at)[1:2] != [] and _following(units, at)[1] in speech_words()["weekday"]
    if verb.lemma != "say" and after in speech_words()["copula"]:
        return False  # "the UBS forecast is due"
    following = verb_forms().get(after)
    is_noun = following is not None and following.tense == "third" and verb.lemma in NO_NOUNS
    return following is None or following.tense == "base" or after in ALSO_NOUNS or is_noun


def _needs_that(units: Sequence[Unit], at: int, verb: Verb) -> bool:
    following = _following(units, at)
    if verb.lemma == "find" and any(unit.lower in speech_words()["document_noun"] for unit in units[:at]):
        return True
    return following[0] in {"that", "no", "there", "it", *OPENERS} or "that" in following[1:3]


def _follows_quote(units: Sequence[Unit], at: int, _: Verb) -> bool:
    return any(unit.lower in CLOSERS for unit in units[max(at - NEAR, 0) : at])


def _values(units: Sequence[Unit], at: int, verb: Verb) -> bool:
    """Not the participle of "valued at $5 billion"."""
    return verb.tense == "third" or _following(units, at)[0] != "at"


def _adds(units: Sequence[Unit], at: int, _: Verb) -> bool:
    """True for "added the bank would", False for "added 2 percent" and "added fuel"."""
    following = units[at + 1 : at + 2 + REACH]
    if following and following[0].lower in {"that", ":", *OPENERS}:
        return True
    if at and units[at - 1].lower in CLOSERS and (units[at - 1].lower != "," or _names_soon(following)):
        return True
    if _closes(units, at, following):
        return True
    if not following or following[0].text[:1].isdigit() or following[0].lower in QUANTIFIERS:
        return False
    finite = speech_words()["auxiliary"] | speech_words()["passive"]
    return any(unit.lower in finite for unit in following)


def _closes(units: Sequence[Unit], at: int, following: Sequence[Unit]) -> bool:
    """True at the end of `Rates will fall, NAME added.`"""
    ends = not following or following[0].lower == "."
    return ends and any(unit.lower in CLOSERS for unit in units[max(at - NEAR, 0) : at])


def _names_soon(following: Sequence[Unit]) -> bool:
    return not following or any(unit.entity is not None for unit in following[:3]) or following[0].lower in {".", ","}


def _sees(units: Sequence[Unit], at: int, verb: Verb) -> bool:
    return verb.tense != "past" and _following(units, at)[0] not in {"also", "how"}


def _grades(units: Sequence[Unit], at: int, verb: Verb) -> bool:
    needs_object = verb.lemma in {"benchmark", "initiate", "start", "resume"}
    return not needs_object or not {"against", "coverage"}.isdisjoint(_following(units, at))


def _puts(units: Sequence[Unit], at: int, verb: Verb) -> bool:
    """True for "puts the cost at $3 million", False for "puts the deal at risk"."""
    following = units[at + 1 : at + 1 + REACH]
    behind = [after for unit, after in pairwise(following) if unit.lower == "at"]
    is_amount = any(after.lower in AMOUNTS for after in behind)
    return is_amount or (verb.tense == "third" and any(after.text[:1].isdigit() for after in behind))


def _next_is(*words: str) -> Frame:
    return lambda units, at, _: _following(units, at)[0] in words


def _has_object(group: str) -> Frame:
    """A frame that needs a word of this group before the clause ends."""

    def fits(units: Sequence[Unit], at: int, _: Verb) -> bool:
        for lower in _following(units, at):
            if lower in speech_words()[group]:
                return True
            if lower in {",", ";", ".", "that", "and", "but", "after", "because", "while"}:
                return False
        return False

    return fits


FRAMES: dict[str, Frame] = {
    "that": _needs_that,
    "point": _next_is("out", "to"),
    "rule": _next_is("out"),
    "guide": _next_is("for", "to"),
    "commit": _next_is("to"),
    "hint": _next_is("that", "at"),
    "sorry": _next_is("for", "to", "and"),
    "put": _puts,
    "add": _adds,
    "see": _sees,
    "value": _values,
    "grade": _grades,
    "rate": _has_object("rating_object"),
    "express": _has_object("express_object"),
    "like": lambda _units, _at, verb: verb.tense == "third",
    "inverted": _follows_quote,
}
