"""Cypher that users write: what may run, and where it runs so that it can be ended and reach nothing but the graph."""

from graph.cypher.console import Answer, Console
from graph.cypher.cut import Limits
from graph.cypher.given import parameters_in

__all__ = ["Answer", "Console", "Limits", "parameters_in"]
