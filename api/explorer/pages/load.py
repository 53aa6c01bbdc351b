"""Documents brought in: files, a text, an address; and how it stands with them."""

from __future__ import annotations

from api.access.keys import Scope
from api.explorer.addresses import HOME, LOAD, at
from api.explorer.frame import titled
from api.explorer.load_box import load_box
from api.explorer.markup import Words, box, link
from api.explorer.progress import watched
from api.explorer.showing import shown
from api.explorer.styles import style
from api.explorer.visit import Visit
from api.jobs.states import Job, JobInShort, JobState

_LATEST = 8
_MOST_WATCHED = 20  # jobs in one address
_STATES = {
    JobState.QUEUED: "waits",
    JobState.RUNNING: "is being read",
    JobState.DONE: "done",
    JobState.PARTIAL: "partly done",
    JobState.FAILED: "failed",
}


@shown(LOAD)
async def build(visit: Visit) -> None:
    """Where documents are brought in, or where one watches those of the jobs in the address."""
    style("heads.css")
    style("loading.css")
    if wanted := visit.parameters.get("job", ""):
        ids = list(dict.fromkeys(wanted.split(",")))[:_MOST_WATCHED]
        _watching(visit, await visit.do(Scope.READ, lambda: [visit.ledger.job(one) for one in ids]))
    else:
        _bringing(visit, await visit.do(Scope.WRITE, visit.ledger.latest, _LATEST))


def _bringing(visit: Visit, latest: list[JobInShort]) -> None:
    titled("Load documents")
    with box("div", "page"):
        with box("header", "page-head"):
            Words("h1", "Load documents")
            Words(
                "p",
                "They are read on this server and nowhere else.",
                "soft",
            )
        with box("section", "card", aria_label="Documents to load"):
            load_box(visit)
        if latest:
            with box("section", "card", aria_labelledby="latest"):
                Words("h2", "Loaded last", id="latest")
                with box("ul", "jobs"):
                    for job in latest:
                        _job(job)


def _job(job: JobInShort) -> None:
    more = sum(job.tally.values()) - 1
    with box("li", "job-line"):
        link(f"{job.label} and {more} more" if more > 0 else job.label, at(LOAD, job=job.id), "progress-label")
        Words("span", _STATES[job.state], f"chip job-{job.state}")
        Words("time", f"{job.created_at[:16].replace('T', ' ')} UTC", "soft", datetime=job.created_at)


def _watching(visit: Visit, jobs: list[Job]) -> None:
    titled("Reading")
    with box("div", "page"):
        with box("header", "page-head"):
            Words("p", "Load", "eyebrow")
            Words("h1", "What was sent")
        watched(visit, jobs)
        with box("div", "row"):
            link("See what was said last", at(HOME, visit.moment), "button")
            link("Load more", LOAD, "button")
