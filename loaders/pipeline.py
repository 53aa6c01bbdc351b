"""From a document to what it says: the one door to extraction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from graph.model import Document, Extraction
from loaders.extract.assembly import assemble
from loaders.extract.language import build

_language = cache(build)


def extract(document: Document) -> Extraction:
    """What the document says: entities, claims and relations, each with its exact words; none where it says nothing."""
    return assemble(document, _language()(document.text))


def extract_all(documents: Iterable[Document]) -> Iterator[Extraction]:
    """The same for many documents, one after the other."""
    return map(extract, documents)
