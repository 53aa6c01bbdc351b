"""The links within some hops of an entity, each once, at the hop where it is come upon first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.explore.links import Link, surroundings
from graph.explore.moment import ANY_TIME, Moment
from graph.explore.page import BEGINNING, Position
from graph.explore.words import names_in, names_of, readable
from graph.store import Row, Store

MOST_REACHED = 500  # entities from which a neighbourhood goes on


@dataclass(frozen=True, slots=True)
class Reach:
    """How far to go, along which edges; of what is come upon, only the entities of a kind may be wanted."""

    hops: int
    relations: tuple[str, ...] = ()
    direction: str = "both"
    kind: str = ""
    moment: Moment = ANY_TIME


@dataclass(frozen=True, slots=True)
class Step:
    """A link, the entity that it is come upon from, and how many hops from the beginning its other end is."""

    hop: int
    from_id: str
    link: Link

    @property
    def entity_id(self) -> str:
        """Where it leads."""
        return self.link.other(self.from_id)


@dataclass(frozen=True, slots=True)
class Reached:
    """Links, nearest and then newest first; of the entities in `cut` there are more."""

    steps: list[Step] = field(default_factory=list)
    cut: set[str] = field(default_factory=set)

    def rows_after(self, store: Store, after: Position, limit: int) -> list[Row]:
        """Some of the links behind a position, with their words."""
        return worded(store, [step for step in self.steps if _is_behind(step, after)][:limit])


def worded(store: Store, steps: Sequence[Step]) -> list[Row]:
    """The links of these steps with their words, and with the entities that they lead to."""
    links = [step.link for step in steps]
    names = names_in(store, links)
    rows = readable(store, links, names=names)
    by_claim = {(row["claim_id"], *_edge(row)): row for row in rows}
    keyed = ((step, by_claim.get((step.link.claim_id, *step.link.edge))) for step in steps)
    return [_row(step, row, names[step.entity_id]) for step, row in keyed if row is not None]


def reached(store: Store, entity_id: str, reach: Reach) -> Reached:
    """What is within reach of an entity, read hop by hop; beyond a fixed number of entities only the newest go on."""
    found, seen, frontier = Reached(), {entity_id}, [entity_id]
    for hop in range(1, reach.hops + 1):
        steps = list(_stepped(store, frontier, hop, reach, found))
        found.steps.extend(steps)
        onward = list(dict.fromkeys(step.entity_id for step in steps if step.entity_id not in seen))
        seen.update(onward)
        found.cut.update(onward[MOST_REACHED:] if hop < reach.hops else ())
        frontier = onward[:MOST_REACHED]
    return Reached(_of_kind(store, found.steps, reach.kind), found.cut)


def _stepped(store: Store, frontier: list[str], hop: int, reach: Reach, found: Reached) -> Iterator[Step]:
    """The links around the frontier that were not come upon before, newest first."""
    around = surroundings(store, frontier, relations=reach.relations, moment=reach.moment)
    found.cut.update(around.cut)
    known = {step.link.edge for step in found.steps}
    steps: dict[tuple[str, str, str], Step] = {}
    for from_id in frontier:
        for link in around.links.get(from_id, ()):
            if link.edge not in known and _leads(link, from_id, reach.direction):
                steps.setdefault(link.edge, Step(hop, from_id, link))
    yield from sorted(steps.values(), key=lambda step: step.link.position, reverse=True)


def _leads(link: Link, from_id: str, direction: str) -> bool:
    return direction == "both" or (link.source_id == from_id) == (direction == "out")


def _of_kind(store: Store, steps: Iterable[Step], kind: str) -> list[Step]:
    steps = list(steps)
    if not kind:
        return steps
    names = names_of(store, (step.entity_id for step in steps))
    return [step for step in steps if step.entity_id in names and names[step.entity_id]["kind"] == kind]


def _is_behind(step: Step, after: Position) -> bool:
    if after == BEGINNING:
        return True
    return str(step.hop) > after.day or (str(step.hop) == after.day and step.link.position < after.place)


def _edge(row: Row) -> tuple[str, str, str]:
    return row["source_id"], row["target_id"], row["relation"]


def _row(step: Step, row: Row, entity: Row) -> Row:
    own = (
        "relation",
        "role",
        "by_id",
        "by",
        "claim_id",
        "quote",
        "document_id",
        "published_at",
        "recorded_at",
        "edges",
    )
    return {
        "entity_id": step.entity_id,
        "name": entity["name"],
        "kind": entity["kind"],
        **{name: row[name] for name in own},
        "direction": "out" if step.link.source_id == step.from_id else "in",
        "hop": step.hop,
        "from_id": step.from_id,
        "position": step.link.position,
    }
