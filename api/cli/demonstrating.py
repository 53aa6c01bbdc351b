"""`streetgraph demo`: the samples in a new store, and what the graph can tell about them."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from api.cli.program import program
from api.cli.session import Session, session_of
from api.errors import PlaceUnusable
from api.masking import masked

if TYPE_CHECKING:
    from rich.console import RenderableType

    from api.cli.storing import Loaded
    from graph.store import Store

PATH_FROM, PATH_TO = "eddie-wu", "amazon"  # two ends that the samples do not name together
MOST_CLAIMS = 500


def demo(context: typer.Context) -> None:
    """Load the sample documents into a new store and show what the graph can tell."""
    session = session_of(context)
    address = _fresh_store(session)
    loaded = _load(session, address)
    with session.store(address) as store:
        for part in _parts(store, loaded):
            session.out.print(part)
    _show_how_to_go_on(session, address)


def _fresh_store(session: Session) -> str:
    """The address of a store that is not there yet: the one asked for, or the demo's own, made anew."""
    from api.settings import demo_path

    if asked := session.options.get("store"):
        _refuse_what_is_there(session, asked)
        return str(asked)
    path = demo_path()
    for old in path.parent.glob(f"{path.name}*"):  # the store and the log beside it
        old.unlink()
    return f"ladybug:{path}"


def _refuse_what_is_there(session: Session, address: str) -> None:
    """Raise PlaceUnusable where the demo would mix its samples with what somebody keeps."""
    from graph.bolt import is_bolt

    if is_bolt(address):
        if _holds_documents(session, address):
            raise PlaceUnusable(f"{masked(address)} holds documents, and the demo wants an empty store.")
        return
    path = Path(address.removeprefix("ladybug:")).expanduser()
    if path.exists():
        raise PlaceUnusable(f"{path} exists, and the demo wants a new store: give another path to --store, or none.")


def _holds_documents(session: Session, address: str) -> bool:
    from graph import explore
    from graph.errors import StoreMissing

    try:
        with session.store(address) as store:
            return bool(explore.documents(store, limit=1).rows)
    except StoreMissing:
        return False


def _load(session: Session, address: str) -> Loaded:
    from api.cli.sources import sources
    from api.cli.storing import load_into

    with as_file(files("loaders") / "samples") as folder:
        return load_into(session, address, sources([str(folder)]))


def _parts(store: Store, loaded: Loaded) -> Iterator[RenderableType]:
    """What the demo shows, in order."""
    from api.cli import demo_tables as show
    from api.cli.views import by_voice, changes, debates
    from graph import explore

    claims = explore.claims(store, limit=MOST_CLAIMS).rows
    yield show.opening(loaded.summary())
    yield show.heading("Who is measured against whom", "streetgraph pairs")
    yield show.pairs(explore.pairs(store).rows)
    yield show.heading("Who said what, with which numbers, in which words", "streetgraph claims")
    yield from show.voices(by_voice(claims))
    yield from show.debates(debates(claims))
    yield from show.changes(changes(claims))
    yield show.heading("How two names hang together", f"streetgraph path {PATH_FROM} {PATH_TO}")
    for path in explore.paths(store, PATH_FROM, PATH_TO, limit=1).rows:
        yield show.path(path["hops"])


def _show_how_to_go_on(session: Session, address: str) -> None:
    """Commands that work when they are pasted: never wrapped, and with the program as it was called."""
    run = program()
    lines = [
        f"export STREETGRAPH_STORE={shlex.quote(address)}   # where this demo keeps its graph",
        f"{run} claims --about alibaba",
        f"{run} search correction",
        f"{run} serve                       # then open the address it prints",
        f"{run} query --list                # every question by name",
        f"{run} load PATH                   # your own texts: files or folders",
    ]
    from api.cli import demo_tables as show

    session.out.print(show.heading("How to go on", None))
    for line in lines:
        session.out.print(f"  {line}", soft_wrap=True, markup=False)
