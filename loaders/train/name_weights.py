"""Fit `loaders/data/name_weights.csv`: how much each piece of evidence weighs for each kind of name.

    python -m loaders.train.name_weights TEXTS NAMES --without LIST…

TEXTS holds `{"id", "text"}` a line, NAMES `{"id", "entities": [{"name", "kind", "names"}]}`; articles with an id in one
of the files LIST are left out. A logistic regression over the labels of `loaders.extract.evidence`: nothing in it
knows a single name, and the table can be read and edited by hand.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray

from graph.naming import key
from loaders.extract import gazetteer, sentences
from loaders.extract.candidates import read
from loaders.extract.name_grammar import evidence_for, places_by_name

KINDS = ("Company", "Institution", "Person", "Index")
TARGET = Path(__file__).parent.parent / "data" / "name_weights.csv"
SELDOM = 4  # a label that fewer candidates have is left out
SHRINKAGE, ROUNDS, STEP = 0.6, 400, 0.05
Example = tuple[set[str], str | None]
Matrix = NDArray[np.float32]


def examples(texts: dict[str, str], annotated: Iterable[dict[str, Any]]) -> Iterator[Example]:
    """The evidence for each candidate of each article, with its kind if it is a name of one of the four."""
    nlp = spacy.blank("en")
    for name in (sentences.NAME, gazetteer.NAME):
        nlp.add_pipe(name)
    for article in annotated:
        doc = nlp(texts[article["id"]])
        page = read(doc)
        kinds = {key(form): e["kind"] for e in article["entities"] for form in [e["name"], *e["names"]]}
        for places in places_by_name(page).values():
            yield evidence_for(page, places), kinds.get(key(doc[places[0].start : places[0].end].text))


def fitted(found: Sequence[Example]) -> dict[str, list[float]]:
    """Weights of each label for each kind, against being no name."""
    counts = Counter(label for evidence, _ in found for label in evidence)
    labels = sorted(label for label, count in counts.items() if count >= SELDOM)
    weights = _descended(*_matrices(found, labels))
    against = weights[:, : len(KINDS)] - weights[:, len(KINDS) :]
    return {label: [round(float(weight), 2) for weight in row] for label, row in zip(labels, against, strict=True)}


def _matrices(found: Sequence[Example], labels: Sequence[str]) -> tuple[Matrix, Matrix]:
    column = {label: at for at, label in enumerate(labels)}
    given = np.zeros((len(found), len(labels)), np.float32)
    wanted = np.zeros((len(found), len(KINDS) + 1), np.float32)
    for row, (evidence, kind) in enumerate(found):
        given[row, [column[label] for label in evidence if label in column]] = 1
        wanted[row, KINDS.index(kind) if kind in KINDS else len(KINDS)] = 1
    return given, wanted


def _descended(given: Matrix, wanted: Matrix) -> Matrix:
    """Softmax regression with shrinkage, by Adam on the whole set: the same input gives the same weights."""
    weights = np.zeros((given.shape[1], wanted.shape[1]), np.float32)
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for time in range(1, ROUNDS + 1):
        scores = given @ weights
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        slope = (given.T @ (odds / odds.sum(axis=1, keepdims=True) - wanted) + SHRINKAGE * weights) / len(given)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope * slope
        weights -= STEP * (mean / (1 - 0.9**time)) / (np.sqrt(spread / (1 - 0.999**time)) + 1e-8)
    return weights


def write(weights: dict[str, list[float]], target: Path = TARGET) -> None:
    """Write the table, sorted by label."""
    with target.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["evidence", *KINDS])
        table.writerows([label, *(f"{weight:.2f}" for weight in row)] for label, row in sorted(weights.items()))


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("names", type=Path)
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    given = parser.parse_args()
    left_out = {line.strip() for file in given.without for line in file.read_text(encoding="utf-8").splitlines()}
    texts = {article["id"]: article["text"] for article in _lines(given.texts)}
    annotated = [article for article in _lines(given.names) if article["id"] not in left_out]
    write(fitted(list(examples(texts, annotated))))


if __name__ == "__main__":
    main()
