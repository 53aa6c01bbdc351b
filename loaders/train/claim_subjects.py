"""Fit `loaders/data/claim_subject_weights.csv`: how much speaks for an entity as what a statement is about.

    python -m loaders.train.claim_subjects DATA [--folds N]

DATA is the folder that `python -m loaders.train` is given. The articles are read by the whole pipeline, and of the
statements that it finds those that the annotation has are learnt from, so that training sees what run time does. A
logistic regression over labels: nothing in it knows a single name, and the table can be read and edited by hand.
`--folds` tells instead how well such weights do on articles that they were not fitted to, in folds by article.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import mean, pstdev
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from graph.naming import key
from loaders.documents import read
from loaders.extract.annotations import MENTIONS
from loaders.extract.appearances import SCORED
from loaders.extract.cases import Case
from loaders.extract.claims import Reading
from loaders.extract.judged_evidence import judged_labels_of
from loaders.extract.language import build
from loaders.extract.log_odds import log_odds_of
from loaders.extract.subject_evidence import labels_of
from loaders.extract.subjects import LEAST, TABLE
from loaders.train.gold import Place, articles, claim_places
from loaders.train.material import annotated, kept_back
from loaders.train.weight_tables import write

TARGET = Path(__file__).parent.parent / "data" / TABLE
SELDOM = 10  # a label that fewer candidates have is left out
SHRINKAGE, ROUNDS, STEP = 33.0, 300, 0.05
SEED = 0
Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


class Candidate(NamedTuple):
    """An entity that a statement of a document may be about."""

    statement: int  # its number
    speaker: str
    entity: str
    bearing: str


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate with what speaks for it; `judged` are the labels of what the attributor makes of it.

    Whether it is `right` nobody knows of statements that the annotation lacks: they only tell of those around them.
    Those of the kinds that are scored, bar the speaker, count in `--folds`.
    """

    candidate: Candidate
    labels: tuple[str, ...]
    right: bool | None
    counts: bool
    judged: tuple[str, ...]


def examples(doc: Doc, entities: Sequence[dict[str, Any]], places: Sequence[Place]) -> Iterator[Example]:
    """The candidates of each statement; the annotation's is from the same speaker, in mostly the same words."""
    gold_names = {key(form): one["name"] for one in entities for form in [one["name"], *one["names"]]}
    called = _called(doc, gold_names)
    for at, case in enumerate(Reading(doc).cases()):
        claims = [
            claim
            for start, end, claim in places
            if _is_same(case, start, end) and claim["speaker"] == called.get(case.speech.speaker)
        ]
        about = {gold_names.get(key(name), name) for claim in claims for name in claim.get("about", [])}
        for entity in case.candidates:
            yield Example(
                Candidate(at, case.speech.speaker, entity, case.bearing(entity)),
                tuple(labels_of(case, entity)),
                right=called.get(entity) in about if claims else None,
                counts=case.appearances.kind(entity) in SCORED and entity != case.speech.speaker,
                judged=tuple(judged_labels_of(case, entity)),
            )


def _is_same(case: Case, start: int, end: int) -> bool:
    """True where two stretches share half of the shorter one."""
    span = case.span
    shared = min(span.end_char, end) - max(span.start_char, start)
    return shared >= 0.5 * min(span.end_char - span.start_char, end - start)


def _called(doc: Doc, gold_names: dict[str, str]) -> dict[str, str]:
    """The annotation's name of each entity that it knows."""
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for entity in doc._.entities.values():
        forms[entity.id] += [entity.name, *entity.aliases]
    for span in doc.spans[MENTIONS]:
        forms[span.id_].append(span.text)
    known = {
        entity: [gold_names[key(form)] for form in named if key(form) in gold_names] for entity, named in forms.items()
    }
    return {entity: names[0] for entity, names in known.items() if names}


def fitted(found: Sequence[Example]) -> dict[str, float]:
    """The weight of each label that is not seldom; that of the empty label goes with every candidate."""
    found = [example for example in found if example.right is not None]
    counts = Counter(label for example in found for label in example.labels)
    column = {label: at for at, label in enumerate(["", *sorted(one for one in counts if counts[one] >= SELDOM)])}
    rows: list[int] = []
    columns: list[int] = []
    for row, example in enumerate(found):
        known = [0, *(column[label] for label in example.labels if label in column)]
        rows += [row] * len(known)
        columns += known
    right = np.array([example.right for example in found], np.float64)
    weights = _descended(np.array(rows), np.array(columns), right, len(column))
    return {label: round(float(weights[at]), 2) for label, at in column.items()}


def _descended(rows: Places, columns: Places, right: Numbers, size: int) -> Numbers:
    """The weights by Adam over the whole set, with shrinkage: the same input gives the same weights."""
    weights, mean_slope, spread = np.zeros(size), np.zeros(size), np.zeros(size)
    for time in range(1, ROUNDS + 1):
        scores = np.bincount(rows, weights=weights[columns], minlength=len(right))
        wrong = 1 / (1 + np.exp(-scores)) - right
        slope = np.bincount(columns, weights=wrong[rows], minlength=size) + SHRINKAGE * weights
        slope /= len(right)
        mean_slope, spread = 0.9 * mean_slope + 0.1 * slope, 0.999 * spread + 0.001 * slope * slope
        weights -= STEP * (mean_slope / (1 - 0.9**time)) / (np.sqrt(spread / (1 - 0.999**time)) + 1e-8)
    return weights


def material(data: Path, *, only: Collection[str] | None = None) -> Iterator[list[Example]]:
    """The examples of each annotated article that is not kept back, or of those of them that are named."""
    without, language = kept_back(), build()

    def read_by_all(text: str, title: str, publisher: str | None) -> Doc:
        doc: Doc = language.make_doc(text)
        doc._.title, doc._.publisher = title, publisher
        return language(doc)

    def is_wanted(name: str) -> bool:
        return name not in without and (only is None or name in only)

    for file in articles(data.parent / "extraction" / "dev"):
        if is_wanted(file.name.removesuffix(".gold.json")):
            gold = json.loads(file.read_text(encoding="utf-8"))
            document = read(file.with_name(file.name.replace(".gold.json", ".txt")))
            doc = read_by_all(document.text, document.title, document.publisher)
            yield list(examples(doc, gold["entities"], claim_places(document.text, gold["claims"])))
    corpus = (data.parent / "corpus" / "news.jsonl").read_text(encoding="utf-8").splitlines()
    articles_by_id = {article["id"]: article for article in map(json.loads, corpus)}
    for annotation in annotated():
        if is_wanted(annotation["id"]):
            article = articles_by_id[annotation["id"]]
            doc = read_by_all(article["text"], article["title"], article["publisher"])
            places = [(claim["start"], claim["end"], claim) for claim in annotation["claims"]]
            yield list(examples(doc, annotation["entities"], places))


def f1_by_fold(found: Sequence[list[Example]], folds: int) -> list[float]:
    """F1 of each fold by weights that were fitted to the others."""
    order = list(range(len(found)))
    random.Random(SEED).shuffle(order)
    scores = []
    for fold in range(folds):
        aside = set(order[fold::folds])
        weights = fitted([one for at, article in enumerate(found) if at not in aside for one in article])
        scores.append(_f1(weights, chain.from_iterable(found[at] for at in sorted(aside))))
    return scores


def _f1(weights: dict[str, float], found: Iterable[Example]) -> float:
    hits = chosen = right = 0
    least = float(np.log(LEAST / (1 - LEAST)))
    for example in (one for one in found if one.counts and one.right is not None):
        is_chosen = log_odds_of(example.labels, weights) >= least
        hits += is_chosen and bool(example.right)
        chosen += is_chosen
        right += bool(example.right)
    return 2 * hits / max(chosen + right, 1)


def main() -> None:
    """Fit and write, or tell how well it does."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path, metavar="DATA")
    options.add_argument("--folds", type=int, metavar="N", help="only measure, in N folds by article")
    given = options.parse_args()
    found = list(material(given.data))
    if given.folds:
        scores = f1_by_fold(found, given.folds)
        print(f"F1 {mean(scores):.3f} ± {pstdev(scores):.3f}:", *(f"{score:.3f}" for score in scores))
    else:
        write(fitted([one for article in found for one in article]), TARGET)


if __name__ == "__main__":
    main()
