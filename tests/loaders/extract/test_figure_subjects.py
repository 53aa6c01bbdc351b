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
    "Larchwick": "Place",
    "Canada": "Place",
    "Ada Marsh": "Person",
    "Larch 90": "Product",
    "US": "Place",
}
IDS = {"Canada": "canada"}  # as in the list of places, where adjectives are looked up
Read = Callable[[str], list[tuple[float, float, str, str | None]]]


@pytest.fixture(scope="module")
def read() -> Read:
    nlp = spacy.blank("en")
    nlp.add_pipe(sentences.NAME)

    def measured(text: str) -> list[tuple[float, float, str, str | None]]:
        doc = nlp(text)
        found = [(name, match) for name in KINDS for match in re.finditer(rf"\b{re.escape(name)}\b", text)]
        spans = [doc.char_span(*match.span(), label=KINDS[name], span_id=IDS.get(name, name)) for name, match in found]
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
        ("Fennel Foods serves a quarter of a million customers.", 250_000, 250_000, "people"),
        ("Fennel Foods leased a plot of 7,700sqm.", 7700, 7700, "units"),
        ("Fennel Foods owns 12,000 acres.", 12_000, 12_000, "units"),
        ("Fennel Foods hired 150 Norwegians.", 150, 150, "people"),
        ("Fennel Foods won a 30-year exclusive concession.", 30, 30, "years"),
        ("Fennel Foods serves 9,000 corporate and public clients.", 9000, 9000, "units"),
        ("Fennel Foods met a group of 2,400 investors.", 2400, 2400, "people"),
        ("Fennel Foods said 40 were injured.", 40, 40, "people"),
        ("Fennel Foods closed nine of its mills.", 9, 9, "units"),
        ("Fennel Foods will build 5,000 Model A servers.", 5000, 5000, "units"),
        ("Fennel Foods promised four more cookery games.", 4, 4, "units"),
        ("Fennel Foods employs 500 permanent, full-time employees.", 500, 500, "people"),
        ("Fennel Foods ordered 30 Larch 90.", 30, 30, "units"),
        ("Fennel Foods was banned for six years.", 6, 6, "years"),
        ("Fennel Foods signed a 60-year lease.", 60, 60, "years"),
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


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Fennel Foods made 23.2 billion euros, above the estimate of 23.01 billion.", (23.01e9, "EUR")),
        ("Fennel Foods saw its deliveries fall 7 per cent to 1.27 million.", (1.27e6, "units")),
        ("The yen stood near Norland at 106.28 to the dollar.", (106.28, "JPY")),
        ("Against the yen, Norland said, the dollar was little changed at 111.08.", (111.08, "JPY")),
        ("Norland rose 0.1% to 9,981.", (9981, "points")),
    ],
)
def test_a_bare_number_takes_the_unit_that_its_sentence_implies(read: Read, text: str, last: tuple[float, str]):
    low, _, unit, _ = read(text)[-1]
    assert (low, unit) == last


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Fennel Foods fell to a record low of 1.3 per cent.", 1.3),
        ("Fennel Foods wants to lower its 48 billion yen offer.", 48e9),
        ("Fennel Foods may trim some of the $43 billion in debt.", 43e9),
        ("Fennel Foods won an $80 billion supply contract.", 80e9),
        ("Fennel Foods fell short of the 36 cents that was forecast.", 0.36),
        ("Fennel Foods fears a 10 percent devaluation.", -10),
        ("Fennel Foods fell 5,259 points up to the close.", -5259),
        ("Fennel Foods lost out on more than $5 million.", -5e6),
        ("Fennel Foods dug a hole that sank 15 feet.", 15),
        ("Fennel Foods slid, but was helped by 50 percent discounts.", 50),
    ],
)
def test_what_falls_is_told_from_what_it_is_a_part_of(read: Read, text: str, value: float):
    assert [low for low, *_ in read(text)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The margin of Fennel Foods is 2.0 percentage points, down from 2.1 points in May.",
            [(2.0, "percentage_points"), (2.1, "percentage_points")],
        ),
        ("The number of people fed by Fennel Foods exceeded 275,000.", [(275_000, "people")]),
        ("The number of stores of Fennel Foods has risen above 17,000.", [(17_000, "units")]),
        ("Thistle Steel may burn 66,000 boe/d of gas.", [(66_000, "units")]),
        (
            "Sales of Thistle Steel were down 0.5 per cent on the month and 1 per cent on the year.",
            [(-0.5, "percent"), (-1, "percent")],
        ),
        (
            "Thistle Steel had a loss attributable to equity holders of $25.9 million or 18 cents per share.",
            [(-25.9e6, "USD"), (-0.18, "USD")],
        ),
    ],
)
def test_what_is_said_once_of_two_figures_holds_of_both(read: Read, text: str, expected: list[tuple[float, str]]):
    assert [(low, unit) for low, _, unit, _ in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Marsh, 47, left Fennel Foods.", [(47, 47, "years", "Ada Marsh")]),
        ("Fennel Foods fired Ada Marsh (47).", [(47, 47, "years", "Ada Marsh")]),
        ("The 20-year-old mill of Fennel Foods burned.", [(20, 20, "years", "Fennel Foods")]),
        ("The gate burned, said Ada Marsh, 47, of Norland.", []),
        ("Fennel Foods is late, the 47-year-old said.", []),
        ("Fennel Foods, 47, is late.", []),
        ("Ada Marsh (9) and others scored.", []),
        ("Ada Marsh, 470, is late.", []),
    ],
)
def test_an_age_is_a_figure_of_whoever_is_told_of_but_not_of_who_speaks(
    read: Read, text: str, expected: list[tuple[float, float, str, str]]
):
    assert read(text) == expected


def test_the_level_of_a_market_follows_its_change_in_points(read: Read):
    found = read("Norland's market fell 385.37 points, or 2.19 per cent to 17,177.37.")
    assert [(low, unit) for low, _, unit, _ in found] == [(-385.37, "points"), (-2.19, "percent"), (17177.37, "points")]


@pytest.mark.parametrize(
    "text",
    [
        "Norland is slowing. Inflation rose to 3 percent, said Ada Marsh, an economist at Fennel Foods.",
        "Norland is slowing. Growth in GDP will be 3 percent, Fennel Foods economist Ada Marsh said.",
        "The gross domestic product of Norland grew 3 percent, Thistle Steel said on Friday in Larchwick.",
    ],
)
def test_a_figure_of_an_economy_is_not_of_who_reports_it_nor_of_where_it_is_told(read: Read, text: str):
    assert [about for *_, about in read(text)] == ["Norland"]


@pytest.mark.parametrize(
    "text",
    ["The Larchwick-based mill made $3 million.", "It closed at $3 in trading in Larchwick."],
)
def test_a_place_that_is_only_a_seat_or_a_venue_is_not_what_is_measured(read: Read, text: str):
    assert [about for *_, about in read(f"Fennel Foods makes bread. {text}")] == ["Fennel Foods"]


def test_an_adjective_names_the_country_whose_economy_is_measured(read: Read):
    text = "Canada met Norland. The Canadian economy added 27,000 jobs, Fennel Foods said."
    assert [about for *_, about in read(text)] == ["canada"]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("The deal worries Fennel Foods, which manages $40 billion of assets.", "Fennel Foods"),
        ("The deal is good, said Ada Marsh, who helps manage $2 billion at Fennel Foods in Larchwick.", "Ada Marsh"),
        ("Ada Marsh, a manager at Fennel Foods who oversees $4 billion, hailed the deal.", "Ada Marsh"),
        ("Fennel Foods, a Norland mill that spends close to $700 million a year, hailed the deal.", "Fennel Foods"),
        ("Fennel Foods, owned by Thistle Steel, has a staff of 300.", "Fennel Foods"),
        ("Fennel Foods, a rival of Thistle Steel, said sales fell 4 per cent.", "Fennel Foods"),
        ("In May, Fennel Foods, led by Ada Marsh, raised $4 million.", "Fennel Foods"),
        ("Fennel Foods, Thistle Steel's rival, sold 400 cars.", "Fennel Foods"),
        ("Fennel Foods (part of Thistle Steel) sold 400 cars.", "Fennel Foods"),
        ("Fennel Foods was the biggest gainer on the Gale 40 Index, up 9 per cent.", "Fennel Foods"),
        ("Sales fell 4 per cent at Fennel Foods.", "Fennel Foods"),
        ("The market sank, led by Fennel Foods, down 9 per cent.", "Fennel Foods"),
        ("Thistle Steel lost ground after rival Fennel Foods cut its prices to $4.", "Fennel Foods"),
        ("Thistle Steel had trouble, and at Fennel Foods, they sold 400 cars.", "Fennel Foods"),
        ("Thistle Steel's unit Fennel Foods posted sales of $3 million.", "Fennel Foods"),
        ("Thistle Steel is ahead of a 12 per cent rise in the Gale 40 Index.", "Gale 40 Index"),
        ("Thistle Steel (down 4 per cent) beat Fennel Foods.", "Thistle Steel"),
        ("Outside Norland, the stocks of Larchwick added 0.4 per cent.", "Larchwick"),
        ("Ada Marsh, an analyst at Fennel Foods, said Thistle Steel would earn $4 million.", "Thistle Steel"),
        ("Fennel Foods, which bought Thistle Steel for $4 million, is quiet.", "Thistle Steel"),
    ],
)
def test_a_clause_is_about_whom_it_is_attached_to(read: Read, sentence: str, subject: str):
    before = "Gale 40 Index firms met. " if subject == "Larchwick" else "Thistle Steel met Norland. Thistle Steel left."
    assert [about for *_, about in read(f"{before}\n\n{sentence}")] == [subject]


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("Ada Marsh keeps her price target for Fennel Foods at $300 and her target for Hazelton at $10.",
         ["Fennel Foods"]),
        ("Ada Marsh cut her target for Hazelton to $10 from $12.", []),
        ("Fennel Foods rose 3 per cent, beating Hazelton's 2 per cent gain.", ["Fennel Foods"]),
        ("Fennel Foods fell as shares of Hazelton lost 4 per cent.", []),
        ("Fennel Foods sells bread at Monday's $4 and lives with the West's $6 cap.", ["Fennel Foods", "Fennel Foods"]),
        ("Fennel Foods cut its forecast for March to $4.", ["Fennel Foods"]),
    ],
)  # fmt: skip
def test_the_amounts_of_somebody_unknown_are_nobody_elses(read: Read, sentence: str, subjects: list[str | None]):
    assert [about for *_, about in read(f"Fennel Foods makes bread. {sentence}")] == subjects


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Marsh, who manages $2 billion (1.5 billion euros) at Fennel Foods in Norland, was calm.",
        "Ada Marsh, who manages $2 billion, or 3 per cent of all funds, at Fennel Foods in Norland, was calm.",
    ],
)
def test_what_is_said_in_other_units_is_about_the_same(read: Read, sentence: str):
    before = "Thistle Steel met Norland. Thistle Steel left."
    assert [about for *_, about in read(f"{before}\n\n{sentence}")] == ["Ada Marsh", "Ada Marsh"]


def test_in_a_list_each_amount_belongs_to_the_name_beside_it(read: Read):
    text = "Fennel Foods gained 3 per cent, Thistle Steel 4 per cent and the Gale 40 Index 5 per cent."
    assert [about for *_, about in read(text)] == ["Fennel Foods", "Thistle Steel", "Gale 40 Index"]
    text = "Fennel Foods (up 3 per cent), Thistle Steel (up 4 per cent) and others led."
    assert [about for *_, about in read(text)] == ["Fennel Foods", "Thistle Steel"]
