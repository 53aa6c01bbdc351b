"""What every answer comes in: data, where it stands in a list, and about itself; or a problem."""

from __future__ import annotations

from datetime import date, datetime
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")


class Answer(BaseModel):
    """A part of an answer; what the graph adds later does not break it."""

    model_config = ConfigDict(extra="ignore", frozen=True, from_attributes=True)


class Page(Answer):
    """Where in a list this answer stands. Nothing is ever cut off silently."""

    returned: int = Field(description="Rows in this answer.", examples=[2])
    total: int | None = Field(description="Rows in the whole list, where that is known.", examples=[2])
    truncated: bool = Field(description="Whether there is more.", examples=[False])
    next: str | None = Field(
        description="Give this as `cursor`, with the same filters, for the next page.", examples=[None]
    )


class Meta(Answer):
    """About the answer itself."""

    as_of: date | None = Field(default=None, description="The last day of publication that counts.", examples=[None])
    known_at: datetime | None = Field(
        default=None, description="The last time of recording that counts.", examples=[None]
    )
    revision: int = Field(
        description="State of the graph that was asked: it grows with every change, so two answers with the same "
        "revision are of the same graph.",
        examples=[41],
    )
    took_ms: float = Field(description="Milliseconds that the server took.", examples=[3.2])
    warnings: list[str] = Field(default=[], description="What the asker should know about this answer.", examples=[[]])


class FacetValue(Answer):
    """How many claims of a list share something."""

    value: str | None = Field(description="What they share; null: the document itself speaks.", examples=["ubs"])
    name: str | None = Field(default=None, description="Its name.", examples=["UBS"])
    total: int = Field(description="How many.", examples=[3])
    independent_sources: int | None = Field(
        default=None,
        description="From how many documents, copies of one report counted once; null for metrics.",
        examples=[2],
    )


class FacetedMeta(Meta):
    """About an answer whose whole list was counted."""

    facets: dict[str, list[FacetValue]] | None = Field(
        default=None,
        description="For each facet that was asked for its most frequent values over the whole list, at most 50.",
        examples=[None],
    )


class Item(Answer, Generic[T]):
    """An answer that is one thing."""

    data: T
    meta: Meta


class Listing(Answer, Generic[T]):
    """An answer that is a page of a list."""

    data: list[T]
    page: Page
    meta: Meta


class FacetedListing(Listing[T], Generic[T]):
    """A page of a list that can be counted by facets."""

    meta: FacetedMeta


class ProblemOut(BaseModel):
    """A problem as in RFC 9457. Some kinds carry more members, such as `candidates`, `nearest`, `known` or `errors`."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(description="Stable path of a page of help.", examples=["/problems/entity-not-found"])
    title: str = Field(description="The kind of problem.", examples=["No such entity"])
    status: int = Field(description="The HTTP status.", examples=[404])
    detail: str = Field(description="What was wrong this time.", examples=["No entity is called 'nvidai'."])
    instance: str | None = Field(
        default=None, description="The address that was asked.", examples=["/v1/entities/nvidai"]
    )
