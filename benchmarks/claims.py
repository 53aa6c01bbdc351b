"""Extractions to measure the graph with, without reading a text: the words of `benchmarks.documents`, said by many.

Who speaks, for whom, about what and with which numbers is drawn at random, always the same, from a few that everybody
talks about and many that turn up once in a while, as in the news.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, islice, pairwise

from benchmarks.documents import generated
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

SENTENCE = re.compile(r"[^.!?\n][^.!?\n]*(?:\.\d[^.!?\n]*)*[.!?]?")
EXCHANGED = 0.3  # of the words: with as few paragraphs as the samples have, all would be copies of each other
SHORTEST = 20  # code points of a sentence that says something
TYPES = (ClaimType.TARGET, ClaimType.FORECAST, ClaimType.OPINION, ClaimType.WARNING, ClaimType.FIGURE, ClaimType.ACTION)
METRICS = (
    ("price_target", "USD"),
    ("index_target", "points"),
    ("revenue_growth", "percent"),
    ("eps", "USD"),
    ("gdp_growth", "percent"),
)
PERIODS = (None, "2025", "2026", "fourth quarter of 2025")


@dataclass(frozen=True)
class Crowd:
    """Entities of one kind, the first of which turn up most."""

    kind: Kind
    prefix: str
    size: int
    weights: list[float] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "weights", list(accumulate(1 / (rank + 1) for rank in range(self.size))))

    def one(self, dice: random.Random) -> Entity:
        [number] = dice.choices(range(self.size), cum_weights=self.weights)
        return Entity(f"{self.prefix.lower()}-{number}", self.kind, f"{self.prefix} {number}")


PEOPLE = Crowd(Kind.PERSON, "Analyst", 3000)
BANKS = Crowd(Kind.INSTITUTION, "Bank", 200)
COMPANIES = Crowd(Kind.COMPANY, "Company", 2000)
INDICES = Crowd(Kind.INDEX, "Index", 40)


def synthetic(claims: int, *, seed: int = 0) -> Iterator[Extraction]:
    """Extractions with about so many claims in all, some 30 each."""
    dice, made = random.Random(seed), 0
    for document in generated(claims, exchanged=EXCHANGED):
        extraction = _read(document, dice)
        made += len(extraction.claims)
        yield extraction
        if made >= claims:
            return


def _read(document: Document, dice: random.Random) -> Extraction:
    spans = [match.span() for match in SENTENCE.finditer(document.text) if len(match[0]) >= SHORTEST]
    passages = tuple(Passage(document.id, start, end, document.text[start:end]) for start, end in spans)
    named: dict[str, Entity] = {}
    said = tuple(_claim(passage, dice, named) for passage in passages)
    return Extraction(
        document,
        passages,
        tuple(named.values()),
        tuple(_mentions(passages, said)),
        said,
        tuple(islice(_pairs(said, dice), 2)),
    )


def _claim(passage: Passage, dice: random.Random, named: dict[str, Entity]) -> Claim:
    bank, person = BANKS.one(dice), PEOPLE.one(dice)
    speaker, org = dice.choice([(None, None), (bank, None), (person, bank), (person, bank)])
    about = [crowd.one(dice) for crowd in dice.choice([(COMPANIES,), (INDICES,), (COMPANIES, INDICES)])]
    named |= {entity.id: entity for entity in (speaker, org, *about) if entity is not None}
    evidence = Evidence(passage.document_id, passage.start, passage.end, passage.text)
    return Claim(
        dice.choice(TYPES),
        evidence,
        speaker and speaker.id,
        org and org.id,
        tuple(entity.id for entity in about),
        dice.choice(list(Stance)),
        dice.choice(list(Modality)),
        figures=_figures(passage, about[-1].id, dice),
        confidence=dice.randrange(50, 101) / 100,
    )


def _figures(passage: Passage, about: str, dice: random.Random) -> tuple[Figure, ...]:
    if dice.random() > 0.4:
        return ()
    (metric, unit), low = dice.choice(METRICS), float(dice.randrange(1, 500))
    where = Evidence(passage.document_id, passage.start, passage.start + 5, passage.text[:5])
    return (Figure(metric, low, low + dice.choice([0, 0, 5]), unit, where, about, None, dice.choice(PERIODS)),)


def _mentions(passages: tuple[Passage, ...], said: tuple[Claim, ...]) -> Iterator[Mention]:
    for passage, claim in zip(passages, said, strict=True):
        yield Mention(claim.about[0], passage.start, passage.start + 5, passage.text[:5])


def _pairs(said: tuple[Claim, ...], dice: random.Random) -> Iterator[Relation]:
    companies = [claim for claim in said if claim.about[0].startswith("company")]
    for one, other in pairwise(companies):
        if one.about[0] != other.about[0] and dice.random() < 0.5:
            kind = RelationType.BENCHMARKED_AGAINST
            yield Relation(kind, one.about[0], other.about[0], one.evidence, one.id, one.speaker)
