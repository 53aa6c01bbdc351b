"""How firmly a statement is meant: stated, expected, possible or denied. The speaker's hedge, not our doubt.

The words stand in `loaders/data/hedges.csv`. A hedge counts where it hedges: not `May` the month, not `a plan` or
`the forecast` that somebody has, not `better than expected`, not `could not` for what nobody was able to do.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import Modality
from loaders.extract.cues import groups_of
from loaders.extract.units import Unit

DENIALS = frozenset({"deny", "refute", "reject", "dismiss"})
BY_OTHERS = frozenset({"expect", "forecast", "predict", "project", "anticipate", "foresee", "estimate", "see"})


def hedges() -> dict[str, frozenset[str]]:
    """The word groups that modality goes by."""
    return groups_of("hedges.csv")


def modality_of(units: Sequence[Unit], cue: str) -> Modality:
    """The modality of these words behind this reporting verb."""
    known = hedges()
    if cue in DENIALS or _denies(units):
        return Modality.DENIED
    if any(unit.lower in known["possible"] and _hedges(units, at) for at, unit in enumerate(units)):
        return Modality.POSSIBLE
    if cue in BY_OTHERS or any(unit.lower in known["expected"] and _hedges(units, at) for at, unit in enumerate(units)):
        return Modality.EXPECTED
    return Modality.STATED


def _denies(units: Sequence[Unit]) -> bool:
    """True for `no plans to`, `not in talks`, and for a report that is called untrue."""
    for at, unit in enumerate(units):
        after = _lower(units, at + 1)
        if unit.lower == "no" and after in {"plans", "plan", "intention", "intentions"}:
            return True
        if unit.lower in {"not", "n't"} and (after, _lower(units, at + 2)) == ("in", "talks"):
            return True
        if unit.lower in hedges()["denial"]:
            return True
    return False


def _hedges(units: Sequence[Unit], at: int) -> bool:
    """True unless the word means something else here."""
    unit, known = units[at], hedges()
    before, after = _lower(units, at - 1), _lower(units, at + 1)
    if unit.entity is not None:
        return False
    if unit.lower == "may":
        return unit.text == "may" or (at == 0 and not after[:1].isdigit() and before not in known["months_before"])
    if unit.lower == "could":
        return after not in {"not", "n't"}
    if unit.lower == "expected":
        return before not in known["past_before"]
    if unit.lower == "due" and _lower(units, at + 2) not in known["due_to_do"]:
        return False  # what is due to something has happened
    if unit.lower in known["needs_to"]:
        return after == "to" and before not in known["noun_before"] - {"no"}
    return not (unit.lower in known["may_be_noun"] and before in known["noun_before"])


def _lower(units: Sequence[Unit], at: int) -> str:
    return units[at].lower if 0 <= at < len(units) else ""
