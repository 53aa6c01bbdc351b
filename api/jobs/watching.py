"""Watching a job from within a request, without keeping a thread from those who ask something else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from time import monotonic

from anyio import sleep

from api.jobs.ledger import Ledger
from api.jobs.states import Item, Job

EVERY_SECONDS = 0.1


async def closed(ledger: Ledger, job: Job, *, within_seconds: float) -> Job:
    """The job once nothing of it is open any more, or as it stands when the time is up."""
    until = monotonic() + within_seconds
    while ledger.is_open(job.id) and monotonic() < until:
        await sleep(EVERY_SECONDS)
    return ledger.job(job.id)


async def changes(ledger: Ledger, job_id: str, *, after: int) -> AsyncIterator[Item]:
    """Each change of a document of the job, behind the number `after`, until nothing of it is open."""
    while True:
        is_open = ledger.is_open(job_id)  # asked first: what changes meanwhile is told in this round or the next
        for item in ledger.changed(job_id, after):
            after = item.change
            yield item
        if not is_open:
            return
        await sleep(EVERY_SECONDS)
