"""A drawing that grows by one entity at a time: of each that is opened the best of its neighbours come in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.errors import ParameterInvalid
from graph.explore.links import Link, degrees_of, left_out, relations_of, surroundings
from graph.explore.moment import ANY_TIME, Moment
from graph.explore.subgraph import Subgraph
from graph.explore.words import names_of, readable
from graph.reference import resolve
from graph.store import Store

MOST_OPENED = 40
MOST_NEW = 50  # entities that come in at a time


def expansion(
    store: Store,
    opened: Sequence[str],
    *,
    most_new: int = MOST_NEW,
    relation: str | None = None,
    kinds: Iterable[str] = (),
    moment: Moment = ANY_TIME,
) -> Subgraph:
    """What is drawn once these entities were opened one after the other, each with at most `most_new` new neighbours.

    Those with most links to what is drawn come first, then those with the newest. An entity that is opened again brings
    its next ones. `hop` of a node is how far it is from the first, `more` of one that was opened is how many of its
    neighbours are not drawn, None where nobody counted them. Of `kinds` other than those asked for nobody comes in.
    """
    if not 1 <= len(opened) <= MOST_OPENED:
        raise ParameterInvalid(f"Between 1 and {MOST_OPENED} entities can be opened, not {len(opened)}.")
    if not 1 <= most_new <= MOST_NEW:
        raise ParameterInvalid(f"'most_new' must be between 1 and {MOST_NEW}, not {most_new}.")
    ids = [str(resolve(store, one)["id"]) for one in opened]
    drawing = _Growing(store, relations_of(relation), frozenset(kinds), moment, {ids[0]: 0})
    drawing.look_around(dict.fromkeys(ids))
    for one in ids:
        drawing.open(one, most_new)
    return drawing.finished()


@dataclass(slots=True)
class _Growing:
    store: Store
    relations: tuple[str, ...]
    kinds: frozenset[str]
    moment: Moment
    hops: dict[str, int]  # of each entity that is drawn
    around: dict[str, list[Link]] = field(default_factory=dict)
    cut: set[str] = field(default_factory=set)
    opened: dict[str, None] = field(default_factory=dict)  # so far: what is opened later moves nobody who is there

    def look_around(self, ids: Iterable[str]) -> None:
        """Read the links of entities."""
        unread = [one for one in ids if one not in self.around]
        found = surroundings(self.store, unread, relations=self.relations, moment=self.moment)
        self.around.update(found.links)
        self.cut |= found.cut

    def open(self, entity_id: str, most: int) -> None:
        """Take in the best of its neighbours that are not there yet."""
        self.opened[entity_id] = None
        hop = self.hops.setdefault(entity_id, max(self.hops.values()) + 1)
        for one in self._waiting(entity_id)[:most]:
            self.hops[one] = hop + 1

    def finished(self) -> Subgraph:
        """The nodes in the order in which they came, and the links between them, newest first."""
        waiting = {one: len(self._waiting(one)) for one in self.opened}
        hubs = self.cut & waiting.keys()
        self.look_around(self.hops)
        inner = self._inner()
        names, degrees = names_of(self.store, self.hops), degrees_of(self.store, list(self.hops))
        more: dict[str, int | None] = {**waiting, **self._beyond(hubs, inner, degrees)}
        nodes = [
            {**names[one], "hop": hop, "edges": degrees.get(one), "more": more.get(one)}
            for one, hop in self.hops.items()
            if one in names
        ]
        is_cut = bool(hubs) or any(waiting.values())
        return Subgraph(nodes, readable(self.store, inner), is_cut, left_out(hubs))

    def _waiting(self, entity_id: str) -> list[str]:
        """Its neighbours that are not drawn, the best first."""
        links = [link for link in self.around.get(entity_id, ()) if link.other(entity_id) not in self.hops]
        newest = {link.other(entity_id): link.position for link in reversed(links)}
        wanted = self._of_kinds(newest)
        strength = Counter(self._ends(set(wanted)))
        return sorted(sorted(wanted, key=lambda one: (newest[one], one), reverse=True), key=lambda one: -strength[one])

    def _ends(self, wanted: set[str]) -> Iterator[str]:
        """Whom the links of those that were opened lead to."""
        for one in self.opened:
            yield from (other for link in self.around.get(one, ()) if (other := link.other(one)) in wanted)

    def _of_kinds(self, ids: Iterable[str]) -> list[str]:
        if not self.kinds:
            return list(ids)
        names = names_of(self.store, ids)
        return [one for one in ids if one in names and names[one]["kind"] in self.kinds]

    def _beyond(self, hubs: Iterable[str], inner: Iterable[Link], degrees: Mapping[str, int]) -> dict[str, int | None]:
        """Of hubs only the newest links were read: what else there is can be told where nothing is filtered."""
        if self.relations or self.kinds or self.moment != ANY_TIME:
            return dict.fromkeys(hubs)
        drawn = Counter[str]()
        for link in inner:
            drawn.update({link.source_id: link.edges, link.target_id: link.edges})
        return {one: max(degrees.get(one, 0) - drawn[one], 0) for one in hubs}

    def _inner(self) -> list[Link]:
        drawn = self.hops.keys()
        links = {link.edge: link for around in self.around.values() for link in around}
        inner = [link for link in links.values() if {link.source_id, link.target_id} <= drawn]
        return sorted(inner, key=lambda link: link.position, reverse=True)
