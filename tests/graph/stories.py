"""Small extractions for tests: sentences of our own, with what is to be read out of them found by its words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from graph.model import (
    Claim,
    ClaimType,
    Document,
    Entity,
    Evidence,
    Extraction,
    Figure,
    Kind,
    Mention,
    Passage,
    Relation,
    RelationType,
    Stance,
)
from graph.naming import slug


@dataclass
class Story:
    """A document whose sentences are its passages; what is said of it is added by quoting its words."""

    sentences: tuple[str, ...]
    title: str = "A note"
    published_at: date | None = date(2025, 2, 27)
    extractor_version: str = "1"
    entities: dict[str, Entity] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    said: list[Claim] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)

    @property
    def document(self) -> Document:
        return Document(
            text=" ".join(self.sentences), title=self.title, publisher="The Daily Note", published_at=self.published_at
        )

    def names(self, name: str, kind: Kind, *, aliases: tuple[str, ...] = (), tickers: tuple[str, ...] = ()) -> str:
        """The id of an entity that is mentioned wherever its name stands in the text."""
        entity = Entity(slug(name), kind, name, aliases, tickers)
        self.entities[entity.id] = entity
        place = self.document.text.find(name)
        while place >= 0:
            self.mentions.append(Mention(entity.id, place, place + len(name), name))
            place = self.document.text.find(name, place + len(name))
        return entity.id

    def says(
        self,
        speaker: str | None,
        quote: str,
        *about: str,
        org: str | None = None,
        kind: ClaimType = ClaimType.OPINION,
        stance: Stance = Stance.NEUTRAL,
        figures: tuple[Figure, ...] = (),
    ) -> Claim:
        claim = Claim(kind, self.evidence(quote), speaker, org, about, stance, figures=figures)
        self.said.append(claim)
        return claim

    def figure(self, quote: str, value: float, unit: str, about: str | None = None, metric: str = "target") -> Figure:
        return Figure(metric, value, value, unit, self.evidence(quote), about)

    def relates(
        self,
        kind: RelationType,
        source: str,
        target: str,
        quote: str,
        *,
        by: str | None = None,
        role: str | None = None,
    ) -> Relation:
        claim = self.says(by, quote, source, target, kind=ClaimType.RELATION)
        relation = Relation(kind, source, target, claim.evidence, claim.id, by, role)
        self.relations.append(relation)
        return relation

    def evidence(self, quote: str) -> Evidence:
        start = self.document.text.index(quote)
        return Evidence(self.document.id, start, start + len(quote), quote)

    @property
    def extraction(self) -> Extraction:
        document, passages, start = self.document, [], 0
        for sentence in self.sentences:
            passages.append(Passage(document.id, start, start + len(sentence), sentence))
            start += len(sentence) + 1
        return Extraction(
            document,
            tuple(passages),
            tuple(self.entities.values()),
            tuple(self.mentions),
            tuple(self.said),
            tuple(self.relations),
            extractor_version=self.extractor_version,
        )


def pairing() -> Extraction:
    """UBS sets two companies against each other, and a strategist of Goldman Sachs raises a target."""
    story = Story(
        (
            "UBS sets Xiaomi against Apple in a table of rivals.",
            "Kinger Lau, chief China strategist at Goldman Sachs, lifts his target for the CSI 300 to 4,700 points 📈.",
            "He expects the gauge to gain further.",
        ),
        title="Rivals and targets",
    )
    ubs = story.names("UBS", Kind.INSTITUTION, aliases=("UBS Group",), tickers=("UBSG",))
    xiaomi = story.names("Xiaomi", Kind.COMPANY, tickers=("1810",))
    apple = story.names("Apple", Kind.COMPANY, tickers=("AAPL",))
    lau = story.names("Kinger Lau", Kind.PERSON)
    goldman = story.names("Goldman Sachs", Kind.INSTITUTION, aliases=("Goldman",), tickers=("GS",))
    index = story.names("CSI 300", Kind.INDEX)
    quote = story.sentences[0]
    story.relates(RelationType.BENCHMARKED_AGAINST, xiaomi, apple, quote, by=ubs)
    story.relates(
        RelationType.HAS_ROLE_AT, lau, goldman, "Kinger Lau, chief China strategist at Goldman Sachs", role="strategist"
    )
    story.says(
        lau,
        story.sentences[1],
        index,
        org=goldman,
        kind=ClaimType.TARGET,
        stance=Stance.POSITIVE,
        figures=(story.figure("4,700 points", 4700, "points", index),),
    )
    story.says(lau, " ".join(story.sentences[1:]), index, org=goldman, kind=ClaimType.FORECAST)
    return story.extraction


def quarter(*, version: str = "1", aliases: tuple[str, ...] = ("BABA",)) -> Extraction:
    """Alibaba reports a quarter, with two figures."""
    story = Story(
        ("Alibaba said that sales rose 8% and profit 12%.", "Its shares gained in Hong Kong, where Apple fell."),
        title="A quarter",
        published_at=date(2025, 2, 20),
        extractor_version=version,
    )
    alibaba = story.names("Alibaba", Kind.COMPANY, aliases=aliases, tickers=("9988",))
    story.names("Apple", Kind.COMPANY, tickers=("AAPL",))
    story.says(
        alibaba,
        story.sentences[0],
        alibaba,
        kind=ClaimType.FIGURE,
        figures=(
            story.figure("8%", 8, "percent", alibaba, "sales"),
            story.figure("12%", 12, "percent", alibaba, "profit"),
        ),
    )
    return story.extraction


def doubt() -> Extraction:
    """A strategist of Morgan Stanley doubts Apple; the document has no date."""
    story = Story(
        ("Daniel Blake of Morgan Stanley warned that Apple may miss its plans.", "Apple Inc. did not comment."),
        title="Doubts",
        published_at=None,
    )
    blake = story.names("Daniel Blake", Kind.PERSON)
    morgan = story.names("Morgan Stanley", Kind.INSTITUTION, tickers=("MS",))
    apple = story.names("Apple", Kind.COMPANY, aliases=("Apple Inc.",))
    story.relates(RelationType.HAS_ROLE_AT, blake, morgan, "Daniel Blake of Morgan Stanley")
    story.says(blake, story.sentences[0], apple, org=morgan, kind=ClaimType.WARNING, stance=Stance.NEGATIVE)
    return story.extraction


def renamed(extraction: Extraction, title: str) -> Extraction:
    """The same text under another title: a changed document of the same id."""
    return replace(extraction, document=replace(extraction.document, title=title))
