"""How entities hang together."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.envelope import Answer


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


class HopOut(Answer):
    """One step of a path, with the words that it rests on."""

    source_id: str = Field(description="Where the step starts.", examples=["tencent"])
    source: str = Field(description="Its name.", examples=["Tencent"])
    target_id: str = Field(description="Where it ends.", examples=["meta"])
    target: str = Field(description="Its name.", examples=["Meta"])
    relation: str = Field(description="The relation that joins the two.", examples=["BENCHMARKED_AGAINST"])
    forward: bool = Field(description="Whether the relation points the way of the path.", examples=[True])
    claim_id: str | None = Field(default=None, description="The claim behind it.", examples=["8c1f0d2e4a6b7c90"])
    by: str | None = Field(default=None, description="Who says so.", examples=["UBS"])
    role: str | None = Field(default=None, description="The role, for HAS_ROLE_AT.", examples=[None])
    quote: str | None = Field(
        default=None, description="The exact words.", examples=["UBS benchmarks … Tencent against Meta"]
    )
    document_id: str | None = Field(default=None, description="Where they stand.", examples=["5f0c2d9a1b3e4f60"])


class PathOut(Answer):
    """A chain of relations from one entity to another, shortest first."""

    hops: list[HopOut] = Field(description="The steps, in order.")
