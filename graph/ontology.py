"""What the graph is made of: its kinds of nodes and relationships, as one table from which each engine's schema comes.

A new relationship between entities is one line here, one member of `graph.model.RelationType` and one query file that
writes it (`cypher/link/`); the tests name the read queries that have to list it as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

SCHEMA_VERSION = 3


class Type(StrEnum):
    """The type of a property. Dates and times are ISO 8601 strings, so that every engine orders them alike."""

    STRING = "string"
    INT = "int"
    FLOAT = "float"
    BOOL = "bool"
    STRINGS = "strings"


Properties = dict[str, Type]


@dataclass(frozen=True, slots=True)
class NodeKind:
    """A label with its properties; `key` identifies a node among those of the label.

    An engine that has indexes keeps one for each property in `sought`, and one of all words in `texts`. What is not
    `knowledge` serves the keeping of the store, and is in no count and no export.
    """

    name: str
    properties: Properties
    key: str = "id"
    sought: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    is_knowledge: bool = True


@dataclass(frozen=True, slots=True)
class EdgeKind:
    """A relationship type between two labels.

    An engine that has indexes keeps one for each tuple of properties in `sought`, under the name beside it.
    """

    name: str
    source: str
    target: str
    properties: Properties = field(default_factory=dict)
    sought: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


_STRING, _INT, _FLOAT, _BOOL, _STRINGS = Type.STRING, Type.INT, Type.FLOAT, Type.BOOL, Type.STRINGS
_SPAN: Properties = {"start": _INT, "end": _INT}
_QUOTE: Properties = {**_SPAN, "text": _STRING}

NODES = (
    NodeKind(  # revision: how many writes there were
        "Schema", {"id": _STRING, "version": _INT, "revision": _INT}, is_knowledge=False
    ),
    NodeKind(
        "Document",
        {
            "id": _STRING,
            "text": _STRING,
            "title": _STRING,
            "publisher": _STRING,
            "url": _STRING,
            "published_at": _STRING,
            "source": _STRING,
            "language": _STRING,
            "recorded_at": _STRING,
            "fingerprint": _STRING,  # of all that was read out of the document, and by what
            "found": _STRING,  # what names entities that were merged, as it was found (graph/resolution/found.py)
        },
        sought=("published_at",),
    ),
    NodeKind("Source", {"id": _STRING}, is_knowledge=False),  # what holds a text: of two texts, the later one is there
    NodeKind("Band", {"id": _STRING}, is_knowledge=False),  # a part of a text's signature, by which its like is found
    NodeKind("Passage", {"id": _STRING, **_QUOTE}, texts=("text",)),
    NodeKind(
        "Entity",  # all but the id is folded from the NAMES edges of the documents, and the records that fit
        {
            "id": _STRING,
            "kind": _STRING,
            "name": _STRING,
            "aliases": _STRINGS,
            "tickers": _STRINGS,
            "keys": _STRINGS,  # the forms in which names are looked up
            "identifiers": _STRINGS,  # such as `lei:HWUPKR0MPOU8FGXBT394`; these five come from records
            "country": _STRING,
            "exchanges": _STRINGS,
            "records": _STRINGS,  # the ids of the records that fit
            "added": _STRINGS,  # those of the aliases and tickers that records alone give
        },
        sought=("kind", "name"),
        texts=("name", "aliases", "tickers"),
    ),
    NodeKind(
        "Claim",
        {
            "id": _STRING,
            "type": _STRING,
            "stance": _STRING,
            "modality": _STRING,
            "horizon": _STRING,
            "horizon_end": _STRING,
            "confidence": _FLOAT,
            **_QUOTE,
            "document_id": _STRING,
            "published_at": _STRING,
            "recorded_at": _STRING,
            "extractor": _STRING,
            "extractor_version": _STRING,
            "speaker_id": _STRING,  # these four repeat what the edges say, so that a list is filtered without a walk
            "org_id": _STRING,
            "about_ids": _STRING,
            "metrics": _STRING,
            "story": _STRING,  # one id for all documents that tell the same story, so that they count once
        },
        sought=("published_at", "recorded_at", "type"),
        texts=("text",),
    ),
    NodeKind(
        "Figure",
        {
            "id": _STRING,
            "metric": _STRING,
            "low": _FLOAT,
            "high": _FLOAT,
            "unit": _STRING,
            "basis": _STRING,
            "period": _STRING,
            "approximate": _BOOL,
            **_QUOTE,
        },
        sought=("metric",),
    ),
    NodeKind(
        "Judgement",
        {
            "id": _STRING,
            "left": _STRING,  # the id that is kept if both are one
            "right": _STRING,
            "verdict": _STRING,
            "score": _FLOAT,
            "why": _STRING,
            "by": _STRING,
            "at": _STRING,
        },
        sought=("at",),
    ),
    NodeKind(
        "Record",  # what a register says of one company, institution, …: reference data that the user has
        {
            "id": _STRING,
            "source": _STRING,
            "kind": _STRING,
            "name": _STRING,
            "aliases": _STRINGS,
            "tickers": _STRINGS,
            "identifiers": _STRINGS,
            "country": _STRING,
            "exchanges": _STRINGS,
        },
        sought=("source",),
    ),
    # A form of a name, a ticker or an identifier, with the ids of the records that have it.
    NodeKind("Form", {"id": _STRING, "records": _STRINGS}, is_knowledge=False),
    # Under which id an entity is kept that goes by another one: follows from the judgements.
    NodeKind("Redirect", {"id": _STRING, "kept": _STRING}, is_knowledge=False),
)

DOCUMENT_EDGES = (
    EdgeKind("READ_FROM", "Document", "Source", {"name": _STRING}),
    EdgeKind("IN_BAND", "Document", "Band"),
    EdgeKind("SAME_STORY", "Document", "Document", {"similarity": _FLOAT}),
    EdgeKind("PART_OF", "Passage", "Document"),
    EdgeKind("MENTIONS", "Passage", "Entity", _QUOTE),
    EdgeKind(
        "NAMES",
        "Document",
        "Entity",
        {
            "kind": _STRING,
            "name": _STRING,
            "aliases": _STRINGS,
            "tickers": _STRINGS,
            "found": _STRINGS,  # the ids that were found, where they are not just the entity's
        },
    ),
    EdgeKind("STATES", "Document", "Claim"),
    EdgeKind("MADE_BY", "Claim", "Entity"),
    EdgeKind("ON_BEHALF_OF", "Claim", "Entity"),
    EdgeKind("ABOUT", "Claim", "Entity"),
    EdgeKind("EVIDENCED_BY", "Claim", "Passage", _SPAN),
    EdgeKind("HAS_FIGURE", "Claim", "Figure"),
    EdgeKind("MEASURES", "Figure", "Entity"),
)

_DERIVED: Properties = {
    "claim_id": _STRING,  # the claim is the fact, the edge is a view of it
    "relation": _STRING,  # the type again: no function that tells it has the same name on every engine
    "by": _STRING,  # the entity that says so; null where the document does
    "role": _STRING,
    "published_at": _STRING,
    "recorded_at": _STRING,
    "source_id": _STRING,  # the ids of both ends again: an index of edges cannot look at nodes
    "target_id": _STRING,
    "position": _STRING,  # day, relation, source, target, claim: one edge, and where it stands among others
}
_FROM_EITHER_END = {"from": ("source_id", "position"), "to": ("target_id", "position")}

ENTITY_EDGES = tuple(
    EdgeKind(name, "Entity", "Entity", _DERIVED, _FROM_EITHER_END)
    for name in (
        "HAS_ROLE_AT",
        "BENCHMARKED_AGAINST",
        "PARTNER_OF",
        "CONSTITUENT_OF",
        "MAKES",
        "OWNS",
        "SPEAKS_ABOUT",  # from a speaker to each subject of its claims
    )
)

EDGES = DOCUMENT_EDGES + ENTITY_EDGES

_KNOWLEDGE = {kind.name for kind in NODES if kind.is_knowledge}
KNOWN_NODES = tuple(kind for kind in NODES if kind.is_knowledge)
KNOWN_EDGES = tuple(edge for edge in EDGES if {edge.source, edge.target} <= _KNOWLEDGE)
