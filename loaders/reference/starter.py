"""Well-known companies, institutions, indices and places: the reviewed lists that names are looked up in.

One CSV file for each kind in `loaders/data`, sorted by id. Lists within a field are separated by `|`. A form under
`caution` is also an ordinary word, a surname or another entity's name: it counts only where the context speaks for it.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from graph.model import Kind
from graph.naming import key, slug

FILES = ("companies.csv", "institutions.csv", "indices.csv", "people.csv", "places.csv", "products.csv")
COLUMNS = ["id", "kind", "name", "aliases", "tickers", "country", "parent", "caution"]


@dataclass(frozen=True, slots=True)
class Reference:
    """A well-known entity with all forms that it is written in; `country` is an ISO 3166 code or empty."""

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()
    country: str = ""
    parent: str = ""  # id of the entity that it belongs to
    caution: frozenset[str] = frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


@cache
def references() -> tuple[Reference, ...]:
    """All reference entities, kind by kind and sorted by id."""
    folder = files("loaders") / "data"
    return tuple(
        reference for name in FILES for reference in parsed((folder / name).read_text(encoding="utf-8"), source=name)
    )


def parsed(text: str, *, source: str) -> Iterator[Reference]:
    """The entities of one CSV text; raises `ValueError` with the line that is wrong."""
    rows = csv.reader(text.splitlines(), strict=True)
    if next(rows, None) != COLUMNS:
        raise ValueError(f"{source}, line 1: the columns must be {','.join(COLUMNS)}.")
    for row in rows:
        try:
            yield _reference(*row)
        except (TypeError, ValueError) as problem:
            raise ValueError(f"{source}, line {rows.line_num}: {problem}") from problem


def check(entries: Iterable[Reference]) -> list[str]:
    """What is wrong with the entries, one sentence for each fault; empty where all is well."""
    listed = tuple(entries)
    faults: tuple[Callable[[tuple[Reference, ...]], Iterator[str]], ...] = (
        _wrong_ids,
        _wrong_fields,
        _wrong_parents,
        _out_of_order,
        _shared_names,
        _shared_tickers,
    )
    return [fault for find in faults for fault in find(listed)]


def _reference(*row: str) -> Reference:
    if len(row) != len(COLUMNS):
        raise ValueError(f"{len(row)} fields in place of {len(COLUMNS)}")
    id_, kind, name, aliases, tickers, country, parent, caution = row
    if kind not in set(Kind):
        raise ValueError(f"the kind {kind!r} is none of {', '.join(Kind)}")
    return Reference(
        id_, Kind(kind), name, _split(aliases), _split(tickers), country, parent, frozenset(_split(caution))
    )


def _split(field: str) -> tuple[str, ...]:
    return tuple(field.split("|")) if field else ()


def _wrong_ids(entries: tuple[Reference, ...]) -> Iterator[str]:
    seen: set[str] = set()
    for entry in entries:
        if entry.id != slug(entry.name):
            yield f"{entry.id}: the id of {entry.name!r} must be {slug(entry.name)!r}."
        if entry.id in seen:
            yield f"{entry.id}: listed twice."
        seen.add(entry.id)


def _wrong_fields(entries: tuple[Reference, ...]) -> Iterator[str]:
    for entry in entries:
        parts = (*entry.names, *entry.tickers, *entry.caution)
        if not all(part and part == part.strip() for part in parts):
            yield f"{entry.id}: a form is empty or has spaces around it."
        if not all(map(key, entry.names)) or len(set(entry.names)) < len(entry.names):
            yield f"{entry.id}: a name has no letters or is listed twice."
        if entry.kind not in set(Kind):
            yield f"{entry.id}: unknown kind {entry.kind!r}."
        if not entry.country and entry.kind == Kind.COMPANY:
            yield f"{entry.id}: a company needs a country."
        if unlisted := sorted(entry.caution - set(entry.names)):
            yield f"{entry.id}: caution for {unlisted}, which are no names of it."


def _wrong_parents(entries: tuple[Reference, ...]) -> Iterator[str]:
    ids = {entry.id for entry in entries}
    for entry in entries:
        if entry.parent and (entry.parent not in ids or entry.parent == entry.id):
            yield f"{entry.id}: unknown parent {entry.parent!r}."


def _out_of_order(entries: tuple[Reference, ...]) -> Iterator[str]:
    for before, after in pairwise(entries):
        if before.kind == after.kind and before.id > after.id:
            yield f"{after.id}: must stand before {before.id}."


def _shared_names(entries: tuple[Reference, ...]) -> Iterator[str]:
    """Two entities may go by one name only if both ask for caution with it."""
    claims: defaultdict[str, set[tuple[str, bool]]] = defaultdict(set)
    for entry in entries:
        for name in entry.names:
            claims[key(name)].add((entry.id, name in entry.caution))
    for form, claimants in claims.items():
        if len({id_ for id_, _ in claimants}) > 1 and not all(cautious for _, cautious in claimants):
            yield f"{form!r} is a name of {', '.join(sorted({id_ for id_, _ in claimants}))}: put it under caution."


def _shared_tickers(entries: tuple[Reference, ...]) -> Iterator[str]:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for ticker in entry.tickers:
            owners[ticker].add(entry.id)
    for ticker, ids in owners.items():
        if len(ids) > 1:
            yield f"{ticker!r} is the ticker of {', '.join(sorted(ids))}."
