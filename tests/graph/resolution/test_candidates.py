"""Which pairs are shown to be judged, in which order, and which of them need nobody."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from namesakes import judged, load
from stories import Story

from graph import Store
from graph.errors import EntityNotFound, OneAlready
from graph.model import Extraction, Kind, RelationType
from graph.resolution import Verdict, candidates, judge, judgement_on, judgements, sure_judgements


def report(number: int, *names: tuple[str, Kind], staff: tuple[str, str] | None = None) -> Extraction:
    """A document with a sentence for each name, and at most one person who works somewhere."""
    story = Story(
        tuple(f"Report {number} names {name}." for name, _ in names),
        title=f"Report {number}",
        published_at=date(2025, 1, number),
    )
    ids = {name: story.names(name, kind) for name, kind in names}
    if staff:
        person, organisation = staff
        quote = next(sentence for sentence in story.sentences if person in sentence)
        story.relates(RelationType.HAS_ROLE_AT, ids[person], ids[organisation], quote, role="analyst")
    return story.extraction


BANK, COMPANY, PERSON = Kind.INSTITUTION, Kind.COMPANY, Kind.PERSON
REPORTS = (
    report(1, ("Northern Lantern Inc", COMPANY), ("J. Doe", PERSON), ("Elm Bank", BANK), staff=("J. Doe", "Elm Bank")),
    report(2, ("Northern Lantern", COMPANY), ("Jane Doe", PERSON), ("Elm Bank", BANK), staff=("Jane Doe", "Elm Bank")),
    report(3, ("Northern Lantern", COMPANY), ("Oak", COMPANY), ("Oak Partners", BANK), ("Ash", PERSON)),
    report(4, ("Oak Tree", COMPANY), ("Ash", COMPANY), ("Jane Poe", PERSON)),
)


@pytest.fixture
def reported(store: Store, now: datetime) -> Store:
    return load(store, REPORTS, now)


def pairs(store: Store, **more: object) -> list[tuple[str, str, str]]:
    rows = candidates(store, **more).rows
    return [(row["left"]["id"], row["right"]["id"], row["verdict"]) for row in rows]


def test_the_surest_pair_comes_first_and_those_that_differ_are_left_out(reported: Store) -> None:
    assert pairs(reported) == [
        ("northern-lantern", "northern-lantern-inc", "same"),
        ("jane-doe", "j-doe", "same"),
        ("oak-tree", "oak", "unsure"),
    ]


def test_a_candidate_shows_both_sides_with_a_sentence_that_names_each(reported: Store) -> None:
    row = candidates(reported).rows[1]
    assert (row["left"]["name"], row["left"]["kind"], row["left"]["roles"]) == ("Jane Doe", "Person", ["analyst"])
    context = row["right"]["context"]
    assert context["text"][context["start"] : context["end"]] == "J. Doe"
    assert context["title"] == "Report 1"
    assert "Both speak for elm-bank" in row["why"]


def test_pages_of_candidates_follow_each_other(reported: Store) -> None:
    first = candidates(reported, limit=2)
    rest = candidates(reported, limit=2, cursor=first.next)
    assert (first.total, first.returned, rest.returned, rest.truncated) == (3, 2, 1, False)
    assert [*first.rows, *rest.rows] == candidates(reported).rows


def test_candidates_can_be_asked_for_by_verdict_and_entity(reported: Store) -> None:
    assert pairs(reported, verdict=Verdict.UNSURE) == [("oak-tree", "oak", "unsure")]
    assert pairs(reported, entity="J. Doe") == [("jane-doe", "j-doe", "same")]
    with pytest.raises(EntityNotFound):
        candidates(reported, entity="nobody")


def test_two_that_reference_data_lists_are_no_candidates(reported: Store) -> None:
    assert ("oak-tree", "oak", "unsure") not in pairs(reported, listed={"oak", "oak-tree"})
    [row] = candidates(reported, listed={"northern-lantern-inc"}, entity="northern-lantern").rows
    assert (row["left"]["id"], row["left"]["is_listed"]) == ("northern-lantern-inc", True)


@pytest.mark.parametrize("verdict", Verdict)
def test_what_is_judged_is_no_candidate_any_more(reported: Store, verdict: Verdict) -> None:
    judge(reported, [judged("oak", "oak-tree", verdict)])
    assert not pairs(reported, verdict=Verdict.UNSURE)


def test_what_is_judged_of_one_counts_for_all_that_is_merged_into_it(reported: Store) -> None:
    judge(reported, [judged("oak", "oak-tree", Verdict.DIFFERENT), judged("ash", "oak")])
    assert {"oak", "oak-tree"}.isdisjoint(end for left, right, _ in pairs(reported) for end in (left, right))


def test_sure_pairs_are_judged_by_the_program_and_can_be_listed(reported: Store, now: datetime) -> None:
    found = list(sure_judgements(reported, now=now))
    assert {(each.left, each.right, each.by) for each in found} == {
        ("northern-lantern", "northern-lantern-inc", "streetgraph"),
        ("jane-doe", "j-doe", "streetgraph"),
    }
    judge(reported, found)
    assert list(sure_judgements(reported, now=now)) == []
    listed = judgements(reported, limit=1)
    assert (listed.total, listed.truncated) == (2, True)
    assert [row["left"] for row in judgements(reported, entity="j-doe").rows] == ["jane-doe"]
    assert judgements(reported, verdict=Verdict.DIFFERENT).rows == []


def test_who_may_be_one_with_two_others_is_left_to_a_person(store: Store, now: datetime) -> None:
    names = ("Chris Poe", "Christopher Poe", "Christine Poe")
    load(store, [report(number, (name, PERSON)) for number, name in enumerate(names[:2], 1)], now)
    assert [verdict for *_, verdict in pairs(store)] == ["same"]
    load(store, [report(3, (names[2], PERSON))], now)
    assert [verdict for *_, verdict in pairs(store)] == ["unsure", "unsure"]
    assert "It may be Christine Poe as well." in candidates(store, entity="Christopher Poe").rows[0]["why"]


def test_a_person_judges_by_any_names_and_the_score_of_the_pair_goes_with_it(reported: Store, now: datetime) -> None:
    made = judgement_on(reported, "Oak", "Oak Tree", Verdict.SAME, by="jane", now=now)
    assert (made.left, made.right, made.score, made.by) == ("oak", "oak-tree", 0.7, "jane")
    assert made.why == "One is called 'tree' besides."
    unlike = judgement_on(reported, "Ash", "Elm Bank", Verdict.DIFFERENT, why="a tree", by="jane", now=now)
    assert (unlike.score, unlike.why) == (0.0, "a tree")


def test_what_was_merged_can_be_judged_apart_by_its_own_id(reported: Store, now: datetime) -> None:
    judge(reported, [judgement_on(reported, "oak", "oak-tree", Verdict.SAME, by="jane", now=now)])
    with pytest.raises(OneAlready, match="are one entity already, oak"):
        judgement_on(reported, "Oak", "oak", Verdict.DIFFERENT, by="jane", now=now)
    judge(reported, [judgement_on(reported, "oak-tree", "oak", Verdict.DIFFERENT, by="jane", now=now)])
    assert len(reported.read("entities.known", ids=["oak", "oak-tree"])) == 2
