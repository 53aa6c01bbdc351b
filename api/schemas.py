"""What the API answers: one model per thing, each field explained, so that the reference can be generated from them."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import Field

from api.envelope import Answer
from graph.model import ClaimType, Kind, Modality, Stance


class Named(Answer):
    """An entity, in short."""

    id: str = Field(description="Id of the entity.", examples=["alibaba"])
    name: str = Field(description="Its name.", examples=["Alibaba"])


class EntityOut(Answer):
    """A company, institution, person, index, product or place."""

    id: str = Field(description="Slug of the canonical name.", examples=["goldman-sachs"])
    kind: Kind = Field(description="What it is.", examples=["Institution"])
    name: str = Field(description="Canonical name.", examples=["Goldman Sachs"])
    aliases: list[str] = Field(default=[], description="Other names it goes by.", examples=[["Goldman"]])
    tickers: list[str] = Field(default=[], description="Symbols it trades under.", examples=[["GS"]])


class EntityInGraph(EntityOut):
    """An entity, with how much there is about it."""

    documents: int = Field(description="Documents that name it.", examples=[2])
    mentions: int = Field(description="Places that name it.", examples=[9])
    claims_made: int = Field(description="Claims that it makes itself.", examples=[3])
    claims_on_behalf: int = Field(description="Claims that people make on its behalf.", examples=[4])
    claims_about: int = Field(description="Claims about it.", examples=[0])


class NeighborOut(Answer):
    """An entity next to another, and who says that they are related, in which words."""

    entity_id: str = Field(description="Id of the neighbour.", examples=["amazon"])
    name: str = Field(description="Name of the neighbour.", examples=["Amazon"])
    kind: Kind = Field(description="What the neighbour is.", examples=["Company"])
    relation: str = Field(description="How the two are related.", examples=["BENCHMARKED_AGAINST"])
    direction: str = Field(
        description="`out` where the relation leads to the neighbour, `in` where it comes from it.", examples=["out"]
    )
    role: str | None = Field(default=None, description="The role, for HAS_ROLE_AT.", examples=[None])
    by_id: str | None = Field(
        default=None, description="Who says so; null where the document itself does.", examples=["ubs"]
    )
    by: str | None = Field(default=None, description="Their name.", examples=["UBS"])
    claim_id: str = Field(description="The claim that this edge is a view of.", examples=["8c1f0d2e4a6b7c90"])
    quote: str = Field(description="The exact words.", examples=["UBS benchmarks … Alibaba against Amazon"])
    document_id: str = Field(description="Where they stand.", examples=["5f0c2d9a1b3e4f60"])
    published_at: date | None = Field(default=None, description="When they were published.", examples=["2025-02-20"])


class FigureOut(Answer):
    """A number that a claim states, in base units; a fall is negative, and `low` and `high` differ for a range."""

    metric: str = Field(description="What is measured.", examples=["price_target"])
    low: float = Field(description="The number, or the lower end.", examples=[24000.0])
    high: float = Field(description="The number, or the upper end.", examples=[24000.0])
    unit: str = Field(description="ISO 4217 currency, percent, points, bps, multiple, …", examples=["points"])
    basis: str | None = Field(
        default=None, description="Against what: year_on_year, previous, new, …", examples=["new"]
    )
    period: str | None = Field(default=None, description="The period, as written.", examples=["year-end"])
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


class ClaimInContext(ClaimOut):
    """A claim with the words around it: `prefix` + `quote` + `suffix` is a piece of the document."""

    prefix: str = Field(default="", description="What stands before the words.", examples=["… this week. "])
    suffix: str = Field(default="", description="What stands after them.", examples=[", and maintained its target …"])
    passages: list[PassageOut] = Field(default=[], description="The sentences that the claim rests on.")


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


class EntitySummary(Answer):
    """An entity that a search found."""

    id: str = Field(description="Slug of the canonical name.", examples=["alibaba"])
    kind: Kind = Field(description="What it is.", examples=["Company"])
    name: str = Field(description="Canonical name.", examples=["Alibaba"])
    tickers: list[str] = Field(default=[], description="Symbols it trades under.", examples=[["BABA", "9988.HK"]])


class Found(Answer):
    """What a search came upon."""

    entities: list[EntitySummary] = Field(
        description="Entities with these words in a name, ticker or id; exact ones first."
    )
    claims: list[ClaimOut] = Field(description="Claims with these words, newest first.")


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


class DocumentOut(DocumentSummary):
    """A document with its text, to which every position refers."""

    passages: int = Field(description="Sentences.", examples=[14])
    mentions: int = Field(description="Places that name an entity.", examples=[31])
    figures: int = Field(description="Numbers of its claims.", examples=[11])
    text: str = Field(description="The text, in code points.", examples=["UBS benchmarks Alibaba against Amazon."])


class Health(Answer):
    """How the server is."""

    status: str = Field(description="`ok`.", examples=["ok"])
    version: str = Field(description="Version of streetgraph.", examples=["0.1.0"])
    engine: str = Field(description="Engine that keeps the graph.", examples=["ladybug"])


class Stats(Answer):
    """How much the graph holds."""

    nodes: dict[str, int] = Field(description="How many of each kind of node.", examples=[{"Document": 3, "Claim": 41}])
    relationships: dict[str, int] = Field(description="How many of each kind of edge.", examples=[{"MADE_BY": 38}])
    schema_version: int = Field(description="Version of the store's schema.", examples=[2])
    engine: str = Field(description="Engine that keeps the graph.", examples=["ladybug"])
