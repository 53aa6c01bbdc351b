"""What was judged so far, and what may be judged next, as lists."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from graph.explore.page import Page, Position, paged
from graph.reference import resolve
from graph.resolution.candidates import Candidate, all_candidates
from graph.resolution.judgement import Verdict
from graph.resolution.known import Known
from graph.store import Reader, Row, grouped


def judgements(
    store: Reader,
    *,
    verdict: Verdict | None = None,
    entity: str | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> Page:
    """The judgements, newest first: of one verdict, and about one entity or what was merged into it, if given."""
    filters = {"verdict": verdict or "", "entity_ids": _ids(store, entity)}
    return paged(
        lambda after, most: store.read("resolution.judgements", **filters, **after.after, limit=most),
        position=lambda row: Position(row["at"], row["id"]),
        total=store.read("resolution.count", **filters)[0]["total"],
        filters={"list": "judgements", **filters},
        limit=limit,
        cursor=cursor,
    )


def candidates(
    store: Reader,
    *,
    listed: Collection[str] = frozenset(),
    verdict: Verdict | None = None,
    entity: str | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> Page:
    """Pairs that may be one entity and of which nothing is judged, the surest first.

    A row has `id`, `left` (which would be kept) and `right` with what each is called and a sentence that names it,
    `score`, `why`, and as `verdict` what follows from that: `same` or `unsure`. `listed` are the ids of reviewed
    reference data, of which no two are one.
    """
    entity_id = None if entity is None else resolve(store, entity)["id"]
    found = [each for each in all_candidates(store, listed) if _fits(each, verdict, entity_id)]
    page = paged(
        lambda after, most: [_row(each) for each in found if _is_behind(each, after)][:most],
        position=lambda row: Position(f"{row['score']:.3f}", row["id"]),
        total=len(found),
        filters={"list": "candidates", "verdict": verdict or "", "entity": entity_id or ""},
        limit=limit,
        cursor=cursor,
    )
    return _with_contexts(store, page)


def _ids(store: Reader, entity: str | None) -> Sequence[str]:
    if entity is None:
        return [""]
    kept = resolve(store, entity)["id"]
    return [kept, *(row["id"] for row in store.read("resolution.merged", kept=kept))]


def _fits(candidate: Candidate, verdict: Verdict | None, entity_id: str | None) -> bool:
    ids = (candidate.left.row["id"], candidate.right.row["id"])
    return verdict in (None, candidate.comparison.verdict) and (entity_id is None or entity_id in ids)


def _is_behind(candidate: Candidate, position: Position) -> bool:
    score = f"{candidate.comparison.score:.3f}"
    return score < position.day or (score == position.day and candidate.id > position.place)


def _row(candidate: Candidate) -> Row:
    told = candidate.comparison
    return {
        "id": candidate.id,
        "left": _side(candidate.left),
        "right": _side(candidate.right),
        "score": told.score,
        "verdict": told.verdict.value,
        "why": told.why,
    }


def _side(known: Known) -> Row:
    shown = {name: known.row[name] for name in ("id", "kind", "name", "aliases", "tickers", "documents")}
    return {**shown, "is_listed": known.profile.is_listed, "roles": sorted(known.profile.roles)}


def _with_contexts(store: Reader, page: Page) -> Page:
    """The same page with a sentence that names each side."""
    if not page.rows:
        return page
    sides = [row[side] for row in page.rows for side in ("left", "right")]
    contexts = _contexts(store, sorted({side["id"] for side in sides}))
    for side in sides:
        side["context"] = contexts.get(side["id"])
    return page


def _contexts(store: Reader, ids: list[str]) -> dict[str, Row]:
    """For each entity a sentence that names it, with the first place where it does, and the document it stands in."""
    passages = {row["entity_id"]: row["passage_id"] for row in store.read("resolution.first_passages", ids=ids)}
    named = grouped(store.read("resolution.contexts", ids=sorted(set(passages.values()))), "passage_id")
    document_ids = sorted({passage_id.partition(":")[0] for passage_id in passages.values()})
    titles = {row["id"]: row["title"] for row in store.read("documents.stored", ids=document_ids)}
    return {
        one: _context(mention, passage_id, titles)
        for one, passage_id in passages.items()
        for mention in [row for row in named[passage_id] if row["entity_id"] == one][:1]
    }


def _context(mention: Row, passage_id: str, titles: Mapping[str, str]) -> Row:
    document_id = passage_id.partition(":")[0]
    where = {name: mention[name] for name in ("text", "start", "end")}
    return {**where, "passage_id": passage_id, "document_id": document_id, "title": titles.get(document_id, "")}
