"""What a statement is about: the entities that the evidence speaks for, by weights fitted to annotated articles.

Half of the time what is meant is not named in the statement: the speaker's own house, what the paragraph or the whole
document speaks of. So every entity named near or often is a candidate, and each is judged by itself: a statement may be
about many or about none. Words and places give it a score; where the attributor has read the sentence, a second table
weighs that score with its judgement, and a third what comes of that with the other statements of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.model import Kind
from loaders.extract.appearances import SCORED
from loaders.extract.cases import Case
from loaders.extract.judged_evidence import judged_labels_of, score_label
from loaders.extract.log_odds import chance_of, log_odds_of, weights_in
from loaders.extract.subject_evidence import labels_of
from loaders.extract.surroundings import Scored, Surroundings
from loaders.extract.units import Unit

TABLE = "claim_subject_weights.csv"
JUDGED_TABLE = "judged_subject_weights.csv"  # where the attributor has read the statement
SURROUNDING_TABLE = "surrounding_subject_weights.csv"
LEAST = 0.42  # the chance from which on an entity is one of the subjects
LEAST_MEASURED = 0.15  # the same for what the figures of the statement measure: it is seldom beside the point


def subjects_of(cases: Sequence[Case]) -> Iterator[tuple[str, ...]]:
    """Ids of the entities that each statement of a document is about, what it measures first, then the surest first."""
    statements = [scored(case) for case in cases]
    around = Surroundings(statements)
    for at, (case, statement) in enumerate(zip(cases, statements, strict=True)):
        chances = {entity: _chance(case, around, at, entity, score) for entity, score in statement.scores.items()}
        yield _chosen(case, chances)


def scored(case: Case) -> Scored:
    """A statement with what speaks for each candidate as long as nobody looks at the others."""
    scores = {entity: _by_itself(case, entity) for entity in case.candidates}
    return Scored(case.speech.speaker, scores, {entity: case.bearing(entity) for entity in scores})


def _by_itself(case: Case, entity: str) -> float:
    """The log odds that the statement, looked at by itself, is about the entity."""
    score = log_odds_of(labels_of(case, entity), weights_in(TABLE))
    judged = tuple(judged_labels_of(case, entity))
    return log_odds_of((score_label(score), *judged), weights_in(JUDGED_TABLE)) if judged else score


def _chance(case: Case, around: Surroundings, at: int, entity: str, score: float) -> float:
    """How likely a statement is about the entity, between 0 and 1.

    Where the attributor reads, the statement by itself and the statement among the others count alike: on 357 articles
    that neither an attributor nor the two tables of its judgement had seen (the table of words had), F1 was 0.715 by
    the first, 0.720 by the second and 0.728 by both.
    """
    if case.appearances.judgements(case.span.start, case.span.end):
        score = (score + log_odds_of(around.labels_of(at, entity), weights_in(SURROUNDING_TABLE))) / 2
    return chance_of(score)


def _chosen(case: Case, chances: Mapping[str, float]) -> tuple[str, ...]:
    chosen = {entity for entity, chance in chances.items() if chance >= _least(case, entity)} - _barred(case)
    if any(case.appearances.kind(entity) in SCORED for entity in chosen - {case.speech.speaker}):
        chosen -= _mere_speaker(case)
    # A figure without a subject of its own takes the first one of its statement.
    return tuple(sorted(chosen, key=lambda one: (one != case.part.subject, -chances[one], one)))


def _least(case: Case, entity: str) -> float:
    return LEAST_MEASURED if entity == case.part.subject and entity != case.speech.speaker else LEAST


def _barred(case: Case) -> frozenset[str | None]:
    """Whom only the other clauses of the sentence name or measure."""
    beside = {entity for entity in case.candidates if case.only_beside(entity)}
    return case.others_measured | beside - {case.part.subject, case.speech.speaker}


def _mere_speaker(case: Case) -> set[str]:
    """Who speaks, unless that is a company, which speaks of itself beside others too."""
    speaker = case.speech.speaker
    return set() if case.appearances.kind(speaker) == Kind.COMPANY else {speaker}


def named_in(units: Sequence[Unit]) -> tuple[str, ...]:
    """The companies, institutions, people and indices that these words name, in order."""
    named = (unit.entity for unit in units if unit.entity and unit.kind in SCORED and not unit.refers)
    return tuple(dict.fromkeys(named))
