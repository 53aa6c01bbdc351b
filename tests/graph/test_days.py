"""Every day that a document may have comes in the lists."""

from __future__ import annotations

from datetime import date, datetime

from stories import Story

from graph import Store, ingest
from graph.explore import ask, claims, documents, neighbors, pairs
from graph.model import Kind, RelationType

LAST = date.max


def test_what_is_of_the_last_day_of_all_is_listed_first(store: Store, now: datetime) -> None:
    for day in (date.min, LAST, None):
        story = Story((f"On {day} UBS sets Xiaomi against Apple.",), published_at=day)
        ubs, xiaomi, apple = (story.names(name, Kind.COMPANY) for name in ("UBS", "Xiaomi", "Apple"))
        story.relates(RelationType.BENCHMARKED_AGAINST, xiaomi, apple, story.sentences[0], by=ubs)
        ingest(store, story.extraction, now=now)
    expected = ["9999-12-31", "0001-01-01", None]
    for page in (
        documents(store),
        claims(store, type="relation"),
        pairs(store),
        neighbors(store, "Xiaomi", relation="benchmarked_against"),
    ):
        assert [row["published_at"] for row in page.rows] == expected
    assert [row["published_at"] for row in ask(store, "documents.list", {})] == expected
