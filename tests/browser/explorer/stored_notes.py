"""Notes that are written into a store as if they had been read, for pages that need something special to show."""

from __future__ import annotations

from datetime import UTC, date, datetime

from graph import Store, ingest
from graph.model import (
    Claim,
    ClaimType,
    Document,
    Entity,
    Evidence,
    Extraction,
    Kind,
    Mention,
    Passage,
    Stance,
)
from graph.naming import slug

NOW = datetime(2025, 3, 1, 9, 30, tzinfo=UTC)


def store_note(store: Store, text: str, names: dict[str, Kind], *, title: str, claims: tuple[Claim, ...] = ()) -> str:
    """Store a note of one sentence, or of paragraphs, which names some; its id is the answer."""
    document = Document(text=text, title=title, published_at=date(2025, 2, 20))
    entities = {name: Entity(slug(name), kind, name) for name, kind in names.items()}
    mentions = [one for name, entity in entities.items() for one in _mentions(text, name, entity.id)]
    found = Extraction(document, tuple(_passages(document)), tuple(entities.values()), tuple(mentions), claims)
    ingest(store, found, now=NOW)
    return document.id


def megabyte() -> tuple[str, tuple[Claim, ...]]:
    """A text of a million characters, and a claim in each of its paragraphs."""
    paragraph = "UBS expects Alibaba to gain this year, and Nvidia to lose ground against it in the second half. " * 3
    numbered = [f"{number}. {paragraph.strip()}" for number in range(1_000_000 // len(paragraph))]
    text, claims, start = "\n\n".join(numbered), [], 0
    document_id = Document(text=text).id
    for one in numbered:
        said = Evidence(document_id, start, start + one.index(","), one[: one.index(",")])
        claims.append(Claim(ClaimType.FORECAST, said, "ubs", None, ("alibaba",), Stance.POSITIVE))
        start += len(one) + 2
    return text, tuple(claims)


def _mentions(text: str, name: str, entity_id: str) -> list[Mention]:
    places, place = [], text.find(name)
    while place >= 0:
        places.append(Mention(entity_id, place, place + len(name), name))
        place = text.find(name, place + len(name))
    return places


def _passages(document: Document) -> list[Passage]:
    found, start = [], 0
    for line in document.text.split("\n\n"):
        found.append(Passage(document.id, start, start + len(line), line))
        start += len(line) + 2
    return found
