"""What a speaker says over time, what is held of a subject, and where the street stands."""

from __future__ import annotations

import pytest
from voices import MONDAY, Said, load

from graph import Store
from graph.errors import EntityNotFound, ParameterInvalid
from graph.explore import Moment, consensus, side_of, timeline, views_by, views_on
from graph.explore.claim_filters import claim_filter
from graph.model import ClaimType, Stance

UP, DOWN = Stance.POSITIVE, Stance.NEGATIVE
TARGET = ClaimType.TARGET
STREET = (
    Said("UBS", "CSI 300", 2, DOWN, TARGET, (3000, 3000)),
    Said("UBS", "CSI 300", 10, UP, TARGET, (4700, 4700)),
    Said("Nomura", "CSI 300", 11, UP, TARGET, (4600, 4800), basis="new"),
    Said("Ann Lee", "CSI 300", 12, DOWN, TARGET, (4000, 4100), org="Citi"),
    Said("HSBC", "CSI 300", 13, UP),
    Said(None, "CSI 300", 14, DOWN),
    Said("Barclays", "Hang Seng", 15, DOWN, TARGET, (20000, 20000)),
)


@pytest.fixture
def street(store: Store) -> Store:
    load(store, *STREET)
    return store


def test_whoever_says_too_much_to_hold_it_all_against_each_other_is_said_to(
    street: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.explore.statements.MOST", 1)
    first = views_by(street, "UBS", limit=1)
    second = views_by(street, "UBS", limit=1, cursor=first.next)
    assert first.warnings == ()
    assert second.warnings == ("Only the newest 1 claims were held against each other.",)


def test_a_speaker_is_shown_with_what_still_stands(street: Store) -> None:
    rows = views_by(street, "UBS").rows
    assert [(row["published_at"], row["is_current"]) for row in rows] == [("2025-01-10", True), ("2025-01-02", False)]
    assert rows[1]["superseded_by"] == [rows[0]["claim_id"]]
    assert [row["is_current"] for row in views_by(street, "UBS", moment=Moment.of(as_of="2025-01-09")).rows] == [True]
    assert [row["speaker"] for row in views_by(street, "Citi").rows] == ["Ann Lee"]


def test_a_subject_is_shown_with_what_each_voice_holds_of_it(street: Store) -> None:
    page = views_on(street, "CSI 300")
    assert [(row["voice"], row["stance"], row["current_total"], row["superseded_total"]) for row in page.rows] == [
        ("HSBC", "positive", 1, 0), ("Ann Lee", "negative", 1, 0), ("Nomura", "positive", 1, 0),
        ("UBS", "positive", 1, 1),
    ]  # fmt: skip
    assert (page.total, page.warnings) == (4, ())
    assert [row["superseded"] for row in page.rows] == [[]] * 4
    [old] = views_on(street, "CSI 300", superseded=True).rows[-1]["superseded"]
    assert old["stance"] == "negative"


def test_pages_of_views_give_each_voice_once(street: Store) -> None:
    whole, seen, cursor = views_on(street, "CSI 300").rows, [], None
    while True:
        page = views_on(street, "CSI 300", limit=1, cursor=cursor)
        seen += page.rows
        if (cursor := page.next) is None:
            break
    assert seen == whole


def test_people_and_institutions_speak_and_all_else_is_spoken_about(street: Store) -> None:
    sides = {name: side_of(street, name) for name in ("UBS", "Ann Lee", "CSI 300")}
    assert sides == {"UBS": "speaker", "Ann Lee": "speaker", "CSI 300": "subject"}
    assert side_of(street, "UBS", "subject") == "subject"
    with pytest.raises(ParameterInvalid, match="'side'"):
        side_of(street, "UBS", "both")


def test_a_timeline_has_what_an_entity_says_and_what_is_said_for_it_and_about_it(street: Store) -> None:
    newest = timeline(street, "CSI 300")
    assert [row["published_at"][-2:] for row in newest.rows] == ["14", "13", "12", "11", "10", "02"]
    assert timeline(street, "CSI 300", order="oldest").rows == newest.rows[::-1]
    assert [row["parts"] for row in timeline(street, "Citi").rows] == [["organisation"]]
    assert [row["parts"] for row in timeline(street, "UBS", stance="positive").rows] == [["speaker"]]
    with pytest.raises(ParameterInvalid, match="'order'"):
        timeline(street, "UBS", order="best")


def test_the_street_is_counted_by_its_latest_views(street: Store) -> None:
    found = consensus(street, "CSI 300")
    assert (found["voices"], found["majority"]) == (4, "positive")
    assert found["stances"] == {"positive": 3, "negative": 1, "neutral": 0}
    assert [(one["voice"], one["claim"]["org"]) for one in found["dissenters"]] == [("Ann Lee", "Citi")]
    assert (found["since"], found["until"]) == ("2024-10-17", "2025-01-14")


def test_the_numbers_of_the_street_have_a_range_a_middle_and_names(street: Store) -> None:
    [measure] = consensus(street, "CSI 300")["measures"]
    assert (measure["metric"], measure["unit"], measure["voices"]) == ("index_target", "points", 3)
    assert (measure["low"], measure["median"], measure["high"]) == (4000.0, 4700.0, 4800.0)
    assert (measure["low_by"], measure["high_by"]) == (["Ann Lee"], ["Nomura"])
    assert [one["voice"] for one in measure["values"]] == ["Ann Lee", "Nomura", "UBS"]


def test_what_cannot_both_be_right_comes_in_pairs_with_both_quotes(street: Store) -> None:
    found = consensus(street, "CSI 300")
    pairs = [(one["about"], one["a"]["speaker"], one["b"]["speaker"]) for one in found["contradictions"]]
    assert sorted(pairs) == [
        ("numbers", "Ann Lee", "Nomura"), ("numbers", "Ann Lee", "UBS"),
        ("stance", "HSBC", "Ann Lee"), ("stance", "Nomura", "Ann Lee"), ("stance", "UBS", "Ann Lee"),
    ]  # fmt: skip
    assert found["contradictions_total"] == 5
    assert all(one[side]["quote"] for one in found["contradictions"] for side in "ab")
    [apart] = [one for one in found["contradictions"] if one["a"]["low"] == 4000 and one["b"]["speaker"] == "UBS"]
    assert (apart["a"]["high"], apart["b"]["low"]) == (4100.0, 4700.0)


def test_a_window_and_a_metric_narrow_what_is_heard(street: Store) -> None:
    assert consensus(street, "CSI 300", window=3)["voices"] == 2
    assert consensus(street, "CSI 300", window=3, moment=Moment.of(as_of="2025-01-12"))["voices"] == 3
    assert consensus(street, "CSI 300", metric="eps")["measures"] == []
    with pytest.raises(ParameterInvalid, match="'window'"):
        consensus(street, "CSI 300", window=0)


def test_the_street_of_an_earlier_day_or_time_knows_nothing_of_tomorrow(street: Store) -> None:
    then = consensus(street, "CSI 300", moment=Moment.of(as_of="2025-01-09"))
    assert (then["majority"], [one["low"] for one in then["measures"]]) == ("negative", [3000.0])
    known = consensus(street, "CSI 300", moment=Moment.of(known_at=MONDAY))
    assert {**known, "since": None, "until": None} == {**then, "since": None, "until": None}


@pytest.mark.parametrize(
    ("undated", "told"),
    [(0, ""), (1, "1 claim without a date is left out"), (2, "2 claims without a date are left out")],
)
def test_what_has_no_date_is_in_no_window_and_the_answer_says_of_how_much(
    store: Store, undated: int, told: str
) -> None:
    load(store, Said("UBS", "Topix", 3), *[Said(f"House {number}", "Topix", None) for number in range(undated)])
    found = consensus(store, "Topix")
    assert (found["voices"], found["until"]) == (1, "2025-01-03")
    assert "".join(found["warnings"]).partition(",")[0] == told


def test_of_what_nobody_speaks_there_is_no_view_and_an_unknown_name_is_an_error(street: Store) -> None:
    quiet = consensus(street, "UBS")
    assert (quiet["voices"], quiet["until"], quiet["contradictions"]) == (0, None, [])
    for question in (consensus, views_by, views_on, timeline):
        with pytest.raises(EntityNotFound):
            question(street, "Nobody Inc.")


def test_a_filter_knows_where_to_begin(street: Store) -> None:
    assert claim_filter(street, about="CSI 300", speaker="UBS").anchor == "csi-300"
    assert claim_filter(street, organisation="UBS").anchor == "ubs"
    assert claim_filter(street, text="sees").anchor == ""
