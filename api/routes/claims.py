"""Claims: who said what about whom, in which words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from api.access.guard import READ
from api.dependencies import ReplyDep, StoreDep, no_parameters
from api.documented import problems_of
from api.envelope import Item, Listing
from api.parameters import ClaimParameters
from api.schemas import ClaimInContext, ClaimOut
from graph import explore

router = APIRouter(tags=["Claims"], dependencies=[READ])


@router.get("/claims", responses=problems_of("parameter-unknown", "entity-not-found", "ambiguous-name"))
def list_claims(asked: Annotated[ClaimParameters, Query()], store: StoreDep, reply: ReplyDep) -> Listing[ClaimOut]:
    """Who said what, newest first. Filters narrow each other; entities go by id, name, alias or ticker."""
    page = explore.claims(store, **asked.filters(), moment=reply.moment_of(asked), **reply.page_of(asked))
    return reply.listing([ClaimOut.model_validate(row) for row in page.rows], page)


@router.get("/claims/{claim_id}", responses=problems_of("claim-not-found"), dependencies=[Depends(no_parameters)])
def read_claim(
    claim_id: Annotated[str, Path(description="Id of the claim.", max_length=200)], store: StoreDep, reply: ReplyDep
) -> Item[ClaimInContext]:
    """One claim with its evidence in context: the words before and after, and the sentences it rests on."""
    return reply.item(ClaimInContext.model_validate(explore.claim(store, claim_id)))
