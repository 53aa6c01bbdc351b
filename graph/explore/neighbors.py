"""What an entity is linked to, near and further away."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from graph.errors import EntityNotFound, ParameterInvalid
from graph.explore.links import degrees_of, left_out, newest_edges, relations_of
from graph.explore.moment import ANY_TIME, Moment
from graph.explore.neighborhood import Reach, Step, reached, worded
from graph.explore.page import Page, Position, paged
from graph.explore.words import names_of
from graph.reference import resolve
from graph.store import Row, Store

Direction = Literal["both", "out", "in"]
Counts = dict[str, dict[str, int]]

MOST_NEIGHBOR_HOPS = 3
COUNTED = 10_000  # edges of an entity that are counted one by one, as a moment asks for
_COUNTS = {"out": "neighbors.counts_out", "in": "neighbors.counts_in"}


@dataclass(frozen=True, slots=True)
class Neighbors(Page):
    """A page of edges, with the entities on it, and how many edges of each relation there are in each direction.

    `counts` is None where counting them at the moment that was asked for would take too long.
    """

    nodes: list[Row] = field(default_factory=list)
    counts: Counts | None = None


def neighbors(
    store: Store,
    reference: str,
    *,
    relation: str | None = None,
    direction: Direction = "both",
    kind: str | None = None,
    hops: int = 1,
    moment: Moment = ANY_TIME,
    limit: int = 50,
    cursor: str | None = None,
) -> Neighbors:
    """The edges around an entity, the nearest and newest first, each with the claim and the words it rests on.

    A relation may be several with commas between them. Beyond one hop only the newest links of each entity are
    followed, each link is the newest of its edges, and the warnings say whose were left out.
    """
    if direction not in ("both", *_COUNTS):
        raise ParameterInvalid(f"'direction' must be both, out or in, not {direction!r}.")
    if not 1 <= hops <= MOST_NEIGHBOR_HOPS:
        raise ParameterInvalid(f"'hops' must be between 1 and {MOST_NEIGHBOR_HOPS}, not {hops}.")
    asked = _Asked(
        store, str(resolve(store, reference)["id"]), relations_of(relation), direction, kind or "", hops, moment
    )
    return asked.near(limit, cursor) if hops == 1 and not kind else asked.far(limit, cursor)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question after neighbours."""

    store: Store
    entity_id: str
    relations: tuple[str, ...]
    direction: str
    kind: str
    hops: int
    moment: Moment

    def near(self, limit: int, cursor: str | None) -> Neighbors:
        """Every edge of the entity itself."""
        counts = self._counts()
        page = paged(
            self._fetched,
            position=lambda row: Position(row["position"], ""),
            total=None if counts is None else sum(self._total(one) for one in counts.values()),
            filters=self._filters,
            limit=limit,
            cursor=cursor,
        )
        return self._with_nodes(page, counts)

    def far(self, limit: int, cursor: str | None) -> Neighbors:
        """The links within some hops, or to one kind of entity."""
        counts = self._counts()
        how = Reach(self.hops, self.relations, self.direction, self.kind, self.moment)
        found = reached(self.store, self.entity_id, how)
        page = paged(
            lambda after, most: found.rows_after(self.store, after, most),
            position=lambda row: Position(str(row["hop"]), row["position"]),
            total=None if found.cut else len(found.steps),
            filters=self._filters,
            limit=limit,
            cursor=cursor,
        )
        return self._with_nodes(page, counts, left_out(found.cut))

    @property
    def _filters(self) -> Row:
        asked = {"relations": self.relations, "direction": self.direction, "kind": self.kind, "hops": self.hops}
        return {"neighbors": self.entity_id, **asked, **self.moment.parameters}

    @property
    def _directions(self) -> tuple[str, ...]:
        return tuple(_COUNTS) if self.direction == "both" else (self.direction,)

    def _fetched(self, after: Position, limit: int) -> list[Row]:
        edges = newest_edges(
            self.store,
            self.entity_id,
            self.relations,
            directions=self._directions,
            limit=limit,
            moment=self.moment,
            after=after.day,
        )
        return worded(self.store, [Step(1, self.entity_id, edge) for edge in edges[:limit]])

    def _total(self, counts: dict[str, int]) -> int:
        return sum(counts[one] for one in self._directions)

    def _counts(self) -> Counts | None:
        """How many edges of each relation that was asked for there are in each direction."""
        degrees = degrees_of(self.store, [self.entity_id])
        if not degrees:
            raise EntityNotFound(self.entity_id)  # it has gone since it was resolved
        if self.moment != ANY_TIME and degrees[self.entity_id] > COUNTED:
            return None
        counts: Counts = {}
        for direction, query in _COUNTS.items():
            for row in self.store.read(query, entity=self.entity_id, **self.moment.parameters):
                if row["relation"] in (self.relations or (row["relation"],)):
                    counts.setdefault(row["relation"], {"out": 0, "in": 0})[direction] = row["total"]
        return dict(sorted(counts.items()))

    def _with_nodes(self, page: Page, counts: Counts | None, warnings: tuple[str, ...] = ()) -> Neighbors:
        """The page with each entity on it; how many edges one has is told where no moment asks otherwise."""
        hops: dict[str, int] = {}
        for row in page.rows:
            hops.setdefault(row["entity_id"], row["hop"])
        names = names_of(self.store, hops)
        degrees = degrees_of(self.store, list(hops)) if self.moment == ANY_TIME else {}
        nodes = [{**names[one], "hop": hop, "edges": degrees.get(one)} for one, hop in hops.items() if one in names]
        return Neighbors(page.rows, page.total, page.next, page.goes_on, warnings, nodes, counts)
