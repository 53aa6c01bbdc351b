"""A piece of the graph to look at: a widget to move about in, and a still picture where no scripts run."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import networkx

from api.notebook.colours import colours_of
from api.notebook.layout import positions_of
from api.notebook.picture import MOST_NAMES, picture

if TYPE_CHECKING:
    from ipysigma import Sigma

HEIGHT_PIXELS = 480
LEFT_OF_THE_LEGEND = {"ratio": 1.5, "x": 0.74, "y": 0.5, "angle": 0}


def draw(graph: networkx.Graph[Any], *, colour_by: str = "kind", height_pixels: int = HEIGHT_PIXELS) -> Drawing:
    """A drawing of a graph as `Streetgraph.subgraph` or `%%cypher` gives it: `name` and `kind` at its nodes, `relation`
    at its edges. Other graphs are drawn too; what has no name goes by its id.

    `colour_by` names the property of nodes that their colours tell.
    """
    return Drawing(graph, colour_by=colour_by, height_pixels=height_pixels)


class Drawing:
    """What `draw` returns. A notebook shows the widget where it can, and the picture elsewhere, as on a printed page.

    Both place the nodes alike, and the same graph always in the same way.
    """

    def __init__(
        self, graph: networkx.Graph[Any], *, colour_by: str = "kind", height_pixels: int = HEIGHT_PIXELS
    ) -> None:
        self.graph, self.colour_by, self.height_pixels = graph, colour_by, height_pixels

    def __repr__(self) -> str:
        return f"<Drawing of {self.graph.number_of_nodes()} nodes and {self.graph.number_of_edges()} edges>"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:  # noqa: ARG002
        """All forms of it, from which the notebook takes the first that it can show."""
        widget: dict[str, Any] = self.widget._repr_mimebundle_()
        return {**widget, "image/svg+xml": self.svg, "text/plain": repr(self)}

    @cached_property
    def svg(self) -> str:
        """The still picture, as SVG that carries all it needs; the words behind an edge show when it is pointed at."""
        return picture(self.graph, colour_by=self.colour_by, height_pixels=self.height_pixels)

    @cached_property
    def widget(self) -> Sigma:
        """The widget of ipysigma: nodes to drag, a search, edges that can be clicked for their words."""
        from ipysigma import Sigma

        graph = _for_widget(self.graph, self.colour_by)
        colours, places = colours_of(value for _, value in graph.nodes(data=self.colour_by)), positions_of(self.graph)
        return Sigma(
            graph,
            height=self.height_pixels,
            layout={node: {"x": x, "y": -y} for node, (x, y) in places.items()} or None,
            start_layout=not places,
            camera_state=LEFT_OF_THE_LEGEND,
            clickable_edges=True,
            show_all_labels=graph.number_of_nodes() <= MOST_NAMES,
            node_label="name",
            node_color=self.colour_by,
            node_color_palette={value: colours[value] for _, value in graph.nodes(data=self.colour_by)},
            node_size=graph.degree,
            node_size_range=(6, 16),
            edge_label="relation",
            default_edge_size=1.5,
            default_edge_color="#b8bfca",
            default_edge_type="arrow" if graph.is_directed() else "line",
        )


def _for_widget(graph: networkx.Graph[Any], colour_by: str) -> networkx.Graph[Any]:
    """A copy in which every node has a name and a colour to go by, and one edge stands for all between two nodes.

    The widget would draw these on top of each other: their relations and words are joined instead.
    """
    copy: networkx.Graph[Any] = networkx.DiGraph() if graph.is_directed() else networkx.Graph()
    for node, properties in graph.nodes(data=True):
        named = {"name": str(properties.get("name") or node), colour_by: str(properties.get(colour_by) or "other")}
        copy.add_node(node, **{**properties, **named})
    for source, target, properties in graph.edges(data=True):
        before = copy.get_edge_data(source, target) or {}
        joined = {name: _joined(before.get(name), properties.get(name)) for name in ("relation", "quote")}
        copy.add_edge(source, target, **{**properties, **joined})
    return copy


def _joined(before: str | None, value: object) -> str:
    """The texts between dots, each once."""
    return " · ".join(dict.fromkeys([*filter(None, [before]), *map(str, filter(None, [value]))]))
