"""Entities with what the records that fit them add: identifiers, tickers, aliases, country and exchanges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.naming import key
from graph.records.fitting import Fitting, fitting, known_by, profile_of_entity
from graph.records.record import Record, identifier_forms, name_forms, record_of, same_name, ticker_forms
from graph.resolution.profile import Profile
from graph.store import Row, Run


@dataclass(slots=True)
class _Shelf:
    """The records that were looked up, by form."""

    run: Run
    ids: dict[str, list[str]] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)

    def look_up(self, forms: Iterable[str]) -> None:
        """Read the records of forms that were not looked up yet."""
        if not (new := sorted(set(forms) - self.ids.keys())):
            return
        held = {row["id"]: row["records"] for row in self.run("records.formed", ids=new)}
        self.ids |= {form: held.get(form, []) for form in new}
        unread = sorted({one for form in new for one in self.ids[form]} - self.records.keys())
        if unread:
            self.records |= {row["id"]: record_of(row) for row in self.run("records.get", ids=unread)}

    def of(self, forms: Iterable[str]) -> list[Record]:
        """The records that have one of these forms."""
        return [self.records[one] for one in sorted({one for form in forms for one in self.ids[form]})]


@dataclass(slots=True)
class _Entity:
    """An entity with the records that were found to be of it so far, and by which further ones are found."""

    profile: Profile
    accepted: dict[str, Record] = field(default_factory=dict)
    doubtful: dict[str, Record] = field(default_factory=dict)

    def take(self, records: Iterable[Record]) -> bool:
        """Whether any of these records is of it that was not known to be."""
        found = fitting(self.profile, (record for record in records if record.id not in self.accepted))
        self.accepted |= {record.id: record for record in found.accepted}
        self.doubtful |= {record.id: record for record in found.doubtful}
        self.profile = known_by(self.profile, found.accepted)
        return bool(found.accepted)


def identified(rows: Sequence[Row], run: Run) -> list[Row]:
    """The rows of `graph.folding.folded`, each with what the records in the store add to it."""
    found = fittings(rows, run)
    return [identified_by(row, found[row["id"]].accepted) for row in rows]


def fittings(rows: Sequence[Row], run: Run) -> dict[str, Fitting]:
    """The records that fit each entity, by its id; the rows say what documents call it.

    A record may add a ticker or an identifier by which another is found: what is found stays, so this ends.
    """
    shelf = _Shelf(run)
    entities = {row["id"]: _Entity(profile_of_entity(row)) for row in rows}
    changed = list(entities.values())
    while changed:
        shelf.look_up(form for each in changed for form in forms_of(each.profile))
        changed = [each for each in changed if each.take(shelf.of(forms_of(each.profile)))]
    return {one: _fitting(each) for one, each in entities.items()}


def _fitting(entity: _Entity) -> Fitting:
    doubtful = (record for one, record in sorted(entity.doubtful.items()) if one not in entity.accepted)
    return Fitting(tuple(record for _, record in sorted(entity.accepted.items())), tuple(doubtful))


def forms_of(profile: Profile) -> frozenset[str]:
    """What records of an entity may be found by."""
    return name_forms(profile.names) | ticker_forms(profile.tickers) | identifier_forms(profile.identifiers)


def identified_by(row: Row, records: Sequence[Record]) -> Row:
    """What documents say of an entity, with what these records add."""
    aliases = _new_names(row, records)
    tickers = sorted({ticker for each in records for ticker in each.tickers} - set(row["tickers"]))
    identifiers = sorted({pair for each in records for pair in each.identifiers})
    return {
        **row,
        "aliases": sorted([*row["aliases"], *aliases]),
        "tickers": [*row["tickers"], *tickers],
        "keys": sorted({*row["keys"], *map(key, (*aliases, *tickers, *_written(identifiers)))} - {""}),
        "identifiers": sorted(map(":".join, identifiers)),
        "country": _most_common(each.country for each in records if each.country),
        "exchanges": sorted({exchange for each in records for exchange in each.exchanges}),
        "records": [each.id for each in records],
        "added": sorted([*aliases, *tickers]),
    }


def _written(identifiers: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The identifiers as people may type them: a CIK without its zeros, too."""
    for scheme, value in identifiers:
        yield value
        if scheme == "cik":
            yield value.lstrip("0")


def _new_names(row: Row, records: Sequence[Record]) -> list[str]:
    """The names that records have and no document gives, each in one way of writing."""
    new: dict[str, str] = {}
    for name in (name for each in records for name in each.names):
        if not same_name(name, (row["name"], *row["aliases"])):
            new.setdefault(key(name), name)
    return sorted(new.values())


def _most_common(countries: Iterable[str]) -> str | None:
    votes = Counter(countries)
    return min(votes, key=lambda country: (-votes[country], country), default=None)
