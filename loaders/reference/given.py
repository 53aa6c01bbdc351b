"""Names that a user has given beside the reviewed lists: what a process reads documents with.

A process knows them from `know` on, whatever it reads with; that they are told once keeps what is sent to several
processes small.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from graph.model import Kind
from graph.naming import key, slug
from graph.records import Record
from loaders.reference.starter import Reference, references

_ORGANISATIONS = frozenset({Kind.COMPANY, Kind.INSTITUTION})
_LEAST = 3  # letters: a shorter name counts only where the context speaks for it

_given: tuple[Reference, ...] = ()


def know(entries: Iterable[Reference]) -> None:
    """Read with these from now on, in place of those that were given before."""
    global _given
    _given = tuple(entries)


def known_references() -> tuple[Reference, ...]:
    """The reviewed lists, those among them that the user has more names for with these, and what else is given."""
    given = {entry.id: entry for entry in _given}
    listed = (given.pop(entry.id, entry) for entry in references())
    return (*listed, *given.values())


def given_digest() -> str:
    """The same wherever the same names are given; empty if there are none."""
    return hashlib.sha256(repr(_given).encode()).hexdigest()[:8] if _given else ""


def entries_of(records: Iterable[Record]) -> tuple[Reference, ...]:
    """What the rows of tables of names add to the lists: names for an entry of the lists, or entries of their own.

    A row is of the entry that goes by its label, or else by one of its aliases, and is of its kind. One of none is an
    entry of its own if the table tells its kind.
    """
    found: dict[str, Reference] = {}
    by_name = _by_name()
    for record in records:
        called_so = (entry for name in record.names for entry in by_name.get(key(name), ()))
        listed = next((entry for entry in called_so if _fits(record, entry)), None)
        if (entry := found.get(listed.id, listed) if listed else _own(record)) is not None:
            found[entry.id] = _with_names(entry, record)
    return tuple(sorted(found.values(), key=lambda entry: entry.id))


def _by_name() -> dict[str, list[Reference]]:
    """The entries of the lists by each name that is theirs beyond doubt."""
    found: dict[str, list[Reference]] = {}
    for entry in references():
        for name in entry.names:
            if name not in entry.caution or name == entry.name:
                found.setdefault(key(name), []).append(entry)
    return found


def _fits(record: Record, entry: Reference) -> bool:
    return record.kind in (None, entry.kind) or {record.kind, entry.kind} <= _ORGANISATIONS


def _own(record: Record) -> Reference | None:
    """An entry of its own, unless the lists have another one of this id."""
    entity_id = slug(record.name)
    if record.kind is None or entity_id in _listed_ids():
        return None
    return Reference(entity_id, record.kind, record.name, country=record.country)


@cache
def _listed_ids() -> frozenset[str]:
    return frozenset(entry.id for entry in references())


def _with_names(entry: Reference, record: Record) -> Reference:
    further = tuple(_further(entry, record))
    return replace(
        entry,
        aliases=(*entry.aliases, *further),
        tickers=tuple(dict.fromkeys((*entry.tickers, *record.tickers))),
        caution=entry.caution | {name for name in (entry.name, *further) if len(slug(name)) < _LEAST},
    )


def _further(entry: Reference, record: Record) -> Iterator[str]:
    return (name for name in dict.fromkeys(record.names) if name not in entry.names)
