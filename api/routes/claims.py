"""Claims: who said what about whom, in which words."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from api.access.guard import READ
from api.claim_parameters import ClaimParameters, MomentParameters
from api.dependencies import ReplyDep, StoreDep, TablesDep
from api.documented import problems_of
from api.envelope import FacetedListing, Item
from api.schemas.claims import ClaimInContext, ClaimOut
from api.tables import FORMATS, chosen
from api.tables.response import MOST_CLAIMS, table_response
from graph import explore

router = APIRouter(tags=["Claims"], dependencies=[READ])
_PROBLEMS = problems_of("parameter-unknown", "parameter-invalid", "entity-not-found", "ambiguous-name")


_TABLES = {format_.media_type.partition(";")[0]: {"schema": {"type": "string"}} for format_ in FORMATS.values()}


@router.get(
    "/claims",
    response_model=FacetedListing[ClaimOut],
    responses={200: {"content": _TABLES}, **_PROBLEMS, **problems_of("format-unavailable", "tables-busy")},
)
def list_claims(
    request: Request,
    asked: Annotated[ClaimParameters, Query()],
    store: StoreDep,
    reply: ReplyDep,
    tables: TablesDep,
) -> FacetedListing[ClaimOut] | Response:
    """Who said what, as a page or as a table of all. Filters narrow each other; entities go by any of their names."""
    wishes = {**asked.filters(), "moment": reply.moment_of(asked)}
    if format_ := chosen(request, asked.format):
        limit = min(asked.limit or MOST_CLAIMS, MOST_CLAIMS)
        with ExitStack() as turn:
            turn.enter_context(tables.one())
            first, rows = explore.claim_table(store, sort=asked.sort, most=limit, cursor=asked.cursor, **wishes)
            return table_response(format_, first, rows, limit=limit, seconds=tables.seconds, held_open=turn.pop_all())
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
