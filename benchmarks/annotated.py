"""The annotated articles in ../shared, and those that this repository annotates: which there are, and where."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from loaders.documents import read
from loaders.train.material import annotated

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "extraction"
DEV = GOLD / "dev"
CORPUS = SHARED / "corpus" / "news.jsonl"
HELD_OUT = ROOT / "tests" / "heldout.txt"
HELD_OUT_CORPUS = {"held-out corpus": "heldout_corpus.txt", "held out later": "heldout_later.txt"}


def is_available() -> bool:
    """True where the annotated articles stand beside the checkout."""
    return (GOLD / "score.py").is_file() and any(articles())


def articles() -> list[str]:
    """The names of all articles of the development set, in order."""
    return sorted(path.name.removesuffix(".gold.json") for path in DEV.glob("*.gold.json"))


def held_out() -> frozenset[str]:
    """The names of those that nobody reads while working on extraction."""
    return frozenset(_listed(HELD_OUT))


def held_out_corpus(label: str, folder: Path) -> list[str]:
    """The names of a set of held-out articles of the corpus, written into the folder like the development set."""
    if not CORPUS.is_file():
        return []
    wanted = set(_listed(ROOT / "tests" / HELD_OUT_CORPUS[label]))
    texts = {article["id"]: article for article in _lines(CORPUS) if article["id"] in wanted}
    for annotation in annotated():
        if annotation["id"] in texts:
            _write(annotation, texts[annotation["id"]], folder)
    return sorted(texts)


def by_publisher(names: Iterable[str]) -> dict[str, list[str]]:
    """The articles of each publisher; those of publishers with one article stand together."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        found[read(DEV / f"{name}.txt").publisher or "unknown"].append(name)
    single = [names[0] for names in found.values() if len(names) == 1]
    several = {publisher: names for publisher, names in sorted(found.items()) if len(names) > 1}
    return {**several, "publishers with one article": single} if single else several


def _write(annotation: dict[str, Any], article: dict[str, Any], folder: Path) -> None:
    """The article with its header, and its annotation with the words that its positions stand for."""
    text = article["text"]
    claims = [{**claim, "quote": text[claim["start"] : claim["end"]]} for claim in annotation["claims"]]
    header = [str(article.get(field) or "unknown") for field in ("title", "publisher", "published_at", "url")]
    (folder / f"{annotation['id']}.txt").write_text("\n".join([*header, "", text]), encoding="utf-8")
    gold = json.dumps({**annotation, "claims": claims}, ensure_ascii=False)
    (folder / f"{annotation['id']}.gold.json").write_text(gold, encoding="utf-8")


def _listed(file: Path) -> list[str]:
    lines = [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
