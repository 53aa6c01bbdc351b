"""Where annotated articles stand, and which of them are kept back: `data` is the folder that `make train` is given.

Beside it stand `extraction/dev` (articles with their annotation) and `corpus/news.jsonl` (the texts of the articles
that `annotations` here annotates, with names and positions only).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Span

from loaders.extract.attributor import reports
from loaders.train.gold import Lesson, articles, lessons, located_lessons, named, text_beside

HERE = Path(__file__).parent
ANNOTATIONS = HERE / "annotations"
TESTS = HERE.parent.parent / "tests"
KEPT_BACK = tuple(TESTS / name for name in ("heldout.txt", "heldout_corpus.txt", "heldout_later.txt"))


def kept_back() -> frozenset[str]:
    """The names of the articles that nothing is trained on."""
    lines = [line.strip() for file in KEPT_BACK for line in file.read_text(encoding="utf-8").splitlines()]
    return frozenset(line for line in lines if line and not line.startswith("#"))


def annotated() -> Iterator[dict[str, Any]]:
    """The annotation of each corpus article, those kept back too, in order."""
    for file in sorted(ANNOTATIONS.glob("*.jsonl")):
        yield from map(json.loads, file.read_text(encoding="utf-8").splitlines())


def texts(data: Path) -> dict[str, str]:
    """The text of each corpus article by its id."""
    corpus = (data.parent / "corpus" / "news.jsonl").read_text(encoding="utf-8")
    return {article["id"]: article["text"] for article in map(json.loads, corpus.splitlines())}


def sentences_by_article(data: Path) -> dict[str, list[Lesson]]:
    """The lessons of each annotated article that is not kept back, by its name."""
    without, text_of = kept_back(), texts(data)
    found = {
        file.name.removesuffix(".gold.json"): _worth_reading(lessons(file))
        for file in articles(data.parent / "extraction" / "dev", without=without)
    }
    corpus = (article for article in annotated() if article["id"] not in without)
    return found | {
        article["id"]: _worth_reading(located_lessons(article, text_of[article["id"]])) for article in corpus
    }


def _worth_reading(every: Iterable[Lesson]) -> list[Lesson]:
    """Those that hold a claim or may be taken for speech: no others are judged at run time."""
    return [lesson for lesson in every if lesson.claims or reports(lesson.window.sentence)]


def names_in_articles(data: Path) -> Iterator[tuple[Doc, list[Span]]]:
    """Every annotated article that is not kept back, with the places that name somebody or something."""
    without, text_of = kept_back(), texts(data)
    for file in articles(data.parent / "extraction" / "dev", without=without):
        gold = json.loads(file.read_text(encoding="utf-8"))
        yield named(text_beside(file), gold["entities"])
    for article in annotated():
        if article["id"] not in without:
            yield named(text_of[article["id"]], article["entities"])
