"""Companies, institutions, people, indices, products and places, and what is next to them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from api.envelope import Answer, Listing
from graph.model import Kind


class Named(Answer):
    """An entity, in short."""

    id: str = Field(description="Id of the entity.", examples=["alibaba"])
    name: str = Field(description="Its name.", examples=["Alibaba"])


class EntityOut(Answer):
    """A company, institution, person, index, product or place."""

    id: str = Field(description="Slug of the canonical name.", examples=["goldman-sachs"])
    kind: Kind = Field(description="What it is.", examples=["Institution"])
    name: str = Field(description="Canonical name.", examples=["Goldman Sachs"])
    aliases: list[str] = Field(default=[], description="Other names it goes by.", examples=[["Goldman"]])
    tickers: list[str] = Field(default=[], description="Symbols it trades under.", examples=[["GS"]])


class IdentifierOut(Answer):
    """An identifier that registers give an entity."""

    scheme: Literal["lei", "cik", "isin", "figi", "mic", "wikidata"] = Field(
        description="Whose identifier it is.", examples=["lei"]
    )
    value: str = Field(description="The identifier.", examples=["5493001NTNQJDH60PM02"])
    sources: list[str] = Field(description="The registers that give it.", examples=[["gleif"]])


class EntityInGraph(EntityOut):
    """An entity, with what registers say of it and how much there is about it."""

    country: str | None = Field(default=None, description="ISO 3166 code, if a register tells.", examples=["CN"])
    exchanges: list[str] = Field(default=[], description="Market codes (ISO 10383) of where it trades.", examples=[[]])
    identifiers: list[IdentifierOut] = Field(default=[], description="What registers know it by.")
    documents: int = Field(description="Documents that name it.", examples=[2])
    mentions: int = Field(description="Places that name it.", examples=[9])
    claims_made: int = Field(description="Claims that it makes itself.", examples=[3])
    claims_on_behalf: int = Field(description="Claims that people make on its behalf.", examples=[4])
    claims_about: int = Field(description="Claims about it.", examples=[0])


class NeighborOut(Answer):
    """An entity next to another, and who says that they are related, in which words."""

    entity_id: str = Field(description="Id of the neighbour.", examples=["amazon"])
    name: str = Field(description="Name of the neighbour.", examples=["Amazon"])
    kind: Kind = Field(description="What the neighbour is.", examples=["Company"])
    relation: str = Field(description="How the two are related.", examples=["BENCHMARKED_AGAINST"])
    direction: str = Field(
        description="`out` where the relation leads to the neighbour, `in` where it comes from it.", examples=["out"]
    )
    role: str | None = Field(default=None, description="The role, for HAS_ROLE_AT.", examples=[None])
    by_id: str | None = Field(
        default=None, description="Who says so; null where the document itself does.", examples=["ubs"]
    )
    by: str | None = Field(default=None, description="Their name.", examples=["UBS"])
    claim_id: str = Field(description="The claim that this edge is a view of.", examples=["8c1f0d2e4a6b7c90"])
    quote: str = Field(description="The exact words.", examples=["UBS benchmarks … Alibaba against Amazon"])
    document_id: str = Field(description="Where they stand.", examples=["5f0c2d9a1b3e4f60"])
    published_at: date | None = Field(default=None, description="When they were published.", examples=["2025-02-20"])
    recorded_at: datetime | None = Field(default=None, description="When the graph learned of it.")
    hop: int = Field(default=1, description="How many hops from the entity that was asked for.", examples=[1])
    from_id: str = Field(description="The entity whose neighbour it is.", examples=["alibaba"])
    edges: int = Field(
        default=1, description="Edges that the row stands for: beyond one hop, all of its relation.", examples=[1]
    )


class NodeOut(Answer):
    """An entity on the page."""

    id: str = Field(description="Id of the entity.", examples=["amazon"])
    name: str = Field(description="Its name.", examples=["Amazon"])
    kind: Kind = Field(description="What it is.", examples=["Company"])
    tickers: list[str] = Field(default=[], description="Symbols it trades under.", examples=[["AMZN"]])
    hop: int = Field(description="How many hops from what was asked for.", examples=[1])
    edges: int | None = Field(
        default=None, description="How many edges it has; null where a moment would make counting slow.", examples=[12]
    )


class DirectionCounts(Answer):
    """How many edges of a relation there are."""

    out: int = Field(description="Out of the entity.", examples=[3])
    into: int = Field(alias="in", description="Into the entity.", examples=[9])


class Neighborhood(Listing[NeighborOut]):
    """Edges around an entity, with the entities at their other ends."""

    nodes: list[NodeOut] = Field(description="The entities on this page, nearest first.")
    counts: dict[str, DirectionCounts] | None = Field(
        description="Edges of the entity itself, by relation; null where a moment would make counting slow.",
        examples=[{"BENCHMARKED_AGAINST": {"out": 3, "in": 9}}],
    )


class PeerOut(Answer):
    """An entity that is compared with another, and why."""

    id: str = Field(description="Id of the peer.", examples=["amazon"])
    name: str = Field(description="Its name.", examples=["Amazon"])
    kind: Kind = Field(description="What it is.", examples=["Company"])
    tickers: list[str] = Field(default=[], description="Symbols it trades under.", examples=[["AMZN"]])
    score: float = Field(
        description="Between 0 and 1: each source that sets the pair halves what is missing to 1, each claim that "
        "names both takes a twentieth of it; a peer of a peer has half of the product on the way.",
        examples=[0.763],
    )
    why: str = Field(
        description="The score in words.",
        examples=["Set against it 2 times by 2 sources and named with it in 1 claim."],
    )
    degree: int = Field(description="1 for a peer, 2 for a peer of a peer.", examples=[1])
    via_id: str | None = Field(default=None, description="The peer in between.", examples=[None])
    via: str | None = Field(default=None, description="Its name.", examples=[None])
    pairs: int = Field(
        description="How often the two, or the peer in between, are set against each other.", examples=[2]
    )
    sources: int = Field(description="By how many sources.", examples=[2])
    claims: int = Field(description="Claims about both, among the newest 500.", examples=[1])
    claim_id: str | None = Field(default=None, description="The newest claim behind it.", examples=["8c1f0d2e4a6b7c90"])
    quote: str | None = Field(
        default=None, description="Its exact words.", examples=["UBS benchmarks … Alibaba against Amazon"]
    )
    document_id: str | None = Field(default=None, description="Where they stand.", examples=["5f0c2d9a1b3e4f60"])


class EntitySummary(Answer):
    """An entity that a search found."""

    id: str = Field(description="Slug of the canonical name.", examples=["alibaba"])
    kind: Kind = Field(description="What it is.", examples=["Company"])
    name: str = Field(description="Canonical name.", examples=["Alibaba"])
    tickers: list[str] = Field(default=[], description="Symbols it trades under.", examples=[["BABA", "9988.HK"]])
