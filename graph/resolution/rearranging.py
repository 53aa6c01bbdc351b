"""Documents that are stored already, moved to what the judgements now say: only what differs is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from json import dumps

from graph.claim_rows import claim_ends
from graph.resolution.found import LINKS, PARTS, Parts, resolved
from graph.resolution.held import Held, held_of
from graph.store import Row, Run, grouped

TOGETHER = 64  # documents whose changes are written together
_ENDS = ("made_by", "on_behalf_of", "about")  # what claims repeat


@dataclass(slots=True)
class _Changes:
    """What some documents lose and gain, by part or relation."""

    lost: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    gained: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    found: list[Row] = field(default_factory=list)
    ends: list[Row] = field(default_factory=list)

    @property
    def entity_ids(self) -> set[str]:
        """Who may be called otherwise now, or by nobody any more."""
        return {row["id"] for rows in (self.lost, self.gained) for row in rows["namings"]}


def rearranged(document_ids: Sequence[str], run: Run) -> set[str]:
    """The ids of entities that may be called otherwise, now that these documents are stored as the redirects say."""
    touched: set[str] = set()
    for first in range(0, len(document_ids), TOGETHER):
        changes = _changes(document_ids[first : first + TOGETHER], run)
        _write(changes, run)
        touched |= changes.entity_ids
    return touched


def claims_as_found(document_ids: Sequence[str], run: Run) -> list[Row]:
    """The claims of documents by the ids of speaker, organisation and subjects under which these were found."""
    claims = grouped(run("documents.claims", ids=list(document_ids)), "document_id")
    merged = [row["id"] for row in run("resolution.found", ids=list(document_ids)) if row["found"] is not None]
    for document_id, held in held_of(merged, run).items():
        claims[document_id] = list(_as_found(held))
    return [claim for its in claims.values() for claim in its]


def redirects_of(entity_ids: Iterable[str], run: Run) -> dict[str, str]:
    """Under which id each of these is kept that was merged into another."""
    ids = sorted(set(entity_ids))
    return {row["id"]: row["kept"] for row in run("resolution.redirects", ids=ids)} if ids else {}


def _changes(document_ids: Sequence[str], run: Run) -> _Changes:
    held = held_of(document_ids, run)
    redirects = redirects_of((row["id"] for each in held.values() for row in each.original["namings"]), run)
    changes = _Changes()
    for document_id, each in held.items():
        _note_changes(document_id, each, redirects, changes)
    return changes


def _note_changes(document_id: str, held: Held, redirects: Mapping[str, str], changes: _Changes) -> None:
    now = resolved(held.original, redirects)
    changes.found.append({"id": document_id, "found": now.found})
    changes.ends += _other_ends(held.claims, now.parts)
    for part in PARTS:
        _note(part, _apart(held.parts[part], now.parts[part]), changes, document_id)
    for relation, (lost, gained) in _other_edges(held.parts, now.parts).items():
        _note(relation, (lost, gained), changes, document_id)


def _as_found(held: Held) -> Iterator[Row]:
    ends = claim_ends(held.claims, **{name: held.original[name] for name in _ENDS})
    return ({**claim, **own} for claim, own in zip(held.claims, ends, strict=True))


def _note(part: str, apart: tuple[list[Row], list[Row]], changes: _Changes, document_id: str) -> None:
    of_document = {"document_id": document_id} if part == "namings" else {}
    for noted, rows in zip((changes.lost, changes.gained), apart, strict=True):
        noted[part] += [{**row, **of_document} for row in rows]


def _apart(before: Iterable[Row], after: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """The rows that are only before, and those that are only after."""
    was, now = ({dumps(row, sort_keys=True): row for row in rows} for rows in (before, after))
    return [was[one] for one in was.keys() - now.keys()], [now[one] for one in now.keys() - was.keys()]


def _other_edges(before: Parts, after: Parts) -> dict[str, tuple[list[Row], list[Row]]]:
    """The edges between entities of all claims of which any is another now: those of one claim go together."""
    relations = (before.keys() | after.keys()) - set(PARTS)
    apart = [_apart(before.get(one, []), after.get(one, [])) for one in relations]
    claim_ids = {row["claim_id"] for both in apart for rows in both for row in rows}

    def of_claims(rows: Iterable[Row]) -> list[Row]:
        return [row for row in rows if row["claim_id"] in claim_ids]

    return {one: (of_claims(before.get(one, [])), of_claims(after.get(one, []))) for one in relations}


def _other_ends(claims: Iterable[Row], parts: Parts) -> Iterator[Row]:
    """The ids that claims repeat, of those claims where they change."""
    held = {claim["id"]: claim for claim in claims}
    for row in claim_ends(held.values(), **{name: parts[name] for name in _ENDS}):
        if any(held[row["id"]][name] != value for name, value in row.items()):
            yield row


def _write(changes: _Changes, run: Run) -> None:
    run("remove.names", rows=changes.lost["namings"])
    run("remove.mentions", rows=changes.lost["mentions"])
    for part in LINKS:
        run(f"remove.{part}", rows=changes.lost[part])
    edges = {relation: rows for relation, rows in changes.lost.items() if relation not in PARTS}
    _remove_edges([row for rows in edges.values() for row in rows], run)
    run("save.entities", ids=sorted({row["id"] for row in changes.gained["namings"]}))
    run("save.names", rows=changes.gained["namings"])
    run("save.mentions", rows=changes.gained["mentions"])
    for part in changes.gained.keys() - {"namings", "mentions"}:
        run(f"link.{part.lower()}", rows=changes.gained[part])
    run("save.claim_ends", rows=changes.ends)
    run("save.found", rows=changes.found)


def _remove_edges(rows: list[Row], run: Run) -> None:
    if rows:
        ids, claim_ids = (sorted({row[name] for row in rows}) for name in ("source", "claim_id"))
        run("remove.entity_edges", ids=ids, claim_ids=claim_ids)
