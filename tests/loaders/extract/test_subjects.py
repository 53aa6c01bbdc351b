"""What a statement is about: those it names, those it takes as known, and nobody where it speaks of nobody."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Document, Extraction
from loaders.pipeline import Tier, extract

COMPANIES = ("Tesla", "BYD", "Nvidia", "Apple", "Microsoft", "Amazon", "Intel", "Boeing", "Netflix", "Toyota")


def read(text: str, *, title: str = "") -> Extraction:
    return extract(Document(text, title=title), tier=Tier.FAST)


def abouts(text: str) -> list[set[str]]:
    """What each attributed statement is about."""
    return [set(claim.about) for claim in read(text).claims if claim.speaker is not None]


def test_a_list_of_companies_is_kept_whole() -> None:
    text = "Morgan Stanley analyst Anna Lee said Tesla, BYD, Nio, Xpeng and Li Auto would lose ground to Xiaomi."
    assert abouts(text) == [{"tesla", "byd", "nio", "xpeng", "li-auto", "xiaomi"}]


def test_the_stock_is_that_of_the_company_named_before() -> None:
    assert abouts("Nvidia shares fell 3%. Goldman Sachs said the stock could recover.") == [{"nvidia"}]


def test_we_in_a_quotation_is_the_house_of_who_speaks() -> None:
    text = 'Boeing is in talks with Airbus. "We will keep the plant open," said Jane Miller, chief executive of Boeing.'
    assert abouts(text) == [{"boeing"}]


def test_who_is_only_told_something_is_no_subject() -> None:
    assert abouts("Microsoft told Reuters it would invest $3 billion in OpenAI.") == [{"microsoft", "openai"}]


def test_a_bank_that_judges_another_is_no_subject_of_its_own_judgement() -> None:
    assert abouts("UBS expects the S&P 500 to rise 5%.") == [{"sp-500"}]


def test_what_a_figure_measures_comes_first() -> None:
    claims = read("Goldman Sachs said Apple, which competes with Intel, will earn $90 billion this year.").claims
    (claim,) = (one for one in claims if one.figures)
    assert claim.about[0] == claim.figures[0].about


@pytest.mark.parametrize("tier", Tier)
def test_both_tiers_know_subjects(tier: Tier) -> None:
    claims = extract(Document("UBS said Tesla would gain market share."), tier=tier).claims
    assert [claim.about for claim in claims] == [("tesla",)]


@settings(deadline=None, max_examples=25)
@given(names=st.lists(st.sampled_from(COMPANIES), max_size=6), title=st.sampled_from(("", "Apple and its rivals")))
def test_subjects_are_entities_of_the_document_each_once(names: list[str], title: str) -> None:
    text = "\n".join(f"UBS said {name} would gain on rivals. The company may grow, it added." for name in names)
    found = read(text, title=title)
    known = {entity.id for entity in found.entities}
    for claim in found.claims:
        assert set(claim.about) <= known
        assert len(set(claim.about)) == len(claim.about)
