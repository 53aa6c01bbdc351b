"""From a document to what it says: the one door to extraction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial

from spacy.tokens import Doc

from graph.model import Document, Extraction
from loaders.extract.assembly import assemble
from loaders.extract.language import build
from loaders.extract.tiers import Tier
from loaders.processes import in_order

__all__ = ["Tier", "extract", "extract_all", "warm_up"]

_language = cache(build)


def extract(document: Document, *, tier: Tier = Tier.ACCURATE) -> Extraction:
    """What the document says: entities, claims and relations, each with its exact words; none where it says nothing."""
    nlp = _language(tier)
    with nlp.memory_zone():  # or every word that was ever read would be kept
        doc: Doc = nlp.make_doc(document.text)
        doc._.publisher = document.publisher
        return assemble(document, nlp(doc), tier)


def extract_all(
    documents: Iterable[Document], *, tier: Tier = Tier.ACCURATE, processes: int = 1
) -> Iterator[Extraction]:
    """The same for many documents, in their order, whatever the number of processes."""
    return in_order(partial(extract, tier=tier), documents, processes=processes, starting=partial(warm_up, tier))


def warm_up(tier: Tier = Tier.ACCURATE) -> None:
    """Load what the first document would otherwise wait for."""
    extract(Document("Goldman Sachs expects Nvidia to rise 5% by the end of 2026, an analyst said."), tier=tier)
