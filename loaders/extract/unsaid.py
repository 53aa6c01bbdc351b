"""What looks like reporting and is none: what somebody might say, the news that something else follows, hearsay."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.cues import Verb, speech_words, verb_forms
from loaders.extract.name_phrases import POSSESSIVES, Subject
from loaders.extract.units import Unit

SUPPOSING = frozenset({"if", "unless", "whether"})
NEWS = frozenset({"announce", "report", "disclose", "reveal", "unveil", "propose"})
STATES = frozenset({"announce", "rate", "grade", "object", "think"})  # frames of verbs that tell what somebody does
SAYS = frozenset({"that", "it", "he", "she", "they", ":", "“", '"'})  # behind a verb: what was said follows
SAID = frozenset({"said", "says"})
CLAUSE_REACH = 9  # units behind a verb in which a clause shows its own verb
TURNED_REACH = 3  # units behind the `said` of `said two of the sources`
TELLER_REACH = 6  # units between `a person` and the `said` of `a person close to the talks said`
TELLER_OPENS = 4  # units at the head of those in which whoever tells it is called so: `two of the sources`
TELLER_LINKS = frozenset({"who", "at", "of", "in", "with", "from", "close", "familiar"})
WHO = frozenset({"who", "which"})
JOINING = frozenset({"and", "but", "while", "as", "because", "though", "although"})
STOPS = frozenset({",", ".", ";", "“", "”", '"', "that"})


def is_unsaid(units: Sequence[Unit], at: int, verb: Verb, subject: Subject) -> bool:
    """True where the verb at this place tells nothing that its subject said."""
    if (
        _is_supposed(units, subject)
        or _is_possible(units, at, verb, subject)
        or _is_background(units, at, verb, subject)
    ):
        return True
    if _is_turned_round(units, at) and not _is_inserted(units, at, subject):
        return True
    return verb.frame in STATES and not subject.unit.refers and is_hearsay(units)


def is_owned(units: Sequence[Unit], at: int) -> bool:
    """True for the participle of `NAME's proposed slate`, but not for `she's said`."""
    return at > 1 and units[at - 1].lower in POSSESSIVES and not units[at - 2].refers


def _is_supposed(units: Sequence[Unit], subject: Subject) -> bool:
    """True for what somebody might say: `if NAME says that …`, `unless NAME sees …`."""
    return not SUPPOSING.isdisjoint(unit.lower for unit in units[max(subject.first - 1, 0) : subject.first + 1])


def _is_possible(units: Sequence[Unit], at: int, verb: Verb, subject: Subject) -> bool:
    """True for `NAME may lower its forecast` and `bets that NAME would announce a cut`."""
    modals = speech_words()["possibility"] | ({"would"} if verb.frame == "announce" else set())
    return verb.frame in STATES and any(unit.lower in modals for unit in units[subject.last : at])


def _is_background(units: Sequence[Unit], at: int, verb: Verb, subject: Subject) -> bool:
    """True for the news behind something else, told in passing: `shares fell after NAME reported a loss`."""
    if verb.lemma not in NEWS or not subject.first:
        return False
    if units[subject.first - 1].lower not in speech_words()["background"]:
        return False
    finite = speech_words()["auxiliary"] | speech_words()["passive"]
    is_clause = any(unit.lower in finite for unit in units[at + 1 : at + 1 + CLAUSE_REACH])
    return not is_clause and not any(unit.lower in SAYS or unit.refers for unit in units[at + 1 : at + 3])


def is_nobodys(units: Sequence[Unit]) -> bool:
    """True for a sentence that supposes what somebody might say, or that tells what somebody unnamed said."""
    return units[0].lower in SUPPOSING or is_hearsay(units)


def is_hearsay(units: Sequence[Unit]) -> bool:
    """True where somebody unnamed tells it: `a source said NAME hoped …`, `NAME plans …, a person close to it said`."""
    return any(
        unit.lower in SAID and not unit.quoted and (_is_told_by_nobody(units, at) or _is_turned_round(units, at))
        for at, unit in enumerate(units)
    )


def _is_told_by_nobody(units: Sequence[Unit], said: int) -> bool:
    """True for `a person close to it said` at the head of a sentence or behind a comma, but not for `and some said`."""
    start = next((at + 1 for at in range(said - 1, -1, -1) if units[at].lower in STOPS), 0)
    told = units[start:said]
    if any(unit.lower in JOINING for unit in told):
        return False
    is_near = _is_unnamed(units[max(start, said - TELLER_REACH) : said])
    return is_near and _is_unnamed(told[:TELLER_OPENS], told)


def _is_turned_round(units: Sequence[Unit], at: int) -> bool:
    """True for the verb of `…, said the sources`, but not for that of `…, said some stores would close`."""
    if not at or units[at].lower not in SAID or units[at - 1].lower not in STOPS:
        return False
    stop = next((after for after in range(at + 1, len(units)) if units[after].lower in STOPS), len(units))
    told = units[at + 1 : stop]
    return any(
        _is_unnamed(told[: end + 1], told) and (end + 1 == len(told) or _goes_on(told[end + 1 :]))
        for end in range(min(TURNED_REACH, len(told)))
    )


def _goes_on(words: Sequence[Unit]) -> bool:
    """True for `at the firm` and `who know it`, but not for `of power were scarce`."""
    return words[0].lower in TELLER_LINKS and not _acts(words[2:] if words[0].lower == "who" else words)


def _is_inserted(units: Sequence[Unit], at: int, subject: Subject) -> bool:
    """True for the verb of `NAME, head of it all, said` and `NAME, who is its head, said`."""
    told = [unit.lower for unit in units[subject.first : at]]
    if subject.last != at or told[-1] != ",":
        return False
    is_clause = told.count(",") == 2 and not WHO.isdisjoint(told)
    return is_clause or not _acts(units[subject.first : at])


def _acts(words: Sequence[Unit]) -> bool:
    """True where a word is the verb of a clause."""
    finite = speech_words()["auxiliary"] | speech_words()["passive"]
    return any(
        (unit.lower in finite or _is_finite(unit)) and before.lower not in {"to", "be"}
        for before, unit in zip((words[0], *words), words, strict=False)
    )


def _is_finite(unit: Unit) -> bool:
    verb = verb_forms().get(unit.lower) if unit.entity is None else None
    return verb is not None and verb.tense in {"past", "third"}


def _is_unnamed(words: Sequence[Unit], phrase: Sequence[Unit] | None = None) -> bool:
    """True for `a person close to NAME` and for `the traders`, but not where the phrase is `traders at NAME`."""
    lower = {unit.lower for unit in words}
    if lower & speech_words()["unnamed_teller"]:
        return True
    return bool(lower & speech_words()["outsider"]) and not any(unit.entity is not None for unit in phrase or words)
