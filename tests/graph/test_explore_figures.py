"""The numbers that are given for an entity."""

from __future__ import annotations

from graph import Store
from graph.explore import Moment, figures


def told(page) -> set[tuple]:
    return {(row["metric"], row["low"], row["unit"], row["voice"], row["published_at"]) for row in page.rows}


def test_a_number_is_told_with_the_institution_that_it_is_given_for(filled: Store) -> None:
    assert told(figures(filled, "CSI 300")) == {("target", 4700.0, "points", "Goldman Sachs", "2025-02-27")}


def test_one_metric_can_be_asked_for(filled: Store) -> None:
    assert {row["metric"] for row in figures(filled, "9988").rows} == {"sales", "profit"}
    assert told(figures(filled, "9988", metric="sales")) == {("sales", 8.0, "percent", "Alibaba", "2025-02-20")}


def test_of_more_claims_than_are_looked_at_the_newest_count_and_that_is_told(filled: Store) -> None:
    page = figures(filled, "Kinger Lau", limit=1)
    assert page.rows == []
    page = figures(filled, "CSI 300", limit=1)
    assert (page.goes_on, page.warnings) == (True, ("Only the newest 1 claims were looked at.",))


def test_a_number_that_was_not_given_yet_is_left_out(filled: Store) -> None:
    assert figures(filled, "CSI 300", moment=Moment.of(as_of="2025-02-26")).rows == []
