"""Fit `loaders/data/judged_subject_weights.csv`: what the attributor's judgement adds on what a statement is about.

A judgement on an article that the attributor learnt from is surer than any it will make later. So the attributor is
trained anew without each fold of the articles and reads that fold, and the score of the words and places comes from
weights that were fitted to the other folds as well.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from loaders.extract import attributor
from loaders.extract.encoder import Encoder
from loaders.extract.judged_evidence import score_label
from loaders.extract.subjects import JUDGED_TABLE
from loaders.train import claim_subjects
from loaders.train.attribution import trained_attributor
from loaders.train.claim_subjects import Example
from loaders.train.export import save
from loaders.train.material import sentences_by_article

TARGET = claim_subjects.TARGET.with_name(JUDGED_TABLE)
FOLDS = 3


def material(data: Path, weights: Path, *, epochs: int) -> Iterator[list[Example]]:
    """The examples of each fold, read by an attributor that has learnt from the others."""
    lessons = sentences_by_article(data)
    names = list(lessons)
    for fold in range(FOLDS):
        aside = set(names[fold::FOLDS])
        others = chain.from_iterable(lessons[name] for name in names if name not in aside)
        with tempfile.TemporaryDirectory() as folder:
            save(trained_attributor(list(others), weights, epochs=epochs), Path(folder, "attributor"))
            attributor.ENCODER = Encoder("attributor", Path(folder))
            yield list(chain.from_iterable(claim_subjects.material(data, only=aside)))


def fitted(folds: Sequence[Sequence[Example]]) -> dict[str, float]:
    """The weights of the judgement's labels, and of the score of the words."""
    examples: list[Example] = []
    for at, fold in enumerate(folds):
        others = chain.from_iterable(other for number, other in enumerate(folds) if number != at)
        examples += _judged(fold, claim_subjects.fitted(list(others)))
    return claim_subjects.fitted(examples)


def _judged(fold: Sequence[Example], weights: dict[str, float]) -> Iterator[Example]:
    for example in fold:
        if example.judged:
            score = weights[""] + sum(weights.get(label, 0.0) for label in example.labels)
            yield replace(example, labels=(score_label(score), *example.judged))
