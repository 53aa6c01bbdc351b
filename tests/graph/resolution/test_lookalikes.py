"""Names that are alike and mean two: few of the reviewed lists would be taken for one if nobody knew better."""

from __future__ import annotations

import pytest

from graph.model import Kind
from graph.resolution import Profile, Verdict, compared
from graph.resolution.likely_pairs import LikelyPairs
from loaders.reference import references

MOST_TAKEN_FOR_ONE = 12


def test_of_thousands_of_listed_entities_hardly_any_two_are_taken_for_one_by_name_and_ticker() -> None:
    every = {one.id: Profile(one.id, one.kind, one.name, one.aliases, one.tickers) for one in references()}
    likely = LikelyPairs()
    likely.follow(every)
    pairs = [(every[one], every[other]) for one, other in likely.pairs]
    taken = [(one.name, other.name) for one, other in pairs if compared(one, other).verdict is Verdict.SAME]
    assert len(pairs) > len(taken)
    assert len(taken) <= MOST_TAKEN_FOR_ONE, taken


def company(name: str, *tickers: str) -> Profile:
    return Profile(name.lower(), Kind.COMPANY, name, tickers=tickers)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (company("JPMorgan", "JPM"), company("JPMorgan Chase", "JPM.N"), Verdict.SAME),
        (company("Capita", "CPI.L"), company("Capitec", "CPI.JO"), Verdict.DIFFERENT),
        (company("Suncorp", "SUN.AX"), company("Suncorp Group", "SUN"), Verdict.SAME),
    ],
    ids=["New York twice", "two exchanges and two names", "two exchanges and one name"],
)
def test_the_letters_of_a_ticker_count_on_one_exchange_or_beside_a_like_name(
    left: Profile, right: Profile, verdict: Verdict
) -> None:
    assert compared(left, right).verdict is verdict
