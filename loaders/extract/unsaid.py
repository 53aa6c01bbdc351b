"""What looks like reporting and is none: what somebody might say, the news that something else follows, hearsay."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.cues import Verb, speech_words
from loaders.extract.name_phrases import POSSESSIVES, Subject
from loaders.extract.units import Unit

SUPPOSING = frozenset({"if", "unless", "whether"})
NEWS = frozenset({"announce", "report", "disclose", "reveal", "unveil", "propose"})
STATES = frozenset({"announce", "rate", "grade", "object", "think"})  # frames of verbs that tell what somebody does
SAYS = frozenset({"that", "it", "he", "she", "they", ":", "“", '"'})  # behind a verb: what was said follows
SAID = frozenset({"said", "says"})
CLAUSE_REACH = 9  # units behind a verb in which a clause shows its own verb
TURNED_REACH = 4  # units behind the `said` of `said two of the sources`
TELLER_REACH = 6  # units between `a person` and the `said` of `a person close to the talks said`
STOPS = frozenset({",", ".", ";", "“", "”", '"', "that"})


def is_unsaid(units: Sequence[Unit], at: int, verb: Verb, subject: Subject) -> bool:
    """True where the verb at this place tells nothing that its subject said."""
    if (
        _is_supposed(units, subject)
        or _is_possible(units, at, verb, subject)
        or _is_background(units, at, verb, subject)
    ):
        return True
    return _is_turned_round(units, at) or (verb.frame in STATES and not subject.unit.refers and is_hearsay(units))


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
        unit.lower in SAID and not unit.quoted and _is_told_by_nobody(units, at) for at, unit in enumerate(units)
    )


def _is_turned_round(units: Sequence[Unit], at: int) -> bool:
    """True for the verb of `…, said the sources`."""
    is_behind = at > 0 and units[at].lower in SAID and units[at - 1].lower in STOPS
    return is_behind and _is_unnamed(units[at + 1 : at + TURNED_REACH])


def _is_told_by_nobody(units: Sequence[Unit], said: int) -> bool:
    start = next((at + 1 for at in range(said - 1, -1, -1) if units[at].lower in STOPS), 0)
    return any(map(_is_unnamed, (units[max(start, said - TELLER_REACH) : said], units[said + 1 : said + TURNED_REACH])))


def _is_unnamed(words: Sequence[Unit]) -> bool:
    """True for `a person close to NAME` and for `the traders`, but not for `traders at NAME`."""
    lower = {unit.lower for unit in words}
    if lower & speech_words()["unnamed_teller"]:
        return True
    return bool(lower & speech_words()["outsider"]) and not any(unit.entity is not None for unit in words)
