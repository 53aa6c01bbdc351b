"""`streetgraph load`: documents into the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any

import typer

from api.cli.documents import Known, as_it_is, complain_about, exit_code, extractions
from api.cli.options import ColumnNames, JsonFlag, Paths, Processes
from api.cli.output import print_json
from api.cli.program import program
from api.cli.session import Session, session_of
from api.cli.sources import Sources, sources, tell_left_out
from graph.model import Document, Extraction
from loaders.errors import Failure

if TYPE_CHECKING:
    from api.settings import Settings
    from graph.batches import Batches
    from graph.store import Store

UNCHANGED = "unchanged"
STATUSES = ("added", "replaced", UNCHANGED)
COUNTED = ("claims", "figures")


@dataclass(slots=True)
class Loaded:
    """What a load came to."""

    documents: Counter[str] = field(default_factory=Counter)
    entities: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def pass_by(self, outcome: Failure | Known) -> None:
        """Count what is not stored."""
        if isinstance(outcome, Failure):
            self.failures.append(outcome)
        else:
            self.documents[UNCHANGED] += 1

    def summary(self) -> dict[str, Any]:
        """The same, as a JSON document says it."""
        return {
            "documents": {status: self.documents[status] for status in STATUSES} | {"failed": len(self.failures)},
            "entities": len(self.entities),
            **{name: self.counts[name] for name in COUNTED},
            "seconds": round(self.seconds, 3),
            "failures": [asdict(failure) for failure in self.failures],
            "left_out": self.left_out,
        }


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


def load_into(session: Session, address: str, given: Sources, processes: int = 1) -> Loaded:
    """Load the documents into the store at this address, each whole or not at all, in their order."""
    from graph.ingest import ingest_all

    loaded, started = Loaded(left_out=given.left_out), perf_counter()
    with session.store(address, make=True) as store:
        is_known = partial(_is_known, session.settings, store)
        found = extractions(session, given, loaded.pass_by, as_it_is, processes, is_known)
        for result in ingest_all(store, _prepared(found, loaded)):
            loaded.documents[result.status] += 1
            loaded.counts.update(claims=result.claims, figures=result.figures)
    loaded.seconds = perf_counter() - started
    return loaded


def _is_known(settings: Settings, store: Store, document: Document) -> bool:
    """Whether the store holds a document as it would be read now, so that it need not be read."""
    from graph.reread import is_read
    from loaders.version import extractor_of

    extractor, version = extractor_of(document, tier=settings.tier, names_model=settings.names_model)
    return is_read(store, document, extractor=extractor, version=version)


def _prepared(found: Iterable[Extraction], loaded: Loaded) -> Iterator[Batches]:
    """What is to be stored of each; what contradicts itself is a failure of that document alone."""
    from graph.errors import ExtractionInvalid
    from graph.ingest import prepared

    for extraction in found:
        try:
            ready = prepared(extraction, now=datetime.now(UTC))
        except ExtractionInvalid as flaw:
            loaded.failures.append(Failure(str(extraction.document.source), str(flaw)))
            continue
        loaded.entities |= {entity.id for entity in extraction.entities}
        yield ready


def _show(session: Session, loaded: Loaded, given: Sources) -> None:
    summary = loaded.summary()
    documents = ", ".join(f"{loaded.documents[status]} {status}" for status in STATUSES if loaded.documents[status])
    numbers = ", ".join(f"{summary[name]:,} {name}" for name in ("entities", *COUNTED))
    if documents:
        print(f"Documents: {documents}\nRead out:  {numbers}\nTime:      {loaded.seconds:.1f} s")
    complain_about(loaded.failures, "load", given)
    if documents:
        session.say(f"Ask: {program()} claims · {program()} pairs · {program()} stats")
