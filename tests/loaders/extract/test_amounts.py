"""The grammar of amounts reads back whatever is written in one of its forms."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extract.quantities.amount import Amount
from loaders.extract.quantities.amounts import amounts
from loaders.extract.quantities.currencies import USUAL, meant_in
from loaders.extract.quantities.numerals import fraction_value, spelled_value
from loaders.extract.quantities.terms import cell, table

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = [(word, int(row["factor"])) for row in table("scales") for word in cell(row["words"])]
SYMBOLS = [(symbol, row["code"]) for row in table("currencies") for symbol in cell(row["symbols"])]
NAMES = [(name, row["code"]) for row in table("currencies") for name in cell(row["names"])]
UNITS = {
    "%": "percent", " per cent": "percent", " percent": "percent", " pct": "percent", "-percent": "percent",
    " bps": "bps", " basis points": "bps", " percentage points": "percentage_points", " points": "points",
    "x": "multiple", " times": "multiple", "-fold": "multiple",
}  # fmt: skip
numbers = st.decimals(min_value=Decimal("0.01"), max_value=99999, places=2)


def only(text: str) -> Amount:
    found = amounts(text)
    assert len(found) == 1, f"{text!r} holds {found}"
    return found[0]


def in_words(value: int) -> str:
    if value < 20:
        return ONES[value]
    if value < 100:
        return TENS[value // 10] + (f"-{ONES[value % 10]}" if value % 10 else "")
    if value < 1000:
        return f"{ONES[value // 100]} hundred" + (f" and {in_words(value % 100)}" if value % 100 else "")
    rest = f" {in_words(value % 1000)}" if value % 1000 else ""
    return f"{in_words(value // 1000)} thousand{rest}"


@given(
    number=numbers, symbol=st.sampled_from(SYMBOLS), scale=st.sampled_from([("", 1), *SCALES]), grouped=st.booleans()
)
def test_money_after_any_symbol_reads_back(
    number: Decimal, symbol: tuple[str, str], scale: tuple[str, int], grouped: bool
):
    digits = f"{number:,}" if grouped else str(number)
    found = only(f"It paid {symbol[0]}{digits} {scale[0]}".rstrip() + " for it")
    assert (found.low, found.unit) == (float(number * scale[1]), symbol[1])


@given(number=numbers, name=st.sampled_from(NAMES), scale=st.sampled_from(SCALES))
def test_money_before_any_name_reads_back(number: Decimal, name: tuple[str, str], scale: tuple[str, int]):
    found = only(f"It paid {number} {scale[0]} {name[0]} for it")
    assert (found.low, found.unit) == (float(number * scale[1]), name[1])


@given(
    number=numbers, unit=st.sampled_from(sorted(UNITS)), grouped=st.booleans(), minus=st.sampled_from(["", "-", "−"])
)
def test_any_number_with_any_unit_reads_back(number: Decimal, unit: str, grouped: bool, minus: str):
    text = f"It moved {minus}{f'{number:,}' if grouped else number}{unit} on Friday"
    found = only(text)
    assert (found.low, found.unit) == (float(-number if minus else number), UNITS[unit])
    assert text[found.start : found.end] == f"{minus}{f'{number:,}' if grouped else number}{unit}"


@given(value=st.integers(1, 999_999), unit=st.sampled_from([" per cent", " points", " million euros"]))
def test_numbers_in_words_read_back(value: int, unit: str):
    found = only(f"It moved {in_words(value)}{unit} on Friday")
    assert found.low == value * (1_000_000 if "million" in unit else 1)


@given(low=st.integers(1, 500), more=st.integers(1, 400), joiner=st.sampled_from([" to ", "-", "–"]))
def test_a_range_reads_back_as_one_amount(low: int, more: int, joiner: str):
    found = only(f"It may earn ${low}{joiner}${low + more} million")
    assert (found.low, found.high, found.unit) == (low * 1e6, (low + more) * 1e6, "USD")


@given(st.text(alphabet="$€£¥0123456789.,-–%xbmk to and per cent half a third billion()+~◆", max_size=60))
def test_any_text_is_read_without_error_in_order_and_without_overlap(text: str):
    found = amounts(text)
    assert all(0 <= amount.start < amount.end <= len(text) for amount in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$61bn", [(61e9, 61e9, "USD")]),
        ("US$1.2 million", [(1.2e6, 1.2e6, "USD")]),
        ("RMB 280.15 billion", [(280_150_000_000, 280_150_000_000, "CNY")]),
        ("280.15 billion yuan", [(280_150_000_000, 280_150_000_000, "CNY")]),
        ("₹1,50,000 crore", [(1.5e12, 1.5e12, "INR")]),
        ("Rs 5 lakh", [(5e5, 5e5, "INR")]),
        ("Rs 2.5 lakh crore", [(2.5e12, 2.5e12, "INR")]),
        ("at the COP28 summit and COP 29", []),
        ("COP 29 million", [(29e6, 29e6, "COP")]),
        ("the P500 bus", []),
        ("SAR2,700 ($719)", [(2700, 2700, "SAR"), (719, 719, "USD")]),
        ("$100 billion US ($131 billion Cdn)", [(1e11, 1e11, "USD"), (1.31e11, 1.31e11, "CAD")]),
        ("64 cents and 5 pence", [(0.64, 0.64, "USD"), (0.05, 0.05, "GBP")]),
        ("1.2–1.5 million", [(1.2e6, 1.5e6, None)]),
        ("between 3 and 5 per cent", [(3, 5, "percent")]),
        ("between $14.5 and $16.5 million", [(14.5e6, 16.5e6, "USD")]),
        ("from 6,970 points to 8,600 points", [(6970, 6970, "points"), (8600, 8600, "points")]),
        ("from 48 to 43 percent", [(48, 48, "percent"), (43, 43, "percent")]),
        ("ranging from 285 to 358 euros", [(285, 358, "EUR")]),
        ("fell 2.4 and 2.5 percent", [(2.4, 2.4, "percent"), (2.5, 2.5, "percent")]),
        ("fell 64 cents, or 0.35%, to $68.87", [(0.64, 0.64, "USD"), (0.35, 0.35, "percent"), (68.87, 68.87, "USD")]),
        ("it doubled, then tripled, then halved", [(2, 2, "multiple"), (3, 3, "multiple"), (-50, -50, "percent")]),
        ("sales will double by May, twice the rate", [(2, 2, "multiple"), (2, 2, "multiple")]),
        ("a double tax on double-digit growth", []),
        ("nearly a third of sales", [(33.33, 33.33, "percent")]),
        ("half a percentage point", [(0.5, 0.5, "percentage_points")]),
        ("jumped five-fold since then", [(5, 5, "multiple")]),
        ("half a million people", [(5e5, 5e5, None)]),
        ("a trillion dollars", [(1e12, 1e12, "USD")]),
        ("half a dozen start-ups", [(6, 6, None)]),
        ("5.2 million-5.3 million tons", [(5.2e6, 5.3e6, None)]),
        ("one in five and four out of ten", [(20, 20, "percent"), (40, 40, "percent")]),
        ("one in 20 homes and eight of every 10 shops", [(5, 5, "percent"), (80, 80, "percent")]),
        ("three in 12 months and one in 2019", [(3, 3, None), (12, 12, None), (1, 1, None), (2019, 2019, None)]),
        ("half those of May, half 2010 levels", [(50, 50, "percent"), (50, 50, "percent"), (2010, 2010, None)]),
        ("a half-dozen mills at half-price", [(6, 6, None)]),
        ("1.5 per cent-1.75 per cent", [(1.5, 1.75, "percent")]),
        ("an over-$7bn backlog", [(7e9, 7e9, "USD")]),
        ("a price up to 12p from 10.5p in 1080p", [(0.12, 0.12, "GBP"), (0.105, 0.105, "GBP")]),
        ("a stream at 900p on 12p lines", []),
        ("a stream at 12p costs £5", [(0.12, 0.12, "GBP"), (5, 5, "GBP")]),
        ("3 in 10 young people and 4 in every 10 shops", [(30, 30, "percent"), (40, 40, "percent")]),
        ("Three in 10 cities say so", [(30, 30, "percent")]),
        ("opened 3 in 10 cities", [(3, 3, None), (10, 10, None)]),
        ("opened three in 10 new cities", [(3, 3, None), (10, 10, None)]),
        ("lost money 4 in 5 sessions", [(4, 4, None), (5, 5, None)]),
        ("a 12-per-cent stake for 3 billion crowns", [(12, 12, "percent"), (3e9, 3e9, "SEK")]),
        ("twice as much money", [(2, 2, "multiple")]),
        ("T$1,410 a share", [(1410, 1410, "TWD")]),
        ("grew by a factor of 12", [(12, 12, "multiple")]),
        ("21 billion pesos and 5 billion rupees", [(21e9, 21e9, "MXN"), (5e9, 5e9, "INR")]),
        ("a 300-pound crate for 300 pounds", [(300, 300, None), (300, 300, "GBP")]),
        ("its 29.6 billion-pound bid", [(29.6e9, 29.6e9, "GBP")]),
        ("lost $6.31 million or 17 cents a share", [(6.31e6, 6.31e6, "USD"), (0.17, 0.17, "USD")]),
        ("claims rose 15,000 to 2.08 million", [(15_000, 15_000, None), (2.08e6, 2.08e6, None)]),
        ("for over half a century and half an hour", []),
        ("rose 5, 7 and 9 per cent", [(5, 5, "percent"), (7, 7, "percent"), (9, 9, "percent")]),
        ("of 3, 4, or 6 cents", [(0.03, 0.03, "USD"), (0.04, 0.04, "USD"), (0.06, 0.06, "USD")]),
        ("in 2015, 7 and 9 per cent", [(2015, 2015, None), (7, 7, "percent"), (9, 9, "percent")]),
        ("weighs 55 pounds with 70 pounds of luggage", [(55, 55, "units"), (70, 70, "units")]),
        ("lost 40 pounds on each bag it sold in Britain", [(40, 40, "GBP")]),
        ("weighs 55 pounds and costs £5", [(55, 55, "GBP"), (5, 5, "GBP")]),
        ("a one-in-three chance or 1 in 100 odds", [(33.33, 33.33, "percent"), (1, 1, "percent")]),
        ("a full percentage point", [(1, 1, "percentage_points")]),
        ("200-to-250 trucks", [(200, 250, None)]),
    ],
)
def test_the_forms_of_the_trade_are_read(text: str, expected: list[tuple[float, float, str | None]]):
    assert [(amount.low, amount.high, amount.unit) for amount in amounts(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "the first half of the year",
        "in the quarter",
        "the 98th percentile",
        "the 1990s",
        "the H800",
        "at 10am",
        "B-52 jets",
        "the R2 unit",
    ],
)
def test_ordinals_and_codes_hold_no_amount(text: str):
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Manila will spend 5 billion pesos.", "PHP"),
        ("Karachi spent Rs. 72 million.", "PKR"),
        ("Muscat lent 3 million riyals to Oman.", "OMR"),
        ("Johannesburg raised R40 billion.", "ZAR"),
        ("Manila will lend P3.2 billion.", "PHP"),
        ("Uganda will lend Shs 3bn.", "UGX"),
        ("Copenhagen will lend 300 million kroner.", "DKK"),
        ("Prague will lend 3 million crowns.", "CZK"),
        ("Dakar will lend 300 million francs.", "XOF"),
        ("Belgrade will lend 300 million dinars.", "RSD"),
    ],
)
def test_a_currency_of_several_countries_is_that_of_the_place_named(text: str, unit: str):
    assert [amount.unit for amount in amounts(text, meant_in(text))] == [unit]


def test_plain_dollars_are_those_that_the_caller_names():
    assert [amount.unit for amount in amounts("$5 and US$4", {**USUAL, "$": "CAD"})] == ["CAD", "USD"]


def test_words_and_fractions_are_read():
    assert spelled_value("three and a half") == Decimal("3.5")
    assert fraction_value("two-thirds") == pytest.approx(2 / 3)
