"""Fit `loaders/data/subject_weights.csv`: how much each piece of evidence says that an amount is about an entity.

    python -m loaders.train.figure_subjects DATA

DATA is the folder that `python -m loaders.train` is given. The articles are read by the pipeline up to the figures; a
candidate is right where the annotation has the figure in a claim about it. A log-linear choice among the candidates of
each amount: nothing in it knows a single name, and the table can be read and edited by hand.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from graph.naming import key
from loaders.documents import read
from loaders.extract import figures
from loaders.extract.annotations import MENTIONS
from loaders.extract.language import build, components
from loaders.extract.quantities.evidence import NO_ONE, Case
from loaders.extract.quantities.ranking import evidence
from loaders.extract.tiers import Tier
from loaders.train.gold import Place, articles, claim_places
from loaders.train.material import annotated, kept_back, texts

TARGET = Path(__file__).parent.parent / "data" / "subject_weights.csv"
SCORED = frozenset({"Company", "Institution", "Person", "Index"})
SELDOM = 20  # a label that fewer candidates have is left out
SHRINKAGE, ROUNDS, STEP = 15.0, 250, 0.05
CLOSE = 0.005  # how far the value of the annotation may be off, as a share of it
Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """The labels of each candidate of an amount, and the candidates that the annotation has it about."""

    labels: dict[str, tuple[str, ...]]
    right: frozenset[str]


def examples(doc: Doc, entities: Iterable[dict[str, Any]], places: Sequence[Place]) -> Iterator[Example]:
    """One example for each amount; an amount that the annotation lacks is about no one.

    Amounts whose subject is not among the candidates, or is of no kind that is scored, are left out.
    """
    gold_names = {key(form): one["name"] for one in entities for form in [one["name"], *one["names"]]}
    scored = {one["name"] for one in entities if one["kind"] in SCORED}
    called = _called(doc, gold_names)
    for at, case in _cases(doc):
        if case.by_rule is None and case.is_of_goods:
            continue
        abouts = [set(claim["about"]) for claim in _claims_with(case, at, places)]
        labels = evidence(case)
        if not abouts:
            yield Example(labels, frozenset({NO_ONE}))
            continue
        about = {gold_names.get(key(name), name) for name in set().union(*abouts)}
        right = frozenset(entity for entity in labels if called.get(entity) in about)
        if right and (about & scored or right):
            yield Example(labels, right)


def _cases(doc: Doc) -> list[tuple[int, Case]]:
    """The amounts of a document with their places; what went before them is taken from the rules."""
    found: list[tuple[int, Case]] = []

    def note(case: Case) -> str | None:
        found.append((case.scene.start + case.amount.start, case))
        return case.by_rule

    for _ in figures.measured(doc, note):
        pass
    return found


def _claims_with(case: Case, at: int, places: Iterable[Place]) -> Iterator[dict[str, Any]]:
    """The claims around an amount that hold its figure."""
    for start, end, claim in places:
        if start <= at < end and any(_is_same(case, figure) for figure in claim.get("figures") or []):
            yield claim


def _is_same(case: Case, figure: dict[str, Any]) -> bool:
    value, amount = figure.get("value"), case.amount
    if not isinstance(value, int | float) or figure.get("unit") != amount.unit:
        return False
    return any(abs(abs(end) - abs(value)) <= CLOSE * abs(value) for end in (amount.low, amount.high))


def _called(doc: Doc, gold_names: dict[str, str]) -> dict[str, str]:
    """The annotation's name of each entity that was found."""
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for entity in doc._.entities.values():
        forms[entity.id] += [entity.name, *entity.aliases]
    for span in doc.spans[MENTIONS]:
        forms[span.id_].append(span.text)
    known = {
        entity: next((gold_names[key(f)] for f in named if key(f) in gold_names), "") for entity, named in forms.items()
    }
    return {entity: name for entity, name in known.items() if name}


def fitted(found: Sequence[Example]) -> dict[str, float]:
    """The weight of each label that is not seldom."""
    counts = Counter(label for example in found for labels in example.labels.values() for label in labels)
    column = {label: at for at, label in enumerate(sorted(label for label in counts if counts[label] >= SELDOM))}
    rows, columns, starts, right = _matrix(found, column)
    weights = _descended(rows, columns, starts, right, len(column))
    return {label: round(float(weights[at]), 2) for label, at in column.items()}


def _matrix(found: Sequence[Example], column: dict[str, int]) -> tuple[Places, Places, Places, Numbers]:
    """Rows and columns of the labels given, the first row of each example, and which rows are right."""
    rows: list[int] = []
    columns: list[int] = []
    starts: list[int] = []
    right: list[float] = []
    for example in found:
        starts.append(len(right))
        for entity, labels in example.labels.items():
            known = [column[label] for label in labels if label in column]
            rows += [len(right)] * len(known)
            columns += known
            right.append(float(entity in example.right))
    return np.array(rows), np.array(columns), np.array(starts), np.array(right)


def _descended(rows: Places, columns: Places, starts: Places, right: Numbers, size: int) -> Numbers:
    """The weights by Adam over the whole set, with shrinkage: the same input gives the same weights."""
    weights, mean, spread = np.zeros(size), np.zeros(size), np.zeros(size)
    example = np.repeat(np.arange(len(starts)), np.diff([*starts, len(right)]))
    for time in range(1, ROUNDS + 1):
        scores = np.bincount(rows, weights=weights[columns], minlength=len(right))
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[example])
        given, wanted = _shares(odds, starts, example), _shares(odds * right, starts, example)
        slope = np.bincount(columns, weights=(given - wanted)[rows], minlength=size) + SHRINKAGE * weights
        slope /= len(starts)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope * slope
        weights -= STEP * (mean / (1 - 0.9**time)) / (np.sqrt(spread / (1 - 0.999**time)) + 1e-8)
    return weights


def _shares(odds: Numbers, starts: Places, example: Places) -> Numbers:
    """The odds of each candidate as a share of those of its example."""
    shares: Numbers = odds / np.maximum(np.add.reduceat(odds, starts), 1e-12)[example]
    return shares


def material(data: Path) -> Iterator[Example]:
    """The examples of every annotated article that is not kept back."""
    language = build()
    for name in components(Tier.ACCURATE)[components(Tier.ACCURATE).index(figures.NAME) :]:
        language.remove_pipe(name)
    without, text_of = kept_back(), texts(data)
    for file in articles(data.parent / "extraction" / "dev", without=without):
        gold = json.loads(file.read_text(encoding="utf-8"))
        text = read(file.with_name(file.name.replace(".gold.json", ".txt"))).text
        yield from examples(language(text), gold["entities"], claim_places(text, gold["claims"]))
    for article in annotated():
        if article["id"] not in without:
            places = [(claim["start"], claim["end"], claim) for claim in article["claims"]]
            yield from examples(language(text_of[article["id"]]), article["entities"], places)
