"""The types that everything else passes on: documents, what is read out of them, and the words it rests on.

Positions count Unicode code points of `Document.text`, start inclusive, end exclusive, so that
`document.text[start:end] == quote` holds for every piece of evidence. All types are immutable; ids follow from content.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What an entity is."""

    COMPANY = "Company"
    INSTITUTION = "Institution"
    PERSON = "Person"
    INDEX = "Index"
    PRODUCT = "Product"
    PLACE = "Place"


class ClaimType(StrEnum):
    """What a claim does; `relation` only states that two entities are related."""

    TARGET = "target"
    FORECAST = "forecast"
    OPINION = "opinion"
    WARNING = "warning"
    FIGURE = "figure"
    ACTION = "action"
    RELATION = "relation"


class Stance(StrEnum):
    """The speaker's attitude to what the claim is about."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    NEUTRAL = "neutral"


class Modality(StrEnum):
    """How firmly the speaker commits to the claim."""

    STATED = "stated"
    EXPECTED = "expected"
    POSSIBLE = "possible"
    DENIED = "denied"


class RelationType(StrEnum):
    """How two entities are related; each is an edge of the graph."""

    HAS_ROLE_AT = "HAS_ROLE_AT"
    BENCHMARKED_AGAINST = "BENCHMARKED_AGAINST"
    PARTNER_OF = "PARTNER_OF"
    CONSTITUENT_OF = "CONSTITUENT_OF"
    MAKES = "MAKES"
    OWNS = "OWNS"


def digest(*parts: object) -> str:
    """Sixteen hexadecimal digits that stand for these parts, the same on every machine."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True)
class Document:
    """A text as it was published. Its id is the hash of the text."""

    text: str
    title: str = ""
    publisher: str | None = None
    url: str | None = None
    published_at: date | None = None
    source: str | None = None  # where it was read from, such as a file name
    language: str = "en"
    origin: str | None = None  # tells its source from others where `url` does not: a message's id, a mark of a path
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", digest(self.text))


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words in a document that support a claim, a figure or a relation."""

    document_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a document."""

    document_id: str
    start: int
    end: int
    text: str

    @property
    def id(self) -> str:
        """The document and the place in it."""
        return f"{self.document_id}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Entity:
    """A company, institution, person, index, product or place, known by its slug."""

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a document that names an entity."""

    entity_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a claim states, in base units; `low` and `high` differ for a range, and a fall is negative.

    `unit` is an ISO 4217 code or one of percent, points, bps, percentage_points, multiple, shares, people, units,
    years, months, days. `about` is the id of the entity that is measured.
    """

    metric: str
    low: float
    high: float
    unit: str
    evidence: Evidence
    about: str | None = None
    basis: str | None = None  # "year_on_year", "previous", "new", …
    period: str | None = None  # "FY2025Q3", "2025H1", "2025-06", …; as written where the text does not tell which
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement by a speaker, or by the document itself where `speaker` is None, with the words that make it."""

    type: ClaimType
    evidence: Evidence
    speaker: str | None = None
    org: str | None = None  # the organisation that a person speaks for
    about: tuple[str, ...] = ()
    stance: Stance = Stance.NEUTRAL
    modality: Modality = Modality.STATED
    horizon: str | None = None  # until when, as written
    horizon_end: date | None = None  # its last day, where the words tell it
    figures: tuple[Figure, ...] = ()
    confidence: float = 1.0

    @property
    def id(self) -> str:
        """The same for the same speaker, words and subjects, in whatever order, of the same document."""
        where = self.evidence
        return digest(where.document_id, where.start, where.end, self.speaker, *sorted(set(self.about)))


@dataclass(frozen=True, slots=True)
class Relation:
    """An edge between two entities; the claim `claim_id` is where it comes from."""

    type: RelationType
    source: str
    target: str
    evidence: Evidence
    claim_id: str
    by: str | None = None  # who says so, None where the document does
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two companies that a source sets against each other: `a` is described, `b` is the yardstick."""

    a: str
    b: str
    by: str | None
    evidence: Evidence
    claim_id: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one document."""

    document: Document
    passages: tuple[Passage, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    extractor: str = "streetgraph"
    extractor_version: str = "1"

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The benchmark pairs among the relations."""
        found = (one for one in self.relations if one.type == RelationType.BENCHMARKED_AGAINST)
        return tuple(Pair(one.source, one.target, one.by, one.evidence, one.claim_id) for one in found)
