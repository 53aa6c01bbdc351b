"""Documents into the place of what was there before them, and out again, within one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.batches import Batches
from graph.changes import Change, KnownClaim, Outcome, Status, change_of, known_claims, known_since
from graph.holding import earlier_versions, forget_unused, known_sources, link_sources, name_of, withdraw
from graph.resolution.storing import under_kept_ids
from graph.revision import count_write
from graph.saving import refold, save
from graph.store import Row, Run
from graph.stories import link_stories, linked, unlink_stories


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document that comes, and what is there already."""

    batches: Batches
    stored: Row | None  # what `documents.stored` says of the same text
    earlier: list[str]  # the documents that its sources held before
    sources: list[Row]  # where the same text was read from before

    @property
    def is_fresh(self) -> bool:
        """Whether it has to be stored."""
        return self.stored is None or not self.batches.is_stored(self.stored)

    @property
    def is_known(self) -> bool:
        """Whether nothing has to be stored but where it was read from, at most."""
        return not self.is_fresh and not self.earlier

    @property
    def before(self) -> list[str]:
        """The documents that it takes the place of: earlier versions, and what was read out of its own text."""
        return [*self.earlier, *([self.batches.id] if self.stored is not None and self.is_fresh else [])]

    @property
    def status(self) -> Status:
        """What becomes of it."""
        if self.earlier:
            return Status.CHANGED
        if self.stored is None:
            return Status.ADDED
        return Status.REPLACED if self.is_fresh else Status.UNCHANGED

    @property
    def all_sources(self) -> list[Row]:
        """Where the text was read from, then and now; what is copied has just those that it is copied with."""
        known = [] if self.batches.is_copy else self.sources
        by_id = {source["id"]: source for source in [*known, *self.batches.sources]}
        return [by_id[source_id] for source_id in sorted(by_id)]

    @property
    def new_sources(self) -> list[Row]:
        """Where the text was not read from before."""
        known = {source["id"] for source in self.sources}
        return [source for source in self.batches.sources if source["id"] not in known]

    @property
    def source_name(self) -> str | None:
        """What the document says that it was read from: the first name of all, whoever was read first."""
        return name_of(self.all_sources) or self.batches.document["source"]

    @property
    def is_called_otherwise(self) -> bool:
        """Whether the stored document says that it was read from elsewhere."""
        return self.stored is not None and self.stored["source"] != self.source_name


def put(documents: Sequence[Batches], run: Run) -> list[Outcome]:
    """What becomes of each of some documents, none of which comes twice, and no source either."""
    arrivals = list(_arrivals(documents, run))
    if len(arrivals) > 1 and any(each.earlier for each in arrivals):
        # One may bring back what another takes the place of: in their order, then.
        return [outcome for each in documents for outcome in put([each], run)]
    _note_sources([each for each in arrivals if not each.is_fresh], run)
    if all(each.is_known for each in arrivals):
        return [Outcome(Status.UNCHANGED) for _ in arrivals]
    changes = _exchange(arrivals, run)
    count_write(run)
    return [Outcome(each.status, changes.get(each.batches.id)) for each in arrivals]


def take_out(document_id: str, run: Run) -> bool:
    """Whether the document was there; it is gone now, with all that only it contributed."""
    if not run("documents.stored", ids=[document_id]):
        return False
    refold(_cleared([document_id], run), run)
    count_write(run)
    return True


def _arrivals(documents: Sequence[Batches], run: Run) -> Iterator[Arrival]:
    stored = {row["id"]: row for row in run("documents.stored", ids=[each.id for each in documents])}
    earlier, sources = earlier_versions(documents, run), known_sources(stored, run)
    for each in documents:
        there = stored.get(each.id)
        yield Arrival(
            each.completed(there) if there else each, there, earlier.get(each.id, []), sources.get(each.id, [])
        )


def _exchange(arrivals: Sequence[Arrival], run: Run) -> dict[str, Change]:
    """Store what is not there as it is; how its claims differ from those in whose place they come, by document."""
    moving = [each for each in arrivals if not each.is_known]
    fresh, changes = list[Batches](), dict[str, Change]()
    for each in moving:  # as they were found: what is merged now leaves no trace once that is undone
        known = known_claims(each.before, run)
        if each.before:
            changes[each.batches.id] = change_of(each.batches, known, each.before[0])
        if each.is_fresh:
            fresh.append(_as_recorded(each, each.batches, known))
    let_go = [one for each in moving if each.earlier for one in withdraw(each.earlier, each.batches.sources, run)]
    again = [each.batches.id for each in moving if each.is_fresh and each.stored is not None]
    orphans = _cleared([*again, *let_go], run)
    _store(under_kept_ids(fresh, run), orphans, run)
    return changes


def _as_recorded(arrival: Arrival, batches: Batches, known: Sequence[KnownClaim]) -> Batches:
    """What is stored of a document, with all its sources and with the times of what was known; a copy keeps its own."""
    sources = arrival.all_sources
    if arrival.batches.is_copy:
        return replace(batches, sources=sources)
    ready = replace(batches, sources=sources, document={**batches.document, "source": arrival.source_name})
    if not arrival.before:
        return ready
    return known_since(ready, known, None if arrival.stored is None else arrival.stored["recorded_at"])


def _store(fresh: Sequence[Batches], orphans: Sequence[str], run: Run) -> None:
    """Store documents that are not there, and decide anew what the entities are called that others left behind."""
    refold([*orphans, *(save(fresh, run) if fresh else ())], run)
    link_sources(({"document_id": each.id, **source} for each in fresh for source in each.sources), run)
    link_stories(fresh, run)


def _note_sources(arrivals: Sequence[Arrival], run: Run) -> None:
    """Note where texts that are stored were read from now, if that is new."""
    new = [each for each in arrivals if each.new_sources]
    link_sources(({"document_id": each.batches.id, **source} for each in new for source in each.new_sources), run)
    renamed = [{"id": each.batches.id, "name": each.source_name} for each in new if each.is_called_otherwise]
    if renamed:
        run("save.source_names", rows=renamed)
        count_write(run)


def _cleared(document_ids: Sequence[str], run: Run) -> list[str]:
    """The ids of the entities that the documents named, now that they are out."""
    if not document_ids:
        return []
    sources = {source["id"] for its in known_sources(document_ids, run).values() for source in its}
    bands = run("stories.bands", ids=list(document_ids))
    others = {row["other"] for row in linked(document_ids, run)} - set(document_ids)
    orphans = [entity_id for document_id in document_ids for entity_id in _without_parts(document_id, run)]
    forget_unused(sources, run)
    unlink_stories(bands, others, run)
    return orphans


def _without_parts(document_id: str, run: Run) -> list[str]:
    """The ids of the entities that the document named; it and all that is its own is out."""
    entity_ids = [row["id"] for row in run("documents.entity_ids", document_id=document_id)]
    claim_ids = [row["id"] for row in run("documents.claim_ids", document_id=document_id)]
    if entity_ids:
        run("remove.entity_edges", ids=entity_ids, claim_ids=claim_ids)
    for part in ("figures", "claims", "passages", "document"):
        run(f"remove.{part}", document_id=document_id)
    return entity_ids
