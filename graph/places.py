"""Where in a document's sentences a stretch of its text lies."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from graph.errors import ExtractionInvalid
from graph.model import Passage


class Places:
    """Which passages a stretch of text lies in."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = sorted(passages, key=lambda passage: (passage.start, passage.end))
        self._starts = [passage.start for passage in self._passages]

    def overlapping(self, start: int, end: int) -> list[Passage]:
        """Those that share at least one character with it, in order."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_right(self._starts, end - 1)
        found = [passage for passage in self._passages[first:last] if passage.end > start]
        if not found:
            raise ExtractionInvalid(f"The words at {start}-{end} lie in no passage of the document.")
        return found
