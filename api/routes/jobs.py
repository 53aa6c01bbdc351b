"""Jobs: how it stands with documents that were posted."""

from __future__ import annotations

from collections.abc import AsyncIterable
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent

from api.access.guard import READ
from api.dependencies import LedgerDep, UntaggedReplyDep, no_parameters
from api.documented import problems_of
from api.envelope import Item, Listing
from api.jobs.states import Job
from api.jobs.watching import changes
from api.parameters import JobParameters
from api.schemas import ItemOut, JobOut, JobSummary

router = APIRouter(tags=["Documents"], dependencies=[READ])


def wanted(job_id: Annotated[str, Path(description="Id of the job.", max_length=200)], ledger: LedgerDep) -> Job:
    """The job of the address."""
    return ledger.job(job_id)


LONGEST_NUMBER = 18  # digits of a change, which fit into SQLite
WantedJob = Annotated[Job, Depends(wanted)]


@router.get("/jobs", responses=problems_of("parameter-unknown", "parameter-invalid"))
def list_jobs(
    asked: Annotated[JobParameters, Query()], ledger: LedgerDep, reply: UntaggedReplyDep
) -> Listing[JobSummary]:
    """The latest jobs, the newest first."""
    jobs = ledger.latest(asked.limit + 1)
    return reply.first([JobSummary.model_validate(job) for job in jobs], asked.limit)


@router.get("/jobs/{job_id}", responses=problems_of("job-not-found"), dependencies=[Depends(no_parameters)])
def read_job(job: WantedJob, reply: UntaggedReplyDep) -> Item[JobOut]:
    """How it stands with what was posted, document by document."""
    return reply.item(JobOut.model_validate(job))


@router.get(
    "/jobs/{job_id}/events",
    responses=problems_of("job-not-found"),
    response_class=EventSourceResponse,
    dependencies=[Depends(no_parameters)],
)
async def stream_job(request: Request, job: WantedJob, ledger: LedgerDep) -> AsyncIterable[ServerSentEvent]:
    """Server-sent events: `document` at each stage of each document, with its counts, and `finished` with the job.

    Whoever was cut off sends the `Last-Event-ID` that they saw, and goes on behind it.
    """
    async for item in changes(ledger, job.id, after=_last_seen(request)):
        yield ServerSentEvent(event="document", id=str(item.change), data=ItemOut.model_validate(item))
    yield ServerSentEvent(event="finished", data=JobOut.model_validate(ledger.job(job.id)))


def _last_seen(request: Request) -> int:
    number = request.headers.get("last-event-id", "")
    return int(number) if number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER else 0
