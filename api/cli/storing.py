"""Documents into the store: read, extracted and stored, each whole or not at all, in their order."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any

from api.cli.documents import Known, as_it_is, extractions
from api.cli.session import Session
from api.cli.sources import Sources, documents_of
from api.given_names import names_given
from graph.model import Document, Extraction
from loaders.errors import Failure

if TYPE_CHECKING:
    from api.settings import Settings
    from graph.batches import Batches
    from graph.ingest import Ingested
    from graph.store import Store

UNCHANGED = "unchanged"
STATUSES = ("added", "changed", "replaced", UNCHANGED)
COUNTED = ("claims", "figures")
Heard = Callable[["Ingested", Document], None]


@dataclass(slots=True)
class Loaded:
    """What a load came to."""

    documents: Counter[str] = field(default_factory=Counter)
    entities: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    changes: list[dict[str, Any]] = field(default_factory=list)  # of the claims of what was there before
    failures: list[Failure] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def pass_by(self, outcome: Failure | Known) -> None:
        """Count what is not stored."""
        if isinstance(outcome, Failure):
            self.failures.append(outcome)
        else:
            self.documents[UNCHANGED] += 1

    def count(self, result: Ingested, document: Document) -> None:
        """Count what is stored, and note how its claims have changed."""
        self.documents[result.status] += 1
        self.counts.update(claims=result.claims, figures=result.figures)
        if result.change is not None:
            named = {"source": document.source, "status": str(result.status), "document_id": result.document_id}
            self.changes.append(named | asdict(result.change))

    def summary(self) -> dict[str, Any]:
        """The same, as a JSON document says it."""
        return {
            "documents": {status: self.documents[status] for status in STATUSES} | {"failed": len(self.failures)},
            "entities": len(self.entities),
            **{name: self.counts[name] for name in COUNTED},
            "changes": self.changes,
            "seconds": round(self.seconds, 3),
            "failures": [asdict(failure) for failure in self.failures],
            "left_out": self.left_out,
        }


def load_into(session: Session, address: str, given: Sources, processes: int = 1) -> Loaded:
    """Load what is given into the store at this address."""
    loaded = load_documents(session, address, documents_of(given, session), processes)
    loaded.left_out = given.left_out
    return loaded


def load_documents(
    session: Session,
    address: str,
    documents: Iterable[Document | Failure],
    processes: int = 1,
    heard: Heard = lambda *_: None,
) -> Loaded:
    """Load documents into the store at this address; what became of each that was read is `heard`."""
    from graph.ingest import ingest_all

    loaded, started = Loaded(), perf_counter()
    waiting = deque[Document]()  # those that are being stored, in their order
    with session.store(address, make=True) as store:
        is_known = partial(_is_known, session.settings, store)
        found = extractions(session, documents, loaded.pass_by, as_it_is, processes, is_known, names_given(store))
        for result in ingest_all(store, _prepared(found, loaded, waiting)):
            document = waiting.popleft()
            loaded.count(result, document)
            heard(result, document)
    loaded.seconds = perf_counter() - started
    return loaded


def _is_known(settings: Settings, store: Store, document: Document) -> bool:
    """Whether the store holds a document as it would be read now, so that it need not be read."""
    from graph.reread import is_read
    from loaders.version import extractor_of

    extractor, version = extractor_of(document, tier=settings.tier, names_model=settings.names_model)
    return is_read(store, document, extractor=extractor, version=version)


def _prepared(found: Iterable[Extraction], loaded: Loaded, waiting: deque[Document]) -> Iterator[Batches]:
    """What is to be stored of each; what contradicts itself is a failure of that document alone."""
    from graph.errors import ExtractionInvalid
    from graph.ingest import prepared

    for extraction in found:
        try:
            ready = prepared(extraction, now=datetime.now(UTC))
        except ExtractionInvalid as flaw:
            loaded.failures.append(Failure(str(extraction.document.source), str(flaw)))
            continue
        waiting.append(extraction.document)
        loaded.entities |= {entity.id for entity in extraction.entities}
        yield ready
