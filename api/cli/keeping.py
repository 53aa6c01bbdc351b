"""Commands that look after a store: query, verify, export, remove, stats."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.failures import NOT_VERIFIED
from api.cli.options import JsonFlag
from api.cli.output import print_json
from api.cli.program import program
from api.cli.session import session_of
from api.errors import UsageWrong
from api.masking import masked

if TYPE_CHECKING:
    from graph.queries import Query

MOST_FAULTS = 20  # shown as a table; --json has all


class Format(StrEnum):
    """What an export is written as."""

    JSON = "json"
    GRAPHML = "graphml"


def query(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Which query; see --list.")] = None,
    parameters: Annotated[list[str] | None, typer.Argument(metavar="KEY=VALUE…", help="Its parameters.")] = None,
    all_: Annotated[bool, typer.Option("--list", help="Show all queries with what they take.")] = False,
    json: JsonFlag = False,
) -> None:
    """Run a named query; --list shows them all."""
    from api.cli.tables import any_rows, queries_table
    from graph import explore, queries

    session = session_of(context)
    if all_ or name is None:
        every = queries.for_users()
        print_json({"data": list(map(_form, every))}) if json else session.out.print(queries_table(every))
        return
    given = _pairs_of(parameters or [])
    with session.store() as store:
        rows = explore.ask(store, name, given)
    if json:
        print_json({"data": rows})
    elif rows:
        session.out.print(any_rows(rows, session.out.width))
    else:
        session.say("No rows.")


def verify(context: typer.Context, json: JsonFlag = False) -> None:
    """Check that every quote in the store still stands in its document, word for word."""
    from api.cli.tables import faults_table
    from graph.verify import verify as verified

    session = session_of(context)
    with session.store() as store:
        found = verified(store)
    if json:
        print_json({"data": found})
    else:
        print(f"{found.spans:,} quotes of {found.documents:,} documents checked: {len(found.faults) or 'no'} faults")
        if found.faults:
            session.out.print(faults_table(found.faults[:MOST_FAULTS]))
            session.say(f"Try:   {program()} remove {found.faults[0].document_id}   and load the document again")
    raise typer.Exit(NOT_VERIFIED if found.faults else 0)


def export(
    context: typer.Context,
    format_: Annotated[Format | None, typer.Option("--format", "-f", help="What to write; json if not given.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", dir_okay=False, help="Write to this file.")] = None,
) -> None:
    """Write out the whole graph: the same graph, the same bytes."""
    from graph.export import export_graphml, export_json

    session = session_of(context)
    as_graphml = format_ is Format.GRAPHML or (format_ is None and output is not None and output.suffix == ".graphml")
    with session.store() as store:
        parts = (export_graphml if as_graphml else export_json)(store)
        if output is None:
            sys.stdout.buffer.writelines(parts)
            return
        _write(output, parts)
    session.say(f"Written to {output}")


def _write(output: Path, parts: Iterable[bytes]) -> None:
    """All of it or nothing: the file appears once it is whole."""
    unfinished = output.with_name(f".{output.name}.part")
    try:
        with unfinished.open("wb") as file:
            file.writelines(parts)
        unfinished.replace(output)
    finally:
        unfinished.unlink(missing_ok=True)


def remove(
    context: typer.Context,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Id of a document.")],
    json: JsonFlag = False,
) -> None:
    """Take a document out of the graph, with all that only it contributed."""
    from graph import remove as taken_out

    with session_of(context).store() as store:
        taken_out(store, document)
    if json:
        print_json({"data": {"removed": document}})
    else:
        print(f"Removed {document}")


def stats(context: typer.Context, json: JsonFlag = False) -> None:
    """How much the graph knows."""
    from api.cli.tables import counts_table
    from graph import explore

    session = session_of(context)
    with session.store() as store:
        counts, address = explore.stats(store), masked(store.address)
    if json:
        print_json({"data": counts | {"address": address}})
        return
    session.out.print(counts_table(counts["nodes"], counts["relationships"]))
    session.say(address)


def _form(query: Query) -> dict[str, Any]:
    parameters = [
        {"name": one.name, "type": one.type, "required": one.is_required}
        | ({} if one.is_required else {"default": one.default})
        for one in query.params
    ]
    return {"name": query.name, "doc": query.doc, "parameters": parameters, "returns": list(query.columns)}


def _pairs_of(words: list[str]) -> dict[str, str]:
    """`key=value` words as a mapping."""
    for word in words:
        if "=" not in word:
            raise UsageWrong(f"{word!r} is not KEY=VALUE.")
    return dict(word.split("=", 1) for word in words)
