"""Paths are simple, shortest first, and all of them: held against networkx on any small graph."""

from __future__ import annotations

from itertools import combinations, pairwise

import networkx
from hypothesis import given
from hypothesis import strategies as st

from graph.explore.routes import Routes

NODES = "abcdefgh"
EDGES = st.sets(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda pair: pair[0] < pair[1]))


def routes_of(edges: set[tuple[str, str]]) -> Routes:
    routes = Routes("a", "h")
    for one, other in edges:
        routes.join(one, other)
    return routes


@given(EDGES)
def test_the_routes_of_each_length_are_the_simple_paths_of_that_length(edges: set[tuple[str, str]]) -> None:
    graph = networkx.Graph([*edges, ("a", "a"), ("h", "h")])
    graph.remove_edges_from([("a", "a"), ("h", "h")])
    every = sorted(map(tuple, networkx.all_simple_paths(graph, "a", "h", cutoff=6)))
    routes = routes_of(edges)
    for hops in range(1, 7):
        assert list(routes.of_length(hops)) == [path for path in every if len(path) == hops + 1]


@given(EDGES)
def test_no_route_visits_anybody_twice_or_takes_a_step_that_is_not_there(edges: set[tuple[str, str]]) -> None:
    routes = routes_of(edges)
    for route in (route for hops in range(1, 7) for route in routes.of_length(hops)):
        assert len(set(route)) == len(route)
        assert all(tuple(sorted(step)) in edges for step in pairwise(route))


def test_a_search_whose_ways_all_lead_back_is_given_up_and_says_so() -> None:
    crowd = [f"c{number}" for number in range(100)]
    routes = Routes("a", "h")
    for one, other in [*combinations(["b", *crowd], 2), ("a", "b"), ("b", "h")]:
        routes.join(one, other)
    assert list(routes.of_length(2)) == [("a", "b", "h")]
    assert not routes.is_cut
    assert list(routes.of_length(6)) == []
    assert routes.is_cut


def test_ways_back_through_an_end_are_not_tried() -> None:
    crowd = [f"c{number}" for number in range(100)]
    routes = Routes("a", "h")
    for one, other in [*combinations(["a", *crowd], 2), ("a", "h")]:
        routes.join(one, other)
    assert list(routes.of_length(6)) == []
    assert not routes.is_cut
