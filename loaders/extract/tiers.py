"""How much is spent on reading a document."""

from __future__ import annotations

from enum import StrEnum


class Tier(StrEnum):
    """`fast` reads by rules and lists alone; `accurate` adds the trained models that ship with the project."""

    FAST = "fast"
    ACCURATE = "accurate"
