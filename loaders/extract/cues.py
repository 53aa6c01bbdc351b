"""The words that report what somebody says: verbs with their forms, and the nouns that stand for a speaker."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a reporting verb.

    `frame` says what must follow for it to report, `type` what it makes of a claim, and `lean` what it already says of
    the stance: below nought for "warn", above for "praise".
    """

    lemma: str
    frame: str
    type: str
    tense: str  # "base", "third", "past", "participle" or "ing"
    lean: int = 0


@cache
def verb_forms() -> dict[str, Verb]:
    """Every form of every reporting verb; where two verbs share a form, the first in the list has it."""
    forms: dict[str, Verb] = {}
    for row in _rows("speech_verbs.csv"):
        for tense, form in _inflected(row["lemma"], row["past"], row["participle"]):
            forms.setdefault(form, Verb(row["lemma"], row["frame"], row["type"], tense, int(row["lean"] or 0)))
    return forms


@cache
def verbs_by_lemma() -> dict[str, Verb]:
    """Each reporting verb under its dictionary form."""
    return {verb.lemma: verb for verb in verb_forms().values()}


def speech_words() -> dict[str, frozenset[str]]:
    """The word groups that attribution goes by, such as `source_noun`."""
    return groups_of("speech_words.csv")


@cache
def groups_of(name: str) -> dict[str, frozenset[str]]:
    """The word groups of a list in `loaders/data`, each row of which has a group and its words."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for row in _rows(name):
        groups[row["group"]].update(row["words"].split("|"))
    return {group: frozenset(words) for group, words in groups.items()}


def _rows(name: str) -> list[dict[str, str]]:
    source = files("loaders").joinpath("data", name)
    with source.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def _inflected(lemma: str, past: str, participle: str) -> list[tuple[str, str]]:
    regular = _regular_past(lemma)
    stem = (past if past.endswith("ed") and past[:-2] != lemma else regular)[:-2]  # planned → plann → planning
    ing = f"{stem}ing" if past.endswith("ed") else f"{_ing_stem(lemma)}ing"
    third = f"{lemma[:-1]}ies" if _ends_in_consonant_y(lemma) else f"{lemma}{_third_ending(lemma)}"
    forms = [("past", past or regular), ("participle", participle or past or regular), ("third", third), ("ing", ing)]
    return [*forms, ("base", lemma)]


def _regular_past(lemma: str) -> str:
    if _ends_in_consonant_y(lemma):
        return f"{lemma[:-1]}ied"
    return f"{lemma}d" if lemma.endswith("e") else f"{lemma}ed"


def _ing_stem(lemma: str) -> str:
    if lemma in {"cut", "set"}:
        return f"{lemma}t"
    return lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma


def _third_ending(lemma: str) -> str:
    return "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"


def _ends_in_consonant_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou")
