"""What hangs loose: parts without their document, entities of which nothing is said, documents that say nothing."""

from __future__ import annotations

from collections.abc import Iterator

from graph.doctor.finding import MOST, Check, Finding
from graph.store import Reader

_LOST = {
    "doctor.lost_claims": "No document states the claim {}.",
    "doctor.lost_passages": "The sentence {} is part of no document.",
    "doctor.lost_figures": "No claim has the figure {}.",
    "doctor.lost_entities": "No document names the entity {}.",
}


def orphans(reader: Reader) -> Iterator[Finding]:
    """Parts that lost what they belong to, and entities that nothing but a list of names leads to."""
    for query, what in _LOST.items():
        for row in reader.read(query, limit=MOST + 1):
            yield Finding(Check.ORPHAN, (row["id"],), what.format(row["id"]), is_damage=True)
    for row in reader.read("doctor.idle_entities", limit=MOST + 1):
        what = f"{row['name']} is named by a document, but at no place in its text, and nothing is said of it."
        yield Finding(Check.ORPHAN, (row["id"],), what)


def silent_documents(reader: Reader) -> Iterator[Finding]:
    """Documents in which nobody says anything."""
    for row in reader.read("doctor.silent_documents", limit=MOST + 1):
        name = row["title"] or row["source"] or row["id"]
        what = f"In {name!r} no claim was found, though it names {row['entities']} entities."
        yield Finding(Check.SILENT_DOCUMENT, (row["id"],), what)
