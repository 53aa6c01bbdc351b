"""Who is who: finding entities that are one, judging pairs of them, and undoing that."""

from __future__ import annotations

from datetime import UTC, datetime
from getpass import getuser
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.asking import page_of, show_page
from api.cli.options import Cursor, EntityOption, JsonFlag, Limit
from api.cli.output import print_json
from api.cli.program import program
from api.cli.session import Session, session_of
from api.errors import UsageWrong
from api.listed import listed_ids

if TYPE_CHECKING:
    from graph.resolution import Judgement, Verdict

MOST_SURE = 1000  # shown and judged in one go
By = Annotated[str | None, typer.Option(metavar="NAME", help="Who judges; you, if not given.")]
Pair = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="LEFT RIGHT VERDICT",
        help="Two entities, by id or name; then same, different or unsure. The left one is kept if they are the same.",
    ),
]


def resolve(
    context: typer.Context,
    apply: Annotated[bool, typer.Option("--apply", help="Merge them; without it they are only shown.")] = False,
    json: JsonFlag = False,
) -> None:
    """Show the entities that are surely one, and merge them with --apply. What is not sure waits for `review`."""
    from api.cli.judging_tables import candidates_table
    from graph import resolution
    from graph.resolution import Verdict

    session = session_of(context)
    with session.store() as store:
        sure = resolution.candidates(store, listed=listed_ids(), verdict=Verdict.SAME, limit=MOST_SURE)
        unsure = resolution.candidates(store, listed=listed_ids(), verdict=Verdict.UNSURE, limit=1).total
        made = list(resolution.sure_judgements(store, listed=listed_ids(), now=datetime.now(UTC)))
        done = resolution.judge(store, made) if apply else None
    told = {"applied": apply, "documents": done.documents if done else None, "unsure": unsure}
    if json:
        print_json({"data": {"sure": sure.rows, **told}})
        return
    if sure.rows:
        session.out.print(candidates_table(sure.rows))
    print(_came_to(sure.total or 0, done.documents if done else None, unsure or 0))
    _say_what_next(session, sure.total or 0, applied=apply, unsure=unsure or 0)


def judge(
    context: typer.Context,
    pair: Pair = None,
    why: Annotated[str, typer.Option(help="The reason.")] = "",
    by: By = None,
    undo: Annotated[str | None, typer.Option("--undo", metavar="ID", help="Undo this judgement instead.")] = None,
    json: JsonFlag = False,
) -> None:
    """Say whether two entities are one, or undo that: the graph is then as if it had never been said."""
    from graph import resolution

    session = session_of(context)
    with session.store() as store:
        if undo is not None:
            told = resolution.undo(store, undo)
        else:
            left, right, verdict = _said(pair or [])
            told = resolution.judgement_on(
                store, left, right, verdict, why=why, by=by or getuser(), now=datetime.now(UTC), listed=listed_ids()
            )
            resolution.judge(store, [told])
    _tell(told, undone=undo is not None, json=json)
    if undo is None and not json:
        session.say(f"To undo it: {program()} judge --undo {told.id}")


def judgements(
    context: typer.Context,
    entity: EntityOption = None,
    verdict: Annotated[str | None, typer.Option(help="Only same, different or unsure.")] = None,
    limit: Limit = None,
    cursor: Cursor = None,
    json: JsonFlag = False,
) -> None:
    """What was judged of which entities, newest first, with the id that undoes it."""
    from api.cli.judging_tables import judgements_table
    from graph import resolution

    session = session_of(context)
    wanted = None if verdict is None else _verdict(verdict)
    with session.store() as store:
        page = resolution.judgements(store, verdict=wanted, entity=entity, **page_of(session, limit, cursor))
    show_page(context, page, judgements_table, json=json)


def _said(words: list[str]) -> tuple[str, str, Verdict]:
    if len(words) != 3:
        raise UsageWrong("Give two entities and a verdict: judge LEFT RIGHT same|different|unsure, or --undo ID.")
    return words[0], words[1], _verdict(words[2])


def _verdict(word: str) -> Verdict:
    from graph.resolution import Verdict

    try:
        return Verdict(word.lower())
    except ValueError as unknown:
        raise UsageWrong(f"{word!r} is no verdict: say same, different or unsure.") from unknown


def _tell(judgement: Judgement, *, undone: bool, json: bool) -> None:
    from graph.resolution.judging import row_of

    if json:
        print_json({"data": {**row_of(judgement), "undone": undone}})
        return
    ends = f"{judgement.left} and {judgement.right}"
    words = {"same": f"are one, {judgement.left}", "different": "are two", "unsure": "may be one"}
    print(f"{'Undone: that ' if undone else ''}{ends} {words[judgement.verdict]}")


def _came_to(sure: int, documents: int | None, unsure: int) -> str:
    merged = "are surely one" if documents is None else f"merged, in {documents:,} documents"
    return f"Pairs: {sure:,} {merged}; {unsure:,} may be one"


def _say_what_next(session: Session, sure: int, *, applied: bool, unsure: int) -> None:
    if sure and not applied:
        session.say(f"To merge them: {program()} resolve --apply   (each can be undone: {program()} judgements)")
    if unsure:
        session.say(f"To decide on the others: {program()} review")
