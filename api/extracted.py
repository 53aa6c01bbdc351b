"""What a posted document was found to say, in the form of the extraction contract (`loaders.contract`)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from api.envelope import Answer
from api.schemas import EntityOut
from graph.model import ClaimType, Extraction, Modality, RelationType, Stance
from loaders.contract import to_json


class EvidenceOut(Answer):
    """Exact words and where they stand: `text[start:end] == quote`, in code points of the document's text."""

    start: int = Field(description="Where the words begin.", examples=[0])
    end: int = Field(description="Where they end, exclusive.", examples=[38])
    quote: str = Field(description="The words.", examples=["UBS benchmarks Alibaba against Amazon."])


class ExtractedFigure(Answer):
    """A number of a claim; a range gives two, its low and its high end."""

    metric: str = Field(description="What is measured.", examples=["price_target"])
    value: float = Field(description="The number, in base units.", examples=[24000.0])
    unit: str = Field(description="ISO 4217 currency, percent, points, bps, …", examples=["points"])
    basis: str | None = Field(description="Against what.", examples=["new"])
    period: str | None = Field(description="The period, as written.", examples=["year-end"])
    about: str | None = Field(description="Id of the entity that is measured.", examples=["hang-seng-index"])
    evidence: EvidenceOut


class ExtractedClaim(Answer):
    """A claim that the document makes or reports."""

    id: str = Field(description="Id of the claim: GET /v1/claims/{claim_id} shows it in context.")
    type: ClaimType = Field(description="What the claim does.")
    speaker: str | None = Field(description="Id of who says it; null: the document itself.", examples=["ubs"])
    org: str | None = Field(description="Id of the organisation a person speaks for.", examples=[None])
    about: list[str] = Field(description="Ids of what it is about.", examples=[["alibaba"]])
    stance: Stance = Field(description="The speaker's attitude.")
    modality: Modality = Field(description="How firmly the speaker commits.")
    horizon: str | None = Field(description="Until when, as written.", examples=[None])
    figures: list[ExtractedFigure] = Field(description="The numbers in it.")
    evidence: EvidenceOut


class ExtractedRelation(Answer):
    """An edge between two entities that the document states."""

    type: RelationType = Field(description="How they are related.")
    source: str = Field(description="Id of the entity that the relation starts at.", examples=["alibaba"])
    target: str = Field(description="Id of the one it leads to.", examples=["amazon"])
    role: str | None = Field(description="The role, for HAS_ROLE_AT.", examples=[None])
    by: str | None = Field(description="Id of who says so.", examples=["ubs"])
    claim_id: str = Field(description="The claim it rests on.")
    evidence: EvidenceOut


class DocumentRead(Answer):
    """The document, without its text."""

    id: str = Field(description="Hash of the text.", examples=["5f0c2d9a1b3e4f60"])
    title: str = Field(description="Its title.", examples=["UBS draws the map"])
    publisher: str | None = Field(description="Its publisher.", examples=["Example Wire"])
    url: str | None = Field(description="Its address.", examples=["https://news.example/42"])
    published_at: date | None = Field(description="When it was published.", examples=["2025-02-20"])


class Posted(Answer):
    """What became of a posted document, and what was read out of it."""

    status: Literal["added", "unchanged", "replaced"] = Field(
        description="`unchanged`: the same text was loaded before and says the same; `replaced`: it was read anew.",
        examples=["added"],
    )
    document: DocumentRead
    entities: list[EntityOut] = Field(description="Who and what it names.")
    claims: list[ExtractedClaim] = Field(description="What is claimed in it.")
    relations: list[ExtractedRelation] = Field(description="How those that it names are related.")


def posted(extraction: Extraction, status: str) -> Posted:
    """The answer to a post."""
    return Posted.model_validate(to_json(extraction) | {"status": status})
