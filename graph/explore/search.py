"""From a few words to the entities and claims that have them."""

from __future__ import annotations

from graph.errors import ParameterInvalid
from graph.explore.claims import claims
from graph.explore.page import check_limit
from graph.naming import key
from graph.store import Row, Store


def search(store: Store, text: str, *, limit: int = 20) -> Row:
    """`{entities, claims}` with these words in a name or a quote: exact names first, claims newest first."""
    check_limit(limit)
    words = text.strip()
    if not words:
        raise ParameterInvalid("Give at least one word to search for.")
    wanted = key(words)
    entities = store.read("search.entities", key=wanted, limit=limit) if wanted else []
    return {
        "entities": [{name: row[name] for name in ("id", "kind", "name", "tickers")} for row in entities],
        "claims": claims(store, text=words, limit=limit).rows,
    }
