"""What a statement is about: the entities that the evidence speaks for, by weights fitted to annotated articles.

Half of the time what is meant is not named in the statement: the speaker's own house, what the paragraph or the whole
document speaks of. So every entity named near or often is a candidate, and each is judged by itself: a statement may be
about many or about none. Words and places give it a score; where the attributor has read the sentence, a second table
weighs that score with its judgement.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from graph.model import Kind
from loaders.extract.appearances import SCORED
from loaders.extract.cases import Case
from loaders.extract.judged_evidence import judged_labels_of, score_label
from loaders.extract.subject_evidence import labels_of
from loaders.extract.units import Unit

TABLE = "claim_subject_weights.csv"
JUDGED_TABLE = "judged_subject_weights.csv"  # where the attributor has read the statement
LEAST = 0.38  # the chance from which on an entity is one of the subjects
LEAST_MEASURED = 0.15  # the same for what the figures of the statement measure: it is seldom beside the point


def subjects_of(case: Case) -> tuple[str, ...]:
    """Ids of the entities that the statement is about, what it measures first, then the surest first."""
    chances = {entity: chance_of(case, entity) for entity in case.candidates if entity not in case.others_measured}
    chosen = {entity for entity in chances if chances[entity] >= _least(case, entity)}
    chosen -= {entity for entity in chosen if case.only_beside(entity)} - {case.part.subject, case.speech.speaker}
    if any(case.appearances.kind(entity) in SCORED for entity in chosen - {case.speech.speaker}):
        chosen -= _mere_speaker(case)
    # A figure without a subject of its own takes the first one of its statement.
    return tuple(sorted(chosen, key=lambda one: (one != case.part.subject, -chances[one], one)))


def _least(case: Case, entity: str) -> float:
    return LEAST_MEASURED if entity == case.part.subject and entity != case.speech.speaker else LEAST


def _mere_speaker(case: Case) -> set[str]:
    """Who speaks, unless that is a company, which speaks of itself beside others too."""
    speaker = case.speech.speaker
    return set() if case.appearances.kind(speaker) == Kind.COMPANY else {speaker}


def chance_of(case: Case, entity: str) -> float:
    """How likely the statement is about the entity, between 0 and 1."""
    score = _score(TABLE, labels_of(case, entity))
    if judged := tuple(judged_labels_of(case, entity)):
        score = _score(JUDGED_TABLE, (score_label(score), *judged))
    return 1 / (1 + math.exp(-score))


def _score(table: str, labels: Iterable[str]) -> float:
    weights = _weights(table)
    return sum(weights.get(label, 0.0) for label in ("", *labels))


def named_in(units: Sequence[Unit]) -> tuple[str, ...]:
    """The companies, institutions, people and indices that these words name, in order."""
    named = (unit.entity for unit in units if unit.entity and unit.kind in SCORED and not unit.refers)
    return tuple(dict.fromkeys(named))


@cache
def _weights(table: str) -> dict[str, float]:
    """The weight of each label; that of none stands under the empty label."""
    source = files("loaders").joinpath("data", table).read_text(encoding="utf-8")
    return {row["evidence"]: float(row["weight"]) for row in csv.DictReader(source.splitlines())}
