"""What somebody says, and what is said of something: each claim with what took its place, each voice with its view."""

from __future__ import annotations

from typing import Literal, Unpack

from graph.errors import ParameterInvalid
from graph.explore.claim_filters import Wishes, claim_filter
from graph.explore.claims import NEWEST_FIRST, described, listed
from graph.explore.moment import ANY_TIME, Moment
from graph.explore.opinions import Opinion, opinions_on
from graph.explore.page import Page, Position, paged
from graph.explore.statements import statements_on
from graph.explore.supersession import Standing, standings
from graph.model import Kind
from graph.reference import resolve
from graph.store import Reader, Row, Store

Side = Literal["speaker", "subject"]
_WHO_SPEAK = (Kind.PERSON, Kind.INSTITUTION)
MOST_OF_A_VOICE = 20  # claims of one voice on a page


def side_of(store: Store, reference: str, side: str | None = None) -> Side:
    """The side that an entity is looked at from: persons and institutions speak, everything else is spoken about."""
    if side not in (None, "speaker", "subject"):
        raise ParameterInvalid(f"'side' must be speaker or subject, not {side!r:.80}.")
    kind = resolve(store, reference)["kind"]
    return "speaker" if side == "speaker" or (side is None and kind in _WHO_SPEAK) else "subject"


def views_by(
    store: Store, reference: str, *, limit: int = 50, cursor: str | None = None, **wishes: Unpack[Wishes]
) -> Page:
    """All that an entity says, or others say on its behalf, newest first: claims with `is_current` and `superseded_by`.

    A claim is current while nothing later of the same voice took its place in every slot that it speaks to.
    """
    with store.view() as view:
        wishes["organisation"] = reference
        wanted = claim_filter(view, **wishes)
        page = listed(view, wanted, sort=NEWEST_FIRST, limit=limit, cursor=cursor)
        held = standings(view, [row["claim_id"] for row in page.rows], wishes.get("moment", ANY_TIME), only_later=True)
    rows = [{**row, **_flags(held.of(row["claim_id"]))} for row in page.rows]
    return Page(rows, page.total, page.next, warnings=held.warnings)


def views_on(
    store: Store,
    reference: str,
    *,
    superseded: bool = False,
    moment: Moment = ANY_TIME,
    limit: int = 50,
    cursor: str | None = None,
) -> Page:
    """What each voice holds of an entity, the voice heard last first.

    A row has the `voice_id` and `voice`, the day of its newest claim, its `stance`, its `current` claims and, if they
    are asked for, those that are `superseded`; of either at most MOST_OF_A_VOICE, with how many there are.
    """
    with store.view() as view:
        subject = resolve(view, reference)["id"]
        statements = statements_on(view, subject, moment=moment)
        opinions = opinions_on(subject, statements.rows)
        page = paged(
            lambda after, most: _after(opinions, after)[:most],
            position=lambda row: Position(row["opinion"].day, row["opinion"].voice),
            total=None if statements.is_cut else len(opinions),
            filters={"views": subject, "superseded": superseded, **moment.parameters},
            limit=limit,
            cursor=cursor,
        )
        rows = _voices(view, [row["opinion"] for row in page.rows], superseded=superseded)
    return Page(rows, page.total, page.next, warnings=statements.warnings())


def _flags(standing: Standing) -> Row:
    return {"is_current": standing.is_current, "superseded_by": list(standing.superseded_by)}


def _after(opinions: list[Opinion], position: Position) -> list[Row]:
    """The opinions behind a position: of an earlier day, or of the same day and a voice that comes later."""
    return [
        {"opinion": one}
        for one in opinions
        if one.day < position.day or (one.day == position.day and one.voice > position.place)
    ]


def _voices(reader: Reader, opinions: list[Opinion], *, superseded: bool) -> list[Row]:
    shown = {one.voice: _shown(one, superseded=superseded) for one in opinions}
    ids = [claim_id for parts in shown.values() for part in parts.values() for claim_id in part]
    claims = {row["claim_id"]: row for row in described(reader, ids)}
    voices = sorted(shown)
    names = {row["id"]: row["name"] for row in reader.read("entities.names_of", ids=voices)} if voices else {}
    return [_voice(one, names.get(one.voice, one.voice), shown[one.voice], claims) for one in opinions]


def _shown(opinion: Opinion, *, superseded: bool) -> dict[str, list[str]]:
    past = opinion.superseded if superseded else ()
    parts = {"current": opinion.current, "superseded": past}
    return {name: [one.claim_id for one in part[:MOST_OF_A_VOICE]] for name, part in parts.items()}


def _voice(opinion: Opinion, name: str, shown: dict[str, list[str]], claims: dict[str, Row]) -> Row:
    parts = {part: [claims[one] for one in ids if one in claims] for part, ids in shown.items()}
    return {
        "voice_id": opinion.voice,
        "voice": name,
        "published_at": opinion.day or None,
        "stance": opinion.stance,
        **parts,
        "current_total": len(opinion.current),
        "independent_sources": len(opinion.stories),
        "superseded_total": len(opinion.superseded),
    }
