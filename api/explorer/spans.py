"""Spans over a text that may overlap in any way, as segments that do not; the text itself is never changed."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile
from operator import attrgetter
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Span(NamedTuple, Generic[T]):
    """A stretch of a text, and what is marked there."""

    start: int
    end: int
    mark: T

    @property
    def length(self) -> int:
        """How many code points it covers."""
        return self.end - self.start


class Segment(NamedTuple, Generic[T]):
    """A stretch of a text within which nothing begins or ends, and what covers it, the shortest span first."""

    start: int
    end: int
    spans: tuple[Span[T], ...]


def segments(start: int, end: int, spans: Iterable[Span[T]]) -> Iterator[Segment[T]]:
    """All that lies between two places of a text, in order, cut wherever a span begins or ends."""
    inside = sorted((one for one in spans if max(one.start, start) < min(one.end, end)), key=attrgetter("start"))
    ends = (place for one in inside for place in one[:2] if start < place < end)
    covering: list[Span[T]] = []
    reached = 0
    for place, following in pairwise(sorted({start, end, *ends})):
        covering = [one for one in covering if one.end > place]
        while reached < len(inside) and inside[reached].start <= place:
            covering.append(inside[reached])
            reached += 1
        yield Segment(place, following, tuple(sorted(covering, key=attrgetter("length", "start"))))


def allotted(
    stretches: Iterable[tuple[int, int]], spans: Iterable[Span[T]]
) -> Iterator[tuple[int, int, list[Span[T]]]]:
    """Stretches that follow each other, such as paragraphs, each with the spans that touch it."""
    coming = deque(sorted(spans, key=attrgetter("start")))
    touching: list[Span[T]] = []
    for start, end in stretches:
        begun = [coming.popleft() for _ in range(_count_before(coming, end))]
        touching = [one for one in (*touching, *begun) if one.end > start]
        yield start, end, touching


def _count_before(coming: Iterable[Span[T]], end: int) -> int:
    return sum(1 for _ in takewhile(lambda one: one.start < end, coming))
