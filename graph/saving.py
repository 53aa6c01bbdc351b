"""Documents with all that was read out of them, written with one query for each kind of thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from graph.batches import Batches
from graph.claim_rows import claim_rows
from graph.folding import changes_nothing, folded
from graph.store import Row, Run, grouped

_ENDS = ("made_by", "on_behalf_of", "about", "measures")


def save(documents: Sequence[Batches], run: Run) -> list[str]:
    """The ids of entities that may be called otherwise, now that all the documents are written.

    None of them is there yet, so what is a document's own is created without a look.
    """
    run("save.documents", rows=[_document(each) for each in documents])
    run("save.passages", rows=list(chain.from_iterable(_own(each, each.passages) for each in documents)))
    renamed = _save_names(documents, run)
    run("save.mentions", rows=_all(documents, "mentions"))
    run("save.claims", rows=list(chain.from_iterable(_claims(each) for each in documents)))
    run("save.evidence", rows=_all(documents, "evidence"))
    run("save.figures", rows=_all(documents, "figures"))
    for part in _ENDS:
        run(f"link.{part}", rows=_all(documents, part))
    for relation, rows in _edges(documents).items():
        run(f"link.{relation.lower()}", rows=rows)
    return renamed


def refold(entity_ids: Iterable[str], run: Run) -> None:
    """Decide anew what these entities are called; those that nothing names any more go."""
    ids = sorted(set(entity_ids))
    if not ids:
        return
    namings = grouped(run("entities.namings", ids=ids), "entity_id")
    run("save.folded", rows=_identified([folded(entity_id, found) for entity_id, found in namings.items()], run))
    if gone := [entity_id for entity_id in ids if entity_id not in namings]:
        run("remove.entities", ids=gone)


def _save_names(documents: Sequence[Batches], run: Run) -> list[str]:
    """Store what the documents call their entities. A new one is called so; of others, those that this may rename."""
    namings = _by_entity(documents)
    known = {row["id"]: row for row in run("entities.known", ids=sorted(namings))}
    new = [folded(entity_id, rows) for entity_id, rows in namings.items() if entity_id not in known]
    run("save.entities", ids=[row["id"] for row in new])
    run("save.names", rows=list(chain.from_iterable(_own(each, each.namings) for each in documents)))
    run("save.folded", rows=_identified(new, run))
    return list(_renamed(namings, known))


def _identified(rows: Sequence[Row], run: Run) -> list[Row]:
    """The folded rows with what records add to them."""
    from graph.records.identifying import identified  # which compares by `graph.resolution`, which saves

    return identified(rows, run)


def _renamed(namings: Mapping[str, list[Row]], known: Mapping[str, Row]) -> Iterator[str]:
    """The ids of those that were there before and may be called otherwise now."""
    for entity_id, entity in known.items():
        if not all(changes_nothing(naming, entity) for naming in namings[entity_id]):
            yield entity_id


def _by_entity(documents: Iterable[Batches]) -> dict[str, list[Row]]:
    """The namings of each entity, as `entities.namings` has them but one by one."""
    found: dict[str, list[Row]] = defaultdict(list)
    for each in documents:
        for naming in each.namings:
            found[naming["id"]].append({**naming, "documents": 1})
    return found


def _document(batches: Batches) -> Row:
    return {**batches.document, "recorded_at": batches.recorded_at, "fingerprint": batches.fingerprint}


def _own(batches: Batches, rows: Iterable[Row]) -> Iterator[Row]:
    return ({**row, "document_id": batches.id} for row in rows)


def _claims(batches: Batches) -> Iterator[Row]:
    rows = ({**batches.stamp, "recorded_at": batches.recorded(row["id"]), **row} for row in claim_rows(batches))
    return _own(batches, rows)


def _all(documents: Iterable[Batches], part: str) -> list[Row]:
    return [row for each in documents for row in getattr(each, part)]


def _edges(documents: Iterable[Batches]) -> dict[str, list[Row]]:
    """The edges between entities, by their type."""
    found: dict[str, list[Row]] = defaultdict(list)
    for each in documents:
        for relation, rows in each.relations.items():
            found[relation] += [{"recorded_at": each.recorded(row["claim_id"]), **row} for row in rows]
    return found
