"""The simple routes between two entities in what was read around both, shortest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

Adjacent = dict[str, set[str]]
MOST_STEPS = 500_000  # that are tried for all routes of one question: about a second


@dataclass(slots=True)
class Routes:
    """Routes over a graph that grows from both ends while longer ones are asked for."""

    first: str
    last: str
    adjacent: Adjacent = field(default_factory=dict)
    steps_left: int = MOST_STEPS

    @property
    def is_cut(self) -> bool:
        """Whether the search was given up, since most ways came back upon themselves."""
        return self.steps_left <= 0

    def join(self, one: str, other: str) -> None:
        """Note that a route may lead from one entity to the other, and back."""
        self.adjacent.setdefault(one, set()).add(other)
        self.adjacent.setdefault(other, set()).add(one)

    def of_length(self, hops: int) -> Iterator[tuple[str, ...]]:
        """Every route of so many hops that visits nobody twice, in the order of the ids along it."""
        yield from self._extended((self.first,), self._within_reach(hops))

    def _extended(self, route: tuple[str, ...], reach: list[set[str]]) -> Iterator[tuple[str, ...]]:
        left = len(reach) - len(route)
        if left == 0:
            yield route
            return
        for near in sorted(self.adjacent.get(route[-1], set()) & reach[left - 1]):
            if self.is_cut:
                return
            self.steps_left -= 1
            if near not in route:
                yield from self._extended((*route, near), reach)

    def _within_reach(self, hops: int) -> list[set[str]]:
        """For each number of hops up to this, those from whom the last is just so far on some way past neither end."""
        reach = [{self.last}]
        for _ in range(hops):
            reach.append({near for one in reach[-1] - {self.first} for near in self.adjacent.get(one, set())})
            reach[-1].discard(self.last)
        return reach
