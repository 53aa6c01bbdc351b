"""Numbers that take their unit or sign from words further off: what was counted before, a pace, a rate, an age."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import spacy

from loaders.extract import figures, sentences
from loaders.extract.annotations import MENTIONS, REFERENCES

KINDS = {"Fennel Foods": "Company", "Gale 40 Index": "Index", "Norland": "Place", "Bank of Larchwick": "Institution"}
Read = Callable[[str], list[tuple[float, str]]]


@pytest.fixture(scope="module")
def read() -> Read:
    nlp = spacy.blank("en")
    nlp.add_pipe(sentences.NAME)

    def measured(text: str) -> list[tuple[float, str]]:
        doc = nlp(text)
        found = [(name, match) for name in KINDS for match in re.finditer(re.escape(name), text)]
        spans = [doc.char_span(*match.span(), label=KINDS[name], span_id=name) for name, match in found]
        doc.spans[MENTIONS] = sorted((span for span in spans if span), key=lambda span: span.start)
        doc.spans[REFERENCES] = []
        return [(quantity.low, quantity.unit) for quantity in figures.streetgraph_figures(doc)._.quantities]

    return measured


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Home sales in Norland rose to 8,412 from 7,950 a year earlier.", [(8412, "units"), (7950, "units")]),
        ("Initial claims in Norland climbed 7,000 to 231,000 last week.", [(7000, "units"), (231_000, "units")]),
        ("Payrolls in Norland fell by 64,000, after a 9,000 gain in May.", [(-64_000, "people"), (9000, "people")]),
        ("Housing starts in Norland ran at an annual rate of 1.21 million.", [(1.21e6, "units")]),
        ("Fennel Foods’ workforce grew by 1,200 to 14,800.", [(1200, "people"), (14_800, "people")]),
        ("The number of mills in Norland’s three ports stood at 1,487.", [(1487, "units")]),
        ("The number of deals in Norland fell by 5 percent, to 961.", [(-5, "percent"), (961, "units")]),
        ("Norland’s population of 5.4 million is growing old.", [(5.4e6, "people")]),
        ("Fennel Foods delivered 14.8K vans, up from 12.1K in May.", [(14_800, "units"), (12_100, "units")]),
        ("Fennel Foods has an 8-member board and a 2,300-strong workforce.", [(8, "people"), (2300, "people")]),
        ("Fennel Foods will add to its eight-member board.", [(8, "people")]),
        ("Fennel Foods recalled 900 vans, including 120 in Norland.", [(900, "units"), (120, "units")]),
        ("The mill of Fennel Foods shed 2 percent while others shed 0.4.", [(-2, "percent"), (-0.4, "percent")]),
        ("The storm killed 14 and left Norland dark.", [(14, "people")]),
        ("Fennel Foods employs roughly 4,300 across Norland.", [(4300, "people")]),
        ("Fennel Foods has 12 mills, nine of which are in Norland.", [(12, "units"), (9, "units")]),
        ("A field in Norland yields 200,000 b/d.", [(200_000, "units")]),
        ("The app of Fennel Foods was downloaded 12 million times.", [(12e6, "units")]),
        ("Norland shipped 7,480 twenty-foot equivalent units (TEUs).", [(7480, "units")]),
        ("Staff at Fennel Foods work 37.5 hours a week.", [(37.5, "units")]),
        ("The team at Fennel Foods grew to 400, and it has a crew of 12.", [(400, "people"), (12, "people")]),
        ("Fennel Foods added 100 to 500 jobs.", [(100, "people")]),
        ("Claims in Norland rose 100 to 500.", [(100, "units"), (500, "units")]),
        ("Norland saw 3 per cent fewer fires, from 119 to 81.", [(-3, "percent"), (119, "units"), (81, "units")]),
        ("Homicides fell 3 per cent, from 119 to 81 in 2018.", [(-3, "percent"), (119, "units"), (81, "units")]),
        ("Costs in Norland rose 32 per cent, from 119 in 2017 to 81.", [(32, "percent")]),
        ("Inflation in Norland eased to 140 percent from 211.", [(140, "percent"), (211, "percent")]),
        ("About 200 Dinghies of Fennel Foods sank, and it has three Lions.", [(200, "units"), (3, "units")]),
        ("105 Stores Close In Norland", [(105, "units")]),
        ("Norland had 9,400 fires per 100,000 people.", [(9400, "units")]),
    ],
)  # fmt: skip
def test_a_bare_number_goes_on_with_the_noun_before_it(read: Read, text: str, expected: list[tuple[float, str]]):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sales of Fennel Foods began in 2015.",
        "Sales at Fennel Foods rose to a score of 14.",
        "Workers at Fennel Foods met at 14 Mill Street.",
        "The average pay of staff at Fennel Foods went to 41.",
        "Fennel Foods makes three-bedroom homes and five-door vans.",
        "Fennel Foods grew in the last five years and in seven of the last eight months.",
        "The mean of nine estimates for Fennel Foods rests on 12 assumptions.",
        "Fennel Foods killed three-way talks, and one of them in Norland.",
        "Fennel Foods took up its talks in 2014, some of which failed.",
        "Fennel Foods enters phase two of a plan on three continents.",
        "Fennel Foods sells a 4K screen and has a 401k plan.",
        "Fennel Foods reopened 24 hours after the storm of 2014, including in Norland.",
        "Fennel Foods is open 24 hours a day.",
        "In two years supply at Fennel Foods goes up, and in three years contract talks begin.",
        "The team of Norland won by 4, and its crew lost by 12.",
        "Fennel Foods bought the 105 Residences and lives in Bay 101 Towers.",
        "Norland had 6,176 per 100,000 people.",
        "Three people familiar with the matter said Fennel Foods is for sale.",
        "Fennel Foods is close to a deal, according to four people briefed on it.",
        "Fennel Foods is for sale, two other traders in the market said on Friday.",
        "Fennel Foods raised its prices three times last year.",
        "A group of investors in Fennel Foods grew tired of 43.",
        "Fennel Foods opened in Norland (2023).",
        "After 10 years of work, after five years of decline, and over two years of talks, Fennel Foods sold out.",
    ],
)
def test_what_only_looks_like_a_tally_is_no_figure(read: Read, text: str):
    assert read(text) == []


def test_millions_beside_money_are_money(read: Read):
    text = "Sales at Fennel Foods rose to $3.2 million from 2.9 million."
    assert read(text) == [(3.2e6, "USD"), (2.9e6, "USD")]


def test_millions_earned_are_in_the_money_of_the_text(read: Read):
    earned = "Profit at Fennel Foods rose to 514 million."
    assert read(f"{earned} It paid 3 million euros in May and 4 million euros in June.")[0] == (514e6, "EUR")
    assert read(earned) == []
    assert read("Profit at Fennel Foods rests on 5 million users. It paid 3 euros and 4 euros.")[0] == (5e6, "people")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland shrank at a 2.4 percent pace.", [(-2.4, "percent")]),
        ("Profits at Fennel Foods declined at an annual rate of 8.4 percent.", [(-8.4, "percent")]),
        ("Norland fears a reduction in output in 2022 of about 2 percent.", [(-2, "percent")]),
        ("Stocks subtracted 0.2 percentage point from growth in Norland.", [(-0.2, "percentage_points")]),
        ("Fennel Foods may cut its earlier $4 billion offer.", [(4e9, "USD")]),
        ("Fennel Foods shut down mills making 30,000 vans a year.", [(30_000, "units")]),
        ("Provisions for loan losses at Fennel Foods were $3 million.", [(3e6, "USD")]),
        ("Norland grew at a 2.4 percent pace.", [(2.4, "percent")]),
        ("Fennel Foods gave up 4.2 percent.", [(-4.2, "percent")]),
        ("Fennel Foods had a negative cash flow of $3 million.", [(-3e6, "USD")]),
        ("The margin of Fennel Foods was minus 4 percent.", [(-4, "percent")]),
        ("Fennel Foods gave up a stake of 4 percent.", [(4, "percent")]),
        ("Fennel Foods slid at $3 a share.", [(3, "USD")]),
        ("Provisions for credit losses at Norland totalled nearly $3 million.", [(3e6, "USD")]),
        ("Fennel Foods pared about 100 jobs.", [(100, "people")]),
        ("Average pay fell 5 percent.", [(-5, "percent")]),
        ("Fennel Foods took a pay cut of 2 percent.", [(-2, "percent")]),
        ("Sales of water fell 6 percent.", [(-6, "percent")]),
        ("The stock of Fennel Foods turned down 2 percent.", [(-2, "percent")]),
        ("Fennel Foods shut down 5 percent of its mills.", [(5, "percent")]),
        ("Fennel Foods paid off $3 million of debt.", [(3e6, "USD")]),
        (
            "The stock of Fennel Foods fell below Monday’s $3, and below the analysts’ $4 target.",
            [(3, "USD"), (4, "USD")],
        ),
        ("Norland elected 52 Democrats.", [(52, "people")]),
        ("Inflation is running below the Bank of Larchwick’s 2 per cent target.", [(2, "percent")]),
    ],
)
def test_a_pace_falls_and_what_is_only_described_does_not(read: Read, text: str, expected: list[tuple[float, str]]):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bank of Larchwick cut its rate to zero from 0.5 percent.", [(0, "percent"), (0.5, "percent")]),
        ("Fennel Foods cut waste to zero.", []),
        ("The Bank of Larchwick kept its rate policy and cut bonuses to zero.", []),
        ("The Bank of Larchwick cut rates and held them near zero.", [(0, "percent")]),
        ("The Bank of Larchwick raised interest rates four times last year.", [(4, "units")]),
        ("The Bank of Larchwick may hike more than three times.", [(3, "units")]),
        ("The Bank of Larchwick reduced its rate three times in 2019.", [(3, "units")]),
        ("The Bank of Larchwick forecast two more rate cuts.", [(2, "units")]),
        ("The Bank of Larchwick is done after seven quarter-point increases.",
         [(7, "units"), (0.25, "percentage_points")]),
        ("The Bank of Larchwick met in the third quarter.", []),
        ("Anyone 16 or older may work at Fennel Foods.", [(16, "years")]),
        ("Fennel Foods expects a 112-day strike.", [(112, "days")]),
        ("Fennel Foods sells beef aged 28 days.", []),
        ("A cook who turned 60 in May says she turned 20 shops green.", [(60, "years"), (20, "units")]),
        ("Fennel Foods has a ten year lease and a five-year supply.", [(10, "years"), (5, "years")]),
        ("The average age of guests at Fennel Foods is 41.", [(41, "years")]),
        ("Fennel Foods hires people aged 18 and above.", [(18, "years")]),
        ("The jobless rate in Norland is 57 percent for those aged 15-24.", [(57, "percent")]),
        ("Fennel Foods was barred from trading for six years.", [(6, "years")]),
        ("Homes in Norland were listed for an average of 59 days.", [(59, "days")]),
        ("The mine of Fennel Foods will last 18 years.", [(18, "years")]),
        ("The inquiry into Fennel Foods took 14 months.", [(14, "months")]),
        ("Fennel Foods turned down $3 million.", [(3e6, "USD")]),
        ("The Gale 40 Index topped 8,014 at noon.", [(8014, "points")]),
        ("The Gale 40 Index topped that of 2019.", []),
        ("The Gale 40 Index rose 103.4, or 0.4%, to 8,014.", [(103.4, "points"), (0.4, "percent"), (8014, "points")]),
        ("Fennel Foods rose 103.4 in May.", []),
        ("The sentiment index of Norland slipped to 92.1 from 94.", [(92.1, "points"), (94, "points")]),
        ("The Tier 1 ratio of Fennel Foods rose to 12.4 percent from 11.9.", [(12.4, "percent"), (11.9, "percent")]),
        ("An analyst cut his target on Fennel Foods by $5 to $40.", [(-5, "USD"), (40, "USD")]),
        ("Fennel Foods got 70 U.S. cents for each.", [(0.7, "USD")]),
    ],
)  # fmt: skip
def test_rates_ages_and_levels_take_the_unit_of_their_kind(read: Read, text: str, expected: list[tuple[float, str]]):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fennel Foods has 40 mills in Norland and 12 in Larchwick.", [(40, "units"), (12, "units")]),
        ("Fennel Foods has 340 shops and plans another 60.", [(340, "units"), (60, "units")]),
        ("Fennel Foods has 340 shops and will add 60 more in May.", [(340, "units"), (60, "units")]),
        ("Fennel Foods has 340 shops, 60 more than in May.", [(340, "units")]),
        ("Fennel Foods made ten deals, of which six failed.", [(10, "units"), (6, "units")]),
        ("Fennel Foods asked 36 people, while nine saw it.", [(36, "people"), (9, "people")]),
        ("Fennel Foods asked 36 people, and one left.", [(36, "people")]),
        ("Fennel Foods hired 300 people, of whom 40 work in Norland.", [(300, "people"), (40, "people")]),
        ("The storm killed 57 people, the group said.", [(57, "people")]),
        (
            "Fennel Foods has homes worth 3 million euros (5,400 homes) and 2 million euros (310).",
            [(3e6, "EUR"), (5400, "units"), (2e6, "EUR"), (310, "units")],
        ),
        (
            "Homes of Fennel Foods were 32% of sales (16,967) and others 26% (13,687).",
            [(32, "percent"), (16_967, "units"), (26, "percent"), (13_687, "units")],
        ),
        ("Fennel Foods raised its force of advisers to 920 from 840.", [(920, "people"), (840, "people")]),
        ("The roster of suppliers to Fennel Foods, a list of pledges, led to 40.", []),
        ("The economy of Norland shrank, but employers added 27,700 in May.", [(27_700, "people")]),
        ("Fennel Foods flew 27 of its 737 MAX jets.", [(27, "units")]),
        ("Fennel Foods asked 36 people, and 2016 was good.", [(36, "people")]),
        ("Fennel Foods will close 14 of 120 branches.", [(14, "units"), (120, "units")]),
        (
            "Fennel Foods sold 9 million tons, or 6%, up to 13 million.",
            [(9e6, "units"), (6, "percent"), (13e6, "units")],
        ),
        (
            "Fennel Foods sold 9 million tons at $4 million, not 3 million.",
            [(9e6, "units"), (4e6, "USD"), (3e6, "USD")],
        ),
        ("Fennel Foods has two mills at 4960 Elm St. and 6525 Old Larch Road.", [(2, "units")]),
        ("Fennel Foods makes 350 Larch Road signs a day.", [(350, "units")]),
        ("Fennel Foods saw 27 consecutive months of growth.", [(27, "months")]),
        ("Norland cut 75 basis points, with a 50-point cut in May.", [(-75, "bps"), (-50, "bps")]),
        ("The Gale 40 Index may reach 8,000 by May.", [(8000, "points")]),
        ("Fennel Foods sold 400 vans, short of the 500 that analysts expected.", [(400, "units"), (500, "units")]),
        ("Support for Fennel Foods fell six points to 42 per cent.", [(-6, "percentage_points"), (42, "percent")]),
        ("The shares of Fennel Foods fell six points, or 2 per cent.", [(-6, "points"), (-2, "percent")]),
        ("Fennel Foods let 12,000 sq. ft in May.", [(12_000, "units")]),
        ("The Larch 40 fell 30 points, or 0.5 percent.", [(-30, "points"), (-0.5, "percent")]),
        ("Fennel Foods won by 12 points and hit 40 percent of its shots.", [(12, "points"), (40, "percent")]),
        ("Fennel Foods built 300 homes, and 40 died in a fire.", [(300, "units")]),
        ("Fennel Foods shut 12 mines, but 300 remain employed.", [(12, "units")]),
    ],
)
def test_what_a_number_counts_may_be_said_before_it(read: Read, text: str, expected: list[tuple[float, str]]):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares of Fennel Foods fell between 8 and 17 percent.", [(-17, "percent")]),
        ("Fennel Foods cut output by 20,000 barrels a day, or 4 percent.", [(-20_000, "units"), (-4, "percent")]),
        ("Fennel Foods lost 7 per cent in May and 6 per cent in June.", [(-7, "percent"), (-6, "percent")]),
        (
            "Costs of Fennel Foods fell 7 per cent in May and 6 per cent of staff left.",
            [(-7, "percent"), (6, "percent")],
        ),
        ("Fennel Foods lost $3 million, compared with $7 million in May.", [(-3e6, "USD"), (-7e6, "USD")]),
        ("Fennel Foods lost $3 million, compared with $7 million in profit.", [(-3e6, "USD"), (7e6, "USD")]),
        ("Fennel Foods won a contract worth $12 million.", [(12e6, "USD")]),
        ("Fennel Foods pared losses to 0.5 per cent.", [(-0.5, "percent")]),
        ("Losses of Fennel Foods rose to 4 percent of loans.", [(4, "percent")]),
        ("Water losses at Fennel Foods fell to 12 percent.", [(12, "percent")]),
        ("Fennel Foods raised its provision for credit losses to 3 per cent.", [(3, "percent")]),
        ("Homes of Fennel Foods need a 20 per cent down payment.", [(20, "percent")]),
        (
            "The loss of Fennel Foods grew to $5 million, or 4 cents per share, from $3 million.",
            [(-5e6, "USD"), (-0.04, "USD"), (-3e6, "USD")],
        ),
        ("Fennel Foods ended its £22 million ($30 million) loss.", [(-22e6, "GBP"), (-30e6, "USD")]),
    ],
)
def test_a_fall_or_loss_holds_of_each_number_told_of_it(read: Read, text: str, expected: list[tuple[float, str]]):
    assert read(text) == expected
