"""The whole store as one JSON document, written as a stream: the same store, the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from graph.contents import DocumentContents, documents_of, entities_of
from graph.ontology import SCHEMA_VERSION
from graph.records.reading import records_of
from graph.resolution.judging import all_judgements, row_of
from graph.store import Row, Store, grouped


def export_json(store: Store) -> Iterator[bytes]:
    """`{schema_version, documents, entities, judgements, records}`: a line for each, a document's with its claims."""
    yield f'{{"schema_version": {SCHEMA_VERSION},\n"documents": ['.encode()
    yield from _lines(map(_nested, documents_of(store)))
    yield b'],\n"entities": ['
    yield from _lines(entities_of(store))
    yield b'],\n"judgements": ['
    yield from _lines(map(row_of, all_judgements(store.read)))
    yield b'],\n"records": ['
    yield from _lines(records_of(store))
    yield b"]}\n"


def _lines(rows: Iterable[Row]) -> Iterator[bytes]:
    before = b"\n"
    for row in rows:
        yield before + json.dumps(row, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
        before = b",\n"
    yield b"\n"


def _nested(contents: DocumentContents) -> Row:
    """A document as one object, each claim with its figures, subjects and evidence."""
    return {
        **contents.document,
        "passages": contents.passages,
        "names": contents.namings,
        "mentions": contents.mentions,
        "same_story": contents.same_story,
        "claims": list(_nested_claims(contents)),
    }


def _nested_claims(contents: DocumentContents) -> Iterator[Row]:
    parts = (contents.subjects, contents.figures, contents.evidence)
    subjects, figures, evidence = (grouped(rows, "claim_id") for rows in parts)
    for claim in contents.claims:
        yield {
            **claim,
            "about": [row["entity_id"] for row in subjects[claim["id"]]],
            "figures": figures[claim["id"]],
            "evidence": evidence[claim["id"]],
        }
