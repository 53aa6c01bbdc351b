"""`streetgraph load`: documents into the store."""

from __future__ import annotations

import typer

from api.cli.documents import complain_about, exit_code
from api.cli.options import ColumnNames, JsonFlag, Paths, Processes
from api.cli.output import print_json
from api.cli.program import program
from api.cli.session import Session, session_of
from api.cli.sources import Sources, sources, tell_left_out
from api.cli.storing import COUNTED, STATUSES, Loaded, load_into

MOST_CHANGES = 20  # that are told one by one; --json has all


def load(
    context: typer.Context,
    paths: Paths,
    columns: ColumnNames = "",
    processes: Processes = 1,
    json: JsonFlag = False,
) -> None:
    """Read documents, extract who said what, and store it. Loading twice changes nothing."""
    session = session_of(context)
    given = sources(paths, columns)
    loaded = load_into(session, session.settings.store, given, processes)
    if json:
        print_json({"data": loaded.summary()})
    else:
        _show(session, loaded, given)
        tell_left_out(session, given)
    raise typer.Exit(exit_code(loaded.failures, loaded.documents.total()))


def _show(session: Session, loaded: Loaded, given: Sources) -> None:
    summary = loaded.summary()
    documents = ", ".join(f"{loaded.documents[status]} {status}" for status in STATUSES if loaded.documents[status])
    numbers = ", ".join(f"{summary[name]:,} {name}" for name in ("entities", *COUNTED))
    if documents:
        print(f"Documents: {documents}")
    if loaded.entities:
        print(f"Read out:  {numbers}")
    _show_changes(loaded)
    if documents:
        print(f"Time:      {loaded.seconds:.1f} s")
    complain_about(loaded.failures, "load", given)
    if documents:
        session.say(f"Ask: {program()} claims · {program()} pairs · {program()} stats")


def _show_changes(loaded: Loaded) -> None:
    """What has become of the claims of documents that were there in another version."""
    told = [change for change in loaded.changes if change["status"] == "changed"]
    for change in told[:MOST_CHANGES]:
        numbers = ", ".join(f"{change[what]:,} {what}" for what in ("kept", "added", "gone"))
        print(f"Changed:   {change['source']}: claims {numbers}")
    if len(told) > MOST_CHANGES:
        print(f"Changed:   {len(told) - MOST_CHANGES:,} more; --json tells of each")
