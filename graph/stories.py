"""Documents that tell the same story are linked, and their claims are of one story, however many copies there are.

Which ones are linked follows from the documents that are there, never from the order in which they came or from what
has gone. In each band a document is held against the first few by their ids, and those against all: what does not fit
may share a band by the thousand, and a copy is still found by way of the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from graph.batches import Batches
from graph.likeness import similarity
from graph.store import Row, Run, grouped

FIRST = 8  # documents of a band that all others in it are held against

Bands = Mapping[str, Sequence[str]]  # the ids of the documents in each, in order
Links = dict[tuple[str, str], float]  # how similar two documents are, the smaller id first


def link_stories(documents: Sequence[Batches], run: Run) -> None:
    """Put new documents into their bands, and link them to those that tell the same story."""
    new = {each.id: each.bands for each in documents if each.bands}
    before = _members({band for bands in new.values() for band in bands}, run)
    _put_into_bands(new, before, run)
    after = {band: sorted({*its, *before.get(band, ())}) for band, its in _by_band(new).items()}
    moved = {one for band, ids in after.items() for one in set(before.get(band, ())[:FIRST]) - set(ids[:FIRST])}
    apart = _let_go(moved, run) if moved else set[str]()
    links = _link(_pairs(new, after), {each.id: str(each.document["text"]) for each in documents}, run)
    if apart:
        _tell({*apart, *(one for pair in links for one in pair)}, run)
    elif links:
        _tell_of_new(links, new.keys(), run)


def unlink_stories(bands: Iterable[Row], others: Collection[str], run: Run) -> None:
    """Mend what documents leave behind that are gone: their `{document_id, band}`, and whom they were linked to."""
    left = grouped(bands, "band")
    held = _members(left, run)
    if empty := sorted(left.keys() - held.keys()):
        run("remove.bands", ids=empty)
    were = {band: sorted([*held[band], *(row["document_id"] for row in left[band])]) for band in held}
    if moved := {one for band, ids in held.items() for one in set(ids[:FIRST]) - set(were[band][:FIRST])}:
        _relink(moved, run)
    _tell(others, run)


def linked(document_ids: Collection[str], run: Run) -> list[Row]:
    """`{id, other, similarity}` for each of these documents and each that it is linked to."""
    return run("stories.linked", ids=sorted(document_ids)) if document_ids else []


def _members(bands: Collection[str], run: Run) -> dict[str, list[str]]:
    rows = grouped(run("stories.members", bands=sorted(bands)) if bands else [], "band")
    return {band: [row["document_id"] for row in its] for band, its in rows.items()}


def _by_band(documents: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for document_id, bands in documents.items():
        for band in bands:
            found.setdefault(band, []).append(document_id)
    return found


def _put_into_bands(new: Mapping[str, Iterable[str]], before: Bands, run: Run) -> None:
    made, held, there = list[Row](), list[Row](), set(before)
    for document_id, bands in new.items():
        for band in bands:
            (held if band in there else made).append({"document_id": document_id, "band": band})
            there.add(band)
    for query, rows in (("save.new_bands", made), ("save.bands", held)):
        if rows:
            run(query, rows=rows)


def _pairs(documents: Mapping[str, Iterable[str]], members: Bands) -> set[tuple[str, str]]:
    """Whom each of the documents is held against."""
    return {
        (min(one, other), max(one, other))
        for one, bands in documents.items()
        for band in bands
        for other in _held_against(one, members[band])
        if other != one
    }


def _held_against(document_id: str, members: Sequence[str]) -> Sequence[str]:
    return members if document_id in members[:FIRST] else members[:FIRST]


def _let_go(document_ids: Collection[str], run: Run) -> set[str]:
    """Remove the links of documents that are no longer held against all in a band; the ids of all that lost one."""
    rows = run("stories.bands", ids=sorted(document_ids))
    bands = {one: [row["band"] for row in its] for one, its in grouped(rows, "document_id").items()}
    kept = _pairs(bands, _members({row["band"] for row in rows}, run))
    lost = sorted({(min(row["id"], row["other"]), max(row["id"], row["other"])) for row in linked(bands, run)} - kept)
    if lost:
        run("remove.same_story", rows=[{"source": one, "target": other} for one, other in lost])
    return {one for pair in lost for one in pair}


def _relink(document_ids: Collection[str], run: Run) -> None:
    """Work out anew with whom these documents are linked."""
    rows = run("stories.bands", ids=sorted(document_ids))
    bands = {one: [row["band"] for row in its] for one, its in grouped(rows, "document_id").items()}
    before = {(min(row["id"], row["other"]), max(row["id"], row["other"])) for row in linked(document_ids, run)}
    if before:
        run("remove.same_story", rows=[{"source": one, "target": other} for one, other in sorted(before)])
    after = _link(_pairs(bands, _members({row["band"] for row in rows}, run)), {}, run)
    _tell({one for pair in (*before, *after) for one in pair}, run)


def _link(pairs: Collection[tuple[str, str]], texts: Mapping[str, str], run: Run) -> Links:
    """Link those of the pairs that tell the same story, and say which these are."""
    wanted = {one for pair in pairs for one in pair} - texts.keys()
    fetched = run("documents.texts", ids=sorted(wanted)) if wanted else []
    texts = {**texts, **{row["id"]: row["text"] for row in fetched}}
    links = {pair: alike for pair in sorted(pairs) if (alike := similarity(*(texts[one] for one in pair)))}
    rows = [{"source": one, "target": other, "similarity": alike} for (one, other), alike in links.items()]
    if rows:
        run("save.same_story", rows=rows)
    return links


def _tell_of_new(links: Iterable[tuple[str, str]], new: Collection[str], run: Run) -> None:
    """Note which story the claims of new documents are of, which are linked so.

    Those that go on with one story that was there already take it over. Only where stories become one, or get a new
    first document, or where a document has no claims to tell by, are all gone over that tell it.
    """
    beside: dict[str, set[str]] = defaultdict(set)
    for one, other in links:
        beside[one].add(other)
        beside[other].add(one)
    old = sorted(beside.keys() - set(new))
    told = {row["id"]: row["story"] for row in run("stories.told", ids=old)} if old else {}
    rows, unsure = list[Row](), list[str]()
    groups: dict[str, list[str]] = defaultdict(list)
    for one, first in _stories(beside):
        groups[first].append(one)
    for first, group in groups.items():
        stories = {told.get(one, "") for one in group if one not in new}
        if len(stories) > 1 or not all(story and story <= first for story in stories):
            unsure += group
        else:
            rows += [{"id": one, "story": min(stories, default=first)} for one in group if one in new]
    if rows:
        run("save.stories", rows=sorted(rows, key=lambda row: str(row["id"])))
    if unsure:  # and last: what is gone over may take in what has just been noted, by way of links from before
        _tell(unsure, run)


def _tell(document_ids: Collection[str], run: Run) -> None:
    """Note of the claims of these documents, and of all that are linked to them, which story they are of."""
    links = {one: set[str]() for one in document_ids}
    asked: set[str] = set()
    while wanted := links.keys() - asked:
        asked |= wanted
        for row in linked(wanted, run):
            links.setdefault(row["id"], set()).add(row["other"])
            links.setdefault(row["other"], set()).add(row["id"])
    if links:
        run("save.stories", rows=[{"id": one, "story": story} for one, story in sorted(_stories(links))])


def _stories(links: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Each document with the smallest id among all that it is linked to, over however many others."""
    seen: set[str] = set()
    for first in sorted(links):
        reached = [first] if first not in seen else []
        seen.add(first)
        for one in reached:  # which grows while it is gone through
            reached += (fresh := sorted(set(links[one]) - seen))
            seen.update(fresh)
            yield one, first
