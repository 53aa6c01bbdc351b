"""What a store knows of its entities, as profiles to hold against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from graph.model import Kind
from graph.resolution.profile import Profile
from graph.store import Reader, Row

PIECE = 10_000
MOST_DOCUMENTS = 2_000  # of an entity that more name, it is not asked which: that would be half of the store


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of a store: its row, and its profile."""

    row: Row
    profile: Profile

    @property
    def standing(self) -> tuple[bool, int, int, str]:
        """What decides which of two that are one is kept: listed, named by most documents, or under the fuller name."""
        return not self.profile.is_listed, -self.row["documents"], -len(self.row["name"]), self.row["id"]


def known_entities(store: Reader, listed: Collection[str] = ()) -> list[Known]:
    """Every entity by what it is called alone; `listed` are the ids of reviewed reference data."""
    return [Known(row, _profile(row, listed)) for row in _rows(store)]


def with_contexts(store: Reader, known: Iterable[Known]) -> dict[str, Known]:
    """The same by their ids, with the documents that name them and, for people, whom they work and speak for."""
    every = {each.row["id"]: each for each in known}
    people = sorted(one for one, each in every.items() if each.profile.kind is Kind.PERSON)
    rare = sorted(one for one, each in every.items() if each.row["documents"] <= MOST_DOCUMENTS)
    documents, employers = _documents(store, rare), _employers(store, people)
    roles = _roles(store, people)
    return {
        one: replace(
            each,
            profile=replace(
                each.profile,
                documents=frozenset(documents.get(one, ())),
                organisations=frozenset(employers.get(one, ())),
                roles=frozenset(roles.get(one, ())),
            ),
        )
        for one, each in every.items()
    }


def _rows(store: Reader) -> Iterator[Row]:
    after = ""
    while rows := store.read("entities.names", after=after, limit=PIECE):
        after = rows[-1]["id"]
        yield from rows


def _profile(row: Row, listed: Collection[str]) -> Profile:
    return Profile(
        id=row["id"],
        kind=Kind(row["kind"]),
        name=row["name"],
        aliases=tuple(row["aliases"]),
        tickers=tuple(row["tickers"]),
        identifiers=frozenset(_identifiers(row.get("identifiers") or ())),
        is_listed=row["id"] in listed,
        country=row.get("country") or "",
    )


def _identifiers(written: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs such as `("lei", "…")` of `lei:…`."""
    for identifier in written:
        scheme, _, value = identifier.partition(":")
        yield scheme, value


def _documents(store: Reader, ids: list[str]) -> dict[str, set[str]]:
    return _collected(store.read("resolution.naming", ids=ids) if ids else [], "document_id")


def _employers(store: Reader, ids: list[str]) -> dict[str, set[str]]:
    rows = (
        [*store.read("resolution.employers", ids=ids), *store.read("resolution.speaking_for", ids=ids)] if ids else []
    )
    return _collected(rows, "organisation_id")


def _roles(store: Reader, ids: list[str]) -> dict[str, set[str]]:
    return _collected(
        (row for row in store.read("resolution.employers", ids=ids) if row["role"]) if ids else [], "role"
    )


def _collected(rows: Iterable[Row], column: str) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[row["entity_id"]].add(row[column])
    return found
