"""The common questions, each a command."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from api.cli.again import again
from api.cli.options import AsOf, Cursor, Entity, EntityOption, JsonFlag, KnownAt, Limit
from api.cli.output import print_json
from api.cli.program import program
from api.cli.session import Session, session_of
from graph.model import ClaimType, Stance

if TYPE_CHECKING:
    from rich.console import RenderableType

    from graph.explore import Page
    from graph.store import Row

NEIGHBORS_OF_A_CARD, MOST_HOPS = 10, 6


def claims(
    context: typer.Context,
    speaker: EntityOption = None,
    about: EntityOption = None,
    organisation: EntityOption = None,
    type_: Annotated[ClaimType | None, typer.Option("--type", help="What the claim does.")] = None,
    stance: Annotated[Stance | None, typer.Option(help="Attitude to what the claim is about.")] = None,
    from_: Annotated[
        datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="Said on this day or later.")
    ] = None,
    to: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Said on this day or earlier.")] = None,
    text: Annotated[str | None, typer.Option(help="Words that the claim contains.")] = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    limit: Limit = None,
    cursor: Cursor = None,
    json: JsonFlag = False,
) -> None:
    """Who said what, about whom, with which numbers, in which words."""
    from api.cli.tables import claims_table
    from graph import explore

    session = session_of(context)
    filters: dict[str, Any] = {
        "speaker": speaker,
        "about": about,
        "organisation": organisation,
        "type": type_,
        "stance": stance,
        "text": text,
    }
    days: dict[str, Any] = {"published_from": from_ and from_.date(), "published_to": to and to.date()}
    moment = explore.Moment.of(as_of=as_of, known_at=known_at)
    with session.store() as store:
        page = explore.claims(store, **filters, **days, moment=moment, **page_of(session, limit, cursor))
    show_page(context, page, claims_table, json=json)


def pairs(
    context: typer.Context,
    by: EntityOption = None,
    company: EntityOption = None,
    limit: Limit = None,
    cursor: Cursor = None,
    json: JsonFlag = False,
) -> None:
    """Companies that a source sets against each other."""
    from api.cli.tables import pairs_table
    from graph import explore

    session = session_of(context)
    with session.store() as store:
        page = explore.pairs(store, by=by, company=company, **page_of(session, limit, cursor))
    show_page(context, page, pairs_table, json=json)


def entity(context: typer.Context, name: Entity, json: JsonFlag = False) -> None:
    """One company, institution, person or index, and the newest of what is next to it."""
    from api.cli.tables import entity_card, neighbors_table
    from graph import explore

    session = session_of(context)
    with session.store() as store:
        found = explore.entity(store, name)
        page = explore.neighbors(store, found["id"], limit=NEIGHBORS_OF_A_CARD)
    if json:
        print_json({"data": found | {"neighbors": page.rows}, "page": _standing(page)})
        return
    session.out.print(entity_card(found))
    if page.rows:
        session.out.print(neighbors_table(page.rows))
    if page.truncated:
        session.say(f"{page.returned} of {page.total} shown. All of them: {program()} neighbors {found['id']}")
    session.say(f"What is said about it: {program()} claims --about {found['id']}")


def neighbors(
    context: typer.Context,
    name: Entity,
    relation: Annotated[
        str | None, typer.Option(help="Only this relation, such as HAS_ROLE_AT, or several with commas.")
    ] = None,
    direction: Annotated[Literal["out", "in", "both"], typer.Option(help="From it, to it, or both.")] = "both",
    hops: Annotated[int, typer.Option(min=1, max=3, help="How far to go.")] = 1,
    limit: Limit = None,
    cursor: Cursor = None,
    json: JsonFlag = False,
) -> None:
    """What an entity is related to, and who says so."""
    from api.cli.tables import neighbors_table
    from graph import explore

    session = session_of(context)
    with session.store() as store:
        asked = {"relation": relation, "direction": direction, "hops": hops, **page_of(session, limit, cursor)}
        page = explore.neighbors(store, name, **asked)
    show_page(context, page, neighbors_table, json=json)


def path(
    context: typer.Context,
    source: Entity,
    target: Entity,
    max_hops: Annotated[int, typer.Option(min=1, max=MOST_HOPS, help="Longest path.")] = 4,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=20, help="Most paths.")] = 3,
    json: JsonFlag = False,
) -> None:
    """How two entities hang together, with the words that each step rests on."""
    from api.cli.tables import path_tree
    from graph import explore

    session = session_of(context)
    with session.store() as store:
        found = explore.paths(store, source, target, max_hops=max_hops, limit=limit).rows
    if json:
        print_json({"data": found})
        return
    for one in found:
        session.out.print(path_tree(one["hops"]))
    if not found:
        longer = f"Try: {program()} {again(context, max_hops=max_hops + 1)}" if max_hops < MOST_HOPS else ""
        session.say(f"No path of at most {max_hops} steps. {longer}".rstrip())


def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS…", help="A name, a ticker or words of a claim.")],
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="Most entities and most claims.")] = 10,
    json: JsonFlag = False,
) -> None:
    """Entities by name or ticker, and claims by their words."""
    from api.cli.tables import claims_table, entities_table
    from graph import explore

    session = session_of(context)
    with session.store() as store:
        rows = [
            row
            for kind in _FOUND.values()
            for row in explore.search(store, " ".join(words), kind=kind, limit=limit).rows
        ]
    found = {part: [row[kind] for row in rows if row[kind]] for part, kind in _FOUND.items()}
    if json:
        print_json({"data": found})
        return
    _print_all(session, [(entities_table, found["entities"]), (claims_table, found["claims"])])


_FOUND = {"entities": "entity", "claims": "claim"}


def _print_all(session: Session, parts: Iterable[tuple[Callable[[list[Row]], RenderableType], list[Row]]]) -> None:
    shown = [render(rows) for render, rows in parts if rows]
    for part in shown:
        session.out.print(part)
    if not shown:
        session.say(f"Nothing fits. Try: {program()} stats")


def page_of(session: Session, limit: int | None, cursor: str | None) -> dict[str, Any]:
    """Limit and cursor for the graph."""
    return {"limit": limit or session.settings.page_limit, "cursor": cursor}


def show_page(context: typer.Context, page: Page, render: Callable[[list[Row]], RenderableType], *, json: bool) -> None:
    """The page as JSON or as a table, and how to see the next one."""
    session = session_of(context)
    if json:
        print_json({"data": page.rows, "page": _standing(page)})
        return
    _print_all(session, [(render, page.rows)])
    if page.truncated:
        total = f" of {page.total}" if page.total is not None else ""
        session.say(f"{page.returned}{total} shown. For the next: {program()} {again(context, cursor=page.next)}")


def _standing(page: Page) -> dict[str, Any]:
    return {"returned": page.returned, "total": page.total, "truncated": page.truncated, "next": page.next}
