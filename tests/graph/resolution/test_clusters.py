"""What follows from judgements: who is one with whom, under which id, whatever the order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from namesakes import judged

from graph.errors import JudgementConflict
from graph.resolution import Verdict
from graph.resolution.clusters import Same, check_consistent, redirects

ids = st.sampled_from("abcdefgh")
pairs = st.lists(st.builds(Same, ids, ids).filter(lambda pair: pair.left != pair.right), max_size=12)


def cluster_of(one: str, kept_of: dict[str, str]) -> str:
    return kept_of.get(one, one)


@given(judgements=pairs, data=st.data())
def test_the_order_of_judgements_counts_for_nothing(judgements: list[Same], data: st.DataObject) -> None:
    assert redirects(judgements) == redirects(data.draw(st.permutations(judgements)))


@given(judgements=pairs)
def test_all_that_is_judged_the_same_is_kept_under_one_id_that_is_not_redirected_itself(judgements: list[Same]) -> None:
    kept_of = redirects(judgements)
    assert all(cluster_of(left, kept_of) == cluster_of(right, kept_of) for left, right in judgements)
    assert not kept_of.keys() & set(kept_of.values())


@given(judgements=pairs, one=ids, other=ids)
def test_what_no_chain_of_judgements_joins_stays_apart(judgements: list[Same], one: str, other: str) -> None:
    reached = {one}
    for _ in judgements:
        reached |= {end for pair in judgements if reached & set(pair) for end in pair}
    kept_of = redirects(judgements)
    assert (cluster_of(one, kept_of) == cluster_of(other, kept_of)) == (other in reached)


def test_the_left_one_is_kept_along_a_chain() -> None:
    assert redirects([Same("b", "a"), Same("c", "b")]) == {"a": "c", "b": "c"}


@pytest.mark.parametrize(
    ("judgements", "kept"),
    [([Same("c", "a"), Same("b", "a")], "b"), ([Same("c", "b"), Same("b", "d"), Same("d", "c")], "b")],
    ids=["two that nothing is merged into", "a circle"],
)
def test_between_equals_the_alphabet_decides(judgements: list[Same], kept: str) -> None:
    assert set(redirects(judgements).values()) == {kept}


def test_two_that_are_different_cannot_become_one_by_way_of_a_third() -> None:
    chain = [judged("a", "b"), judged("c", "b")]
    check_consistent([*chain, judged("a", "d", Verdict.DIFFERENT), judged("a", "c", Verdict.UNSURE)])
    with pytest.raises(JudgementConflict, match=r"a and c cannot be two: .* one, a\..* judgement [0-9a-f]{16}"):
        check_consistent([*chain, judged("a", "c", Verdict.DIFFERENT)])


def test_a_pair_has_one_id_whichever_is_left() -> None:
    assert judged("a", "b").id == judged("b", "a", Verdict.DIFFERENT).id != judged("a", "c").id
