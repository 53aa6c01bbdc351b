"""What a command is given to read: files, folders, patterns, archives, addresses on the web, standard input."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from api.cli.session import Session
from graph.model import Document
from graph.sources import kept_apart
from loaders.documents import Outcome, found, read_all, read_from
from loaders.errors import Failure, LeftOut
from loaders.sources.addresses import is_address
from loaders.sources.columns import Columns, columns_of

if TYPE_CHECKING:
    from api.settings import Settings

STDIN, READ_FROM_STDIN = "-", "standard input"
MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Sources:
    """The files to read, which columns of those with records hold what, and what is no document among them.

    What archives hold that is no document comes to the latter while they are read.
    """

    every: list[str]
    columns: Columns
    left_out: list[str]

    def kept(self, outcomes: Iterable[Outcome]) -> Iterator[Document | Failure]:
        """The same without what is left out, which is noted."""
        for outcome in outcomes:
            if isinstance(outcome, LeftOut):
                self.left_out.append(outcome.source)
            else:
                yield outcome


def sources(paths: Collection[str], columns: str = "") -> Sources:
    """The files to read, standard input as `-`; each once. No name is no folder: an unset variable, most likely."""
    if not all(path.strip() for path in paths):
        raise typer.BadParameter("A PATH is empty: is a variable unset?")
    given = Sources([], _columns(columns), [])
    for path in paths:
        if path == STDIN or is_address(path):
            given.every.append(path)
            continue
        files = found([Path(path)], columns=given.columns)
        given.every.extend(map(str, files.documents))
        given.left_out.extend(map(str, files.left_out))
    return Sources(list(dict.fromkeys(given.every)), given.columns, list(dict.fromkeys(given.left_out)))


def documents_of(given: Sources, session: Session) -> Iterator[Document | Failure]:
    """Each document of what is given, in order, or why there is none, with a bar where somebody is watching."""
    from api.cli.progress import progress_over

    with progress_over(len(given.every), session) as bar:
        found = (bar.reading(source, documents_at(source, given, session.settings)) for source in given.every)
        yield from kept_apart(chain.from_iterable(found))


def documents_at(source: str, given: Sources, settings: Settings) -> Iterator[Document | Failure]:
    """Each document in this file, at this address or on standard input, or why there is none."""
    return given.kept(_outcomes_at(source, given.columns, settings))


def _outcomes_at(source: str, columns: Columns, settings: Settings) -> Iterator[Outcome]:
    reading = settings.reading(columns)
    if source == STDIN:
        return read_from(sys.stdin.buffer, source=READ_FROM_STDIN, reading=reading)
    if is_address(source):
        from loaders.fetched import read_at

        return read_at(source, fetching=settings.fetching, reading=reading)
    return read_all(Path(source), reading)


def tell_left_out(session: Session, given: Sources) -> None:
    """How many files in folders and archives were no documents, and the first of them by name."""
    if given.left_out:
        names = ", ".join(given.left_out[:MOST_NAMED]) + (", …" if len(given.left_out) > MOST_NAMED else "")
        session.say(f"Left out:  {len(given.left_out):,} of unknown form: {names}")


def given_as(source: str, every: Collection[str]) -> str:
    """Which of the files given a document came from: of `news.zip/a.csv:3` it is `news.zip`."""
    if source == READ_FROM_STDIN or source.startswith(f"{READ_FROM_STDIN}:"):
        return STDIN
    within = (file for file in every if source == file or source.startswith((f"{file}:", f"{file}/")))
    return max(within, key=len, default=source)


def _columns(text: str) -> Columns:
    try:
        return columns_of(text)
    except ValueError as problem:
        raise typer.BadParameter(f"--columns: {problem}, such as text=body,title=headline.") from problem
