"""What the other statements of a document tell of whom one is about, as labels of a table.

Who is spoken of before and after, by the same speaker, and all through the text, is likelier to be meant where nobody
is named. What speaks for that is how likely each of the others is about somebody when it is looked at by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from loaders.extract.judged_evidence import SCORES
from loaders.extract.log_odds import chance_of
from loaders.extract.subject_evidence import step

NO_CANDIDATE = -5.0  # the score of whoever is not even near
LIKELY = (-3, -2, -1, -0.5, 0, 0.5, 1, 2, 3)  # steps of the log odds of others
OWN = (-2, -1, 0, 1)
CHANCES = (0, 1 / 12, 1 / 6, 1 / 3, 5 / 12, 1 / 2, 7 / 12, 2 / 3, 5 / 6, 1)  # of the other statements
GAPS = (0, 0.5, 1, 2, 3)
MOST_RANK = 3


class Scored(NamedTuple):
    """A statement as far as others look at it."""

    speaker: str
    scores: Mapping[str, float]  # of each candidate the log odds that the statement, by itself, is about it
    bearing: Mapping[str, str]  # and how it stands to the statement


class Surroundings:
    """The statements of a document in their order."""

    def __init__(self, statements: Sequence[Scored]) -> None:
        self._all = statements
        self._chances: defaultdict[str, float] = defaultdict(float)  # of each entity, summed over all statements
        self._of_speaker: defaultdict[tuple[str, str], float] = defaultdict(float)  # its scores, above NO_CANDIDATE
        self._times: defaultdict[str, int] = defaultdict(int)  # how often each speaker speaks
        for one in statements:
            self._times[one.speaker] += 1
            for entity, score in one.scores.items():
                self._chances[entity] += chance_of(score)
                self._of_speaker[one.speaker, entity] += score - NO_CANDIDATE

    def labels_of(self, at: int, entity: str) -> Iterator[str]:
        """What speaks for or against the entity in the statement of that number."""
        statement = self._all[at]
        own, bearing = statement.scores[entity], statement.bearing[entity]
        yield f"score {step(own, *SCORES)}"
        yield f"score {step(own, *SCORES)}|{bearing}"
        for label in self._elsewhere(at, entity):
            yield from (label, f"{label}|{bearing}", f"{label}|own {step(own, *OWN)}")
        best = max(statement.scores.values())
        rank = min(sum(score > own for score in statement.scores.values()), MOST_RANK)
        yield from (f"rank {rank}", f"rank {rank}|{bearing}", f"gap {step(best - own, *GAPS)}|own {step(own, *OWN)}")

    def _elsewhere(self, at: int, entity: str) -> Iterator[str]:
        """How likely the one before, the one after, the speaker's others and all others are about the entity."""
        yield f"before {self._likely(at - 1, entity)}"
        yield f"after {self._likely(at + 1, entity)}"
        yield f"speaker {self._of_same_speaker(self._all[at], entity)}"
        chance = chance_of(self._all[at].scores[entity])
        mean = (self._chances[entity] - chance) / max(len(self._all) - 1, 1)
        yield f"document {step(mean, *CHANCES) if len(self._all) > 1 else 'none'}"

    def _likely(self, at: int, entity: str) -> str:
        if not 0 <= at < len(self._all):
            return "none"
        return str(step(self._all[at].scores.get(entity, NO_CANDIDATE), *LIKELY))

    def _of_same_speaker(self, statement: Scored, entity: str) -> str:
        times = self._times[statement.speaker] - 1
        if not times:
            return "none"
        others = self._of_speaker[statement.speaker, entity] - (statement.scores[entity] - NO_CANDIDATE)
        return str(step(NO_CANDIDATE + others / times, *LIKELY))
