"""Who is who: which entities may be one, what was judged of them, and judging."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from api.access.guard import READ, WRITE
from api.dependencies import ReplyDep, StoreDep, no_parameters
from api.documented import problems_of
from api.envelope import Item, Listing
from api.listed import listed_ids
from api.posting import own_pages_only
from api.resolution_parameters import (
    BODY,
    CandidateParameters,
    DoctorParameters,
    JudgementParameters,
    PostedJudgement,
)
from api.schemas import CandidatePair, FindingOut, JudgementOut
from graph import resolution
from graph.doctor import findings
from graph.resolution import Verdict
from graph.revision import revision

router = APIRouter(tags=["Resolution"])
JudgementId = Annotated[str, Path(description="Id of the judgement.", max_length=200)]
_REFUSED = ("parameter-unknown", "parameter-invalid", "entity-not-found", "ambiguous-name")


@router.get("/resolution/candidates", dependencies=[READ], responses=problems_of(*_REFUSED))
def list_candidates(
    asked: Annotated[CandidateParameters, Query()], store: StoreDep, reply: ReplyDep
) -> Listing[CandidatePair]:
    """Pairs of entities that may be one and of which nothing is judged yet, the surest first."""
    wanted = Verdict(asked.verdict) if asked.verdict else None
    page = resolution.candidates(
        store, listed=listed_ids(), verdict=wanted, entity=asked.entity, **reply.page_of(asked)
    )
    return reply.listing([CandidatePair.model_validate(row) for row in page.rows], page)


@router.get("/doctor", dependencies=[READ], responses=problems_of("parameter-unknown", "parameter-invalid"))
def doctor(asked: Annotated[DoctorParameters, Query()], store: StoreDep, reply: ReplyDep) -> Listing[FindingOut]:
    """What in the graph deserves a look, by check: suspicious merges, lookalikes, loose ends, silent documents.

    The graph is examined at the first question after a change, which takes seconds where there is much of it.
    """
    page = findings(store, listed=listed_ids(), check=asked.check, **reply.page_of(asked))
    return reply.listing([FindingOut.model_validate(row) for row in page.rows], page)


@router.get("/resolution/judgements", dependencies=[READ], responses=problems_of(*_REFUSED))
def list_judgements(
    asked: Annotated[JudgementParameters, Query()], store: StoreDep, reply: ReplyDep
) -> Listing[JudgementOut]:
    """What was judged of pairs of ids, newest first."""
    page = resolution.judgements(store, verdict=asked.verdict, entity=asked.entity, **reply.page_of(asked))
    return reply.listing([JudgementOut.model_validate(row) for row in page.rows], page)


@router.post(
    "/resolution/judgements",
    status_code=201,
    openapi_extra={"requestBody": BODY},
    responses=problems_of(
        "origin-refused",
        "body-invalid",
        "body-too-large",
        "media-type-unsupported",
        "parameter-unknown",
        "entity-not-found",
        "ambiguous-name",
        "judgement-conflict",
        "one-already",
    ),
    response_description="It is judged, and the graph follows.",
    dependencies=[WRITE, Depends(no_parameters)],
)
def judge(given: PostedJudgement, store: StoreDep, reply: ReplyDep, request: Request) -> Item[JudgementOut]:
    """Say whether two entities are one; if so, all that names the right one goes to the left one.

    A judgement takes the place of an earlier one of the same pair.
    """
    made = resolution.judgement_on(
        store,
        given.left,
        given.right,
        given.verdict,
        why=given.why,
        by=given.by or request.state.caller or "api",
        now=datetime.now(UTC),
        listed=listed_ids(),
    )
    resolution.judge(store, [made])
    reply.revision = revision(store)
    return reply.item(JudgementOut.model_validate(made))


@router.delete(
    "/resolution/judgements/{judgement_id}",
    status_code=204,
    response_class=Response,  # which has no media type, as there is no body
    responses=problems_of("judgement-not-found", "origin-refused"),
    response_description="It is undone.",
    dependencies=[WRITE, Depends(own_pages_only), Depends(no_parameters)],
)
def undo(judgement_id: JudgementId, store: StoreDep) -> None:
    """Undo a judgement: the graph is as if it had never been made."""
    resolution.undo(store, judgement_id)
