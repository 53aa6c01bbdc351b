"""The whole store as a stream of bytes, in formats that other tools read."""

from graph.export.as_graphml import export_graphml
from graph.export.as_json import export_json
from graph.export.drawn import subgraph_graphml, subgraph_node_link

__all__ = ["export_graphml", "export_json", "subgraph_graphml", "subgraph_node_link"]
