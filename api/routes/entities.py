"""Entities and what is next to them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api.access.guard import READ
from api.dependencies import ReplyDep, StoreDep, no_parameters
from api.documented import problems_of
from api.envelope import Item, Listing
from api.parameters import NeighborParameters, PairParameters, PathParameters, Reference, SearchParameters
from api.schemas import EntityInGraph, Found, NeighborOut, PairOut, PathOut
from graph import explore

router = APIRouter(dependencies=[READ])
_UNNAMED = ("entity-not-found", "ambiguous-name")


@router.get(
    "/entities/{reference}", tags=["Entities"], responses=problems_of(*_UNNAMED), dependencies=[Depends(no_parameters)]
)
def read_entity(reference: Reference, store: StoreDep, reply: ReplyDep) -> Item[EntityInGraph]:
    """One company, institution, person, index, product or place."""
    return reply.item(EntityInGraph.model_validate(explore.entity(store, reference)))


@router.get("/entities/{reference}/neighbors", tags=["Entities"], responses=problems_of("parameter-unknown", *_UNNAMED))
def list_neighbors(
    reference: Reference, asked: Annotated[NeighborParameters, Query()], store: StoreDep, reply: ReplyDep
) -> Listing[NeighborOut]:
    """What an entity is related to, each edge with who says so and in which words."""
    page = explore.neighbors(store, reference, **asked.filters(), **reply.page_of(asked))
    return reply.listing([NeighborOut.model_validate(row) for row in page.rows], page)


@router.get("/pairs", tags=["Relations"], responses=problems_of("parameter-unknown", *_UNNAMED))
def list_pairs(asked: Annotated[PairParameters, Query()], store: StoreDep, reply: ReplyDep) -> Listing[PairOut]:
    """Companies that a source sets against each other, newest first."""
    page = explore.pairs(store, **asked.filters(), **reply.page_of(asked))
    return reply.listing([PairOut.model_validate(row) for row in page.rows], page)


@router.get("/paths", tags=["Relations"], responses=problems_of("parameter-unknown", *_UNNAMED))
def list_paths(asked: Annotated[PathParameters, Query()], store: StoreDep, reply: ReplyDep) -> Listing[PathOut]:
    """How two entities hang together, shortest first, each step with the words that it rests on."""
    found = explore.paths(store, asked.source, asked.target, max_hops=asked.max_hops, limit=asked.limit + 1)
    return reply.first([PathOut.model_validate(path) for path in found], asked.limit)


@router.get("/search", tags=["Entities"], responses=problems_of("parameter-unknown"))
def search(asked: Annotated[SearchParameters, Query()], store: StoreDep, reply: ReplyDep) -> Item[Found]:
    """Entities by name or ticker, and claims by their words."""
    return reply.item(Found.model_validate(explore.search(store, asked.q, limit=asked.limit)))
