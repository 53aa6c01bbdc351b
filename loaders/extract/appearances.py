"""Where the entities of a document are named: how often, since when, beside whom, and in whose words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from spacy.tokens import Doc

from graph.model import Entity, Kind, RelationType
from graph.naming import key
from loaders.extract.annotations import Speech
from loaders.extract.attributor import Judgement
from loaders.extract.units import Line, Unit

SCORED = frozenset({Kind.COMPANY, Kind.INSTITUTION, Kind.INDEX, Kind.PERSON})
RANKED = SCORED - {Kind.PERSON}
REACH = 10  # lines that recency looks back over
NEVER = 99  # the distance to what is not there


class Appearances:
    """The entities of one document by the lines and tokens that name them; pronouns and descriptions do not count."""

    def __init__(self, doc: Doc, lines: Sequence[Line]) -> None:
        self.entities: Mapping[str, Entity] = doc._.entities
        self.lines = lines
        self.spoken: Counter[str] = Counter(speech.speaker for speech in doc._.speech)
        self._doc = doc
        self._starts = [line.start for line in lines]
        self._tokens: defaultdict[str, list[int]] = defaultdict(list)
        self._at: defaultdict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(lines):
            for unit in line.units:
                if unit.entity is not None and unit.entity in self.entities and not unit.refers:
                    self._tokens[unit.entity].append(unit.start)
                    self._at[unit.entity].append(number)

    def line_of(self, token: int) -> int:
        """The number of the line that holds a token."""
        return max(bisect_right(self._starts, token) - 1, 0)

    def within(self, start: int, end: int) -> list[Unit]:
        """The units of these tokens."""
        found: list[Unit] = []
        for line in self.lines[self.line_of(start) :]:
            if line.start >= end:
                break
            found += [unit for unit in line.units if start <= unit.start < end]
        return found

    def judgements(self, start: int, end: int) -> list[Judgement]:
        """What the attributor makes of the sentences of these tokens, as far as it read them."""
        known = self._doc._.judgements
        return [known[at] for at in (self._doc[start].sent.start, *range(start + 1, end)) if at in known]

    def kind(self, entity: str | None) -> Kind | None:
        """What kind of entity it is, if any."""
        return self.entities[entity].kind if entity is not None and entity in self.entities else None

    def count(self, entity: str | None) -> int:
        """How often it is named."""
        return len(self._at.get(entity or "", ()))

    def count_before(self, entity: str, token: int) -> int:
        """How often it is named before a token."""
        return bisect_left(self._tokens.get(entity, ()), token)

    def lines_since(self, entity: str, token: int) -> int:
        """How many lines ago it was last named; 0 in the same line."""
        before = self.count_before(entity, token)
        return self.line_of(token) - self._at[entity][before - 1] if before else NEVER

    def lines_until(self, entity: str, line: int) -> int:
        """In how many lines it is named next."""
        at = self._at.get(entity, ())
        after = bisect_right(at, line)
        return at[after] - line if after < len(at) else NEVER

    def first_line(self, entity: str) -> int:
        """The line that names it first."""
        return self._at[entity][0] if entity in self._at else NEVER

    def shared_lines(self, entity: str, other: str) -> int:
        """How many lines name both."""
        return len(set(self._at.get(entity, ())) & set(self._at.get(other, ())))

    def begins_paragraph(self, line: int) -> bool:
        """True for the first line of a paragraph."""
        return line == 0 or "\n" in self._doc[self.lines[line - 1].start : self.lines[line].start].text

    @cached_property
    def ranked(self) -> list[str]:
        """Companies, institutions and indices, those named most often first, then those named earlier."""
        found = [entity for entity in self._at if self.kind(entity) in RANKED]
        return sorted(found, key=lambda entity: (-self.count(entity), self._tokens[entity][0]))

    @cached_property
    def rank(self) -> dict[str, int]:
        """The place of each in that order."""
        return {entity: place for place, entity in enumerate(self.ranked)}

    def share_of_top(self, entity: str) -> float:
        """How often it is named, over how often the one named most is."""
        return self.count(entity) / self.count(self.ranked[0]) if self.ranked else 0.0

    @cached_property
    def dominance(self) -> float:
        """The share of the one named most among the names of all that are scored."""
        scored = sum(len(at) for entity, at in self._at.items() if self.kind(entity) in SCORED)
        return self.count(self.ranked[0]) / scored if self.ranked else 0.0

    @cached_property
    def in_title(self) -> frozenset[str]:
        """What the title of the document names."""
        title = f" {key(self._doc._.title or '')} "
        return frozenset(entity for entity in self._at if any(f" {name} " in title for name in self._names(entity)))

    def _names(self, entity: str) -> set[str]:
        known = self.entities[entity]
        texts = {known.name, *known.aliases, *(self._unit_at(token) for token in self._tokens[entity])}
        return {name for name in map(key, texts) if len(name) > 2}

    def _unit_at(self, token: int) -> str:
        return next(unit.text for unit in self.lines[self.line_of(token)].units if unit.start == token)

    @cached_property
    def words_of_name(self) -> dict[str, frozenset[str]]:
        """The words of its names."""
        known = {entity: self.entities[entity] for entity in self._at}
        return {
            name: frozenset(word for form in (entity.name, *entity.aliases) for word in key(form).split())
            for name, entity in known.items()
        }

    @cached_property
    def named_twice(self) -> frozenset[str]:
        """What has a fuller or shorter name among the entities: most likely the same under another name."""
        words = {entity: found for entity, found in self.words_of_name.items() if found}
        return frozenset(
            entity
            for entity, mine in words.items()
            if any(other != entity and (mine <= others or others <= mine) for other, others in words.items())
        )

    @cached_property
    def works_at(self) -> dict[str, frozenset[str]]:
        """The organisations of each person."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for link in self._doc._.relations:
            if link.type == RelationType.HAS_ROLE_AT:
                found[link.source].add(link.target)
        return {person: frozenset(organisations) for person, organisations in found.items()}

    @cached_property
    def staff(self) -> Counter[str]:
        """How many people of each organisation are known."""
        return Counter(organisation for found in self.works_at.values() for organisation in found)

    @cached_property
    def named_by(self) -> defaultdict[str, Counter[str]]:
        """How many statements of each speaker name which entity."""
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for speech in self._doc._.speech:
            found[speech.speaker].update(self.named_in(speech) - {speech.speaker})
        return found

    def named_in(self, speech: Speech) -> frozenset[str]:
        """What is named in these words."""
        units = self.within(speech.content.start, speech.content.end)
        return frozenset(unit.entity for unit in units if unit.entity is not None)

    def latest(self, token: int, *, without: str) -> list[str]:
        """Companies, institutions and indices named before a token, the last one first."""
        line = self.line_of(token)
        found: dict[str, None] = {}
        for one in reversed(self.lines[max(0, line - REACH + 1) : line + 1]):
            for unit in reversed(one.units):
                if unit.start < token and self.kind(unit.entity) in RANKED and unit.entity not in (None, without):
                    found.setdefault(unit.entity or "")
        return list(found)
