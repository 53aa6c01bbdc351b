"""The samples, for whoever opens a server with nothing in its store."""

from __future__ import annotations

from importlib.resources import files

from nicegui import ui

from api.access.keys import Scope
from api.explorer import states
from api.explorer.addresses import HOME, LOAD
from api.explorer.markup import Words, box, icon, link
from api.explorer.progress import Progress
from api.explorer.styles import style
from api.explorer.visit import Visit
from api.jobs.states import Job
from graph.model import Document
from loaders.documents import parse


def offered(visit: Visit) -> None:
    """The page of an empty store: what there would be to see, and two ways to it."""
    style("loading.css")
    with box("section", "card state welcome"):
        icon("hub")
        Words("h2", "Nothing has been loaded yet", "state-title")
        Words("p", "Three short articles show what there is to see: who said what, about whom, in which words.", "soft")
        with box("div", "row") as ways:
            button = box("button", "button primary", type="button")
            with button:
                Words("span", "Load the samples")
            link("Load your own", LOAD, "button")
        place = box("div", "progress")

    async def load() -> None:
        ways.set_visibility(False)
        try:
            job = await visit.do(Scope.WRITE, submit, visit)
            with place:
                progress = Progress(visit, [job])
            await progress.follow()
            ui.navigate.to(HOME)
        except Exception as problem:
            states.note(visit, problem)
            place.clear()
            ways.set_visibility(True)
            with place:
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
