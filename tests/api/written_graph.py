"""A small graph that is written by hand, so that the ways in are tested apart from how well texts are read."""

from __future__ import annotations

from datetime import UTC, date, datetime

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
    Modality,
    Passage,
    Relation,
    RelationType,
    Stance,
)

NOW = datetime(2025, 3, 1, tzinfo=UTC)
FIRST = "Scott Rubner of Goldman Sachs said the S&P 500 should rise."
SECOND = "UBS benchmarks Alibaba against Amazon. Scott Rubner of Goldman Sachs warned that the S&P 500 may fall 5%."
ENTITIES = {
    "UBS": Entity("ubs", Kind.INSTITUTION, "UBS", aliases=("the bank",), tickers=("UBS",)),
    "Alibaba": Entity("alibaba", Kind.COMPANY, "Alibaba", tickers=("BABA",)),
    "Amazon": Entity("amazon", Kind.COMPANY, "Amazon", tickers=("AMZN",)),
    "Scott Rubner": Entity("scott-rubner", Kind.PERSON, "Scott Rubner", aliases=("Rubner",)),
    "Goldman Sachs": Entity("goldman-sachs", Kind.INSTITUTION, "Goldman Sachs", aliases=("Goldman", "the bank")),
    "S&P 500": Entity("sp-500", Kind.INDEX, "S&P 500"),
}


class Note:
    """A document whose parts are found by their words."""

    def __init__(self, text: str, title: str, published_at: date) -> None:
        self.document = Document(text, title, "Example Wire", "https://news.example/1", published_at)

    def words(self, quote: str) -> Evidence:
        start = self.document.text.index(quote)
        return Evidence(self.document.id, start, start + len(quote), quote)

    def extraction(self, claims: list[Claim], relations: list[Relation]) -> Extraction:
        text = self.document.text
        named = {name: entity for name, entity in ENTITIES.items() if name in text}
        mentions = [
            Mention(entity.id, text.index(name), text.index(name) + len(name), name) for name, entity in named.items()
        ]
        passages = [Passage(self.document.id, 0, len(text), text)]
        return Extraction(
            self.document, tuple(passages), tuple(named.values()), tuple(mentions), tuple(claims), tuple(relations)
        )


def hopeful_note() -> Extraction:
    """Rubner in favour of the S&P 500, two weeks before he is against it."""
    note = Note(FIRST, "A rise to come", date(2025, 2, 7))
    said = note.words(FIRST)
    return note.extraction(
        [Claim(ClaimType.FORECAST, said, "scott-rubner", "goldman-sachs", ("sp-500",), Stance.POSITIVE)], []
    )


def worried_note() -> Extraction:
    """A pair set by UBS, and a warning with a number."""
    note = Note(SECOND, "Pairs and worries", date(2025, 2, 21))
    paired = Claim(
        ClaimType.RELATION, note.words("UBS benchmarks Alibaba against Amazon."), "ubs", None, ("alibaba", "amazon")
    )
    fall = Figure("return", -5.0, -5.0, "percent", note.words("5%"), "sp-500")
    words = note.words("Scott Rubner of Goldman Sachs warned that the S&P 500 may fall 5%.")
    warned = Claim(
        ClaimType.WARNING,
        words,
        "scott-rubner",
        "goldman-sachs",
        ("sp-500",),
        Stance.NEGATIVE,
        Modality.POSSIBLE,
        figures=(fall,),
    )
    pair = Relation(RelationType.BENCHMARKED_AGAINST, "alibaba", "amazon", paired.evidence, paired.id, "ubs")
    role = Relation(RelationType.HAS_ROLE_AT, "scott-rubner", "goldman-sachs", words, warned.id, None, "strategist")
    return note.extraction([paired, warned], [pair, role])
