"""The whole store as a stream of bytes, in formats that other tools read."""

from graph.export.as_graphml import export_graphml
from graph.export.as_json import export_json

__all__ = ["export_graphml", "export_json"]
