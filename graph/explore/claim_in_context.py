"""One claim with the words around it, what it took the place of, and who says otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.errors import ClaimNotFound
from graph.explore.claims import described
from graph.explore.moment import ANY_TIME, Moment
from graph.explore.statements import VIEWS
from graph.explore.supersession import standings
from graph.model import Stance
from graph.pages import page_of
from graph.store import Reader, Row, Store

CONTEXT = 200  # code points around a quote
DAYS_AROUND = 90  # within which others contradict a claim
MOST_CONTRADICTING = 20
_OPPOSITE = {Stance.POSITIVE: Stance.NEGATIVE, Stance.NEGATIVE: Stance.POSITIVE}
_IN_SHORT = (
    "claim_id",
    "type",
    "stance",
    "published_at",
    "speaker_id",
    "speaker",
    "org_id",
    "org",
    "quote",
    "document_id",
)


def claim(store: Store, claim_id: str, *, moment: Moment = ANY_TIME) -> Row:
    """One claim as in the list, with the text around it, its page, the sentences it stands in, and its relations.

    `supersedes` and `superseded_by` are claims of the same voice, `contradicts` are claims of others, all in short and
    as of the moment. ClaimNotFound if there is none of this id that was said and recorded by then.
    """
    with store.view() as view:
        found = [row for row in described(view, [claim_id]) if moment.includes(row)]
        held = view.read("documents.get", id=found[0]["document_id"]) if found else []
        if not held:  # on a server it may go between the two questions
            raise ClaimNotFound(f"No claim has the id {claim_id!r}.")
        return {
            **found[0],
            **_context(held[0]["text"], found[0]),
            "passages": view.read("claims.passages", id=claim_id),
            **_relations(view, found[0], moment),
        }


def in_short(reader: Reader, claim_ids: Iterable[str]) -> list[Row]:
    """Claims as others refer to them: who, when, on which side and in which words."""
    return [{name: row[name] for name in _IN_SHORT} for row in described(reader, claim_ids)]


def _context(text: str, row: Row) -> Row:
    start, end = row["start"], row["end"]
    around = {"prefix": text[max(start - CONTEXT, 0) : start], "suffix": text[end : end + CONTEXT]}
    return {**around, "page": page_of(text, start)}


def _relations(reader: Reader, row: Row, moment: Moment) -> Row:
    standing = standings(reader, [row["claim_id"]], moment).of(row["claim_id"])
    return {
        "is_current": standing.is_current,
        "supersedes": in_short(reader, standing.supersedes),
        "superseded_by": in_short(reader, standing.superseded_by),
        "contradicts": in_short(reader, _contradicting(reader, row, moment)),
    }


def _contradicting(reader: Reader, row: Row, moment: Moment) -> list[str]:
    """The ids of claims of others around its day, newest first."""
    if row["published_at"] is None or row["type"] == "relation":
        return []
    asked = {"id": row["claim_id"], **_around(row["published_at"], moment), "known_at": moment.known_at}
    rows = reader.read("statements.apart", **asked) if row["figures"] else []
    if row["type"] in VIEWS and (opposite := _OPPOSITE.get(Stance(row["stance"]))):
        rows = rows + reader.read("statements.opposing", **asked, stance=opposite.value, types=list(VIEWS))
    ids = [one["claim_id"] for one in sorted(rows, key=lambda one: one["published_at"], reverse=True)]
    return list(dict.fromkeys(ids))[:MOST_CONTRADICTING]


def _around(published_at: str, moment: Moment) -> Row:
    day = date.fromisoformat(published_at)
    first = date.fromordinal(max(day.toordinal() - DAYS_AROUND, 1))
    last = date.fromordinal(min(day.toordinal() + DAYS_AROUND, date.max.toordinal()))
    return {"published_from": first.isoformat(), "published_to": min(last.isoformat(), moment.as_of or "~")}
