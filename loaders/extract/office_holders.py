"""Who speaks as "the chief executive of ORG" or "ORG's chief economist": who holds that position in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph.model import RelationType
from loaders.extract.annotations import Link
from loaders.extract.name_phrases import ARTICLES, Subject
from loaders.extract.units import Unit
from loaders.extract.word_lists import words

SHORT = {"ceo": "chief executive", "cfo": "chief financial", "coo": "chief operating", "cto": "chief technology"}
CHAIRS = frozenset({"chairman", "chairwoman", "chairperson"})
HEADS = frozenset({"chief", "boss", "head"})  # what a text calls whoever leads the whole
LEADING = (
    *(frozenset({word}) for word in ("chair", "president", "governor", "director-general", "secretary-general")),
    frozenset({"chief", "executive"}),
)
IGNORED = frozenset({"officer", "the", "of", "at", "for", "and", "group"})


class Holders:
    """The positions that the text gives to people."""

    def __init__(self, relations: Iterable[Link]) -> None:
        self._held: defaultdict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
        for link in relations:
            if link.type == RelationType.HAS_ROLE_AT and link.role:
                self._held[link.target].extend((title, link.source) for title in _titles(link.role))

    def speaker(self, units: Sequence[Unit], subject: Subject) -> str:
        """The person whose title stands around the name of the organisation, else the subject itself."""
        entity = subject.unit.entity or ""
        lower = [unit.lower for unit in units[subject.first : subject.last] if unit.entity is None]
        title = _title(word for word in lower if word.isalpha())
        if words("role_noun").isdisjoint(title) or subject.unit.kind == "Person" or not ARTICLES.isdisjoint(lower):
            return entity
        wanted = LEADING if len(title) == 1 and title <= HEADS else (title,)
        holders = {person for held, person in self._held.get(entity, ()) if held in wanted or held == title}
        return holders.pop() if len(holders) == 1 else entity


def _titles(role: str) -> Iterator[frozenset[str]]:
    """That of the whole role, and each of `president and chief executive`: a part of one is another's title."""
    for part in {role, *re.split(r",| and ", role)}:
        yield _title(part.removesuffix(" of the board").replace(",", " ").split())


def _title(role: Iterable[str]) -> frozenset[str]:
    """The words that tell a position: a CEO is a chief executive officer."""
    told = " ".join(SHORT.get(word.lower(), word.lower()) for word in role).split()
    return frozenset("chair" if word in CHAIRS else word for word in told) - IGNORED
