"""Many names at once, and names that are not yet typed to their end."""

from __future__ import annotations

from collections.abc import Sequence

from graph.errors import ParameterInvalid
from graph.explore.entities import heard_of
from graph.explore.moment import ANY_TIME, Moment
from graph.explore.page import check_limit
from graph.names import Names, Near, names_of
from graph.naming import key
from graph.reference import fitting, ids_of, is_identifier_of
from graph.store import Row, Store

MOST_NAMES = 1000
CANDIDATES = 5
MOST_COMPARED, FEWEST_COMPARED = 1_000_000, 10  # entities that wrong names of one question are held against; names
# How sure each way of being named is.
_SCORES = {"id": 1.0, "name": 1.0, "ticker": 0.95, "identifier": 1.0, "alias": 0.9}


def suggest(
    store: Store, typed: str, *, kind: str | None = None, moment: Moment = ANY_TIME, limit: int = 10
) -> list[Row]:
    """Who may be meant by what is typed so far, popular ones first; if nobody is called so, who is called alike.

    At a moment only those count that a document had named by then. Of a large graph, what was written in the last
    seconds may be missing.
    """
    check_limit(limit)
    names = names_of(store)
    looked_at = limit if kind is None and moment == ANY_TIME else limit * 20
    found = [{**_short(one.entity), "matched": one.form} for one in names.beginning(typed, looked_at)]
    near = [] if found else [{**_short(one.entity), "matched": one.form} for one in names.near(typed, looked_at)]
    fitting_kind = [row for row in found or near if kind in (None, row["kind"])]
    known = heard_of(store, (row["id"] for row in fitting_kind), moment)
    return [row for row in fitting_kind if row["id"] in known][:limit]


def resolve_all(store: Store, references: Sequence[str], *, kind: str | None = None) -> list[Row]:
    """What each of many names stands for, in their order, as the store is now; of one kind alone if that is given.

    A row's `status` is found, ambiguous or not_found; with it comes the `entity`, or `candidates` with the reason for
    each: those that go by the name, or those that are called alike. In a large graph only the first of many names that
    are not found are held against all others.
    """
    if not 1 <= len(references) <= MOST_NAMES:
        raise ParameterInvalid(f"Give between 1 and {MOST_NAMES} names, not {len(references)}.")
    names = names_of(store, now=True)
    rows = [_resolved(names, reference, kind) for reference in references]
    missing = [row for row in rows if row["status"] == "not_found"]
    for row in missing[: max(FEWEST_COMPARED, MOST_COMPARED // max(len(names), 1))]:
        near = [one for one in names.near(row["query"], CANDIDATES * (1 if kind is None else 10)) if _is(one, kind)]
        row["candidates"] = [_alike(one) for one in near[:CANDIDATES]]
    return rows


def _resolved(names: Names, reference: str, kind: str | None) -> Row:
    by_id = [row for one in ids_of(reference) if (row := names.by_id(one)) is not None and kind in (None, row["kind"])]
    called = [row for row in names.called(reference) if kind in (None, row["kind"])]
    found = fitting(reference, by_id, called)
    if len(found) == 1:
        [candidate] = _reasons(reference, found)
        return {**_answer(reference, "found"), **candidate}
    if found:
        return {**_answer(reference, "ambiguous"), "candidates": _reasons(reference, found)}
    return _answer(reference, "not_found")


def _answer(reference: str, status: str) -> Row:
    return {"query": reference, "status": status, "entity": None, "score": None, "why": None, "candidates": []}


def _reasons(reference: str, found: list[Row]) -> list[Row]:
    return [
        {"entity": _short(row), "score": _SCORES[way], "why": f"It has this {way}."}
        for row in found
        for way in [_way(reference, row)]
    ]


def _way(reference: str, row: Row) -> str:
    wanted = key(reference)
    if row["id"] in ids_of(reference) and key(row["name"]) != wanted:
        return "id"
    if key(row["name"]) == wanted:
        return "name"
    if wanted in map(key, row["tickers"]):
        return "ticker"
    return "identifier" if is_identifier_of(reference, row) else "alias"


def _alike(near: Near) -> Row:
    return {
        "entity": _short(near.entity),
        "score": near.score,
        "why": f"It is also called {near.form!r}, which is like it.",
    }


def _is(near: Near, kind: str | None) -> bool:
    return kind in (None, near.entity["kind"])


def _short(row: Row) -> Row:
    return {name: row[name] for name in ("id", "kind", "name", "tickers")}
