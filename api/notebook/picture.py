"""A graph as SVG: one text that needs no script, no font and no other file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from math import hypot, sqrt
from typing import Any
from xml.sax.saxutils import escape

import networkx

from api.notebook.colours import NONE, colours_of
from api.notebook.layout import Bent, Positions, bent, most_connected, positions_of

WIDTH = 860
SIDE, TOP, BOTTOM = 90, 60, 70  # around the nodes, for names and the legend
LONGEST_NAME = 26
MOST_NAMES, MOST_RELATIONS = 120, 12  # with more of them no one can be read
LINES = ("#8a94a6", "#d08a2e", "#3f8fb5", "#9a6fb0", "#6d9a4e", "#c26a6a", "#4a5d78", "#b59b3f")  # one a relation
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BACKGROUND = '<rect width="100%" height="100%" rx="10" fill="#fbfcfe"/>'
_NAME = 'fill="#27303f" paint-order="stroke" stroke="#fbfcfe" stroke-width="4" stroke-linejoin="round"'
_RELATION = 'fill="#5b6577" font-size="9.5" paint-order="stroke" stroke="#fbfcfe" stroke-width="3"'


def picture(graph: networkx.Graph[Any], *, colour_by: str, height_pixels: int) -> str:
    """The graph as SVG. Of more nodes than can be told apart it shows the best connected, and says so."""
    shown = most_connected(graph)
    places = _scaled(positions_of(shown), height_pixels)
    about = f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height_pixels}" role="img" '
        f'width="{WIDTH}" style="max-width:100%;height:auto" font-family="system-ui, Helvetica, Arial, sans-serif" '
        f'font-size="12" aria-label="A graph of {about}">',
        _BACKGROUND,
        *_edges(shown, places),
        *_nodes(shown, places, colour_by),
        *_kinds(shown, colour_by),
        *_relations(shown, height_pixels),
        *_remark(graph, shown),
        "</svg>",
    ]
    return "\n".join(lines)


def _scaled(positions: Positions, height: int) -> Positions:
    """The places in pixels, spread over all the room there is."""
    if not positions:
        return {}
    xs, ys = zip(*positions.values(), strict=True)
    across, down = max(xs) - min(xs) or 1, max(ys) - min(ys) or 1
    wide, high = WIDTH - 2 * SIDE, height - TOP - BOTTOM
    return {
        node: (SIDE + wide * (x - min(xs)) / across, TOP + high * (y - min(ys)) / down)
        for node, (x, y) in positions.items()
    }


def _edges(graph: networkx.Graph[Any], places: Positions) -> Iterator[str]:
    edges, colours = list(bent(graph)), _line_colours(graph)
    for edge in edges:
        middle = _middle(edge, places)
        line = _line(graph, edge, places, middle, colours[_relation_of(edge.properties)])
        label = _label(edge, places, middle) if len(edges) <= MOST_RELATIONS else ""
        yield f"<g>{_tooltip(_words(graph, edge))}{line}{label}</g>"


def _line(graph: networkx.Graph[Any], edge: Bent, places: Positions, middle: tuple[float, float], colour: str) -> str:
    """The curve, and its head where the graph is directed."""
    (x, y), radius = places[edge.source], _radius(graph, edge.target)
    tip_x, tip_y = _before(middle, places[edge.target], radius + 2)
    end_x, end_y = _before(middle, places[edge.target], radius + 8) if graph.is_directed() else (tip_x, tip_y)
    curve = f"M{x:.1f} {y:.1f}Q{middle[0]:.1f} {middle[1]:.1f} {end_x:.1f} {end_y:.1f}"
    across, down = (tip_y - end_y) * 0.55, (end_x - tip_x) * 0.55
    head = f"M{tip_x:.1f} {tip_y:.1f}L{end_x + across:.1f} {end_y + down:.1f} {end_x - across:.1f} {end_y - down:.1f}z"
    arrow = f'<path d="{head}" fill="{colour}"/>' if graph.is_directed() else ""
    return f'<path d="{curve}" fill="none" stroke="{colour}" stroke-width="1.5"/>{arrow}'


def _line_colours(graph: networkx.Graph[Any]) -> dict[str, str]:
    """A colour for each relation, the commonest in the quietest."""
    found = Counter(_relation_of(properties) for _, _, properties in graph.edges(data=True))
    ranked = sorted(found, key=lambda relation: (-found[relation], relation))
    return {relation: LINES[number % len(LINES)] for number, relation in enumerate(ranked)}


def _relation_of(properties: Mapping[str, Any]) -> str:
    return str(properties.get("relation") or "")


def _middle(edge: Bent, places: Positions) -> tuple[float, float]:
    """Where the curve of an edge is drawn to; an edge from a node to itself goes out and back."""
    (x, y), (to_x, to_y) = places[edge.source], places[edge.target]
    if edge.source == edge.target:
        return x + 40, y - 40
    return (x + to_x) / 2 - (to_y - y) * edge.bend, (y + to_y) / 2 + (to_x - x) * edge.bend


def _before(begin: tuple[float, float], end: tuple[float, float], pixels: float) -> tuple[float, float]:
    """The place so many pixels before the end of a line."""
    across, down = end[0] - begin[0], end[1] - begin[1]
    length = hypot(across, down) or 1
    return end[0] - across / length * pixels, end[1] - down / length * pixels


def _label(edge: Bent, places: Positions, middle: tuple[float, float]) -> str:
    (x, y), (to_x, to_y) = places[edge.source], places[edge.target]
    at_x, at_y = (x + to_x) / 4 + middle[0] / 2, (y + to_y) / 4 + middle[1] / 2
    name = _spoken(_relation_of(edge.properties))
    return f'<text x="{at_x:.1f}" y="{at_y + 3:.1f}" text-anchor="middle" {_RELATION}>{_plain(name)}</text>'


def _spoken(relation: str) -> str:
    return relation.replace("_", " ").lower()


def _words(graph: networkx.Graph[Any], edge: Bent) -> str:
    """What an edge says: its ends, its relation, and the words that it rests on."""
    source, target = (_name(end, graph.nodes[end]) for end in (edge.source, edge.target))
    says = f"{source} → {edge.properties.get('relation', '')} → {target}"
    return f"{says}\n“{edge.properties['quote']}”" if edge.properties.get("quote") else says


def _nodes(graph: networkx.Graph[Any], places: Positions, colour_by: str) -> Iterator[str]:
    colours = _node_colours(graph, colour_by)
    for node, properties in graph.nodes(data=True):
        (x, y), radius = places[node], _radius(graph, node)
        colour, name = colours.get(str(properties.get(colour_by)), NONE), _name(node, properties)
        at = f'cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"'
        circle = f'<circle {at} fill="{colour}" stroke="#fff" stroke-width="1.5"/>'
        label = _below(name, x, y + radius + 13) if len(places) <= MOST_NAMES else ""
        yield f"<g>{_tooltip(name)}{circle}{label}</g>"


def _below(name: str, x: float, y: float) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle" {_NAME}>{_plain(_short(name))}</text>'


def _radius(graph: networkx.Graph[Any], node: Hashable) -> float:
    return 6 + min(12, 2.2 * sqrt(graph.degree(node)))


def _kinds(graph: networkx.Graph[Any], colour_by: str) -> Iterator[str]:
    """The legend of the nodes, above them."""
    colours = _node_colours(graph, colour_by)
    kinds = sorted({str(kind) for _, kind in graph.nodes(data=colour_by) if kind is not None})
    for x, kind in _row(kinds):
        yield f'<circle cx="{x}" cy="20" r="6" fill="{colours[kind]}"/>'
        yield f'<text x="{x + 11}" y="24" fill="#5b6577">{_plain(kind)}</text>'


def _relations(graph: networkx.Graph[Any], height: int) -> Iterator[str]:
    """The legend of the edges, below."""
    colours = {relation: colour for relation, colour in _line_colours(graph).items() if relation}
    for x, relation in _row(colours):
        yield f'<path d="M{x - 6} {height - 18}h16" stroke="{colours[relation]}" stroke-width="3"/>'
        yield f'<text x="{x + 15}" y="{height - 14}" fill="#5b6577">{_plain(_spoken(relation))}</text>'


def _node_colours(graph: networkx.Graph[Any], colour_by: str) -> dict[str, str]:
    return colours_of(value for _, value in graph.nodes(data=colour_by))


def _row(names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Each name with where it begins."""
    x = 18
    for name in names:
        yield x, name
        x += 42 + 7 * len(name)


def _remark(graph: networkx.Graph[Any], shown: networkx.Graph[Any]) -> Iterator[str]:
    if left_out := graph.number_of_nodes() - shown.number_of_nodes():
        text = f"The {shown.number_of_nodes():,} best connected nodes, +{left_out:,} more"
        yield f'<text x="{WIDTH - 18}" y="24" text-anchor="end" fill="#5b6577">{text}</text>'


def _name(node: Hashable, properties: Mapping[str, Any]) -> str:
    return str(properties.get("name") or node)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def _tooltip(text: str) -> str:
    return f"<title>{_plain(text)}</title>"


def _plain(text: str) -> str:
    """The text as XML can hold it."""
    return escape(_NOT_XML.sub("\ufffd", text))
