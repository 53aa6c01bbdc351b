"""Questions by the name of their query, as users ask them on a command line."""

from __future__ import annotations

from collections.abc import Mapping

from graph import queries
from graph.errors import QueryNotFound
from graph.reference import resolve
from graph.store import Row, Store


def ask(store: Store, name: str, raw: Mapping[str, str]) -> list[Row]:
    """The rows of a query that is offered to users; entities may be given by any of their names."""
    query = queries.query(name)
    if not query.for_users:
        offered = ", ".join(each.name for each in queries.for_users())
        raise QueryNotFound(f"{name!r} is not a question for users. These are: {offered}.")
    given = query.coerced(raw)
    for parameter in query.params:
        if parameter.type == "entity" and given.get(parameter.name):
            given[parameter.name] = resolve(store, given[parameter.name])["id"]
    return store.read(name, **given)
