"""Reading the graph: every question that the ways in can ask, each answered by plain rows."""

from graph.explore.claims import claim, claims
from graph.explore.documents import document, documents
from graph.explore.entities import entity, neighbors
from graph.explore.moment import ANY_TIME, Moment
from graph.explore.page import Page
from graph.explore.pairs import pairs
from graph.explore.paths import paths
from graph.explore.questions import ask
from graph.explore.search import search
from graph.explore.stats import stats
from graph.revision import revision

__all__ = [
    "ANY_TIME",
    "Moment",
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
    "revision",
    "search",
    "stats",
]
