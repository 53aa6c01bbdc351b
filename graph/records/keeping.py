"""Records into the store and out of it; the entities that they are of follow at once, in the same transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from graph.errors import RegisterNotFound
from graph.records.record import Record, forms_of_row, record_of, row_of
from graph.revision import count_write
from graph.saving import refold
from graph.store import Run, Store

PIECE = 2_000  # records, or entities, that are read or written together


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping records did: how many are new, changed or as before, and how many entities were looked at anew."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    entities: int = 0

    def __add__(self, other: Kept) -> Kept:
        return Kept(
            self.added + other.added,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.entities + other.entities,
        )


@dataclass(slots=True)
class _Holders:
    """Which entities have which forms, as of one revision of the store."""

    revision: int = -1
    ids: dict[str, set[str]] = field(default_factory=dict)

    def of(self, forms: Iterable[str], run: Run) -> list[str]:
        """The entities that have one of these forms, as the store is now."""
        now = _revision(run)
        if now != self.revision:
            self.ids, self.revision = _holders(run), now
        return sorted({one for form in forms for one in self.ids.get(form, ())})


def keep(store: Store, records: Iterable[Record]) -> Kept:
    """Store records, each in place of what its register said of the same key before; the same again changes nothing.

    They are stored in pieces, each whole or not at all: what is cut off is complete once it is kept again.
    """
    holders, total = _Holders(), Kept()
    for piece in _pieces(records):
        total += _written(store, partial(_put, piece, holders))
    return total


def take_back(store: Store, source: str) -> int:
    """How many records of this register were taken out, with what they added; RegisterNotFound if there are none."""
    holders, taken = _Holders(), 0
    while ids := [row["id"] for row in store.read("records.of_source", source=source, limit=PIECE)]:
        store.write(partial(_take_out, ids, holders))
        taken += len(ids)
    if not taken:
        raise RegisterNotFound(source, tuple(row["source"] for row in store.read("records.sources")))
    return taken


def _pieces(records: Iterable[Record]) -> Iterator[list[Record]]:
    """The records in pieces; of those that come twice within one, the later one."""
    every = iter(records)
    while piece := {record.id: record for record in islice(every, PIECE)}:
        yield list(piece.values())


def _written(store: Store, put: Callable[[Run], Kept]) -> Kept:
    attempts: list[Kept] = []  # one before may have been stored although its answer was lost
    store.write(lambda run: attempts.append(put(run)))
    return max(attempts, key=lambda kept: kept.added + kept.changed)


def _put(piece: Sequence[Record], holders: _Holders, run: Run) -> Kept:
    held = {row["id"]: row for row in run("records.get", ids=[record.id for record in piece])}
    new = [record for record in piece if held.get(record.id) != row_of(record)]
    changed = [record_of(held[record.id]) for record in new if record.id in held]
    entities = 0
    if new:
        touched = _reshelved(lost=changed, gained=new, run=run)
        run("save.records", rows=list(map(row_of, new)))
        entities = _follow(touched, holders, run)
    return Kept(len(new) - len(changed), len(changed), len(piece) - len(new), entities)


def _take_out(ids: Sequence[str], holders: _Holders, run: Run) -> None:
    gone = [record_of(row) for row in run("records.get", ids=list(ids))]
    touched = _reshelved(lost=gone, gained=(), run=run)
    run("remove.records", ids=list(ids))
    _follow(touched, holders, run)


def _reshelved(*, lost: Iterable[Record], gained: Iterable[Record], run: Run) -> set[str]:
    """The forms of records that go or come, once they lead to those that are there."""
    going, coming = _by_form(lost), _by_form(gained)
    touched = going.keys() | coming.keys()
    shelved = {row["id"]: set(row["records"]) for row in run("records.formed", ids=sorted(touched))}
    now = {form: (shelved.get(form, set()) - going.get(form, set())) | coming.get(form, set()) for form in touched}
    run("save.forms", rows=[{"id": form, "records": sorted(ids)} for form, ids in sorted(now.items()) if ids])
    if empty := sorted(form for form, ids in now.items() if not ids):
        run("remove.forms", ids=empty)
    return touched


def _by_form(records: Iterable[Record]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for record in records:
        for form in record.forms:
            found[form].add(record.id)
    return found


def _follow(forms: Iterable[str], holders: _Holders, run: Run) -> int:
    """How many entities have one of these forms; each is folded anew."""
    entity_ids = holders.of(forms, run)
    refold(entity_ids, run)
    count_write(run)
    return len(entity_ids)


def _revision(run: Run) -> int:
    return int(run("schema.revision")[0]["revision"])


def _holders(run: Run) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    after = ""
    while rows := run("records.entities", after=after, limit=PIECE):
        after = rows[-1]["id"]
        for row in rows:
            for form in forms_of_row(row):
                found[form].add(row["id"])
    return found
