"""Entities, by any of their names."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.access.guard import READ
from api.claim_parameters import MomentParameters
from api.dependencies import ReplyDep, StoreDep
from api.documented import problems_of
from api.envelope import Item
from api.parameters import Reference
from api.schemas import EntityInGraph
from graph import explore

router = APIRouter(tags=["Entities"], dependencies=[READ])


@router.get(
    "/entities/{reference}",
    responses=problems_of("parameter-unknown", "parameter-invalid", "entity-not-found", "ambiguous-name"),
)
def read_entity(
    reference: Reference, asked: Annotated[MomentParameters, Query()], store: StoreDep, reply: ReplyDep
) -> Item[EntityInGraph]:
    """One company, institution, person, index, product or place, and how much is said by and about it."""
    return reply.item(EntityInGraph.model_validate(explore.entity(store, reference, moment=reply.moment_of(asked))))
