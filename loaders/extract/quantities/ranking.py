"""Which entity an amount is about, by the weights that were fitted to annotated articles (`loaders.train`)."""

from __future__ import annotations

from loaders.extract.log_odds import log_odds_of, weights_in
from loaders.extract.quantities.evidence import NO_ONE, Case, labels_of, labels_of_no_one

TABLE = "subject_weights.csv"
RELUCTANCE = 1.7  # to leave an amount without a subject: one that is wrong costs less than one that is missed
CAUTION = 1.3  # towards a place that the sentence does not name: the text may speak of a company that it means


def evidence(case: Case) -> dict[str, tuple[str, ...]]:
    """The labels of each candidate, with those of none at all."""
    found = {entity: tuple(dict.fromkeys(labels_of(case, entity))) for entity in case.candidates()}
    return {**found, NO_ONE: tuple(dict.fromkeys(labels_of_no_one(case)))}


def best(case: Case) -> str | None:
    """The entity that the evidence speaks for most, None where it speaks for none."""
    if case.by_rule is None and case.is_of_goods:
        return None
    scores = {entity: log_odds_of(labels, weights_in(TABLE)) for entity, labels in evidence(case).items()}
    scores[NO_ONE] -= RELUCTANCE
    scores |= {entity: score - CAUTION for entity, score in scores.items() if case.is_far_place(entity)}
    return max(scores, key=lambda entity: scores[entity]) or None
