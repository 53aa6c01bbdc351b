"""`streetgraph load`: documents into the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from time import perf_counter
from typing import TYPE_CHECKING, Any

import typer

from api.cli.documents import as_it_is, complain_about, exit_code, extractions
from api.cli.options import ColumnNames, JsonFlag, Paths, Processes
from api.cli.output import print_json
from api.cli.program import program
from api.cli.session import Session, session_of
from api.cli.sources import Sources, sources, tell_left_out
from graph.model import Extraction
from loaders.errors import Failure

if TYPE_CHECKING:
    from graph.batches import Batches

STATUSES = ("added", "replaced", "unchanged")
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
    found = extractions(session, given, loaded.failures.append, as_it_is, processes)
    with session.store(address, make=True) as store:
        for result in ingest_all(store, _prepared(found, loaded)):
            loaded.documents[result.status] += 1
            loaded.counts.update(claims=result.claims, figures=result.figures)
    loaded.seconds = perf_counter() - started
    return loaded


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
