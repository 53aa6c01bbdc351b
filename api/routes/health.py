"""What an orchestrator asks every few seconds, without a key."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import APIRouter, Depends

from api.dependencies import StoreDep, no_parameters
from api.documented import problems_of
from api.schemas import Health, Ready

router = APIRouter(prefix="/health", tags=["Service"], dependencies=[Depends(no_parameters)])


@router.get("/live", responses=problems_of())
def is_live() -> Health:
    """Whether the server answers at all: if not, start it anew. The store is not asked."""
    return Health(status="ok", version=version("streetgraph"))


@router.get("/ready", responses=problems_of("store-unavailable"))
def is_ready(store: StoreDep) -> Ready:
    """Whether its store can be read: if not, send requests elsewhere."""
    store.read("schema.version")  # the cheapest question there is
    return Ready(status="ok", version=version("streetgraph"), engine=store.engine)
