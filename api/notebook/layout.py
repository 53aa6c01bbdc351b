"""Where the nodes of a drawing go, and how the edges between two of them keep out of each other's way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import Any, NamedTuple

import networkx

MOST = 400  # nodes: beyond, nobody sees anything in a picture (and from 500 on networkx wants scipy)
SEED = 7  # so that the same graph looks the same every time
BETWEEN_PIECES = 0.2  # of the pull between two nodes that are linked
STEP = 0.22  # how far apart edges between the same two nodes bend, as a part of their length

Positions = dict[Hashable, tuple[float, float]]


class Bent(NamedTuple):
    """An edge with how far it bends to its left, as a part of its length."""

    source: Hashable
    target: Hashable
    bend: float
    properties: dict[str, Any]


def most_connected(graph: networkx.Graph[Any]) -> networkx.Graph[Any]:
    """The graph, cut down to its best connected `MOST` nodes if it has more."""
    if graph.number_of_nodes() <= MOST:
        return graph
    ranked = sorted(graph.nodes, key=lambda node: (-graph.degree(node), str(node)))
    return graph.subgraph(ranked[:MOST])


def positions_of(graph: networkx.Graph[Any]) -> Positions:
    """A place for each node, x and y from -1 to 1; nothing for graphs of more than `MOST` nodes."""
    if not 0 < graph.number_of_nodes() <= MOST:
        return {}
    apart = 5 / graph.number_of_nodes() ** 0.5
    places = networkx.spring_layout(_held_together(graph), seed=SEED, iterations=200, k=apart, method="force")
    return {node: (float(x), float(y)) for node, (x, y) in places.items()}


def _held_together(graph: networkx.Graph[Any]) -> networkx.Graph[Any]:
    """The links alone, and between separate pieces a weak one from best to best connected, or they would drift off."""
    simple: networkx.Graph[Any] = networkx.Graph()
    simple.add_nodes_from(graph)
    simple.add_edges_from((source, target) for source, target in graph.edges() if source != target)
    pieces = sorted(networkx.connected_components(simple), key=len, reverse=True)
    hubs = [max(sorted(piece, key=str), key=simple.degree) for piece in pieces]
    simple.add_edges_from(((hubs[0], hub) for hub in hubs[1:]), weight=BETWEEN_PIECES)
    return simple


def bent(graph: networkx.Graph[Any]) -> Iterator[Bent]:
    """The edges, those between the same two nodes bent away from each other."""
    between: dict[frozenset[Hashable], list[tuple[Hashable, Hashable, dict[str, Any]]]] = defaultdict(list)
    for source, target, properties in graph.edges(data=True):
        between[frozenset((source, target))].append((source, target, properties))
    for edges in between.values():
        first = edges[0][0]
        for number, (source, target, properties) in enumerate(edges):
            bend = STEP * (number - (len(edges) - 1) / 2)
            yield Bent(source, target, bend if source == first else -bend, properties)
