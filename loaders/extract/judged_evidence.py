"""What the attributor's judgement says for or against an entity as what a statement is about, as labels of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.extract.attributor import Judgement
from loaders.extract.cases import Case
from loaders.extract.subject_evidence import step

CHANCES = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
SCORES = tuple(half / 2 for half in range(-8, 9))


def judged_labels_of(case: Case, entity: str) -> Iterator[str]:
    """How likely the sentence is about this mention, about the speaker's house, about somebody it does not name.

    No labels where the attributor did not read it, as in the fast tier.
    """
    judgements = case.appearances.judgements(case.span.start, case.span.end)
    if not judgements:
        return
    narrow, wide = f"{case.where(entity)}|{case.who(entity)}", case.bearing(entity)
    for chance in _chances(judgements, entity):
        yield from (chance, f"{narrow}|{chance}", f"{wide}|{chance}|{case.appearances.kind(entity)}")


def score_label(score: float) -> str:
    """What the words and places alone say: the score that their weights come to."""
    return f"words {step(score, *SCORES)}"


def _chances(judgements: Sequence[Judgement], entity: str) -> Iterator[str]:
    seen = [one.subjects[entity] for one in judgements if entity in one.subjects]
    yield f"subject {step(max(seen), *CHANCES)}" if seen else "not seen"
    yield f"own {step(max(one.about_own_house for one in judgements), *CHANCES)}"
    yield f"unnamed {step(max(one.about_unnamed for one in judgements), *CHANCES)}"
