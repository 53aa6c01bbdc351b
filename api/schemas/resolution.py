"""Who is who: pairs of entities that may be one, and what was judged of them."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from api.envelope import Answer
from api.schemas.entities import EntityOut
from graph.doctor import Check
from graph.resolution import Verdict


class NamingContext(Answer):
    """A sentence that names an entity."""

    text: str = Field(description="The sentence.", examples=["Alibaba Group said that sales rose."])
    start: int = Field(description="Where in it the entity is named, in code points.", examples=[0])
    end: int = Field(description="Where that ends, exclusive.", examples=[13])
    passage_id: str = Field(description="Id of the passage.", examples=["5f0c2d9a1b3e4f60:740-776"])
    document_id: str = Field(description="The document that it is of.", examples=["5f0c2d9a1b3e4f60"])
    title: str = Field(description="The title of that.", examples=["A quarter"])


class CandidateSide(EntityOut):
    """One of two entities that may be one."""

    documents: int = Field(description="Documents that name it.", examples=[12])
    is_listed: bool = Field(description="Whether it stands in the reviewed reference data.", examples=[True])
    roles: list[str] = Field(default=[], description="For a person: the roles that are known.", examples=[["analyst"]])
    context: NamingContext | None = Field(default=None, description="A sentence that names it.")


class CandidatePair(Answer):
    """Two entities that may be one, and of which nothing is judged yet."""

    id: str = Field(description="Id that a judgement of the pair will have.", examples=["17c5981c837ecf28"])
    left: CandidateSide = Field(description="The one that would be kept.")
    right: CandidateSide = Field(description="The one that would be merged into it.")
    score: float = Field(description="How likely they are one, between 0 and 1.", examples=[0.94])
    verdict: Literal["same", "unsure"] = Field(
        description="What follows from the score: `same` is sure enough for the program itself.", examples=["same"]
    )
    why: str = Field(description="What speaks for it, and against it.", examples=["They have the same ticker BABA."])


class JudgementOut(Answer):
    """What was judged of two ids."""

    id: str = Field(description="Id of the judgement; there is one of a pair.", examples=["17c5981c837ecf28"])
    left: str = Field(description="The id that is kept if both are one.", examples=["alibaba"])
    right: str = Field(description="The other id, as it was found.", examples=["alibaba-group"])
    verdict: Verdict = Field(description="Whether they are one.", examples=["same"])
    score: float = Field(description="How alike they were, between 0 and 1.", examples=[0.94])
    why: str = Field(description="The reason.", examples=["They have the same ticker BABA."])
    by: str = Field(description="Who judged.", examples=["jane"])
    at: datetime = Field(description="When.", examples=["2025-03-01T09:30:00Z"])


class FindingOut(Answer):
    """Something in the graph that deserves a look."""

    check: Check = Field(description="The check that found it.", examples=["may be one"])
    ids: list[str] = Field(
        description="What it is about: ids of entities, documents, records or judgements, as `what` says.",
        examples=[["alibaba", "alibaba-group-holding"]],
    )
    what: str = Field(description="What is the matter.", examples=["alibaba and alibaba-group-holding are one (0.94)."])
    is_damage: bool = Field(description="Whether part of the graph was lost.", examples=[False])
