"""What a statement does (target, forecast, warning, …), and the time ahead that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graph.model import ClaimType, Stance
from loaders.extract.cues import groups_of, verbs_by_lemma
from loaders.extract.units import Unit

_NUMBER = r"(?:\d+(?:[-–]\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several|couple\sof)"
_SPAN = r"(?:days?|weeks?|months?|quarters?|years?|decades?)"
_DATE = r"(?:(?:fiscal\s)?20\d\d|year[-\s]?end|next\s\w+|this\s\w+|year|month|decade)"
_TERM = r"(?:short|near|medium|long)(?:er)?"
HORIZON = re.compile(
    rf"""\b(?:
        (?:over|in|within|during|for|through)\s(?:the\s)?(?:next|coming|following)\s(?:{_NUMBER}\s)?{_SPAN}
      | (?:by|at|before|until|through)\s(?:the\s)?(?:end\sof\s(?:the\s)?)?{_DATE}
      | (?:within|in)\s{_NUMBER}(?:[-\s]to[-\s]{_NUMBER})?\s{_SPAN}(?:'\stime)?
      | (?:later\s)?(?:next|this)\s(?:year|month|week|quarter|decade|summer|spring|winter|autumn|fall)
      | in\sthe\s{_TERM}[-\s](?:term|run)
      | {_TERM}[-\s]term
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def claim_words() -> dict[str, frozenset[str]]:
    """The word groups that the type of a claim goes by."""
    return groups_of("claim_words.csv")


def type_of(units: Sequence[Unit], cue: str, stance: Stance, *, has_figure: bool, about_self: bool) -> ClaimType:
    """The type of what is said: a target before a warning, before a deed, before a forecast, before a figure."""
    words = {unit.lower for unit in units if unit.entity is None}
    known = claim_words()
    usual = verbs_by_lemma()[cue].type if cue in verbs_by_lemma() else ""
    if usual == "target" or (
        words & known["target_noun"] and (has_figure or words & known["grade"]) and not about_self
    ):
        return ClaimType.TARGET
    if usual == "warning" or (words & known["warning"] and stance == Stance.NEGATIVE and usual != "figure"):
        return ClaimType.WARNING
    if usual == "action" or (about_self and words & known["deed"] and usual not in {"opinion", "forecast"}):
        return ClaimType.ACTION
    if usual == "forecast" or words & known["future"] or words & known["possible"] - {"can", "should"}:
        return ClaimType.FORECAST
    if has_figure and usual != "opinion":
        return ClaimType.FIGURE
    return ClaimType.OPINION


def unattributed_type(units: Sequence[Unit]) -> ClaimType:
    """The type of what the document itself states with a figure: that, unless it tells of a deed or the future."""
    words = {unit.lower for unit in units if unit.entity is None}
    known = claim_words()
    if words & known["ahead"]:
        return ClaimType.FORECAST
    return ClaimType.ACTION if words & known["deed"] and not words & known["moves"] else ClaimType.FIGURE


def horizon_in(texts: Iterable[str]) -> str | None:
    """The first time ahead that the text names, as written."""
    found = (HORIZON.search(text) for text in texts)
    return next((match.group() for match in found if match), None)
