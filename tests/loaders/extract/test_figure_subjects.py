"""What a figure is measured in and whom it is about, where the sentence leaves either to the text around it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import spacy

from loaders.extract import figures, sentences
from loaders.extract.annotations import MENTIONS, REFERENCES, Quantity

KINDS = {
    "Fennel Foods": "Company",
    "Thistle Steel": "Company",
    "Gale 40 Index": "Index",
    "Norland": "Place",
    "US": "Place",
}
Read = Callable[[str], list[tuple[float, float, str, str | None]]]


@pytest.fixture(scope="module")
def read() -> Read:
    nlp = spacy.blank("en")
    nlp.add_pipe(sentences.NAME)

    def measured(text: str) -> list[tuple[float, float, str, str | None]]:
        doc = nlp(text)
        found = [(name, match) for name in KINDS for match in re.finditer(rf"\b{re.escape(name)}\b", text)]
        spans = [doc.char_span(*match.span(), label=KINDS[name], span_id=name) for name, match in found]
        doc.spans[MENTIONS] = sorted((span for span in spans if span), key=lambda span: span.start)
        doc.spans[REFERENCES] = []
        quantities: list[Quantity] = figures.streetgraph_figures(doc)._.quantities
        return [(quantity.low, quantity.high, quantity.unit, quantity.about) for quantity in quantities]

    return measured


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Fennel Foods sees a profit of $7.0-7.3 billion.", 7e9, 7.3e9, "USD"),
        ("Fennel Foods manages half a trillion dollars.", 5e11, 5e11, "USD"),
        ("Fennel Foods serves a quarter of a million customers.", 250_000, 250_000, "units"),
        ("Fennel Foods leased a plot of 7,700sqm.", 7700, 7700, "units"),
        ("Fennel Foods owns 12,000 acres.", 12_000, 12_000, "units"),
        ("Fennel Foods hired 150 Norwegians.", 150, 150, "people"),
        ("Fennel Foods won a 30-year exclusive concession.", 30, 30, "years"),
    ],
)
def test_a_number_takes_scale_and_unit_from_its_words(read: Read, text: str, low: float, high: float, unit: str):
    assert read(text) == [(low, high, unit, "Fennel Foods")]


def test_the_rate_at_which_an_article_converts_money_is_no_figure(read: Read):
    text = "Fennel Foods paid 10 million euros. ($1 = 0.91 euros)"
    assert read(text) == [(10e6, 10e6, "EUR", "Fennel Foods")]


def test_a_fraction_is_never_a_count(read: Read):
    assert read("The Gale 40 Index, which follows six rivals, held at 95.57.")[-1][2] != "units"


@pytest.mark.parametrize(
    "text",
    ["Shares of Thistle Steel are down by 8.2 percent.", "The five-day rout of Thistle Steel reached 8.2 percent."],
)
def test_a_fall_may_be_told_by_an_adverb_or_a_noun(read: Read, text: str):
    assert read(text) == [(-8.2, -8.2, "percent", "Thistle Steel")]


def test_a_place_that_describes_a_company_is_not_what_is_measured(read: Read):
    found = read(
        "Thistle Steel reported on Monday. Operating profit at Norland's second-biggest mill was 30 million euros."
    )
    assert found == [(30e6, 30e6, "EUR", "Thistle Steel")]


def test_a_place_behind_a_sum_only_names_the_currency(read: Read):
    found = read("Thistle Steel posted a profit of 30 million euros ($33 million US).")
    assert [about for *_, about in found] == ["Thistle Steel", "Thistle Steel"]


def test_a_sentence_without_a_name_goes_on_with_whom_the_text_spoke_of_last(read: Read):
    found = read("Fennel Foods met Thistle Steel in Norland.\n\nAbout 35 percent of the bonds will be repaid.")
    assert found == [(35, 35, "percent", "Fennel Foods")]


def test_where_nobody_else_is_named_a_place_is_what_is_measured(read: Read):
    assert read("Norland voted on Sunday. Roughly 40 percent of seats changed hands.") == [
        (40, 40, "percent", "Norland")
    ]
