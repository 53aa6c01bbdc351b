"""From names and words to what the graph holds: search, type-ahead, and many names at once."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api.access.guard import READ
from api.dependencies import ReplyDep, StoreDep, UntaggedReplyDep, no_parameters
from api.documented import problems_of
from api.envelope import Listing
from api.schemas import Found, Resolved, Suggestion
from api.search_parameters import BODY, PostedNames, SearchParameters, SuggestParameters
from graph import explore

router = APIRouter(tags=["Entities"], dependencies=[READ])
_REFUSED = ("parameter-unknown", "parameter-invalid")


@router.get("/search", responses=problems_of(*_REFUSED))
def search(asked: Annotated[SearchParameters, Query()], store: StoreDep, reply: ReplyDep) -> Listing[Found]:
    """Entities by name or ticker, then claims and passages by their words, each the best first."""
    page = explore.search(store, asked.q, kind=asked.kind, moment=reply.moment_of(asked), **reply.page_of(asked))
    return reply.listing([Found.model_validate(row) for row in page.rows], page)


@router.get("/suggest", responses=problems_of(*_REFUSED))
def suggest(
    asked: Annotated[SuggestParameters, Query()], store: StoreDep, reply: UntaggedReplyDep
) -> Listing[Suggestion]:
    """Who may be meant by what is typed so far, those that most documents name first; else who is called alike."""
    rows = explore.suggest(store, asked.q, kind=asked.kind, moment=reply.moment_of(asked), limit=asked.limit + 1)
    return reply.first([Suggestion.model_validate(row) for row in rows], asked.limit)


@router.post(
    "/resolve",
    openapi_extra={"requestBody": BODY},
    responses=problems_of("body-invalid", "body-too-large", "media-type-unsupported", "parameter-unknown"),
    dependencies=[Depends(no_parameters)],
)
def resolve(given: PostedNames, store: StoreDep, reply: ReplyDep) -> Listing[Resolved]:
    """What each of up to 1,000 names, tickers and ids stands for, in their order; each has an answer of its own."""
    rows = explore.resolve_all(store, given.names, kind=given.kind)
    return reply.first([Resolved.model_validate(row) for row in rows], len(rows))
