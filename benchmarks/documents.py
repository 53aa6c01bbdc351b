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
PLAIN_WORD = re.compile(r"\b[a-z]{3,}\b")


def generated(count: int, *, seed: int = 0, words: int = WORDS, exchanged: float = 0.0) -> Iterator[Document]:
    """Articles of about so many words: paragraphs of the samples in other orders, with other numbers.

    Of the words `exchanged` is the share in whose place others stand, so that no article is a copy of another one.
    """
    paragraphs = [line for note in _notes() for line in note.text.splitlines() if line]
    vocabulary = sorted({word for paragraph in paragraphs for word in PLAIN_WORD.findall(paragraph)})
    dice = random.Random(seed)
    for number in range(count):
        text = "\n\n".join(_changed(paragraph, dice) for paragraph in _as_many_as_fit(paragraphs, dice, words))
        text = _exchanged(text, vocabulary, exchanged, dice) if exchanged else text
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


def _exchanged(text: str, vocabulary: list[str], share: float, dice: random.Random) -> str:
    return PLAIN_WORD.sub(lambda word: dice.choice(vocabulary) if dice.random() < share else word[0], text)
