"""Pieces of the graph as networkx has them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx


def graph_of(node_link: Mapping[str, Any]) -> networkx.MultiDiGraph[str]:
    """The graph in node-link form: nodes by id, several edges between two of them kept apart."""
    graph: networkx.MultiDiGraph[str] = networkx.node_link_graph(dict(node_link), edges="links")
    return graph
