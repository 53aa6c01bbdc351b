"""Claims held against each other: agreement, dissent, change of view."""

from __future__ import annotations

from typing import Any

from api.cli.views import by_voice, changes, debates


def claim(speaker: str | None, day: str, subject: str, stance: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "opinion",
        "speaker_id": speaker,
        "speaker": speaker,
        "org_id": None,
        "org": None,
        "published_at": day,
        "document_id": day,
        "start": 0,
        "stance": stance,
        "about": [{"id": subject, "name": subject}],
        "figures": [],
    } | more


def target(value: float, basis: str | None = None) -> dict[str, Any]:
    return {
        "metric": "index_target",
        "about_id": "hsi",
        "about": "HSI",
        "unit": "points",
        "low": value,
        "high": value,
        "basis": basis,
    }


def test_voices_on_both_sides_are_dissent_and_on_one_agreement() -> None:
    said = [
        claim("A", "1", "oil", "positive"),
        claim("B", "1", "oil", "negative"),
        claim("A", "1", "gold", "positive"),
        claim("B", "1", "gold", "positive"),
    ]
    assert [(one.subject, one.is_dissent) for one in debates(said)] == [("oil", True), ("gold", False)]


def test_one_voice_alone_is_no_debate() -> None:
    said = [claim("A", "1", "oil", "positive"), claim("A", "2", "oil", "negative"), claim(None, "1", "oil", "negative")]
    assert debates(said) == []


def test_a_voice_counts_with_its_latest_stance() -> None:
    said = [claim("A", "2", "oil", "positive"), claim("A", "1", "oil", "negative"), claim("B", "1", "oil", "positive")]
    [debate] = debates(said)
    assert debate.positive == ("A", "B")


def test_what_somebody_says_of_themselves_is_no_side() -> None:
    assert debates([claim("A", "1", "A", "positive"), claim("B", "1", "A", "negative")]) == []


def test_a_reported_fact_is_no_side() -> None:
    assert debates([claim("A", "1", "oil", "positive", type="figure"), claim("B", "1", "oil", "negative")]) == []


def test_a_stance_that_turns_round_on_a_later_day_is_a_change() -> None:
    said = [claim("A", "2", "oil", "negative"), claim("A", "1", "oil", "positive")]
    [change] = changes(said)
    assert (change.voice, change.subject, change.before, change.after, change.rises) == (
        "A",
        "oil",
        "positive",
        "negative",
        False,
    )


def test_two_stances_on_one_day_are_no_change() -> None:
    assert changes([claim("A", "1", "oil", "negative"), claim("A", "1", "oil", "positive", start=9)]) == []


def test_a_target_that_moves_is_a_change_said_at_once_or_in_turn() -> None:
    at_once = [
        claim("A", "1", "hsi", "neutral", type="target", figures=[target(24000, "new"), target(19400, "previous")])
    ]
    in_turn = [
        claim("A", "2", "hsi", "neutral", type="target", figures=[target(24000)]),
        claim("A", "1", "hsi", "neutral", type="target", figures=[target(19400)]),
    ]
    for said in (at_once, in_turn, [*in_turn, *at_once]):
        [change] = changes(said)
        assert (change.before, change.after, change.rises) == ("19,400 points", "24,000 points", True)


def test_a_target_that_stays_is_no_change() -> None:
    said = [claim("A", day, "hsi", "neutral", type="target", figures=[target(4200)]) for day in "12"]
    assert changes(said) == []


def test_claims_are_grouped_by_who_makes_them_oldest_first() -> None:
    said = [
        claim("B", "2", "oil", "neutral"),
        claim("A", "1", "oil", "neutral", org="X"),
        claim("B", "1", "oil", "neutral"),
        claim(None, "1", "oil", "neutral"),
    ]
    assert {name: [one["published_at"] for one in group] for name, group in by_voice(said).items()} == {
        "A (X)": ["1"],
        "B": ["1", "2"],
    }
