"""How it stands with documents that are being read, told while one watches."""

from __future__ import annotations

from collections.abc import Sequence

from nicegui import ui

from api.explorer.addresses import document_address
from api.explorer.markup import Words, box, icon, link, set_attributes
from api.explorer.visit import Visit
from api.jobs.states import OPEN, Item, Job, State
from api.jobs.watching import changes

_TOLD: dict[str, tuple[str, str]] = {
    State.QUEUED: ("schedule", "waits"),
    State.READING: ("menu_book", "is being read"),
    State.STORING: ("save", "is being stored"),
    State.ADDED: ("check_circle", "added"),
    State.REPLACED: ("check_circle", "read anew"),
    "changed": ("check_circle", "a new version, in place of the one before"),
    State.UNCHANGED: ("check_circle", "was there already"),
    State.FAILED: ("error", "could not be read"),
}


class Progress:
    """The documents of some jobs, one line each below a bar."""

    def __init__(self, visit: Visit, jobs: Sequence[Job]) -> None:
        """Build it as it stands now."""
        self._visit, self._jobs = visit, list(jobs)
        self._summary = Words("p", "", "progress-summary", role="status")
        with box("div", "bar", aria_hidden="true"):
            self._bar = box("div")
        with box("ul", "progress-items card", aria_label="Documents"):
            self._lines = [[_Line(visit, item) for item in job.items] for job in self._jobs]
        self._tell()

    @property
    def items(self) -> list[Item]:
        """All documents, as they were last told."""
        return [item for job in self._jobs for item in job.items]

    async def follow(self) -> None:
        """Tell every change, until all of them are done with or nobody watches any more."""
        for number, job in enumerate(self._jobs):
            async for _ in changes(self._visit.ledger, job.id, after=_last_change(job)):
                if self._summary.is_deleted:
                    return
                self._renew(number)

    def _renew(self, number: int) -> None:
        job = self._visit.ledger.job(self._jobs[number].id)
        for line, before, now in zip(self._lines[number], self._jobs[number].items, job.items, strict=True):
            if before != now:
                line.show(now)
        self._jobs[number] = job
        self._tell()

    def _tell(self) -> None:
        items = self.items
        done = [item for item in items if item.state not in OPEN]
        self._summary.set_text(_summary(items, done))
        self._bar.style(f"width: {100 * len(done) / max(len(items), 1):.1f}%")


class _Line:
    """One document: how it stands with it, how much was read out of it, or why nothing was."""

    def __init__(self, visit: Visit, item: Item) -> None:
        self._visit = visit
        with box("li", "progress-item") as self._place:
            pass
        self.show(item)

    def show(self, item: Item) -> None:
        """Tell how it stands now."""
        set_attributes(self._place, data_state=item.state)
        self._place.clear()
        with self._place:
            symbol, told = _TOLD[item.state]
            icon(symbol)
            if item.document_id:
                link(item.label, document_address(item.document_id, self._visit.moment), "progress-label")
            else:
                Words("span", item.label, "progress-label")
            Words("span", _counted(item) if item.counts else told, "soft progress-told")
            if item.problem:
                Words("p", str(item.problem["detail"]), "progress-problem")


def _summary(items: Sequence[Item], done: Sequence[Item]) -> str:
    if len(done) < len(items):
        first = "" if done else " The first one takes longer, since the models are loaded for it."
        return f"{len(done)} of {len(items)} read.{first}"
    failed = sum(item.state == State.FAILED for item in items)
    claims, figures = (sum(item.counts.get(name, 0) for item in items) for name in ("claims", "figures"))
    left = f" {failed} of {len(items)} could not be read." if failed else ""
    return f"Done: {claims:,} claims with {figures:,} figures.{left}"


def _counted(item: Item) -> str:
    told = _TOLD[item.state][1]
    return ", ".join(
        [told, *(f"{item.counts[name]:,} {name}" for name in ("claims", "entities") if name in item.counts)]
    )


def _last_change(job: Job) -> int:
    return max((item.change for item in job.items), default=0)


def watched(visit: Visit, jobs: Sequence[Job]) -> None:
    """The jobs while they are worked off; a single document is opened as soon as it is there."""
    progress = Progress(visit, jobs)

    async def follow() -> None:
        await progress.follow()
        if len(progress.items) == 1 and (document := progress.items[0].document_id):
            ui.navigate.to(document_address(document, visit.moment))

    if any(job.is_open for job in jobs):
        ui.timer(0, follow, once=True)
