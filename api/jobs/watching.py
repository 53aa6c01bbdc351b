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
    while job.is_open and monotonic() < until:
        await sleep(EVERY_SECONDS)
        job = ledger.job(job.id)
    return job


async def changes(ledger: Ledger, job: Job, *, after: int) -> AsyncIterator[tuple[Job, list[Item]]]:
    """The job with what changed since, at each change behind the number `after`, until nothing of it is open."""
    while True:
        changed = sorted((item for item in job.items if item.change > after), key=lambda item: item.change)
        if changed:
            after = changed[-1].change
            yield job, changed
        if not job.is_open:
            return
        await sleep(EVERY_SECONDS)
        job = ledger.job(job.id)
