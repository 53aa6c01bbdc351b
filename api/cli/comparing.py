"""Who holds what, who changed their mind, and where the street stands: each a command."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from api.cli.asking import page_of, show_page
from api.cli.options import AsOf, Cursor, Entity, JsonFlag, KnownAt, Limit
from api.cli.output import print_json
from api.cli.session import session_of


def timeline(
    context: typer.Context,
    name: Entity,
    order: Annotated[Literal["newest", "oldest"], typer.Option(help="Which day comes first.")] = "newest",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    limit: Limit = None,
    cursor: Cursor = None,
    json: JsonFlag = False,
) -> None:
    """What an entity says, what is said for it and what is said about it, day by day."""
    from api.cli.tables import claims_table
    from graph import explore

    session, moment = session_of(context), explore.Moment.of(as_of=as_of, known_at=known_at)
    with session.store() as store:
        page = explore.timeline(store, name, order=order, moment=moment, **page_of(session, limit, cursor))
    show_page(context, page, claims_table, json=json)


def views(
    context: typer.Context,
    name: Entity,
    side: Annotated[
        Literal["speaker", "subject"] | None,
        typer.Option(help="What it says, or what is said of it; people and institutions count as speakers."),
    ] = None,
    superseded: Annotated[bool, typer.Option("--superseded", help="Of a subject, also what was said before.")] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    limit: Limit = None,
    cursor: Cursor = None,
    json: JsonFlag = False,
) -> None:
    """Of a speaker all that it says, of a subject what each voice holds of it now."""
    from api.cli.standing_tables import spoken_table, voices_table
    from graph import explore

    session, moment = session_of(context), explore.Moment.of(as_of=as_of, known_at=known_at)
    page = page_of(session, limit, cursor)
    with session.store() as store:
        if explore.side_of(store, name, side) == "speaker":
            spoken = explore.views_by(store, name, moment=moment, **page)
            show_page(context, spoken, spoken_table, json=json)
            return
        held = explore.views_on(store, name, superseded=superseded, moment=moment, **page)
    show_page(context, held, voices_table, json=json)
    for warning in held.warnings:
        session.say(warning)


def consensus(
    context: typer.Context,
    name: Entity,
    window: Annotated[int, typer.Option(min=1, max=3660, metavar="DAYS", help="Days back that count.")] = 90,
    metric: Annotated[str | None, typer.Option(help="Only this measure, such as index_target.")] = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    json: JsonFlag = False,
) -> None:
    """Where the street stands on something: sides, numbers, dissenters, and who contradicts whom."""
    from api.cli.standing_tables import consensus_parts
    from graph import explore

    session, moment = session_of(context), explore.Moment.of(as_of=as_of, known_at=known_at)
    with session.store() as store:
        found = explore.consensus(store, name, window=window, metric=metric, moment=moment)
    if json:
        print_json({"data": found})
        return
    for part in consensus_parts(found):
        session.out.print(part)
    for warning in found["warnings"]:
        session.say(warning)
