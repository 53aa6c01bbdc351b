"""What the addresses take that lead from one entity to others."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from api.parameters import AtMoment, Paged, some_of
from graph.explore.links import RELATIONS
from graph.explore.subgraph import MOST_CENTRES
from graph.model import Kind

_NAME = r"[^,]*[^,\s][^,]*"  # of an entity, among commas


class _Related(AtMoment):
    """For what follows relations."""

    relation: str | None = Field(
        None,
        max_length=200,
        description=f"Only these relations, with commas between them, of {', '.join(RELATIONS)}; `rel` for short.",
        examples=["BENCHMARKED_AGAINST,OWNS"],
        json_schema_extra=some_of(RELATIONS, 200),
    )

    @model_validator(mode="before")
    @classmethod
    def _in_full(cls, given: object) -> object:
        if not isinstance(given, dict) or "rel" not in given:
            return given
        if given.get("relation"):
            raise ValueError("rel is short for relation: give one of them")
        return {"relation" if name == "rel" else name: value for name, value in given.items() if name != "relation"}


class NeighborParameters(_Related, Paged):
    """Which neighbours."""

    direction: Literal["out", "in", "both"] = Field(
        "both", description="`out` from this entity, `in` to it, or `both`.", examples=["both"]
    )
    kind: Kind | None = Field(None, description="Only neighbours of this kind.", examples=["Company"])
    hops: int = Field(
        1,
        ge=1,
        le=3,
        description="How far to go. Beyond one hop a row stands for all edges of a relation.",
        examples=[1],
    )


class PeerParameters(AtMoment):
    """How many peers."""

    limit: int = Field(20, ge=1, le=100, description="Most peers.", examples=[20])


class PairParameters(AtMoment, Paged):
    """Which pairs."""

    by: str | None = Field(None, max_length=200, description="Who sets them.", examples=["ubs"])
    company: str | None = Field(None, max_length=200, description="A company on either side.", examples=["BABA"])


class PathParameters(_Related):
    """From where to where."""

    source: str = Field(min_length=1, max_length=200, description="Where the path starts.", examples=["ubs"])
    target: str = Field(min_length=1, max_length=200, description="Where it ends.", examples=["nvidia"])
    max_hops: int = Field(4, ge=1, le=6, description="Longest path.", examples=[4])
    k: int = Field(5, ge=1, le=20, description="Most paths.", examples=[5])
    explain: bool = Field(True, description="Whether each hop shows the words that it rests on.", examples=[True])


class SubgraphParameters(_Related):
    """Which piece of the graph."""

    ids: str = Field(
        min_length=1,
        max_length=4000,
        description="Entities to begin from, by any of their names, with commas between them; at most 50.",
        examples=["alibaba,nvidia"],
        json_schema_extra={"pattern": rf"^{_NAME}(,{_NAME}){{0,{MOST_CENTRES - 1}}}$"},
    )
    hops: int = Field(1, ge=1, le=3, description="How far to go from them.", examples=[1])
    max_nodes: int = Field(
        100, ge=1, le=500, description="Most entities; those with most links to the others come first.", examples=[100]
    )
    format: Literal["json", "graphml", "node-link"] | None = Field(
        None,
        description="`json` for nodes and links, `graphml` for Gephi and yEd, `node-link` for networkx; otherwise as "
        "`Accept` says.",
        examples=["json"],
    )

    @property
    def references(self) -> list[str]:
        """The entities to begin from."""
        return [name.strip() for name in self.ids.split(",") if name.strip()]
