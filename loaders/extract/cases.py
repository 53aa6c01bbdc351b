"""One statement of a speaker, with all that is known before what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Span

from loaders.extract.annotations import Speech
from loaders.extract.appearances import SCORED, Appearances
from loaders.extract.clauses import Part
from loaders.extract.cues import groups_of
from loaders.extract.demonyms import places_by_adjective
from loaders.extract.units import Unit

SAYS = ("we", "i", "it", "they", "he", "company", "institution", "stock", "deal", "market", "economy", "this")
NEAR, AHEAD, FOREMOST = 8, 2, 8  # lines before and after, and how many of those named most often may be meant
DESCRIPTION = 5  # words after "the" in which a noun may describe


def subject_words() -> dict[str, frozenset[str]]:
    """The word groups that the subject of a statement goes by."""
    return groups_of("subject_words.csv")


@dataclass(frozen=True)
class Case:
    """One statement, with all that is known before what it is about."""

    appearances: Appearances
    speech: Speech
    part: Part
    others_measured: frozenset[str | None]  # by the other parts of the statement
    span: Span  # the words of this part
    said: Span  # without those that attribute them, where they are known
    before: frozenset[str]  # what the speaker's last statement named
    latest: frozenset[str]  # what the last statement of anybody named

    @cached_property
    def units(self) -> Sequence[Unit]:
        """What is said."""
        return self.appearances.within(self.said.start, self.said.end)

    @cached_property
    def whole(self) -> Sequence[Unit]:
        """What is said, and who says it."""
        return self.appearances.within(self.span.start, self.span.end)

    @cached_property
    def line(self) -> int:
        """The number of its first line."""
        return self.appearances.line_of(self.span.start)

    @cached_property
    def named(self) -> list[str]:
        """The entities of the scored kinds that it names, in order, without its speaker."""
        found = (unit.entity for unit in self.units if unit.entity and not unit.refers and unit.kind in SCORED)
        return list(dict.fromkeys(entity for entity in found if entity != self.speech.speaker))

    @cached_property
    def recent(self) -> list[str]:
        """Companies, institutions and indices named before it, the last one first."""
        return self.appearances.latest(self.said.start, without=self.speech.speaker)

    @cached_property
    def by_adjective(self) -> frozenset[str]:
        """The places that it means by an adjective: "Chinese stocks"."""
        known = places_by_adjective()
        return frozenset(known[unit.lower] for unit in self.whole if unit.lower in known)

    @cached_property
    def owners(self) -> frozenset[str]:
        """The organisations of the people that it names."""
        works_at = self.appearances.works_at
        return frozenset(org for unit in self.units for org in works_at.get(unit.entity or "", ()))

    @cached_property
    def says(self) -> list[str]:
        """Which groups of words it holds."""
        words = {unit.lower for unit in self.units}
        return [name for name in SAYS if words & subject_words()[name]]

    @cached_property
    def descriptions(self) -> frozenset[str]:
        """The words that follow "the", "this" or "our", up to a name or mark."""
        found: set[str] = set()
        for at, unit in enumerate(self.units):
            if unit.lower in subject_words()["determiner"]:
                for word in self.units[at + 1 : at + DESCRIPTION]:
                    if word.entity is not None or not word.lower[:1].isalpha():
                        break
                    found |= {word.lower, word.lower.removesuffix("s")}
        return frozenset(found)

    @cached_property
    def candidates(self) -> list[str]:
        """Who it may be about: who is named in it or near it, often, in the title, or speaks."""
        known = self.appearances
        last = known.line_of(max(self.span.end - 1, self.span.start))
        near = known.lines[max(0, self.line - NEAR) : max(self.line + AHEAD, last + 1)]
        found = {unit.entity for line in near for unit in line.units if unit.entity}
        found |= {*known.ranked[:FOREMOST], *known.in_title, *self.by_adjective, self.speech.speaker}
        found |= {self.speech.org or "", *known.works_at.get(self.speech.speaker, ())}
        return sorted(entity for entity in found if entity in known.entities)

    def only_beside(self, entity: str) -> bool:
        """Whether its sentence names the entity in another part alone, which measures something else."""
        return self.part.tokens is not None and self.where(entity) == "in line"

    def where(self, entity: str) -> str:
        """How it names the entity, if it does."""
        mentions = [unit for unit in self.units if unit.entity == entity]
        if mentions:
            return "referred" if all(unit.refers for unit in mentions) else "named"
        if any(unit.entity == entity for unit in self.whole):
            return "beside"
        if any(unit.entity == entity for unit in self.appearances.lines[self.line].units):
            return "in line"
        return "by adjective" if entity in self.by_adjective else "unnamed"

    def bearing(self, entity: str) -> str:
        """Whether it names the entity at all, and what that is to the speaker: "in|other"."""
        return f"{'in' if self.where(entity) in {'named', 'referred'} else 'out'}|{self.who(entity)}"

    def who(self, entity: str) -> str:
        """What the entity is to the speaker."""
        if entity == self.speech.speaker:
            return "speaker"
        if entity == self.speech.org:
            return "own"
        return "owner" if entity in self.owners else "other"
