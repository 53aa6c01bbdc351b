"""The chart of the numbers that are given for an entity."""

from __future__ import annotations

from api.explorer.entity.numbers import number_options
from graph.store import Row


def number(voice: str | None, day: str, value: float) -> Row:
    measured = {"metric": "target", "unit": "points", "basis": None, "period": None, "approximate": False}
    return {**measured, "voice": voice, "published_at": day, "low": value, "high": value, "claim_id": day, "quote": ""}


def test_a_line_joins_what_one_voice_says_and_not_what_documents_do() -> None:
    days = ("2025-01-02", "2025-02-03")
    rows = [number(voice, day, 4.0) for voice in ("UBS", None) for day in days]
    lines = {one["name"]: one for one in number_options(rows)["series"]}
    assert all(len(line["data"]) == 2 for line in lines.values())
    is_joined = {name: line["lineStyle"]["opacity"] > 0 for name, line in lines.items()}
    assert is_joined == {"UBS": True, "The document itself": False}
