"""Views: what somebody says over time, what is said of something, where the street agrees and where it does not."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.access.guard import READ
from api.claim_parameters import ConsensusParameters, TimelineParameters, ViewParameters
from api.dependencies import ReplyDep, StoreDep
from api.documented import problems_of
from api.envelope import Item, Listing
from api.parameters import Reference
from api.schemas.views import Consensus, SpokenView, TimelineClaim, VoiceView
from graph import explore

router = APIRouter(tags=["Views"], dependencies=[READ])
_PROBLEMS = problems_of("parameter-unknown", "parameter-invalid", "entity-not-found", "ambiguous-name")


@router.get("/entities/{reference}/timeline", responses=_PROBLEMS)
def list_timeline(
    reference: Reference, asked: Annotated[TimelineParameters, Query()], store: StoreDep, reply: ReplyDep
) -> Listing[TimelineClaim]:
    """What an entity says, what is said for it and what is said about it, day by day."""
    moment = reply.moment_of(asked)
    page = explore.timeline(
        store, reference, order=asked.order, **asked.filters(), moment=moment, **reply.page_of(asked)
    )
    return reply.listing([TimelineClaim.model_validate(row) for row in page.rows], page)


@router.get("/entities/{reference}/views", responses=_PROBLEMS)
def list_views(
    reference: Reference, asked: Annotated[ViewParameters, Query()], store: StoreDep, reply: ReplyDep
) -> Listing[SpokenView | VoiceView]:
    """Of a speaker all that it says, each claim with whether it still stands; of a subject what each voice holds now.

    A claim of the same speaker on a later day takes the place of an earlier one about the same subject: of the same
    metric and unit if it has figures, else of the same type. Nothing is ever deleted.
    """
    moment = reply.moment_of(asked)
    if explore.side_of(store, reference, asked.side) == "speaker":
        page = explore.views_by(store, reference, moment=moment, **reply.page_of(asked))
        return reply.listing([SpokenView.model_validate(row) for row in page.rows], page)
    page = explore.views_on(store, reference, superseded=asked.superseded, moment=moment, **reply.page_of(asked))
    return reply.listing([VoiceView.model_validate(row) for row in page.rows], page)


@router.get("/entities/{reference}/consensus", responses=_PROBLEMS)
def read_consensus(
    reference: Reference, asked: Annotated[ConsensusParameters, Query()], store: StoreDep, reply: ReplyDep
) -> Item[Consensus]:
    """Where the street stands on something: sides, ranges of numbers, dissenters, and who contradicts whom.

    The targets for an index are `/v1/entities/csi-300/consensus?metric=index_target`.
    """
    moment = reply.moment_of(asked)
    found = explore.consensus(store, reference, window=asked.window, metric=asked.metric, moment=moment)
    reply.warnings += found["warnings"]
    return reply.item(Consensus.model_validate(found))
