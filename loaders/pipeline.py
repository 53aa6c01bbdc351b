"""From a document to what it says: the one door to extraction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, partial

from graph.model import Document, Extraction
from loaders.extract import curated_rows
from loaders.extract.assembly import assemble
from loaders.extract.language import build
from loaders.extract.tiers import Tier
from loaders.processes import in_order
from loaders.version import is_curated, reading_version

__all__ = ["Tier", "extract", "extract_all", "warm_up"]

_language = cache(build)


def extract(document: Document, *, tier: Tier = Tier.ACCURATE, names_model: str = "") -> Extraction:
    """What the document says: entities, claims and relations, each with its exact words; none where it says nothing.

    A row of a curated table is no prose: it says what stands in its cells. `names_model` is an installed spaCy
    pipeline, such as `en_core_web_sm`, that recognises names in place of our model in the accurate tier. Raises
    `ModelMissing` where it is not installed, and `DocumentUnreadable` for a row that contradicts itself.
    """
    read = curated_rows.extraction_of(document) if is_curated(document) else _read(document, tier, names_model)
    return replace(read, extractor_version=reading_version(names_model))


def extract_all(
    documents: Iterable[Document], *, tier: Tier = Tier.ACCURATE, names_model: str = "", processes: int = 1
) -> Iterator[Extraction]:
    """The same for many documents, in their order, whatever the number of processes."""
    each = partial(extract, tier=tier, names_model=names_model)
    return in_order(each, documents, processes=processes, starting=partial(warm_up, tier, names_model))


def _read(document: Document, tier: Tier, names_model: str) -> Extraction:
    nlp = _language(tier, names_model)
    with nlp.memory_zone():  # or every word that was ever read would be kept
        doc = nlp.make_doc(document.text)
        doc._.title, doc._.publisher = document.title, document.publisher
        return assemble(document, nlp(doc), tier)


@cache
def warm_up(tier: Tier = Tier.ACCURATE, names_model: str = "") -> None:
    """Load what the first document would otherwise wait for, once in a process."""
    note = Document("Goldman Sachs expects Nvidia to rise 5% by the end of 2026, an analyst said.")
    extract(note, tier=tier, names_model=names_model)
