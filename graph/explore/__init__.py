"""Reading the graph: every question that the ways in can ask, each answered by plain rows."""

from graph.explore.claim_in_context import claim
from graph.explore.claim_table import claim_table
from graph.explore.claims import claims
from graph.explore.consensus import consensus
from graph.explore.documents import annotated, document, documents
from graph.explore.entities import entity
from graph.explore.expansion import expansion
from graph.explore.facets import facets
from graph.explore.figures import figures
from graph.explore.moment import ANY_TIME, Moment
from graph.explore.naming import resolve_all, suggest
from graph.explore.neighbors import Neighbors, neighbors
from graph.explore.page import Page
from graph.explore.pairs import pairs
from graph.explore.paragraphs import paragraph
from graph.explore.paths import paths
from graph.explore.peers import peers
from graph.explore.questions import ask
from graph.explore.search import search
from graph.explore.stats import stats
from graph.explore.subgraph import Subgraph, subgraph
from graph.explore.timeline import timeline
from graph.explore.views import side_of, views_by, views_on
from graph.revision import revision

__all__ = [
    "ANY_TIME",
    "Moment",
    "Neighbors",
    "Page",
    "Subgraph",
    "annotated",
    "ask",
    "claim",
    "claim_table",
    "claims",
    "consensus",
    "document",
    "documents",
    "entity",
    "expansion",
    "facets",
    "figures",
    "neighbors",
    "pairs",
    "paragraph",
    "paths",
    "peers",
    "resolve_all",
    "revision",
    "search",
    "side_of",
    "stats",
    "subgraph",
    "suggest",
    "timeline",
    "views_by",
    "views_on",
]
