"""How entities hang together."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import Field

from api.envelope import Answer
from graph.model import Kind


class PairOut(Answer):
    """Two companies that a source sets against each other."""

    a_id: str = Field(description="The company that is measured.", examples=["cambricon"])
    a: str = Field(description="Its name.", examples=["Cambricon"])
    b_id: str = Field(description="The benchmark.", examples=["nvidia"])
    b: str = Field(description="Its name.", examples=["Nvidia"])
    by_id: str | None = Field(default=None, description="Who sets the pair.", examples=["ubs"])
    by: str | None = Field(default=None, description="Their name.", examples=["UBS"])
    claim_id: str = Field(description="The claim that states it.", examples=["8c1f0d2e4a6b7c90"])
    quote: str = Field(description="The exact words.", examples=["UBS benchmarks Cambricon against Nvidia"])
    document_id: str = Field(description="Where they stand.", examples=["5f0c2d9a1b3e4f60"])
    title: str | None = Field(default=None, description="Title of the document.", examples=["UBS draws the map"])
    published_at: date | None = Field(default=None, description="When it was published.", examples=["2025-02-20"])
    recorded_at: datetime | None = Field(default=None, description="When the graph learned of it.")


class HopOut(Answer):
    """One step of a path, with the words that it rests on."""

    source_id: str = Field(description="Where the step starts.", examples=["tencent"])
    source: str = Field(description="Its name.", examples=["Tencent"])
    target_id: str = Field(description="Where it ends.", examples=["meta"])
    target: str = Field(description="Its name.", examples=["Meta"])
    relation: str = Field(description="The relation that joins the two.", examples=["BENCHMARKED_AGAINST"])
    forward: bool = Field(description="Whether the relation points the way of the path.", examples=[True])
    claim_id: str | None = Field(default=None, description="The claim behind it.", examples=["8c1f0d2e4a6b7c90"])
    edges: int = Field(description="How many edges of the relation there are; this is the newest.", examples=[1])
    by_id: str | None = Field(
        default=None, description="Who says so; null where the document itself does.", examples=["ubs"]
    )
    by: str | None = Field(default=None, description="Their name.", examples=["UBS"])
    role: str | None = Field(default=None, description="The role, for HAS_ROLE_AT.", examples=[None])
    quote: str | None = Field(
        default=None, description="The exact words.", examples=["UBS benchmarks … Tencent against Meta"]
    )
    document_id: str | None = Field(default=None, description="Where they stand.", examples=["5f0c2d9a1b3e4f60"])
    published_at: date | None = Field(default=None, description="When they were published.", examples=["2025-02-20"])


class PathOut(Answer):
    """A chain of relations from one entity to another, shortest first."""

    hops: list[HopOut] = Field(description="The steps, in order.")


class DrawnNode(Answer):
    """An entity to be drawn."""

    id: str = Field(description="Id of the entity.", examples=["alibaba"])
    name: str = Field(description="Its name.", examples=["Alibaba"])
    kind: Kind = Field(description="What it is.", examples=["Company"])
    tickers: list[str] = Field(default=[], description="Symbols it trades under.", examples=[["BABA"]])
    hop: int = Field(description="How many hops from where the graph begins.", examples=[0])
    edges: int | None = Field(description="How many edges it has, where that is known.", examples=[330])
    more: int | None = Field(description="How many of them are not in this graph: show it as +318.", examples=[318])


class DrawnLink(Answer):
    """All edges of one relation from one entity to another, with the words of the newest."""

    source_id: str = Field(description="Where it begins.", examples=["alibaba"])
    target_id: str = Field(description="Where it leads.", examples=["amazon"])
    relation: str = Field(description="The relation.", examples=["BENCHMARKED_AGAINST"])
    edges: int = Field(description="How many edges it stands for.", examples=[2])
    claim_id: str = Field(description="The newest claim behind it.", examples=["8c1f0d2e4a6b7c90"])
    by_id: str | None = Field(default=None, description="Who says so there.", examples=["ubs"])
    by: str | None = Field(default=None, description="Their name.", examples=["UBS"])
    role: str | None = Field(default=None, description="The role, for HAS_ROLE_AT.", examples=[None])
    published_at: date | None = Field(default=None, description="When it was published.", examples=["2025-02-20"])
    quote: str = Field(description="The exact words.", examples=["UBS benchmarks … Alibaba against Amazon"])
    document_id: str = Field(description="Where they stand.", examples=["5f0c2d9a1b3e4f60"])


class SubgraphOut(Answer):
    """A piece of the graph that is ready to be drawn."""

    nodes: list[DrawnNode] = Field(description="Entities, nearest first.")
    links: list[DrawnLink] = Field(description="Every link between them, newest first.")
    is_cut: bool = Field(description="Whether more entities are as near, which were left out.", examples=[False])
