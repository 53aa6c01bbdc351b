"""A piece of the graph to look at: a widget to move about in, and a still picture where no scripts run."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import networkx

from api.notebook.colours import NONE, colours_of
from api.notebook.layout import bent, positions_of
from api.notebook.picture import picture

if TYPE_CHECKING:
    from ipysigma import Sigma

HEIGHT_PIXELS = 480


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

        places = positions_of(self.graph)
        return Sigma(
            self.graph,
            height=self.height_pixels,
            layout=places or None,
            start_layout=not places,
            clickable_edges=True,
            show_all_labels=self.graph.number_of_nodes() <= 60,
            node_label=lambda node: str(self.graph.nodes[node].get("name") or node),
            node_color=lambda node: str(self.graph.nodes[node].get(self.colour_by)),
            node_color_palette=colours_of(value for _, value in self.graph.nodes(data=self.colour_by)),
            default_node_color=NONE,
            node_size=self.graph.degree,
            node_size_range=(6, 16),
            edge_label="relation",
            default_edge_type=_edge_type(self.graph),
        )


def _edge_type(graph: networkx.Graph[Any]) -> str:
    """Arrows, which the widget cannot bend: where several edges lead from one node to another they are curves."""
    if any(edge.bend for edge in bent(graph)):
        return "curve"
    return "arrow" if graph.is_directed() else "line"
