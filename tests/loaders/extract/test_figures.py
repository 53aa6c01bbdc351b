"""Numbers of a text come out with their unit, sign, metric and the entity that they are about."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import spacy

from loaders.extract import figures, sentences
from loaders.extract.annotations import MENTIONS, REFERENCES, Quantity

KINDS = {
    "Acme": "Company", "Borealis": "Company", "Castor": "Company", "Dorado Bank": "Institution", "Ada Marsh": "Person",
    "Alpha 100 Index": "Index", "Beta 50": "Index", "Norland": "Place",
}  # fmt: skip
Read = Callable[[str], list[Quantity]]


@pytest.fixture(scope="module")
def read() -> Read:
    nlp = spacy.blank("en")
    nlp.add_pipe(sentences.NAME)

    def quantities(text: str, referring: dict[str, str] | None = None) -> list[Quantity]:
        doc = nlp(text)
        found = [(name, match) for name in KINDS for match in re.finditer(re.escape(name), text)]
        spans = [doc.char_span(*match.span(), label=KINDS[name], span_id=name) for name, match in found]
        doc.spans[MENTIONS] = sorted((span for span in spans if span), key=lambda span: span.start)
        referred = [doc.char_span(*match.span(), span_id=name) for words, name in (referring or {}).items()
                    for match in re.finditer(rf"\b{words}\b", text)]  # fmt: skip
        doc.spans[REFERENCES] = [span for span in referred if span]
        return figures.streetgraph_figures(doc)._.quantities

    return quantities


def values(found: list[Quantity]) -> list[tuple[float, str, str | None]]:
    return [(quantity.low, quantity.unit, quantity.about) for quantity in found]


def test_respectively_gives_each_index_its_own_target(read: Read):
    found = read(
        "The bank raised its targets for the Alpha 100 Index and the Beta 50 to 85 and 4,700 points, respectively."
    )
    assert values(found) == [(85, "points", "Alpha 100 Index"), (4700, "points", "Beta 50")]
    assert {quantity.metric for quantity in found} == {"index_target"}


def test_respectively_works_on_money_and_three_names(read: Read):
    found = read("Acme, Borealis and Castor are worth $2.36 trillion, $3.10 trillion and $900 billion, respectively.")
    assert values(found) == [(2.36e12, "USD", "Acme"), (3.1e12, "USD", "Borealis"), (9e11, "USD", "Castor")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Acme fell 1.01% on Monday.", -1.01),
        ("Acme was down nearly 3% in New York.", -3),
        ("Acme posted a drop of 8 percent in the year.", -8),
        ("Acme slipped by as much as 21 per cent.", -21),
        ("A 2.4 percent decline hit Acme.", -2.4),
        ("Acme closed 4% lower.", -4),
        ("Acme has lost more than a quarter of its value.", -25),
        ("Acme fell to 3%.", 3),
        ("Acme rose 8.1%.", 8.1),
        ("Acme trades 12 per cent above its offer price.", 12),
        ("Of the stores of Acme 11.9 per cent fall into the lowest class.", 11.9),
    ],
)
def test_a_fall_is_negative_and_a_level_is_not(read: Read, text: str, value: float):
    assert [(quantity.low, quantity.about) for quantity in read(text)] == [(value, "Acme")]


def test_each_clause_has_its_own_sign_and_subject(read: Read):
    found = read("Acme rose 1.6%, while Borealis dropped 0.47% and Castor declined 0.43%.")
    assert values(found) == [(1.6, "percent", "Acme"), (-0.47, "percent", "Borealis"), (-0.43, "percent", "Castor")]


def test_an_amount_put_another_way_keeps_sign_and_subject(read: Read):
    found = read("Acme fell 24 cents, or 0.35%, to $68.87.")
    assert values(found) == [(-0.24, "USD", "Acme"), (-0.35, "percent", "Acme"), (68.87, "USD", "Acme")]


def test_losses_are_negative_profit(read: Read):
    found = read("Acme reported a net loss of $670 million, or a loss of $1.28 per share, on revenue of $2 billion.")
    assert [(quantity.metric, quantity.low) for quantity in found] == [
        ("net_profit", -670e6), ("eps", -1.28), ("revenue", 2e9)
    ]  # fmt: skip


def test_the_two_ends_of_a_change_are_previous_and_new(read: Read):
    found = read("Dorado Bank raised its target for the Alpha 100 Index from 6,970 points to 8,600 points.")
    assert [(quantity.low, quantity.basis, quantity.about) for quantity in found] == [
        (6970, "previous", "Alpha 100 Index"), (8600, "new", "Alpha 100 Index")
    ]  # fmt: skip


def test_a_range_is_one_quantity_with_two_ends(read: Read):
    (found,) = read("Acme may earn between $3.60 billion and $3.65 billion.")
    assert (found.low, found.high, found.span.text) == (3.6e9, 3.65e9, "$3.60 billion and $3.65 billion")


def test_a_paragraph_goes_on_with_its_company(read: Read):
    opening = "Acme published its accounts on Friday. "
    revenue, growth = read(
        opening + "For the third fiscal quarter of 2025, revenue was 280.15 billion yuan, up 8% year-on-year."
    )
    assert values([revenue, growth]) == [(280.15e9, "CNY", "Acme"), (8, "percent", "Acme")]
    assert (revenue.metric, revenue.period) == ("revenue", "third fiscal quarter of 2025")
    assert growth.basis == "year_on_year"


def test_index_levels_need_no_unit(read: Read):
    found = read("The Alpha 100 Index fell 2.2 per cent to 2,604.07.")
    assert [(quantity.low, quantity.unit, quantity.metric) for quantity in found] == [
        (-2.2, "percent", "return"), (2604.07, "points", "index_level")
    ]  # fmt: skip


def test_the_source_of_a_number_is_not_what_it_is_about(read: Read):
    assert values(read("Acme trades at 32 times earnings, according to Dorado Bank.")) == [(32, "multiple", "Acme")]
    assert values(read("Dorado Bank expects Acme to gain 15 per cent.")) == [(15, "percent", "Acme")]


def test_a_number_belongs_to_the_name_that_follows_where_it_is_tied_to_it(read: Read):
    found = read("Norland's bourse was lifted by a 4% advance in Acme and a 3.2% gain in Borealis.")
    assert values(found) == [(4, "percent", "Acme"), (3.2, "percent", "Borealis")]


def test_both_takes_up_the_list_before(read: Read):
    text = "Targets for Acme and Borealis rose to $85 and $47, respectively, so that both have 15% and 20% upside."
    assert values(read(text)) == [
        (85, "USD", "Acme"), (47, "USD", "Borealis"), (15, "percent", "Acme"), (20, "percent", "Borealis")
    ]  # fmt: skip


def test_names_in_examples_and_asides_are_passed_over(read: Read):
    assert values(read("The Alpha 100 Index, which holds Acme, returned 22 per cent.")) == [
        (22, "percent", "Alpha 100 Index")
    ]
    assert values(read("Acme, whose clients include Borealis, fell 8 per cent.")) == [(-8, "percent", "Acme")]


def test_a_pronoun_stands_for_the_subject_of_its_sentence(read: Read):
    assert values(read("Acme said it will pay $2 billion to Castor.")) == [(2e9, "USD", "Acme")]


def test_who_sets_a_target_is_not_its_subject(read: Read):
    text = "Acme fell 4%. Dorado Bank cut its price target to $275."
    assert values(read(text))[1] == (275, "USD", "Acme")


def test_a_text_goes_on_with_the_name_that_it_is_mostly_about(read: Read):
    text = "Acme grew. Acme met Borealis. Acme hired. Acme built.\nBorealis slept.\n"
    assert values(read(text + "Revenue from metals jumped 36 per cent.")) == [(36, "percent", "Acme")]


def test_prices_of_goods_and_currencies_are_about_no_company(read: Read):
    assert [quantity.about for quantity in read("Acme slept.\nGold fell 0.2 per cent to $1,228.20 an ounce.")] == [
        None, None
    ]  # fmt: skip
    assert [quantity.about for quantity in read("Norland gold futures fell 0.2% as Acme slept.")] == [None]


def test_a_place_in_the_name_of_a_currency_is_no_subject(read: Read):
    (found,) = read("Acme spent 49 billion Norland dollars, or 49 billion Hong Kong dollars.")[1:]
    assert (found.unit, found.about) == ("HKD", "Acme")


def test_references_stand_for_their_entity(read: Read):
    text = "Ada Marsh met Acme. The maker employs 11,000 people."
    assert [quantity.about for quantity in read(text, {"The maker": "Acme"})] == ["Acme"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme employs 11,000 people.", (11000, "people")),
        ("Acme ordered 70 extended-range jets.", (70, "units")),
        ("Acme ordered 70 Boeing 737 MAX aircraft.", (70, "units")),
        ("Acme recalled 25,000 Tesla (TSLA.O) Model 3 cars.", (25_000, "units")),
        ("Acme sold 1.35 million shares of Castor.", (1.35e6, "shares")),
        ("Acme is a 36-member group.", (36, "people")),
        ("Acme said the rally lasts for two years.", (2, "years")),
        ("Acme cut the rate by 50 basis points.", (-50, "bps")),
        ("Acme trades at 17x expected earnings.", (17, "multiple")),
    ],
)
def test_things_people_and_shares_are_counted(read: Read, text: str, expected: tuple[float, str]):
    assert [(quantity.low, quantity.unit) for quantity in read(text)] == [expected]


def test_points_behind_percentage_points_are_those_of_an_index_unless_the_words_go_on(read: Read):
    text = "Costs of Acme fell 0.2 percentage points, from 2.1 points, while shares rose 350 points."
    units = ["percentage_points", "percentage_points", "points"]
    assert [quantity.unit for quantity in read(text)] == units


@pytest.mark.parametrize(
    "text",
    [
        "Acme was founded in 2015 and listed on June 11, 2019.",
        "Acme may sell more over the next 12 months.",
        "Acme hit a 52-week high at 9:31 a.m. in New York.",
        "Acme came 98th in the Fortune 500, behind the maker of the 737 MAX.",
        "Acme's third-quarter results come on 3 May.",
        "Acme raised its fee three times last year.",
        "Acme hired 200 locally, officials said.",
        "Acme was down at one point, after three straight quarters of growth.",
        "Acme is one of the seven giants, and both of the two firms know it.",
    ],
)
def test_dates_windows_and_names_are_no_figures(read: Read, text: str):
    assert read(text) == []


def test_plain_dollars_follow_the_article(read: Read):
    text = "The fund in Toronto is worth $167 million (US$134 million), Acme said."
    assert [quantity.unit for quantity in read(text)] == ["CAD", "USD"]
    assert [quantity.unit for quantity in read("Acme paid $5.")] == ["USD"]


def test_spans_hold_the_words_of_the_number(read: Read):
    text = "Acme’s sales – up nearly 13% – were RMB 280.15 billion, about 61 billion euros at 10 a.m."
    found = read(text)
    assert [quantity.span.text for quantity in found] == ["13%", "RMB 280.15 billion", "61 billion euros"]
    assert [quantity.approximate for quantity in found] == [True, False, True]


def test_the_same_text_gives_the_same_quantities(read: Read):
    text = "Acme rose 3% to $5. Borealis lost $2 billion."
    assert [str(quantity) for quantity in read(text)] == [str(quantity) for quantity in read(text)]


def test_a_table_without_sentences_is_read_to_its_end(read: Read):
    found = read("a 5 percent rise at Acme and its $3 stock, " * 300)
    assert len(found) == 600
    assert {quantity.about for quantity in found} == {"Acme"}


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Acme shares closed at $15.", "share_price"),
        ("Acme has a fleet of 40 lorries.", "lorries"),
        ("The yen was near Norland at 106.28 to the dollar.", "exchange_rate"),
        ("Acme's share price slumped 20%.", "return"),
        ("Acme stock has a price target of $15.", "price_target"),
        ("Tickets from Acme are $250.", "price"),
        ("The debt of Acme is 87% of GDP.", "debt"),
        ("Inflation is below Dorado Bank’s 2% target.", "inflation"),
    ],
)
def test_a_metric_is_named_by_the_words_around(read: Read, text: str, metric: str):
    assert [quantity.metric for quantity in read(text)] == [metric]
