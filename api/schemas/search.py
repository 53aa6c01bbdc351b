"""What a search comes upon, and what names stand for."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from api.envelope import Answer
from api.schemas.claims import ClaimOut
from api.schemas.entities import EntitySummary


class Highlight(Answer):
    """Where the words that were looked for stand."""

    field: str = Field(description="In what they stand: `text`, `name` or `tickers`.", examples=["text"])
    start: int = Field(description="Position in it, in code points.", examples=[14])
    end: int = Field(description="Where they end, exclusive.", examples=[21])
    text: str = Field(description="The words as they stand there; of a name, all of it.", examples=["Alibaba"])


class PassageFound(Answer):
    """A sentence of a document."""

    id: str = Field(description="Id of the passage.", examples=["5f0c2d9a1b3e4f60-740"])
    text: str = Field(description="The sentence.", examples=["Morgan Stanley abandoned its cautious view this week."])
    document_id: str = Field(description="The document that it is of.", examples=["5f0c2d9a1b3e4f60"])
    published_at: date | None = Field(default=None, description="When that was published.", examples=["2025-02-20"])


class Found(Answer):
    """One thing that a search came upon; one of `entity`, `claim` and `passage` is there."""

    kind: Literal["entity", "claim", "passage"] = Field(description="What it is.", examples=["entity"])
    id: str = Field(description="Its id.", examples=["alibaba"])
    score: float = Field(description="How well it fits, among those of its kind: more is better.", examples=[1.0])
    highlights: list[Highlight] = Field(description="Where the words stand: for a claim, within its `quote`.")
    entity: EntitySummary | None = Field(default=None, description="The entity.")
    claim: ClaimOut | None = Field(default=None, description="The claim.")
    passage: PassageFound | None = Field(default=None, description="The passage.")


class Suggestion(EntitySummary):
    """An entity that may be meant."""

    matched: str = Field(description="The form of its name that fits what is typed.", examples=["alibaba"])


class Candidate(Answer):
    """An entity that a name may stand for, and why."""

    entity: EntitySummary = Field(description="The entity.")
    score: float = Field(description="How sure that is, between 0 and 1.", examples=[0.95])
    why: str = Field(description="The reason.", examples=["It has this ticker."])


class Resolved(Answer):
    """What a name stands for."""

    query: str = Field(description="The name that was given.", examples=["BABA"])
    status: Literal["found", "ambiguous", "not_found"] = Field(description="What became of it.", examples=["found"])
    entity: EntitySummary | None = Field(default=None, description="The entity, if one is found.")
    score: float | None = Field(default=None, description="How sure that is, between 0 and 1.", examples=[0.95])
    why: str | None = Field(default=None, description="The reason.", examples=["It has this ticker."])
    candidates: list[Candidate] = Field(
        default=[],
        description="If it is ambiguous, all that go by it; if it is not found, those that are called alike.",
    )
