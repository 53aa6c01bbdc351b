"""From a document to what it says: the one door to extraction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial

from graph.model import Document, Extraction
from loaders.extract.assembly import assemble
from loaders.extract.language import build
from loaders.extract.tiers import Tier

__all__ = ["Tier", "extract", "extract_all"]

_language = cache(build)


def extract(document: Document, *, tier: Tier = Tier.ACCURATE) -> Extraction:
    """What the document says: entities, claims and relations, each with its exact words; none where it says nothing."""
    return assemble(document, _language(tier)(document.text), tier)


def extract_all(documents: Iterable[Document], *, tier: Tier = Tier.ACCURATE) -> Iterator[Extraction]:
    """The same for many documents, one after the other."""
    return map(partial(extract, tier=tier), documents)
