"""The names and the quotes that make links between entities readable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.explore.links import Link
from graph.store import Row, Store

_NO_WORDS = {"quote": None, "document_id": None, "recorded_at": None}


def names_of(store: Store, ids: Iterable[str]) -> dict[str, Row]:
    """The id, kind, name and tickers of each of these entities that is there."""
    wanted = sorted(set(ids))
    rows = store.read("entities.known", ids=wanted) if wanted else []
    return {row["id"]: {name: row[name] for name in ("id", "kind", "name", "tickers")} for row in rows}


def quotes_of(store: Store, claim_ids: Iterable[str]) -> dict[str, Row]:
    """The words of each of these claims that is there, and the document they stand in."""
    wanted = sorted(set(claim_ids))
    rows = store.read("claims.words", ids=wanted) if wanted else []
    return {row["claim_id"]: {name: row[name] for name in _NO_WORDS} for row in rows}


def names_in(store: Store, links: Iterable[Link]) -> dict[str, Row]:
    """The same of whoever the links name: their ends, and who says so."""
    return names_of(store, (one for link in links for one in _named_in(link)))


def readable(
    store: Store, links: Iterable[Link], *, quoted: bool = True, names: dict[str, Row] | None = None
) -> list[Row]:
    """Each link with the names of its ends and of who says so, and the words of its newest claim if they are wanted.

    What has gone from the store since the link was read is left out. The `names` need not be given.
    """
    links = list(links)
    names = names_in(store, links) if names is None else names
    quotes = quotes_of(store, (link.claim_id for link in links)) if quoted else {}
    return [
        _row(link, names, quotes.get(link.claim_id, _NO_WORDS))
        for link in links
        if {link.source_id, link.target_id} <= names.keys() and (link.claim_id in quotes or not quoted)
    ]


def _named_in(link: Link) -> Iterator[str]:
    yield from (link.source_id, link.target_id)
    if link.by_id is not None:
        yield link.by_id


def _row(link: Link, names: dict[str, Row], words: Row) -> Row:
    return {
        "source_id": link.source_id,
        "source": names[link.source_id]["name"],
        "target_id": link.target_id,
        "target": names[link.target_id]["name"],
        "relation": link.relation,
        "edges": link.edges,
        "claim_id": link.claim_id,
        "by_id": link.by_id,
        "by": names[link.by_id]["name"] if link.by_id in names else None,
        "role": link.role,
        "published_at": link.published_at,
        **words,
    }
