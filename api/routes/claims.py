"""Claims: who said what about whom, in which words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.access.guard import READ
from api.claim_parameters import ClaimParameters, MomentParameters
from api.dependencies import ReplyDep, StoreDep
from api.documented import problems_of
from api.envelope import FacetedListing, Item
from api.schemas.claims import ClaimInContext, ClaimOut
from graph import explore

router = APIRouter(tags=["Claims"], dependencies=[READ])
_PROBLEMS = problems_of("parameter-unknown", "parameter-invalid", "entity-not-found", "ambiguous-name")


@router.get("/claims", responses=_PROBLEMS)
def list_claims(
    asked: Annotated[ClaimParameters, Query()], store: StoreDep, reply: ReplyDep
) -> FacetedListing[ClaimOut]:
    """Who said what. Filters narrow each other; entities go by id, name, alias or ticker."""
    wishes = {**asked.filters(), "moment": reply.moment_of(asked)}
    page = explore.claims(store, sort=asked.sort, **wishes, **reply.page_of(asked))
    counted = explore.facets(store, asked.facets, **wishes) if asked.facets else None
    return reply.faceted([ClaimOut.model_validate(row) for row in page.rows], page, counted)


@router.get("/claims/{claim_id}", responses=problems_of("parameter-unknown", "parameter-invalid", "claim-not-found"))
def read_claim(
    claim_id: Annotated[str, Path(description="Id of the claim.", max_length=200)],
    asked: Annotated[MomentParameters, Query()],
    store: StoreDep,
    reply: ReplyDep,
) -> Item[ClaimInContext]:
    """One claim with its evidence in context, what it took the place of or gave way to, and who says otherwise."""
    return reply.item(ClaimInContext.model_validate(explore.claim(store, claim_id, moment=reply.moment_of(asked))))
