"""Which documents are held by which sources in the store: one that holds another text now lets go of the first."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from graph.batches import Batches
from graph.store import Row, Run, grouped


def earlier_versions(documents: Iterable[Batches], run: Run) -> dict[str, list[str]]:
    """By the id of a document, which other documents its sources held before."""
    wanted = {source["id"]: each.id for each in documents for source in each.sources}
    rows = run("documents.holders", sources=sorted(wanted)) if wanted else []
    found: dict[str, list[str]] = {}
    for row in rows:
        if row["document_id"] not in (None, wanted[row["source"]]):
            found.setdefault(wanted[row["source"]], []).append(row["document_id"])
    return found


def known_sources(document_ids: Collection[str], run: Run) -> dict[str, list[Row]]:
    """By the id of a document, `{id, name}` of each of its sources."""
    return grouped(run("documents.sources", ids=sorted(document_ids)) if document_ids else [], "document_id")


def name_of(sources: Iterable[Row]) -> str | None:
    """The first of the names of these sources."""
    return min((str(source["name"]) for source in sources if source["name"]), default=None)


def link_sources(rows: Iterable[Row], run: Run) -> None:
    """Store `{document_id, id, name}`: which documents were read from which sources."""
    links = list(rows)
    if not links:
        return
    there = {row["source"] for row in run("documents.holders", sources=sorted({row["id"] for row in links}))}
    made, held = list[Row](), list[Row]()
    for row in links:
        (held if row["id"] in there else made).append(row)
        there.add(row["id"])
    for query, wanted in (("save.new_sources", made), ("save.sources", held)):
        if wanted:
            run(query, rows=wanted)


def withdraw(earlier: Collection[str], sources: Iterable[Row], run: Run) -> list[str]:
    """Take these sources away from the documents that they held before; the ids of those that no source holds now."""
    taken = {source["id"] for source in sources}
    known = known_sources(earlier, run)
    rows = [{"document_id": one, "source": each["id"]} for one in earlier for each in known[one] if each["id"] in taken]
    run("remove.read_from", rows=rows)
    left = {one: [each for each in known[one] if each["id"] not in taken] for one in earlier}
    if renamed := [{"id": one, "name": name_of(its)} for one, its in left.items() if its]:
        run("save.source_names", rows=renamed)
    return [one for one, its in left.items() if not its]


def forget_unused(source_ids: Collection[str], run: Run) -> None:
    """Remove those of these sources that no document was read from."""
    if source_ids:
        rows = run("documents.holders", sources=sorted(source_ids))
        held = {row["source"] for row in rows if row["document_id"] is not None}
        if unused := sorted(set(source_ids) - held):
            run("remove.sources", ids=unused)
