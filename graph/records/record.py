"""What a register says of one entity, and the forms by which it is found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.model import Kind
from graph.naming import key
from graph.resolution.organisation_names import core_of
from graph.resolution.profile import Profile
from graph.store import Row

SINGLE = (
    "lei",
    "cik",
    "mic",
    "wikidata",
)  # identifiers of which an entity has one; shares have an ISIN and a FIGI each


@dataclass(frozen=True, slots=True)
class Record:
    """An entity as a register has it: `key` is what the register knows it by, `source` the register's name.

    `kind` is None where the register lists all kinds. `identifiers` are pairs such as `("lei", "…")`; `country` is an
    ISO 3166 code, or empty.
    """

    source: str
    key: str
    name: str
    kind: Kind | None = None
    aliases: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()
    identifiers: frozenset[tuple[str, str]] = frozenset()
    country: str = ""
    exchanges: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The register and its key."""
        return f"{self.source}:{self.key}"

    @property
    def names(self) -> tuple[str, ...]:
        """The name, if the register tells it, and the aliases."""
        return (self.name, *self.aliases) if self.name else self.aliases

    @property
    def forms(self) -> frozenset[str]:
        """What it may be found by."""
        return name_forms(self.names) | ticker_forms(self.tickers) | identifier_forms(self.identifiers)


def name_forms(names: Iterable[str]) -> frozenset[str]:
    """The letters of each name that tell it from others: `Alibaba Group Holding Ltd` and `Alibaba` have one form."""
    return frozenset(f"name:{letters}" for name in names if len(letters := core_of(name).letters) > 1)


def ticker_forms(tickers: Iterable[str]) -> frozenset[str]:
    """The letters of each ticker without its exchange."""
    return frozenset(f"ticker:{letters}" for ticker in tickers if (letters := ticker.upper().partition(".")[0]))


def identifier_forms(identifiers: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Each identifier with its scheme: `lei:HWUPKR0MPOU8FGXBT394`."""
    return frozenset(map(":".join, identifiers))


def profile_of(record: Record, kind: Kind) -> Profile:
    """The record as it is held against an entity of this kind."""
    return Profile(
        id=record.id,
        kind=record.kind or kind,
        name=record.name,
        aliases=record.aliases,
        tickers=record.tickers,
        identifiers=record.identifiers,
        country=record.country,
    )


def row_of(record: Record) -> Row:
    """The record as a row, lists in order."""
    return {
        "id": record.id,
        "source": record.source,
        "kind": record.kind.value if record.kind else None,
        "name": record.name,
        "aliases": list(record.aliases),
        "tickers": sorted(set(record.tickers)),
        "identifiers": sorted(identifier_forms(record.identifiers)),
        "country": record.country or None,
        "exchanges": sorted(set(record.exchanges)),
    }


def record_of(row: Row) -> Record:
    """The record in a row."""
    return Record(
        source=row["source"],
        key=row["id"].removeprefix(f"{row['source']}:"),
        name=row["name"],
        kind=Kind(row["kind"]) if row["kind"] else None,
        aliases=tuple(row["aliases"]),
        tickers=tuple(row["tickers"]),
        identifiers=pairs_of(row["identifiers"]),
        country=row["country"] or "",
        exchanges=tuple(row["exchanges"]),
    )


def forms_of_row(row: Row) -> frozenset[str]:
    """What an entity or a record is found by, from its row."""
    names = name_forms(name for name in (row["name"], *row["aliases"]) if name)
    return names | ticker_forms(row["tickers"]) | frozenset(row["identifiers"] or ())


def pairs_of(identifiers: Iterable[str]) -> frozenset[tuple[str, str]]:
    """`lei:…` as a scheme and a value."""
    return frozenset((scheme, value) for scheme, _, value in (each.partition(":") for each in identifiers))


def same_name(name: str, names: Iterable[str]) -> bool:
    """Whether it is one of the names, but for case and punctuation."""
    return key(name) in set(map(key, names))
