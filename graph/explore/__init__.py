"""Reading the graph: every question that the ways in can ask, each answered by plain rows."""

from graph.explore.claims import claim, claims
from graph.explore.documents import document, documents
from graph.explore.entities import entity, neighbors
from graph.explore.page import Page
from graph.explore.pairs import pairs
from graph.explore.paths import paths
from graph.explore.questions import ask
from graph.explore.search import search
from graph.explore.stats import stats

__all__ = [
    "Page",
    "ask",
    "claim",
    "claims",
    "document",
    "documents",
    "entity",
    "neighbors",
    "pairs",
    "paths",
    "search",
    "stats",
]
