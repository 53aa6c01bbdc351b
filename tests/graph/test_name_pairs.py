from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from name_pairs import Pair, pairs, quality

from graph.resolution import Verdict, compared

HALVES = ("tuned", "held out")
PRECISION, RECALL = 0.98, 0.90


def test_the_set_is_large_and_of_all_kinds() -> None:
    every = pairs()
    assert len(every) >= 600
    assert min(Counter(pair.verdict for pair in every).values()) >= 250
    assert {pair.left.kind for pair in every} >= {"Company", "Institution", "Person", "Index"}
    assert min(Counter(pair.half for pair in every).values()) >= 0.4 * len(every)


def test_no_pair_is_there_twice() -> None:
    written = sorted(
        sorted([(one.name, one.kind, one.organisations, one.tickers) for one in (pair.left, pair.right)], key=repr)
        for pair in pairs(with_reference=False)
    )
    assert not [one for one, other in pairwise(map(repr, written)) if one == other]


@pytest.mark.parametrize("half", HALVES)
def test_what_is_merged_is_one_and_little_that_is_one_is_left(half: str) -> None:
    found = quality([pair for pair in pairs() if pair.half == half])
    assert found.precision >= PRECISION, found
    assert found.recall >= RECALL, found


@pytest.mark.parametrize("half", HALVES)
def test_names_that_no_list_knows_are_hardly_ever_merged_wrongly(half: str) -> None:
    assert quality([pair for pair in pairs(with_reference=False) if pair.half == half]).precision >= PRECISION


def test_what_is_one_is_hardly_ever_judged_to_be_two() -> None:
    apart = [pair for pair in pairs() if pair.verdict is Verdict.SAME and pair.comparison.verdict is Verdict.DIFFERENT]
    assert len(apart) <= 0.05 * len(pairs())


@pytest.mark.parametrize("pair", pairs()[::7], ids=lambda pair: f"{pair.left.name} / {pair.right.name}")
def test_it_does_not_matter_which_is_left(pair: Pair) -> None:
    assert compared(pair.left, pair.right) == compared(pair.right, pair.left)
