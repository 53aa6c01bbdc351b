"""How two entities hang together, with the words behind every step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, pairwise

from graph.errors import ParameterInvalid
from graph.explore.page import check_limit
from graph.reference import resolve
from graph.store import Row, Store

MOST_HOPS = 6

Steps = dict[str, list[str]]  # an entity and those that a shortest path may reach it from


def paths(store: Store, source: str, target: str, *, max_hops: int = 4, limit: int = 5) -> list[Row]:
    """The shortest paths between two entities over the edges between entities, in a fixed order; none if too far.

    Each is `{hops: [...]}`; a hop is the newest edge between its two entities, `forward` if it points along the path.
    """
    check_limit(limit)
    if not 1 <= max_hops <= MOST_HOPS:
        raise ParameterInvalid(f"'max_hops' must be between 1 and {MOST_HOPS}, not {max_hops}.")
    first, last = (str(resolve(store, reference)["id"]) for reference in (source, target))
    steps = _steps_back(store, first, last, max_hops)
    whole = (hops for route in _routes(steps, first, last) if (hops := _hops(store, route)))
    return [{"hops": hops} for hops in islice(whole, limit)]


def _steps_back(store: Store, first: str, last: str, max_hops: int) -> Steps:
    """For each entity up to `last`, in rounds of one step, those one step nearer to `first`."""
    steps: Steps = {first: []}
    frontier = [first]
    for _ in range(max_hops):
        if last in steps or not frontier:
            break
        reached: Steps = defaultdict(list)
        for row in store.read("paths.adjacent", ids=frontier):
            if row["target"] not in steps:
                reached[row["target"]].append(row["source"])
        steps.update(reached)
        frontier = sorted(reached)
    return steps


def _routes(steps: Steps, first: str, last: str) -> Iterator[list[str]]:
    if first == last or last not in steps:
        return
    unfinished = [[last]]
    while unfinished:
        route = unfinished.pop()
        if route[0] == first:
            yield route
        else:
            unfinished += [[nearer, *route] for nearer in sorted(steps[route[0]], reverse=True)]


def _hops(store: Store, route: list[str]) -> list[Row]:
    """The hops of a route; none if one of its edges has gone since it was found."""
    hops = [hop for near, far in pairwise(route) for hop in _hop(store, near, far)]
    return hops if len(hops) == len(route) - 1 else []


def _hop(store: Store, near: str, far: str) -> Iterator[Row]:
    forward = store.read("paths.edges", source=near, target=far)
    for edge in forward or store.read("paths.edges", source=far, target=near):
        yield _described(edge, near, far, is_forward=bool(forward))


def _described(edge: Row, near: str, far: str, *, is_forward: bool) -> Row:
    columns = ("relation", "claim_id", "by_id", "by", "role", "quote", "document_id", "published_at")
    ends = ("source", "target") if is_forward else ("target", "source")
    return {
        "source_id": near,
        "source": edge[ends[0]],
        "target_id": far,
        "target": edge[ends[1]],
        "forward": is_forward,
        **{column: edge[column] for column in columns},
    }
