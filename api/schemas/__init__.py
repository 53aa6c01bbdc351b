"""What the API answers: one model per thing, each field explained, so that the reference can be generated from them."""

from api.schemas.claims import ClaimInContext, ClaimOut, FigureOut, PassageOut
from api.schemas.documents import Annotations, DocumentOut, DocumentSummary, MentionOut
from api.schemas.entities import (
    DirectionCounts,
    EntityInGraph,
    EntityOut,
    EntitySummary,
    Named,
    Neighborhood,
    NeighborOut,
    NodeOut,
    PeerOut,
)
from api.schemas.jobs import ItemOut, JobOut, JobSummary
from api.schemas.relations import DrawnLink, DrawnNode, HopOut, PairOut, PathOut, SubgraphOut
from api.schemas.resolution import CandidatePair, CandidateSide, FindingOut, JudgementOut, NamingContext
from api.schemas.search import Candidate, Found, Highlight, PassageFound, Resolved, Suggestion
from api.schemas.service import Health, Ready, Stats

__all__ = [
    "Annotations",
    "Candidate",
    "CandidatePair",
    "CandidateSide",
    "ClaimInContext",
    "ClaimOut",
    "DirectionCounts",
    "DocumentOut",
    "DocumentSummary",
    "DrawnLink",
    "DrawnNode",
    "EntityInGraph",
    "EntityOut",
    "EntitySummary",
    "FigureOut",
    "FindingOut",
    "Found",
    "Health",
    "Highlight",
    "HopOut",
    "ItemOut",
    "JobOut",
    "JobSummary",
    "JudgementOut",
    "MentionOut",
    "Named",
    "NamingContext",
    "NeighborOut",
    "Neighborhood",
    "NodeOut",
    "PairOut",
    "PassageFound",
    "PassageOut",
    "PathOut",
    "PeerOut",
    "Ready",
    "Resolved",
    "Stats",
    "SubgraphOut",
    "Suggestion",
]
