"""What lies around entities: read so that neither a hub of a hundred thousand edges nor many entities cost too much.

An edge's `position` is its day, relation, source, target and claim, and so sorts edges by day; what two entities share
is summed up by the newest edge of each relation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from graph.errors import ParameterInvalid
from graph.explore.moment import ANY_TIME, Moment
from graph.ontology import ENTITY_EDGES
from graph.store import Row, Store

RELATIONS = tuple(edge.name for edge in ENTITY_EDGES)
HUB = 500  # an entity with more edges than this is one: of its edges only the newest are followed
FOLLOWED = 200  # edges of a hub in each direction
_LEADING = {"out": "neighbors.outgoing", "in": "neighbors.incoming"}
BUDGET = 20_000  # edges that are looked at in one step, before further entities are left aside


@dataclass(frozen=True, slots=True)
class Link:
    """All edges of one relation from one entity to another, as the newest of them."""

    source_id: str
    target_id: str
    relation: str
    claim_id: str
    published_at: str | None
    by_id: str | None
    role: str | None
    edges: int = 1

    @property
    def position(self) -> str:
        """Where its newest edge stands among others; later is newer."""
        return " ".join((self.published_at or "", self.relation, self.source_id, self.target_id, self.claim_id))

    @property
    def edge(self) -> tuple[str, str, str]:
        """Which link it is: there is one of each relation from one entity to another."""
        return self.source_id, self.target_id, self.relation

    def other(self, entity_id: str) -> str:
        """The entity at the other end."""
        return self.target_id if entity_id == self.source_id else self.source_id


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The links of some entities, newest first; of those in `cut` there are more."""

    links: dict[str, list[Link]] = field(default_factory=dict)
    cut: frozenset[str] = frozenset()


def surroundings(
    store: Store, ids: Sequence[str], *, relations: Iterable[str] = (), moment: Moment = ANY_TIME
) -> Surroundings:
    """What lies around these entities, of these relations or of all; whoever comes late in a costly list is cut."""
    wanted = frozenset(relations) or frozenset(RELATIONS)
    degrees = degrees_of(store, ids)
    present = [one for one in ids if one in degrees]
    hubs = [one for one in present if degrees[one] > HUB]
    small = _affordable([one for one in present if degrees[one] <= HUB], degrees)
    followed = hubs[: BUDGET // (FOLLOWED * 10)]
    links = {one: list[Link]() for one in present}
    for link_of, link in _links_of(store, small, moment):
        if link.relation in wanted:
            links[link_of].append(link)
    for hub in followed:
        links[hub] = _newest_of(store, hub, wanted, moment)
    unread = set(present) - set(small)
    return Surroundings({one: _newest_first(found) for one, found in links.items()}, frozenset(unread))


def degrees_of(store: Store, ids: Sequence[str]) -> dict[str, int]:
    """How many edges each of these entities has, whenever they were made."""
    rows = store.read("neighbors.degrees", ids=list(dict.fromkeys(ids))) if ids else []
    return {row["id"]: row["outgoing"] + row["incoming"] for row in rows}


def between(
    store: Store, one: str, other: str, *, relations: Iterable[str] = (), moment: Moment = ANY_TIME
) -> list[Link]:
    """The links straight between two entities, in either direction, newest first."""
    wanted = frozenset(relations) or frozenset(RELATIONS)
    degrees = degrees_of(store, (one, other))
    fewer, more = sorted((one, other), key=lambda end: degrees.get(end, 0))  # a hub is not gone over
    rows = store.read("edges.between", entity=fewer, other=more, **moment.parameters)
    return _newest_first(link for link in map(_link, rows) if link.relation in wanted)


def relations_of(asked: str | None) -> tuple[str, ...]:
    """The relations in a list with commas, in their fixed order; ParameterInvalid if one is none."""
    given = {name.strip().upper() for name in (asked or "").split(",") if name.strip()}
    if unknown := sorted(given - set(RELATIONS)):
        raise ParameterInvalid(f"'relation' must be one of {', '.join(RELATIONS)}, not {', '.join(unknown)!r:.80}.")
    return tuple(name for name in RELATIONS if name in given)


def left_out(cut: Iterable[str]) -> tuple[str, ...]:
    """What whoever reads an answer should know of entities whose edges were not all followed."""
    if not (ids := sorted(cut)):
        return ()
    shown = ", ".join(ids[:3]) + (f" and {len(ids) - 3} more" if len(ids) > 3 else "")
    return (f"Only the newest edges of {shown} were followed.",)


def _affordable(ids: Sequence[str], degrees: dict[str, int]) -> list[str]:
    """As many of the first as the budget allows."""
    spent = accumulate(degrees[one] for one in ids)
    return [one for one, edges in zip(ids, spent, strict=True) if edges <= BUDGET]


def _links_of(store: Store, ids: list[str], moment: Moment) -> Iterable[tuple[str, Link]]:
    if not ids:
        return
    for query in ("edges.out_of", "edges.into"):
        for row in store.read(query, ids=ids, **moment.parameters):
            yield row["id"], _link(row)


def _newest_of(store: Store, hub: str, relations: Iterable[str], moment: Moment) -> list[Link]:
    every = set(relations) == set(RELATIONS)
    edges = newest_edges(store, hub, () if every else relations, limit=FOLLOWED, moment=moment)
    newest: dict[tuple[str, str, str], list[Link]] = {}
    for edge in edges:
        newest.setdefault(edge.edge, []).append(edge)
    return [replace(same[0], edges=len(same)) for same in newest.values()]


def newest_edges(
    store: Store,
    entity_id: str,
    relations: Iterable[str] = (),
    *,
    directions: Iterable[str] = tuple(_LEADING),
    limit: int,
    moment: Moment = ANY_TIME,
    after: str = "~",
) -> list[Link]:
    """The newest edges of an entity behind a position, each one by itself, of each direction and relation so many."""
    rows = [
        row
        for direction in directions
        for relation in tuple(relations) or ("",)
        for row in store.read(
            _LEADING[direction], entity=entity_id, relation=relation, limit=limit, **bounded(moment, after)
        )
    ]
    return _newest_first(map(_edge, rows))


def bounded(moment: Moment, after: str = "~") -> Row:
    """The parameters of a list of edges that begins behind a position, and no later than the moment."""
    return {"after": min(after, f"{moment.as_of}~") if moment.as_of else after, **moment.parameters}


def _edge(row: Row) -> Link:
    day, relation, source, target, claim = row["position"].split(" ")
    return Link(source, target, relation, claim, day or None, row["by_id"], row["role"])


def _link(row: Row) -> Link:
    day, relation, source, target, claim, by, role = row["newest"].split(" ", 6)
    return Link(source, target, relation, claim, day or None, by or None, role or None, row["edges"])


def _newest_first(links: Iterable[Link]) -> list[Link]:
    return sorted(links, key=lambda link: link.position, reverse=True)
