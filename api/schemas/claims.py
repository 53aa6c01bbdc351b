"""What is said, with its numbers and its words."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import Field

from api.envelope import Answer
from api.schemas.entities import Named
from graph.model import ClaimType, Modality, Stance


class FigureOut(Answer):
    """A number that a claim states, in base units; a fall is negative, and `low` and `high` differ for a range."""

    metric: str = Field(description="What is measured.", examples=["price_target"])
    low: float = Field(description="The number, or the lower end.", examples=[24000.0])
    high: float = Field(description="The number, or the upper end.", examples=[24000.0])
    unit: str = Field(description="ISO 4217 currency, percent, points, bps, multiple, …", examples=["points"])
    basis: str | None = Field(
        default=None, description="Against what: year_on_year, previous, new, …", examples=["new"]
    )
    period: str | None = Field(
        default=None, description="The period: `FY2025Q3`, `2025H1`, `2025-06`, or as written.", examples=["year-end"]
    )
    approximate: bool = Field(default=False, description="Whether the words say about, nearly, some.", examples=[False])
    about_id: str | None = Field(
        default=None, description="Id of the entity that is measured.", examples=["hang-seng-index"]
    )
    about: str | None = Field(default=None, description="Its name.", examples=["Hang Seng Index"])
    text: str | None = Field(default=None, description="The number as written.", examples=["24,000 points"])


class ClaimOut(Answer):
    """Who said what about whom, when, with which numbers, in which exact words."""

    claim_id: str = Field(description="Follows from document, words and speaker.", examples=["8c1f0d2e4a6b7c90"])
    type: ClaimType = Field(description="What the claim does.", examples=["target"])
    stance: Stance = Field(description="The speaker's attitude to what the claim is about.", examples=["positive"])
    modality: Modality = Field(description="How firmly the speaker commits.", examples=["expected"])
    horizon: str | None = Field(default=None, description="Until when, as written.", examples=["year-end"])
    horizon_end: date | None = Field(default=None, description="Its last day, where the words tell it.")
    published_at: date | None = Field(default=None, description="When it was said.", examples=["2025-02-20"])
    recorded_at: datetime | None = Field(default=None, description="When the graph learned of it.")
    speaker_id: str | None = Field(
        default=None, description="Who says it; null: the document.", examples=["morgan-stanley"]
    )
    speaker: str | None = Field(default=None, description="Their name.", examples=["Morgan Stanley"])
    org_id: str | None = Field(default=None, description="The organisation a person speaks for.", examples=[None])
    org: str | None = Field(default=None, description="Its name.", examples=[None])
    about: list[Named] = Field(default=[], description="What the claim is about.")
    figures: list[FigureOut] = Field(default=[], description="The numbers in it.")
    quote: str = Field(
        description="The exact words.", examples=["It raised its year-end target for the Hang Seng Index …"]
    )
    document_id: str = Field(description="The document they stand in.", examples=["5f0c2d9a1b3e4f60"])
    title: str | None = Field(default=None, description="Its title.", examples=["Morgan Stanley changes its mind"])
    publisher: str | None = Field(default=None, description="Its publisher.", examples=["Example Wire"])
    url: str | None = Field(default=None, description="Its address.", examples=["https://news.example/42"])
    start: int = Field(description="Position of the words in the text, in code points.", examples=[781])
    end: int = Field(description="Where they end, exclusive: `text[start:end] == quote`.", examples=[862])
    extractor: str | None = Field(default=None, description="What read it out.", examples=["streetgraph"])
    extractor_version: str | None = Field(default=None, description="Which version of it.", examples=["1"])
    confidence: float | None = Field(
        default=None, description="How sure the reading is; not the speaker's own hedge.", examples=[1.0]
    )


class PassageOut(Answer):
    """A sentence that a claim rests on."""

    start: int = Field(description="Position in the text.", examples=[740])
    end: int = Field(description="Where it ends, exclusive.", examples=[862])
    text: str = Field(description="The sentence.", examples=["Morgan Stanley abandoned its cautious view this week."])


class ClaimInShort(Answer):
    """A claim as others refer to it."""

    claim_id: str = Field(description="Its id.", examples=["8c1f0d2e4a6b7c90"])
    type: ClaimType = Field(description="What it does.", examples=["target"])
    stance: Stance = Field(description="Attitude to what it is about.", examples=["positive"])
    published_at: date | None = Field(default=None, description="When it was said.", examples=["2025-01-15"])
    speaker_id: str | None = Field(default=None, description="Who says it.", examples=["morgan-stanley"])
    speaker: str | None = Field(default=None, description="Their name.", examples=["Morgan Stanley"])
    org_id: str | None = Field(default=None, description="The organisation a person speaks for.", examples=[None])
    org: str | None = Field(default=None, description="Its name.", examples=[None])
    quote: str = Field(description="The exact words.", examples=["It set a target of 21,500 for the Hang Seng …"])
    document_id: str = Field(description="Where they stand.", examples=["5f0c2d9a1b3e4f60"])


class ClaimInContext(ClaimOut):
    """A claim with the words around it: `prefix` + `quote` + `suffix` is a piece of the document."""

    prefix: str = Field(default="", description="What stands before the words.", examples=["… this week. "])
    suffix: str = Field(default="", description="What stands after them.", examples=[", and maintained its target …"])
    page: int | None = Field(
        default=None,
        description="The page of a PDF file that their paragraph begins on, if it has several.",
        examples=[3],
    )
    passages: list[PassageOut] = Field(default=[], description="The sentences that the claim rests on.")
    is_current: bool = Field(description="Whether nothing later took its place in some slot.", examples=[True])
    supersedes: list[ClaimInShort] = Field(
        default=[], description="What the same voice said on the day before in the slots of this claim."
    )
    superseded_by: list[ClaimInShort] = Field(default=[], description="What it said on the next day in them.")
    contradicts: list[ClaimInShort] = Field(
        default=[],
        description="Claims of others, at most 90 days apart, that take the opposite side or whose numbers "
        "have nothing in common with those of this claim; at most 20, the newest first.",
    )
