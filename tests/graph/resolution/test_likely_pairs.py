"""Pairs that are kept while entities come, change and go are those that would be found afresh."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Kind
from graph.resolution import Profile, Verdict, compared, likely_pairs
from graph.resolution.blocking import blocks_of
from graph.resolution.likely_pairs import LikelyPairs, Pair

MOST = 3
NAMES = (
    "Elm Bank",
    "Elm Bank AG",
    "Elm Bancorp",
    "Elm Holdings",
    "Elm",
    "Oak Bank",
    "EB",
    "J. Elm",
    "Jane Elm",
    "Jane",
)
PROFILES = st.builds(
    Profile,
    id=st.just(""),
    kind=st.sampled_from([Kind.COMPANY, Kind.INSTITUTION, Kind.PERSON]),
    name=st.sampled_from(NAMES),
    aliases=st.lists(st.sampled_from(NAMES), max_size=1).map(tuple),
    tickers=st.lists(st.sampled_from(["EB", "ELM", "OAK"]), max_size=1).map(tuple),
    is_listed=st.booleans(),
)
STATES = st.dictionaries(st.sampled_from("abcdefgh"), PROFILES, max_size=8).map(
    lambda found: {one: named(profile, one) for one, profile in found.items()}
)


def named(profile: Profile, one: str) -> Profile:
    return Profile(one, profile.kind, profile.name, profile.aliases, profile.tickers, is_listed=profile.is_listed)


def expected(profiles: Mapping[str, Profile]) -> list[Pair]:
    """All held against all that share a block which is not too large."""
    members: dict[object, set[str]] = {}
    for one, profile in profiles.items():
        for block in blocks_of(profile):
            members.setdefault(block, set()).add(one)
    shared = {pair for its in members.values() if len(its) <= MOST for pair in combinations(sorted(its), 2)}
    return sorted(pair for pair in shared if are_alike(profiles[one] for one in pair))


def are_alike(pair: Iterable[Profile]) -> bool:
    left, right = pair
    return not (left.is_listed and right.is_listed) and compared(left, right).verdict is not Verdict.DIFFERENT


@given(st.lists(STATES, min_size=1, max_size=6))
def test_what_is_kept_from_state_to_state_is_what_is_found_in_the_last(states: list[dict[str, Profile]]) -> None:
    likely = LikelyPairs(most_together=MOST)
    for profiles in states:
        likely.follow(profiles)
        assert list(likely.pairs) == expected(profiles)


def test_a_block_that_becomes_too_large_parts_its_members_and_one_that_shrinks_joins_them() -> None:
    likely = LikelyPairs(most_together=2)
    elms = {one: Profile(one, Kind.COMPANY, name) for one, name in (("a", "Elm"), ("b", "Elm Ash"), ("c", "Elm Beech"))}
    few = {one: elms[one] for one in "ab"}
    for profiles, pairs in ((few, [("a", "b")]), (elms, []), (few, [("a", "b")])):
        likely.follow(profiles)
        assert list(likely.pairs) == pairs


def test_what_failed_amid_the_comparisons_is_done_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def compared_badly(_left: Profile, _right: Profile) -> None:
        raise MemoryError

    likely = LikelyPairs(most_together=2)
    elms = {one: Profile(one, Kind.COMPANY, name) for one, name in (("a", "Elm"), ("b", "Elm Ash"), ("c", "Elm Beech"))}
    few = {one: elms[one] for one in "ab"}
    likely.follow(elms)
    with monkeypatch.context() as failing:
        failing.setattr(likely_pairs, "compared", compared_badly)
        with pytest.raises(MemoryError):
            likely.follow(few)
    likely.follow(few)
    assert list(likely.pairs) == [("a", "b")]
