"""Which words of a sentence are whose: every reporting verb and "according to" with its speaker and its stretch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from loaders.extract.cues import Verb, speech_words, verb_forms
from loaders.extract.frames import CLOSERS, OPENERS, frame_fits, subject_fits
from loaders.extract.labels import labelled
from loaders.extract.name_phrases import POSSESSIVES, Subject, is_document, is_plain_verb, is_source
from loaders.extract.speakers import leading_name, subject_after, subject_before, subject_beside
from loaders.extract.units import Line, Unit
from loaders.extract.unsaid import is_owned, is_unsaid

ADJUNCT_REACH = 16
PANEL = "panel"  # the cue of a label behind which words stand without quotation marks
VIEWS = frozenset({"view", "opinion", "words", "eyes"})
OWN_REACH = 5  # units of `its latest quarterly filing`
JOINED = frozenset({"think", "rate", "grade", "announce"})
UNSAID_IN_PROGRESS = frozenset({"consider", "advise", "find", "see", "feel", "like", "cite"})


class Attribution(NamedTuple):
    """Somebody's words: `leads` is True where what is said follows the reporting words."""

    subject: Subject
    cue: str
    type: str
    first: int  # where the reporting words start
    at: int  # the reporting verb
    last: int  # where the reporting words end
    leads: bool


def attributions(line: Line) -> list[Attribution]:
    """All attributions of the sentence in order of their cues; cues in quotation marks do not count."""
    units = line.units
    found: list[Attribution] = []
    for at, unit in enumerate(units):
        if unit.entity is not None or (unit.quoted and _is_inside(units, at)):
            continue
        attribution = _according(units, at) or _reported(units, at, found)
        if attribution is not None:
            found.append(attribution)
    return found


def _is_inside(units: Sequence[Unit], at: int) -> bool:
    return units[at].lower not in OPENERS


def _according(units: Sequence[Unit], at: int) -> Attribution | None:
    """According to NAME, in NAME's view, to NAME."""
    lower = units[at].lower
    after = units[at + 1].lower if at + 1 < len(units) else ""
    if lower == ":" and at and units[at - 1].speaks and after[:1].isdigit() and not units[at - 1].refers:
        return Attribution(Subject(units[at - 1], at - 1, at), "list", "", at - 1, at, at + 1, leads=True)
    if lower == ":" and (subject := labelled(units, at)) is not None:
        return Attribution(
            subject, PANEL if after not in OPENERS else "label", "", subject.first, at, at + 1, leads=True
        )
    if lower == "according":
        subject = _own_paper(units, at) or subject_after(units, at + (2 if after == "to" else 1))
        return _adverbial(subject, at, "according to") if subject else None
    if lower == "to" and at == 0:
        return _to_somebody(units)
    if lower == "per" and at and units[at - 1].lower == "," and units[at + 1 : at + 2] and units[at + 1].speaks:
        return _adverbial(Subject(units[at + 1], at + 1, at + 2), at, "according to")
    return _in_view(units, at) if lower in VIEWS else None


def _in_view(units: Sequence[Unit], at: int) -> Attribution | None:
    """In NAME's view, and in the view of NAME."""
    if at < 2:
        return None
    if units[at + 1 : at + 2] and units[at + 1].lower == "of" and units[at - 2].lower == "in":
        subject = subject_after(units, at + 2)
        return _adverbial(subject, at - 2, "in view of") if subject else None
    named, is_owner = units[at - 2], units[at - 1].lower in {"'s", "'"}
    if is_owner and named.speaks and any(unit.lower == "in" for unit in units[max(at - 4, 0) : at - 2]):
        return _adverbial(Subject(named, at - 3, at + 1), at - 3, "in view of")
    return None


def _own_paper(units: Sequence[Unit], at: int) -> Subject | None:
    """The organisation of "NAME sold more, according to its filing with ORG"."""
    filed = units[at + 2 : at + 2 + OWN_REACH]
    owns = bool(filed) and filed[0].lower == "its" and any(is_document(unit) for unit in filed)
    subject = _clause_subject(units, at) if owns else None
    return None if subject is None or subject.unit.kind == "Person" else subject


def _to_somebody(units: Sequence[Unit]) -> Attribution | None:
    """To NAME, an analyst at UBS, it is a mistake: a person's view at the head of a sentence."""
    subject = subject_after(units, 1) if units[1:2] and units[1].kind == "Person" else None
    if subject is None or units[subject.last : subject.last + 1] == () or units[subject.last].lower != ",":
        return None
    return _adverbial(subject, 0, "in view of")


def _adverbial(subject: Subject, first: int, cue: str) -> Attribution:
    return Attribution(subject, cue, "", first, first, subject.last, leads=first == 0)


def _reported(units: Sequence[Unit], at: int, earlier: list[Attribution]) -> Attribution | None:
    verb = verb_forms().get(units[at].lower)
    if verb is None or is_owned(units, at) or not frame_fits(units, at, verb):
        return None
    inverted = _inverted(units, at, verb)
    if inverted is not None:
        return inverted
    if verb.tense == "ing":
        return _participle(units, at, verb, earlier)
    subject = subject_before(units, at, verb) or _shared(units, at, verb, earlier)
    if subject is None or not subject_fits(subject, verb) or is_unsaid(units, at, verb, subject):
        return None
    leads = not _closes(units, at, subject)
    last = _behind_hearer(units, at + 1) if verb.lemma == "tell" else at + 1
    return Attribution(subject, verb.lemma, verb.type, subject.first, at, last, leads)


def _inverted(units: Sequence[Unit], at: int, verb: Verb) -> Attribution | None:
    """The form `…," said NAME`."""
    if verb.tense == "ing" or verb.frame not in {"say", "add", "think", "inverted", "announce"} or at == 0:
        return None
    if units[at - 1].lower not in CLOSERS or at + 1 >= len(units):
        return None
    if units[at + 1].lower in {"that", ":", ","} or units[at + 1].lower in speech_words()["preposition"]:
        return None
    subject = subject_after(units, at + 1)
    if subject is None or not _ends_in_name(units[subject.last - 1]) or _acts(units, subject.last):
        return None
    return Attribution(subject, verb.lemma, verb.type, at, at, subject.last, leads=False)


def _acts(units: Sequence[Unit], at: int) -> bool:
    """True where the name has a verb of its own, as in "the head of it, said NAME put too much on it"."""
    return at < len(units) and is_plain_verb(units[at])


def _ends_in_name(unit: Unit) -> bool:
    """True where nothing follows the name, unlike the object of "the bank, which said NAME was late"."""
    return unit.entity is not None or unit.lower in speech_words()["source_noun"]


def _participle(units: Sequence[Unit], at: int, verb: Verb, earlier: list[Attribution]) -> Attribution | None:
    """A clause such as ", adding that …" shares the speaker before it; "with NAME warning" has its own."""
    if verb.lemma in UNSAID_IN_PROGRESS or at == 0 or units[at - 1].lower in POSSESSIVES:
        return None
    if units[at - 1].lower in speech_words()["passive"] or _may_act(units, at - 1):
        own = subject_beside(units, at - 1) or subject_before(units, at, verb)
        if own is not None and subject_fits(own, verb):
            return Attribution(own, verb.lemma, verb.type, own.first, at, at + 1, leads=True)
        return None
    if earlier:
        return earlier[-1]._replace(cue=verb.lemma, type=verb.type, first=at, at=at, last=at + 1, leads=True)
    inherits = units[at - 1].lower in CLOSERS and (verb.frame == "say" or verb.type == "forecast")
    subject = _clause_subject(units, at) if inherits else None
    return Attribution(subject, verb.lemma, verb.type, at, at, at + 1, leads=True) if subject else None


def _may_act(units: Sequence[Unit], at: int) -> bool:
    """True for the name of "with NAME warning" and the noun of "with NAME analysts warning"."""
    unit = units[at]
    return (unit.speaks and not unit.refers) or (is_source(unit) and at > 0 and units[at - 1].speaks)


def _shared(units: Sequence[Unit], at: int, verb: Verb, earlier: list[Attribution]) -> Subject | None:
    """The subject of "NAME did this and said that"."""
    before = at - 1
    while before > 0 and (units[before].lower in speech_words()["adverb"] or units[before].lower in {"has", "have"}):
        before -= 1
    if before < 1 or units[before].lower not in {"and", "but", ","} or verb.tense == "base":
        return None
    if earlier and earlier[-1].leads:
        return earlier[-1].subject
    joined = verb.frame == "say" or (verb.frame in JOINED and units[before].lower != ",")
    return _clause_subject(units, before) if joined else None


def _clause_subject(units: Sequence[Unit], at: int) -> Subject | None:
    """The first name of the sentence, where the sentence opens with it."""
    for index in range(min(at, 12)):
        unit = units[index]
        if unit.speaks and not (index + 1 < at and units[index + 1].lower in {"'s", "'"}):
            return leading_name(units, index, at)
        if is_plain_verb(unit):
            return None  # "retailers urged NAME to act, warning of costs"
        if unit.lower in speech_words()["preposition"] and unit.lower not in {"of", "at"}:
            return None
    return None


def _closes(units: Sequence[Unit], at: int, subject: Subject) -> bool:
    """True where the reporting words stand behind what is said: `…, NAME said` with nothing said behind them."""
    if subject.first == 0 or units[subject.first - 1].lower not in CLOSERS:
        return False
    after = _behind_hearer(units, at + 1)
    if after >= len(units) or units[after].lower in {".", ",", ";", "—", "–"}:
        return True
    return not any(unit.text[:1].isalnum() for unit in units[after:]) or _is_adjunct(units, after)


def _behind_hearer(units: Sequence[Unit], at: int) -> int:
    """Past who is told: "told NAME", "told reporters"."""
    if units[at - 1].lower not in {"told", "tells"}:
        return at
    hearers = speech_words()["hearer"] | POSSESSIVES
    while at < len(units) and (units[at].entity is not None or units[at].lower in hearers):
        at += 1
    return at


def _is_adjunct(units: Sequence[Unit], at: int) -> bool:
    """True where the verb is followed by place or time only: "wrote in a note on Tuesday"."""
    words = speech_words()
    if not any(units[at].lower in words[group] for group in ("adjunct_start", "weekday", "hearer", "time_noun")):
        return False
    finite = (words["passive"] | words["auxiliary"]) - words["weekday"]  # "in May"
    for unit in units[at : at + ADJUNCT_REACH]:
        if unit.lower in {"after", "as", "when", "following", "before", "."}:
            return True
        if unit.lower in {"that", ",", "-"} or unit.lower in finite:
            return False
    return len(units) - at <= ADJUNCT_REACH
