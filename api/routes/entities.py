"""Entities, by any of their names."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from api.access.guard import READ
from api.dependencies import ReplyDep, StoreDep, no_parameters
from api.documented import problems_of
from api.envelope import Item
from api.parameters import Reference
from api.schemas import EntityInGraph
from graph import explore

router = APIRouter(tags=["Entities"], dependencies=[READ])


@router.get(
    "/entities/{reference}",
    responses=problems_of("entity-not-found", "ambiguous-name"),
    dependencies=[Depends(no_parameters)],
)
def read_entity(reference: Reference, store: StoreDep, reply: ReplyDep) -> Item[EntityInGraph]:
    """One company, institution, person, index, product or place."""
    return reply.item(EntityInGraph.model_validate(explore.entity(store, reference)))
