"""Short notes in which somebody says something about something, for tests of what claims come to over time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from stories import Story

from graph import Store, ingest
from graph.model import ClaimType, Extraction, Figure, Kind, Stance

MONDAY = datetime(2025, 3, 3, 8, tzinfo=UTC)


@dataclass(frozen=True)
class Said:
    """One note of one claim: `speaker` of `org` says something `about`, on the `day`th of January 2025 or undated."""

    speaker: str | None
    about: str
    day: int | None = 1
    stance: Stance = Stance.NEUTRAL
    kind: ClaimType = ClaimType.OPINION
    values: tuple[float, float] | None = None
    metric: str = "index_target"
    basis: str | None = None
    period: str | None = None
    org: str | None = None


def note(said: Said, number: int = 0) -> Extraction:
    """The note; the number tells apart notes that say the same."""
    low, high = said.values or (0.0, 0.0)
    who = said.speaker or "Nobody"
    when = f"In note {number} of day {said.day}"
    words = f"{when} {who} of {said.org or 'no house'} sees {said.about} at {low} to {high}."
    story = Story((words,), published_at=date(2025, 1, said.day) if said.day else None, title=f"Note {number}")
    about = story.names(said.about, Kind.INDEX)
    speaker = story.names(said.speaker, Kind.PERSON if said.org else Kind.INSTITUTION) if said.speaker else None
    org = story.names(said.org, Kind.INSTITUTION) if said.org else None
    quote = story.evidence(f"{low} to {high}")
    figure = Figure(said.metric, low, high, "points", quote, about, said.basis, said.period)
    figures = (figure,) if said.values else ()
    story.says(speaker, words, about, org=org, kind=said.kind, stance=said.stance, figures=figures)
    return story.extraction


def load(store: Store, *said: Said, now: datetime = MONDAY) -> list[str]:
    """The ids of the claims, in the order in which they were loaded, one minute after the other."""
    ids = []
    for number, one in enumerate(said):
        extraction = note(one, number)
        ingest(store, extraction, now=now + timedelta(minutes=number))
        ids.append(extraction.claims[0].id)
    return ids


def later(said: Iterable[Said], day: int) -> list[Said]:
    """The same again on another day."""
    return [replace(one, day=day) for one in said]
