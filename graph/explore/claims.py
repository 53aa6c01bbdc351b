"""Who said what about whom, with which numbers and in which words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from graph.errors import ClaimNotFound, ParameterInvalid
from graph.explore.moment import ANY_TIME, Moment, day
from graph.explore.page import Page, Position, paged
from graph.model import ClaimType, Stance
from graph.reference import resolve
from graph.store import Row, Store, grouped

CONTEXT = 200  # code points around a quote


def claims(
    store: Store,
    *,
    speaker: str | None = None,
    organisation: str | None = None,
    about: str | None = None,
    type: str | None = None,  # noqa: A002 - the name of the property
    stance: str | None = None,
    published_from: date | str | None = None,
    published_to: date | str | None = None,
    text: str | None = None,
    moment: Moment = ANY_TIME,
    limit: int = 50,
    cursor: str | None = None,
) -> Page:
    """The claims that fit all filters, newest first.

    `organisation` fits what it said itself and what a person said on its behalf. Claims that only state a relation are
    left out unless `type` asks for them. With a `moment` only those count that were said and recorded by then.
    """
    filters = {
        "speaker": _id_of(store, speaker),
        "organisation": _id_of(store, organisation),
        "about": _id_of(store, about),
        "type": _member("type", ClaimType, type),
        "stance": _member("stance", Stance, stance),
        "published_from": "" if published_from is None else day("published_from", published_from),
        "published_to": "" if published_to is None else day("published_to", published_to),
        "text": text or "",
        **moment.parameters,
    }
    return paged(
        lambda after, most: _found(store, filters, after, most),
        position=_position,
        total=store.read("claims.count", **filters)[0]["total"],
        filters={"list": "claims", **filters},
        limit=limit,
        cursor=cursor,
    )


def claim(store: Store, claim_id: str) -> Row:
    """One claim as in the list, with the text before and after it and the sentences it stands in."""
    found = described(store, [claim_id])
    held = store.read("documents.get", id=found[0]["document_id"]) if found else []
    if not held:  # it may go between the two questions
        raise ClaimNotFound(f"No claim has the id {claim_id!r}.")
    surroundings = _context(held[0]["text"], found[0])
    return {**found[0], **surroundings, "passages": store.read("claims.passages", id=claim_id)}


def described(store: Store, claim_ids: Iterable[str]) -> list[Row]:
    """The claims of these ids, in this order, with what they are about and their figures; unknown ids are left out."""
    ids = list(dict.fromkeys(claim_ids))
    if not ids:
        return []
    found = {row["claim_id"]: row for row in store.read("claims.get", ids=ids)}
    about, figures = (grouped(store.read(name, ids=ids), "claim_id") for name in ("claims.subjects", "claims.figures"))
    return [{**found[one], "about": about[one], "figures": figures[one]} for one in ids if one in found]


def _found(store: Store, filters: Row, after: Position, limit: int) -> list[Row]:
    rows = store.read("claims.find", **filters, **after.after, limit=limit)
    return described(store, [row["claim_id"] for row in rows])


def _position(row: Row) -> Position:
    return Position(row["published_at"] or "", row["claim_id"])


def _context(text: str, row: Row) -> Row:
    start, end = row["start"], row["end"]
    return {"prefix": text[max(start - CONTEXT, 0) : start], "suffix": text[end : end + CONTEXT]}


def _id_of(store: Store, reference: str | None) -> str:
    return "" if reference is None else str(resolve(store, reference)["id"])


def _member(name: str, kind: type[StrEnum], value: str | None) -> str:
    if value is None:
        return ""
    if value not in set(kind):
        raise ParameterInvalid(f"{name!r} must be one of {', '.join(kind)}, not {value!r}.")
    return str(value)
