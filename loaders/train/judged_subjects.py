"""Fit what the attributor's judgement, and then the other statements, add on what a statement is about.

That is `loaders/data/judged_subject_weights.csv` and `surrounding_subject_weights.csv`. A judgement on an article that
the attributor learnt from is surer than any it will make later. So the attributor is trained anew without each fold of
the articles and reads that fold, and the scores that a table goes on from come from weights that were fitted to the
other folds as well.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby
from pathlib import Path
from typing import NamedTuple

from loaders.extract import attributor
from loaders.extract.encoder import Encoder
from loaders.extract.judged_evidence import score_label
from loaders.extract.log_odds import log_odds_of
from loaders.extract.subjects import JUDGED_TABLE, SURROUNDING_TABLE
from loaders.extract.surroundings import Scored, Surroundings
from loaders.train import claim_subjects
from loaders.train.attribution import trained_attributor
from loaders.train.claim_subjects import Example
from loaders.train.export import save
from loaders.train.material import sentences_by_article

TARGET = claim_subjects.TARGET.with_name(JUDGED_TABLE)
SURROUNDING_TARGET = claim_subjects.TARGET.with_name(SURROUNDING_TABLE)
FOLDS = 3
Article = list[Example]
Fold = list[Article]
Weights = dict[str, float]


class Tables(NamedTuple):
    """The weights of the judgement's labels with the score of the words, and of the other statements' with both."""

    judged: Weights
    surrounding: Weights


def material(data: Path, weights: Path, *, epochs: int) -> Iterator[Fold]:
    """The articles of each fold, read by an attributor that has learnt from the others."""
    lessons = sentences_by_article(data)
    names = list(lessons)
    for fold in range(FOLDS):
        aside = set(names[fold::FOLDS])
        others = chain.from_iterable(lessons[name] for name in names if name not in aside)
        with tempfile.TemporaryDirectory() as folder:
            save(trained_attributor(list(others), weights, epochs=epochs), Path(folder, "attributor"))
            attributor.ENCODER = Encoder("attributor", Path(folder))
            yield list(claim_subjects.material(data, only=aside))


def fitted(folds: Sequence[Fold]) -> Tables:
    """Both tables."""
    judged = _next_stage(folds, _judged)
    surrounding = _next_stage(judged, _surrounded)
    return Tables(_weights(judged), _weights(surrounding))


def _weights(folds: Sequence[Fold]) -> Weights:
    return claim_subjects.fitted([one for fold in folds for article in fold for one in article])


def _next_stage(folds: Sequence[Fold], stage: Callable[[Article, list[float]], Article]) -> list[Fold]:
    """Each article with the labels of the next table, by the scores that the weights of the other folds give it."""
    further = []
    for at, fold in enumerate(folds):
        weights = _weights([*folds[:at], *folds[at + 1 :]])
        further.append([stage(article, [log_odds_of(one.labels, weights) for one in article]) for article in fold])
    return further


def _judged(article: Article, scores: list[float]) -> Article:
    return [
        replace(one, labels=(score_label(score), *one.judged))
        for one, score in zip(article, scores, strict=True)
        if one.judged
    ]


def _surrounded(article: Article, scores: list[float]) -> Article:
    pairs = zip(article, scores, strict=True)
    statements = [list(group) for _, group in groupby(pairs, key=lambda pair: pair[0].candidate.statement)]
    around = Surroundings([_scored(statement) for statement in statements])
    return [
        replace(one, labels=tuple(around.labels_of(at, one.candidate.entity)))
        for at, statement in enumerate(statements)
        for one, _ in statement
    ]


def _scored(statement: Sequence[tuple[Example, float]]) -> Scored:
    first, _ = statement[0]
    scores = {one.candidate.entity: score for one, score in statement}
    return Scored(
        first.candidate.speaker, scores, {one.candidate.entity: one.candidate.bearing for one, _ in statement}
    )
