"""`streetgraph watch`: a folder or a feed is followed, and what is new in it is loaded."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Annotated

import typer

from api.cli.documents import exit_code
from api.cli.feed_marks import FeedMarks
from api.cli.following import Following
from api.cli.options import ColumnNames, Processes
from api.cli.session import Session, session_of
from api.cli.sources import sources
from api.errors import PlaceUnusable
from graph.errors import StoreMissing
from loaders.errors import DocumentUnreadable
from loaders.sources.addresses import is_address
from loaders.sources.visits import NO_MARK, Mark

EVERY_SECONDS = 300.0
Place = Annotated[str, typer.Argument(metavar="FOLDER|FEED", help="A folder, or the address of a feed (RSS, Atom).")]
Every = Annotated[float, typer.Option(min=1, metavar="SECONDS", help="How often a feed is asked for.")]
Once = Annotated[bool, typer.Option("--once", help="Load what is new now, and end: for cron.")]


def watch(
    context: typer.Context,
    place: Place,
    every: Every = EVERY_SECONDS,
    once: Once = False,
    columns: ColumnNames = "",
    processes: Processes = 1,
) -> None:
    """Follow a folder or a feed, and load what is new or changed, with a line for each, until Ctrl-C.

    The store is open only while something is loaded.
    """
    session = session_of(context)
    sources([], columns)  # says what is wrong with the columns before anything is read
    if not once:
        session.say(f"Follows {place}; Ctrl-C ends it.")
    with _stopping() as stopping:
        following = Following(session, columns, processes, stopping)
        if is_address(place):
            _follow_feed(place, following, None if once else every)
        else:
            _follow_folder(_folder(place), following, once=once)
    if once:
        raise typer.Exit(exit_code(following.failures, following.documents))


@contextmanager
def _stopping() -> Iterator[Event]:
    """An event that Ctrl-C sets, as does whoever ends services; a second time ends the program at once."""
    stopping = Event()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def stop(*_: object) -> None:
        stopping.set()
        _restore()

    def _restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    for number in before:
        signal.signal(number, stop)
    try:
        yield stopping
    finally:
        _restore()


def _folder(place: str) -> Path:
    folder = Path(place).expanduser()
    if not folder.is_dir():
        raise PlaceUnusable(f"{place} is no folder, and no address of a feed.")
    return folder


def _follow_folder(folder: Path, following: Following, *, once: bool) -> None:
    """Load what is in the folder, and then what comes. What could not be stored yet is tried again."""
    if once:
        following.load_files([folder])
        return
    from loaders.watching import changes_in

    waiting: dict[Path, None] = {folder: None}
    for changes in changes_in(folder, following.stopping):
        waiting |= dict.fromkeys(changes.there)
        following.tell_gone(changes.gone)
        if waiting and following.tries_again() and following.has_loaded(list(waiting)):
            waiting.clear()


def _follow_feed(address: str, following: Following, every: float | None) -> None:
    """Load what is in a feed, again and again or once."""
    from api.settings import feed_marks_path

    marks = FeedMarks(feed_marks_path(), following.session.settings.store)
    mark = marks.of(address) if _has_store(following.session) else NO_MARK
    while not following.stopping.is_set():
        mark = _load_feed(address, following, mark, marks)
        if every is None:
            return
        following.stopping.wait(every)


def _load_feed(address: str, following: Following, mark: Mark, marks: FeedMarks) -> Mark:
    """Load a feed if it has changed since the mark; the mark up to which it is loaded now."""
    from loaders.fetched import fetch

    try:
        fetched = fetch(address, following.session.settings.fetching, mark)
    except DocumentUnreadable as problem:
        following.complain(address, f"{address} {problem}")
        return mark
    if following.has_loaded_feed(fetched, address):
        marks.keep(address, fetched.mark)
        return fetched.mark
    return mark


def _has_store(session: Session) -> bool:
    try:
        with session.store():
            return True
    except StoreMissing:
        return False
