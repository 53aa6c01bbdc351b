"""What the API answers: one model per thing, each field explained, so that the reference can be generated from them."""

from api.schemas.claims import ClaimInContext, ClaimOut, FigureOut, PassageOut
from api.schemas.documents import Annotations, DocumentOut, DocumentSummary, MentionOut
from api.schemas.entities import EntityInGraph, EntityOut, EntitySummary, Named, NeighborOut
from api.schemas.jobs import ItemOut, JobOut, JobSummary
from api.schemas.relations import HopOut, PairOut, PathOut
from api.schemas.search import Found
from api.schemas.service import Health, Ready, Stats

__all__ = [
    "Annotations",
    "ClaimInContext",
    "ClaimOut",
    "DocumentOut",
    "DocumentSummary",
    "EntityInGraph",
    "EntityOut",
    "EntitySummary",
    "FigureOut",
    "Found",
    "Health",
    "HopOut",
    "ItemOut",
    "JobOut",
    "JobSummary",
    "MentionOut",
    "Named",
    "NeighborOut",
    "PairOut",
    "PassageOut",
    "PathOut",
    "Ready",
    "Stats",
]
