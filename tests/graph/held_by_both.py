"""What both engines are asked about: all that a graph can hold, the samples, and some at random but always the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path

from stories import Story
from wire_reports import EDITED, ORIGINAL

import loaders.samples
from graph.model import ClaimType, Extraction, Kind, RelationType, Stance
from graph.records.record import Record
from graph.resolution import Judgement, Verdict
from loaders.documents import read
from loaders.pipeline import extract

# Beyond ASCII in every way that sorting and folding may differ: signs of four bytes sort after those of three.
NAMES = (
    "Ａlpha",
    "𝐀lpha",
    "Zürich Ré",
    "ZÜRICH",
    "İstanbul Bank",
    "alpha",
    "Alpha",
    "ß & Co",
    "Ωmega",
    "O'Brien \\ Co",
)
RECORDS = (
    Record("sec", "1", "Corvane plc", Kind.COMPANY, tickers=("CRV",), identifiers=frozenset({("cik", "0000320193")})),
    Record("gleif", "2", "Zürich Ré", aliases=("Zürich",), country="CH", exchanges=("XSWX",)),
)
AT = "2025-03-02T00:00:00.000000Z"
JUDGEMENTS = (
    Judgement("holm-securities", "lindqvist-bank", Verdict.SAME, 0.9, "one house", "a tester", AT),
    Judgement("ubs", "goldman-sachs", Verdict.DIFFERENT, 0.1, "two houses", "a tester", AT),
)


def generated(seed: int) -> Extraction:
    """A document in which everything that the graph can hold turns up somewhere, at random but always the same."""
    chance = random.Random(seed)
    named = chance.sample(NAMES, 5)
    pairs = enumerate(product(named, named))
    sentences = tuple(f"{a} of {b} sees {number}.5% 📈 by note {seed}." for number, (a, b) in pairs)
    day = date(2025, 1, 1) + timedelta(days=chance.randrange(5)) if seed % 4 else None
    story = Story(sentences, title=f"{chance.choice(NAMES)} {seed}", published_at=day)
    ids = [story.names(name, chance.choice(list(Kind)), tickers=(name[:2].upper(),)) for name in named]
    for sentence in sentences:
        _say(story, sentence, ids, chance)
    return story.extraction


def _say(story: Story, sentence: str, ids: list[str], chance: random.Random) -> None:
    speaker, org, measured, by = (chance.choice([None, *ids]) for _ in range(4))
    number = sentence.split("sees ")[1].split(" ")[0]
    story.says(
        speaker,
        sentence,
        *chance.sample(ids, chance.randrange(3)),
        org=org,
        kind=chance.choice(list(ClaimType)),
        stance=chance.choice(list(Stance)),
        figures=(story.figure(number, chance.random(), "percent", measured),),
    )
    role, (source, target) = chance.choice([None, "head", "Chef d’été"]), chance.sample(ids, 2)
    story.relates(chance.choice(list(RelationType)), source, target, sentence, by=by, role=role)


def copies() -> tuple[Extraction, ...]:
    """Two reports that tell the same story."""
    return ORIGINAL, EDITED


def silent() -> Extraction:
    """A document in which nobody says anything, and that names somebody of whom its text does not speak."""
    story = Story(("The market was closed for a holiday.",), title="A quiet day")
    story.names("Nobody at All", Kind.PERSON)
    return story.extraction


def samples() -> Iterator[Extraction]:
    for path in sorted(Path(loaders.samples.__path__[0]).glob("*.txt")):
        yield extract(read(path))
