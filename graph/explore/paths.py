"""How two entities hang together, with the words behind every step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from graph.errors import ParameterInvalid
from graph.explore.links import Link, between, degrees_of, left_out, relations_of, surroundings
from graph.explore.moment import ANY_TIME, Moment
from graph.explore.page import Page, check_limit
from graph.explore.routes import Routes
from graph.explore.words import readable
from graph.reference import resolve
from graph.store import Row, Store

MOST_HOPS = 6
MOST_JOINED = 50_000  # pairs of neighbours that are held while paths are sought


def paths(
    store: Store,
    source: str,
    target: str,
    *,
    max_hops: int = 4,
    limit: int = 5,
    relation: str | None = None,
    explain: bool = True,
    moment: Moment = ANY_TIME,
) -> Page:
    """The shortest paths between two entities that visit nobody twice, in a fixed order; none if they are too far.

    Each is `{hops: [...]}`; a hop is the newest edge between its two entities, `forward` if it points along the path,
    with its words if it is to be explained. Of an entity with very many edges only the newest are followed, and a
    search most of whose ways lead nowhere is given up; the page's warnings say so. Method: k shortest simple paths by
    breadth-first search from both ends.
    """
    check_limit(limit)
    if not 1 <= max_hops <= MOST_HOPS:
        raise ParameterInvalid(f"'max_hops' must be between 1 and {MOST_HOPS}, not {max_hops}.")
    first, last = (str(resolve(store, reference)["id"]) for reference in (source, target))
    search = _Search(store, first, last, relations_of(relation), moment)
    found = list(islice(search.routes(max_hops), limit + 1)) if first != last else []
    rows = [{"hops": hops} for hops in _explained(store, search, found[:limit], explain=explain)]
    is_cut = len(found) > limit or search.is_given_up
    return Page(rows, None if is_cut else len(rows), goes_on=is_cut, warnings=search.warnings())


@dataclass(slots=True)
class _Side:
    """What was reached from one end: all that was seen, who is to be looked at next, and the edges that they have."""

    seen: set[str]
    frontier: list[str]
    edges: int = 0


@dataclass(slots=True)
class _Search:
    store: Store
    first: str
    last: str
    relations: tuple[str, ...]
    moment: Moment
    newest: dict[frozenset[str], Link] = field(default_factory=dict)
    cut: set[str] = field(default_factory=set)
    is_given_up: bool = False

    def warnings(self) -> tuple[str, ...]:
        """What whoever reads the paths should know."""
        given_up = ("There may be more: too many ways lead nowhere to try them all.",) if self.is_given_up else ()
        return (*left_out(self.cut), *given_up)

    def routes(self, max_hops: int) -> Iterator[tuple[str, ...]]:
        """Every route of at most so many hops, the shortest first; what lies around is read as far as needed."""
        routes = Routes(self.first, self.last)
        sides = tuple(_Side({end}, [end], self._edges_of([end])) for end in (self.first, self.last))
        self._join(between(self.store, self.first, self.last, relations=self.relations, moment=self.moment), routes)
        yield from routes.of_length(1)
        for hops in range(2, max_hops + 1):
            for _ in range(2 if hops == 2 else 1):
                self._widen(sides, routes)
            yield from routes.of_length(hops)
            if routes.is_cut:
                self.is_given_up = True
                return

    def _widen(self, sides: Sequence[_Side], routes: Routes) -> None:
        """Go one step further from the end where that costs less."""
        side = min(sides, key=lambda one: one.edges)
        around = surroundings(self.store, side.frontier, relations=self.relations, moment=self.moment)
        self.cut |= around.cut
        side.frontier = []
        for entity_id, links in around.links.items():
            if len(self.newest) > MOST_JOINED:
                self.cut.add(entity_id)
                continue
            self._join(links, routes)
            new = {link.other(entity_id) for link in links} - side.seen
            side.seen |= new
            side.frontier += sorted(new)
        side.edges = self._edges_of(side.frontier)

    def _edges_of(self, frontier: Sequence[str]) -> int:
        return sum(degrees_of(self.store, frontier).values())

    def _join(self, links: Iterable[Link], routes: Routes) -> None:
        for link in links:
            routes.join(link.source_id, link.target_id)
            pair = frozenset((link.source_id, link.target_id))
            if (known := self.newest.get(pair)) is None or known.position < link.position:
                self.newest[pair] = link


def _explained(
    store: Store, search: _Search, routes: Sequence[tuple[str, ...]], *, explain: bool
) -> Iterator[list[Row]]:
    """The hops of each route; nothing of a route that lost an edge since it was found."""
    links = {pair: search.newest[pair] for route in routes for pair in map(frozenset, pairwise(route))}
    rows = readable(store, links.values(), quoted=explain)
    known = {frozenset((row["source_id"], row["target_id"])): row for row in rows}
    for route in routes:
        hops = [_hop(known[pair], near) for near, far in pairwise(route) if (pair := frozenset((near, far))) in known]
        if len(hops) == len(route) - 1:
            yield hops


def _hop(row: Row, near: str) -> Row:
    """The link as a step that begins at `near`."""
    if row["source_id"] == near:
        return {**row, "forward": True}
    turned = {"source_id": row["target_id"], "source": row["target"], "target_id": row["source_id"]}
    return {**row, **turned, "target": row["source"], "forward": False}
