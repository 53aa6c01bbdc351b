"""How much the server knows."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from api.access.guard import READ
from api.dependencies import ReplyDep, StoreDep, no_parameters
from api.documented import problems_of
from api.envelope import Item
from api.schemas import Stats
from graph import explore

router = APIRouter(tags=["Service"], dependencies=[READ, Depends(no_parameters)])


@router.get("/stats", responses=problems_of("store-unavailable"))
def read_stats(store: StoreDep, reply: ReplyDep) -> Item[Stats]:
    """How many documents, entities, claims, figures and relations there are."""
    return reply.item(Stats.model_validate(explore.stats(store)))
