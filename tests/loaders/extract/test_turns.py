"""Interviews and panels: labels and headings tell whose words a paragraph is."""

from __future__ import annotations

import pytest

from graph.model import Document
from loaders.pipeline import Tier, extract

INTRODUCTION = "We met Jane Roe, chief strategist at UBS, and Martin Hale, an analyst at Morgan Stanley.\n\n"


def said(text: str, tier: Tier) -> list[tuple[str | None, str]]:
    """Who says what, claims of the document itself left out."""
    claims = extract(Document(text), tier=tier).claims
    return [(claim.speaker, claim.evidence.quote) for claim in claims if claim.speaker]


@pytest.fixture(params=list(Tier))
def tier(request: pytest.FixtureRequest) -> Tier:
    found: Tier = request.param
    return found


def test_a_name_with_a_colon_speaks_until_the_next(tier: Tier) -> None:
    text = INTRODUCTION + "\n".join(
        [
            "Jane Roe: Nvidia will double its sales by 2027.",
            "Martin Hale: Tesla is the better stock.",
            "Jane Roe: Margins at Nvidia have risen to 70%.",
        ]
    )
    assert [speaker for speaker, _ in said(text, tier)] == ["jane-roe", "martin-hale", "jane-roe"]


def test_questions_are_nobody_s_and_answers_are_of_the_person_introduced(tier: Tier) -> None:
    text = (
        "An interview with Jane Roe, chief strategist at UBS.\n\nQ: What of Nvidia?\nA: Nvidia will double its sales.\n"
        "Our clients have noticed that Nvidia is cheap.\nQ: And Tesla?\nA: Tesla is too dear."
    )
    found = said(text, tier)
    assert {speaker for speaker, _ in found} == {"jane-roe"}
    assert len(found) == 3
    assert not any("What of" in quote or "And Tesla" in quote for _, quote in found)


QUESTIONS = ("What of Nvidia?", "How do you see Tesla?", "And who will gain?")
ANSWERS = ("We think that Nvidia will double its sales.", "Our clients avoid Tesla.", "I expect Alibaba to gain.")


def test_questions_on_lines_of_their_own_are_answered_by_the_person_introduced(tier: Tier) -> None:
    talk = "\n".join(line for pair in zip(QUESTIONS, ANSWERS, strict=True) for line in pair)
    opening = "Jane Roe is chief strategist at UBS. From her conversation with Martin Hale:"
    text = f"{opening}\n{talk}\nTesla was founded in Texas."
    found = said(text, tier)
    assert [speaker for speaker, _ in found] == ["jane-roe"] * 3
    assert [quote for _, quote in found] == list(ANSWERS)


def test_questions_that_a_paper_answers_itself_are_no_interview(tier: Tier) -> None:
    talk = "\n".join(line for pair in zip(QUESTIONS, ANSWERS, strict=True) for line in pair)
    assert not said(f"Jane Roe is chief strategist at UBS.\n{talk}", tier)


def test_questions_that_nobody_answers_as_i_or_we_make_no_interview(tier: Tier) -> None:
    facts = ("Nvidia makes chips.", "Tesla makes cars.", "Alibaba makes money.")
    talk = "\n".join(line for pair in zip(QUESTIONS, facts, strict=True) for line in pair)
    assert not said(f"Jane Roe is chief strategist at UBS. Interview excerpts:\n{talk}", tier)


def test_a_heading_with_a_name_gives_the_words_below_it_their_speaker() -> None:
    text = (
        f"{INTRODUCTION}Jane Roe, chief strategist at UBS\n“Nvidia will double its sales by 2027.”\n\n"
        "Martin Hale, analyst at Morgan Stanley\nWe think that Tesla will fall by 20%."
    )
    assert [speaker for speaker, _ in said(text, Tier.ACCURATE)] == ["jane-roe", "martin-hale"]


def test_a_stranger_s_words_are_not_those_of_who_spoke_before(tier: Tier) -> None:
    text = INTRODUCTION + "\n".join(
        [
            "Jane Roe: Nvidia will double its sales by 2027.",
            "Moderator: We have seen Tesla fall by 20%.",
            "Martin Hale: Nvidia is too dear.",
        ]
    )
    assert [speaker for speaker, _ in said(text, tier)] == ["jane-roe", "martin-hale"]


def test_whom_somebody_quotes_in_an_interview_speaks_too(tier: Tier) -> None:
    text = INTRODUCTION + "Jane Roe: Goldman Sachs said that Nvidia would fall.\nMartin Hale: Tesla is too dear."
    assert [speaker for speaker, _ in said(text, tier)] == ["goldman-sachs", "martin-hale"]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe: Nvidia and its sales.\n\nNvidia opened a plant in Texas, and Tesla built one in Ohio.",
        "Shares: Nvidia rose by 2%.\nBonds: Yields fell to 4%.\nOil: Brent stood at $80.",
        "Jane Roe, chief strategist at UBS\n\nNvidia opened a plant in Texas, and Tesla built one in Ohio.",
    ],
    ids=["one label", "labels that name nobody", "a caption"],
)
def test_what_only_looks_like_a_label_gives_nobody_words(text: str, tier: Tier) -> None:
    assert said(text, tier) == []
