"""What was read."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import Field

from api.envelope import Answer
from api.schemas.claims import ClaimOut
from graph.model import Kind


class DocumentSummary(Answer):
    """A document without its text."""

    id: str = Field(description="Hash of the text.", examples=["5f0c2d9a1b3e4f60"])
    title: str = Field(description="Its title.", examples=["UBS draws the map"])
    publisher: str | None = Field(default=None, description="Its publisher.", examples=["Example Wire"])
    url: str | None = Field(default=None, description="Its address.", examples=["https://news.example/42"])
    published_at: date | None = Field(default=None, description="When it was published.", examples=["2025-02-20"])
    recorded_at: datetime | None = Field(default=None, description="When it was loaded.")
    language: str = Field(default="en", description="Language of the text.", examples=["en"])
    entities: int = Field(description="Entities that it names.", examples=[12])
    claims: int = Field(description="Claims that it states.", examples=[9])
    same_story: list[str] = Field(
        default=[],
        description="Ids of documents that tell the same story in nearly the same words, the closest first.",
        examples=[["8c1f0d2e4a6b7c90"]],
    )


class DocumentOut(DocumentSummary):
    """A document with its text, to which every position refers."""

    passages: int = Field(description="Sentences.", examples=[14])
    mentions: int = Field(description="Places that name an entity.", examples=[31])
    figures: int = Field(description="Numbers of its claims.", examples=[11])
    text: str = Field(description="The text, in code points.", examples=["UBS benchmarks Alibaba against Amazon."])


class MentionOut(Answer):
    """A place in a document that names an entity."""

    start: int = Field(description="Where the name begins in the text, in code points.", examples=[0])
    end: int = Field(description="Where it ends, exclusive.", examples=[3])
    text: str = Field(description="The name as written.", examples=["UBS"])
    entity_id: str = Field(description="Whom it names.", examples=["ubs"])
    name: str = Field(description="The canonical name.", examples=["UBS"])
    kind: Kind = Field(description="What that is.", examples=["Institution"])


class Annotations(Answer):
    """All that was read out of a document, in the order of its text."""

    mentions: list[MentionOut] = Field(description="Who and what is named where.")
    claims: list[ClaimOut] = Field(description="What is claimed where, with its numbers.")
