"""What a visit to an address may cost, and by what the next one tells whether anything is new there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fetching:
    """What fetching may cost, and whether it may lead into closed networks."""

    seconds: float = 60.0
    most_bytes: int = 200_000_000
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """By what a server tells whether something has changed since."""

    etag: str = ""
    last_modified: str = ""


NO_MARK = Mark()
