"""Which documents are held by which sources in the store: one that holds another text now lets go of the first."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from graph.batches import Batches
from graph.likeness import are_versions
from graph.sources import is_address
from graph.store import Row, Run, grouped


def earlier_versions(documents: Iterable[Batches], run: Run) -> dict[str, list[str]]:
    """By the id of a document, which other documents it takes the place of.

    A file or a message holds one text. An address may be given to several documents, as that of a page that changes
    all the time: there a text takes the place of another only if it has the same title, or many of the same words.
    """
    by_source = {source["id"]: each for each in documents for source in each.sources}
    rows = run("documents.holders", sources=sorted(by_source)) if by_source else []
    held = [(by_source[row["source"]], row) for row in rows if row["document_id"] is not None]
    others = [(each, row) for each, row in held if row["document_id"] != each.id]
    asked = sorted({row["document_id"] for _, row in others if is_address(row["source"])})
    at_addresses = {row["id"]: row for row in run("documents.texts", ids=asked)} if asked else {}
    found: dict[str, list[str]] = {}
    for each, row in others:
        one = row["document_id"]
        if not is_address(row["source"]) or _is_version(each.document, at_addresses[one]):
            found.setdefault(each.id, []).append(one)
    return found


def _is_version(document: Row, other: Row) -> bool:
    title, other_title = (" ".join(str(row["title"]).casefold().split()) for row in (document, other))
    return not title or not other_title or title == other_title or are_versions(document["text"], other["text"])


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
