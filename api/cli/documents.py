"""Documents on their way in: read, extracted and, where a command stores them, ingested, each on its own."""

from __future__ import annotations

import logging
import shlex
import sys
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import typer

from api.cli.failures import PARTIAL
from api.cli.program import program
from api.cli.session import Session
from graph.model import Document, Extraction
from loaders.documents import found, parse, read
from loaders.errors import DocumentUnreadable
from loaders.extract.tiers import Tier

STDIN, READ_FROM_STDIN = "-", "standard input"
_log = logging.getLogger("streetgraph.cli")


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that did not make it, and why."""

    source: str
    reason: str


def extractions(session: Session, paths: Collection[str], failed: Callable[[Failure], None]) -> Iterator[Extraction]:
    """What each document holds, one by one; those that hold nothing or cannot be read go to `failed`."""
    from api.cli.progress import tracked

    for source in tracked(sources(paths), session):
        try:
            extraction = _extracted(document_at(source, session.settings.max_document_bytes), session.settings.tier)
        except DocumentUnreadable as problem:
            failed(Failure(source, str(problem)))
            continue
        if extraction.entities:
            yield extraction
        else:
            failed(
                Failure(
                    source, f"{source} names nobody that the graph could hold: is it a text on markets, in English?"
                )
            )


def sources(paths: Collection[str]) -> list[str]:
    """The files to read, standard input as `-`; each once. No name is no folder: an unset variable, most likely."""
    if not all(path.strip() for path in paths):
        raise typer.BadParameter("A PATH is empty: is a variable unset?")
    every = (source for path in paths for source in ([path] if path == STDIN else map(str, found([Path(path)]))))
    return list(dict.fromkeys(every))


def document_at(source: str, max_bytes: int) -> Document:
    """The document in this file or on standard input; raises `DocumentUnreadable` where there is none."""
    if source == STDIN:
        return parse(sys.stdin.buffer.read(max_bytes + 1), source=READ_FROM_STDIN, max_bytes=max_bytes)
    return read(Path(source), max_bytes=max_bytes)


def exit_code(failures: list[Failure], done: int) -> int:
    """0 if all went well, 3 if some failed, 1 if all did."""
    if not failures:
        return 0
    return PARTIAL if done else 1


def _extracted(document: Document, tier: Tier) -> Extraction:
    """What the document says; a flaw of ours that one text brings to light does not keep the others from being read."""
    from loaders.pipeline import extract

    try:
        return extract(document, tier=tier)
    except Exception as flaw:
        _log.debug("%s could not be extracted", document.source, exc_info=flaw)
        reason = f"{document.source} cannot be extracted, which is our fault ({type(flaw).__name__}: {flaw})."
        raise DocumentUnreadable(reason) from flaw


def complain_about(failures: list[Failure], command: str) -> None:
    """Every failure on standard error, and what to type next."""
    for failure in failures:
        print(f"Error: {failure.reason}", file=sys.stderr)
    if failures:
        again = shlex.join(failure.source for failure in failures[:3])
        print(f"Try:   {program()} {command} {again}   (once mended; {len(failures)} failed)", file=sys.stderr)
