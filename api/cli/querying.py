"""`streetgraph cypher`: questions of one's own, guarded as over HTTP."""

from __future__ import annotations

import json as json_
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.options import JsonFlag
from api.cli.output import print_json
from api.cli.session import session_of
from api.errors import UsageWrong

if TYPE_CHECKING:
    from graph.cypher import Answer


def cypher(
    context: typer.Context,
    query: Annotated[str, typer.Argument(metavar="QUERY", help="The query, or `-` to read it from standard input.")],
    parameters: Annotated[
        list[str] | None, typer.Argument(metavar="KEY=VALUE…", help="Its parameters: JSON, or words as they are.")
    ] = None,
    json: JsonFlag = False,
) -> None:
    """Ask in Cypher: one query that reads."""
    from api.cli.tables import any_rows
    from graph.cypher import Console

    session = session_of(context)
    text = sys.stdin.read() if query == "-" else query
    with session.store() as store, closing(Console(store, session.settings.cypher_limits)) as console:
        answer = console.ask(text, _values_of(parameters or []))
    if json:
        print_json({"data": {"columns": answer.columns, "rows": answer.rows}, "page": _standing(answer)})
    elif answer.rows:
        session.out.print(any_rows(_shown(answer), session.out.width))
    else:
        session.say("No rows.")
    if answer.cut_by:
        more = f"STREETGRAPH_CYPHER_{answer.cut_by.upper()} allows more"
        session.say(f"Only the first {len(answer.rows):,} rows are shown: {more}.")


def _values_of(words: list[str]) -> dict[str, Any]:
    """`key=value` words as a mapping; a value that is no JSON is a text."""
    values: dict[str, Any] = {}
    for word in words:
        name, is_pair, value = word.partition("=")
        if not is_pair:
            raise UsageWrong(f"{word!r} is not KEY=VALUE.")
        try:
            values[name] = json_.loads(value)
        except ValueError:
            values[name] = value
    return values


def _shown(answer: Answer) -> list[dict[str, Any]]:
    """The rows for a table; what is more than a value is shown as JSON."""
    return [
        {
            column: json_.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
            for column, value in zip(answer.columns, row, strict=True)
        }
        for row in answer.rows
    ]


def _standing(answer: Answer) -> dict[str, Any]:
    total = None if answer.cut_by else len(answer.rows)
    return {"returned": len(answer.rows), "total": total, "truncated": answer.cut_by is not None, "next": None}
