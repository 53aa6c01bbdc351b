"""How the server is, and how much it knows."""

from __future__ import annotations

from pydantic import Field

from api.envelope import Answer


class Health(Answer):
    """How the server is."""

    status: str = Field(description="`ok`.", examples=["ok"])
    version: str = Field(description="Version of streetgraph.", examples=["0.1.0"])


class Ready(Health):
    """How the server and its store are."""

    engine: str = Field(description="Engine that keeps the graph.", examples=["ladybug"])


class Stats(Answer):
    """How much the graph holds."""

    nodes: dict[str, int] = Field(description="How many of each kind of node.", examples=[{"Document": 3, "Claim": 41}])
    relationships: dict[str, int] = Field(description="How many of each kind of edge.", examples=[{"MADE_BY": 38}])
    schema_version: int = Field(description="Version of the store's schema.", examples=[3])
    engine: str = Field(description="Engine that keeps the graph.", examples=["ladybug"])
