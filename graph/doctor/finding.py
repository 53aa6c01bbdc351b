"""What was found amiss, and by which check."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST = 1000  # findings of a check


class Check(StrEnum):
    """What is looked for."""

    ORPHAN = "orphan"  # something that nothing leads to
    SILENT_DOCUMENT = "silent document"  # one without a claim
    KINDS = "kinds that conflict"
    SHARED_NAME = "name of several"
    MERGE = "suspicious merge"  # a judgement that what is known now speaks against
    NAMESAKE = "may be two"
    LOOKALIKE = "may be one"
    REGISTERS = "registers that disagree"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: the ids that it is about, and what is the matter with them in a sentence.

    What `is_damage` cannot come about by loading, judging and removing: part of the store was lost.
    """

    check: Check
    ids: tuple[str, ...]
    what: str
    is_damage: bool = False
