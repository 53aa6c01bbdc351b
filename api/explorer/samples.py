"""The samples, for whoever opens a server with nothing in its store."""

from __future__ import annotations

from importlib.resources import files

from nicegui import ui

from api.access.keys import Scope
from api.explorer import states
from api.explorer.addresses import HOME, LOAD
from api.explorer.markup import Words, box, icon, link
from api.explorer.visit import Visit
from api.jobs.states import OPEN, Item, Job, State
from api.jobs.watching import changes
from graph.model import Document
from loaders.documents import parse

_STATES = {State.READING: "reading", State.STORING: "storing", State.QUEUED: "waits", State.FAILED: "failed"}


def offered(visit: Visit) -> None:
    """The page of an empty store: what there would be to see, and two ways to it."""
    with box("section", "card state welcome"):
        icon("hub")
        Words("h2", "Nothing has been loaded yet", "state-title")
        Words("p", "Three short articles show what there is to see: who said what, about whom, in which words.", "soft")
        with box("div", "row") as ways:
            button = box("button", "button primary", type="button")
            with button:
                Words("span", "Load the samples")
            link("Load your own", LOAD, "button")
        progress = box("div", "progress")

    async def load() -> None:
        ways.set_visibility(False)
        try:
            job = await visit.do(Scope.WRITE, submit, visit)
            await _followed(visit, job, progress)
            ui.navigate.to(HOME)
        except Exception as problem:
            progress.clear()
            ways.set_visibility(True)
            with progress:
                states.failure(visit, problem, again=load)

    button.on("click", load)


def submit(visit: Visit) -> Job:
    """A job with the samples."""
    return visit.worker.submit(list(documents()), most_waiting=visit.settings.max_waiting_documents)


def documents() -> list[Document]:
    """The samples, as they ship."""
    folder = files("loaders") / "samples"
    found = sorted((one for one in folder.iterdir() if one.name.endswith(".txt")), key=lambda one: one.name)
    return [parse(one.read_bytes(), source=one.name) for one in found]


async def _followed(visit: Visit, job: Job, place: ui.element) -> None:
    """Tell how it stands with each document, until all of them are done with."""
    lines: dict[str, Words] = {}
    with place:
        Words("p", "Reading. The first document takes longer, since the models are loaded for it.", "soft")
        with box("ul", "job", aria_live="polite"):
            for item in job.items:
                with box("li", "job-item"):
                    Words("span", item.label)
                    lines[item.label] = Words("span", "waits", "soft")
    async for item in changes(visit.ledger, job.id, after=0):
        lines[item.label].set_text(_told(item))


def _told(item: Item) -> str:
    if item.state in OPEN or item.state == State.FAILED:
        return _STATES[item.state]
    return f"{item.counts['claims']} claims"
