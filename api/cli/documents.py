"""Documents on their way in: read, extracted and, where a command stores them, ingested, each on its own."""

from __future__ import annotations

import logging
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from api.cli.failures import PARTIAL
from api.cli.program import program
from api.cli.session import Session
from api.cli.sources import Sources, given_as
from graph.model import Document, Extraction
from loaders.errors import DocumentUnreadable, Failure, ModelMissing

if TYPE_CHECKING:
    from api.settings import Settings
    from loaders.reference import Reference

T = TypeVar("T")
_log = logging.getLogger("streetgraph.cli")


@dataclass(frozen=True, slots=True)
class Known:
    """A document that would be read as it is stored."""

    source: str


@dataclass(frozen=True, slots=True)
class Reader(Generic[T]):
    """What `form` makes of the extraction of a document, or why there is none; at work in any process."""

    settings: Settings
    form: Callable[[Extraction], T]

    def start(self, names: tuple[Reference, ...] = ()) -> None:
        """Make a process ready: load the models and the names that are given, and log as the command does."""
        from api.operation.logs import log_to_standard_error
        from loaders.pipeline import warm_up
        from loaders.reference.given import know

        know(names)
        log_to_standard_error(self.settings.log_level, self.settings.log_format)
        warm_up(self.settings.tier, self.settings.names_model)

    def __call__(self, document: Document | Failure | Known) -> T | Failure | Known:
        """What became of this document; one that could not or need not be read is passed on."""
        if not isinstance(document, Document):
            return document
        source = str(document.source)
        try:
            extraction = _extracted(document, self.settings)
        except DocumentUnreadable as problem:
            return Failure(source, str(problem))
        if extraction.entities:
            return self.form(extraction)
        reason = f"{source} names nobody that the graph could hold: is it a text on markets, in English?"
        return Failure(source, reason)


def extractions(
    session: Session,
    documents: Iterable[Document | Failure],
    passed_by: Callable[[Failure | Known], None],
    form: Callable[[Extraction], T],
    processes: int = 1,
    is_known: Callable[[Document], bool] = lambda _: False,
    names: tuple[Reference, ...] = (),
) -> Iterator[T]:
    """What `form` makes of each document, in order; what cannot or need not be read, or holds nothing, passes by."""
    from loaders.processes import in_order
    from loaders.reference.given import know

    know(names)
    reader = Reader(session.settings, form)
    things = (_unless_known(each, is_known) for each in documents)
    starting = partial(reader.start, names)
    for outcome in in_order(reader, things, processes=processes, starting=starting, is_little=_is_passed_on):
        if isinstance(outcome, Failure | Known):
            passed_by(outcome)
        else:
            yield outcome


def _unless_known(document: Document | Failure, is_known: Callable[[Document], bool]) -> Document | Failure | Known:
    if isinstance(document, Failure) or not is_known(document):
        return document
    return Known(str(document.source))


def _is_passed_on(document: Document | Failure | Known) -> bool:
    return not isinstance(document, Document)


def as_it_is(extraction: Extraction) -> Extraction:
    """The extraction itself, where a command needs all of it."""
    return extraction


def exit_code(failures: list[Failure], done: int) -> int:
    """0 if all went well, 3 if some failed, 1 if all did."""
    if not failures:
        return 0
    return PARTIAL if done else 1


def _extracted(document: Document, settings: Settings) -> Extraction:
    """What the document says; a flaw of ours that one text brings to light does not keep the others from being read."""
    from loaders.pipeline import extract

    try:
        return extract(document, tier=settings.tier, names_model=settings.names_model)
    except (ModelMissing, DocumentUnreadable):
        raise
    except Exception as flaw:
        _log.debug("%s could not be extracted", document.source, exc_info=flaw)
        reason = f"{document.source} cannot be extracted, which is our fault ({type(flaw).__name__}: {flaw})."
        raise DocumentUnreadable(reason) from flaw


def complain_about(failures: list[Failure], command: str, given: Sources) -> None:
    """Every failure on standard error, and what to type next."""
    for failure in failures:
        print(f"Error: {failure.reason}", file=sys.stderr)
    if failures:
        files = dict.fromkeys(given_as(failure.source, given.every) for failure in failures)
        again = shlex.join(list(files)[:3])
        print(f"Try:   {program()} {command} {again}   (once mended; {len(failures)} failed)", file=sys.stderr)
