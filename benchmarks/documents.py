"""Documents to measure with: as many as wanted, all different, the same on every machine."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.resources import files

from graph.model import Document
from loaders.documents import parse

WORDS = 650  # of a usual news article
FIRST_DAY = date(2025, 1, 1)


def generated(count: int, *, seed: int = 0, words: int = WORDS) -> Iterator[Document]:
    """Articles of about so many words: paragraphs of the samples in other orders, with other numbers."""
    paragraphs = [line for note in _notes() for line in note.text.splitlines() if line]
    dice = random.Random(seed)
    for number in range(count):
        text = "\n\n".join(_changed(paragraph, dice) for paragraph in _as_many_as_fit(paragraphs, dice, words))
        day = FIRST_DAY + timedelta(days=number % 365)
        yield Document(text, title=f"Note {number}", publisher="streetgraph benchmark", published_at=day)


def _notes() -> list[Document]:
    folder = files("loaders") / "samples"
    names = sorted(path.name for path in folder.iterdir() if path.name.endswith(".txt"))
    return [parse((folder / name).read_bytes(), source=name) for name in names]


def _as_many_as_fit(paragraphs: list[str], dice: random.Random, wanted: int) -> Iterator[str]:
    words = 0
    while words < wanted:
        paragraph = dice.choice(paragraphs)
        words += len(paragraph.split())
        yield paragraph


def _changed(paragraph: str, dice: random.Random) -> str:
    return re.sub(r"\d+\.\d", lambda _: f"{dice.randint(1, 99)}.{dice.randint(0, 9)}", paragraph)
