"""A piece of the graph small enough to be drawn: the entities that matter most around some, and all between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.errors import ParameterInvalid
from graph.explore.links import Link, degrees_of, left_out, relations_of, surroundings
from graph.explore.moment import ANY_TIME, Moment
from graph.explore.words import names_of, readable
from graph.reference import resolve
from graph.store import Row, Store

MOST_NODES = 500
MOST_SUBGRAPH_HOPS = 3
MOST_CENTRES = 50


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Entities and the links between them; `more` of a node is how many of its edges the picture leaves out."""

    nodes: list[Row]
    links: list[Row]
    is_cut: bool = False
    warnings: tuple[str, ...] = ()


def subgraph(
    store: Store,
    references: Sequence[str],
    *,
    hops: int = 1,
    max_nodes: int = 100,
    relation: str | None = None,
    moment: Moment = ANY_TIME,
) -> Subgraph:
    """What lies within some hops of some entities: at most so many nodes, those with most links to the others first.

    Among those with as many links the ones with the newest come first. A link is the newest of its edges, with its
    words, and says how many they are. Those that are asked for are always among them.
    """
    _check(references, hops, max_nodes)
    centres = list(dict.fromkeys(str(resolve(store, one)["id"]) for one in references))
    most = max(max_nodes, len(centres))
    drawing = _Drawing(store, relations_of(relation), moment, most, dict.fromkeys(centres, 0))
    drawing.grow(hops)
    return drawing.finished()


def _check(references: Sequence[str], hops: int, max_nodes: int) -> None:
    if not 1 <= len(references) <= MOST_CENTRES:
        raise ParameterInvalid(f"'ids' must name between 1 and {MOST_CENTRES} entities, not {len(references)}.")
    if not 1 <= hops <= MOST_SUBGRAPH_HOPS:
        raise ParameterInvalid(f"'hops' must be between 1 and {MOST_SUBGRAPH_HOPS}, not {hops}.")
    if not 1 <= max_nodes <= MOST_NODES:
        raise ParameterInvalid(f"'max_nodes' must be between 1 and {MOST_NODES}, not {max_nodes}.")


@dataclass(slots=True)
class _Drawing:
    store: Store
    relations: tuple[str, ...]
    moment: Moment
    max_nodes: int
    chosen: dict[str, int]  # the hop of each entity
    links: dict[tuple[str, str, str], Link] = field(default_factory=dict)
    cut: set[str] = field(default_factory=set)
    left_aside: bool = False

    def grow(self, hops: int) -> None:
        """Take in the best of each further hop while there is room, and then what joins the outermost."""
        frontier = list(self.chosen)
        for hop in range(1, hops + 1):
            self._look_around(frontier)
            frontier = self._best()
            self.chosen.update(dict.fromkeys(frontier, hop))
        self._look_around(frontier)

    def finished(self) -> Subgraph:
        """The nodes, nearest first, and the links between them, newest first."""
        inner = [link for link in self.links.values() if {link.source_id, link.target_id} <= self.chosen.keys()]
        inner.sort(key=lambda link: link.position, reverse=True)
        names = names_of(self.store, self.chosen)
        edges, shown = self._edges(), Counter(_counted_at_ends(inner))
        nodes = [
            {**names[one], "hop": hop, "edges": edges.get(one), "more": _more(edges.get(one), shown[one])}
            for one, hop in self.chosen.items()
            if one in names
        ]
        return Subgraph(nodes, readable(self.store, inner), self.left_aside, left_out(self.cut))

    def _look_around(self, frontier: Sequence[str]) -> None:
        around = surroundings(self.store, frontier, relations=self.relations, moment=self.moment)
        self.cut |= around.cut
        for links in around.links.values():
            self.links.update((link.edge, link) for link in links if link.edge not in self.links)

    def _best(self) -> list[str]:
        """Those at the edge with most links to what is chosen; there may be no room for all."""
        strength, newest = Counter[str](), dict[str, str]()
        for link in self.links.values():
            for inside, outside in ((link.source_id, link.target_id), (link.target_id, link.source_id)):
                if inside in self.chosen and outside not in self.chosen:
                    strength[outside] += 1
                    newest[outside] = max(newest.get(outside, ""), link.position)
        ranked = sorted(sorted(strength, key=lambda one: newest[one], reverse=True), key=lambda one: -strength[one])
        room = self.max_nodes - len(self.chosen)
        self.left_aside |= len(ranked) > room
        return ranked[:room]

    def _edges(self) -> dict[str, int]:
        """How many edges each entity has, as far as that is known: at a moment, of those that were read in full."""
        if self.moment == ANY_TIME and not self.relations:
            return degrees_of(self.store, list(self.chosen))
        return {
            one: number for one, number in Counter(_counted_at_ends(self.links.values())).items() if one not in self.cut
        }


def _counted_at_ends(links: Iterable[Link]) -> dict[str, int]:
    counts = Counter[str]()
    for link in links:
        for end in (link.source_id, link.target_id):
            counts[end] += link.edges
    return counts


def _more(edges: int | None, shown: int) -> int | None:
    return None if edges is None else max(edges - shown, 0)
