"""Whether the server is well, and how much it knows."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import APIRouter, Depends

from api.dependencies import ReplyDep, StoreDep, no_parameters
from api.documented import problems_of
from api.envelope import Item
from api.schemas import Health, Stats
from graph import explore

router = APIRouter(tags=["Service"], dependencies=[Depends(no_parameters)])


@router.get("/health", responses=problems_of("store-unavailable"))
def read_health(store: StoreDep, reply: ReplyDep) -> Item[Health]:
    """Whether the server answers and its store can be read."""
    store.read("schema.version")  # the cheapest question there is: this is asked every few seconds
    return reply.item(Health(status="ok", version=version("streetgraph"), engine=store.engine))


@router.get("/stats", responses=problems_of("store-unavailable"))
def read_stats(store: StoreDep, reply: ReplyDep) -> Item[Stats]:
    """How many documents, entities, claims, figures and relations there are."""
    return reply.item(Stats.model_validate(explore.stats(store)))
