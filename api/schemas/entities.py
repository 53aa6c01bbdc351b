"""Companies, institutions, people, indices, products and places, and what is next to them."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.envelope import Answer
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


class EntityInGraph(EntityOut):
    """An entity, with how much there is about it."""

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


class EntitySummary(Answer):
    """An entity that a search found."""

    id: str = Field(description="Slug of the canonical name.", examples=["alibaba"])
    kind: Kind = Field(description="What it is.", examples=["Company"])
    name: str = Field(description="Canonical name.", examples=["Alibaba"])
    tickers: list[str] = Field(default=[], description="Symbols it trades under.", examples=[["BABA", "9988.HK"]])
