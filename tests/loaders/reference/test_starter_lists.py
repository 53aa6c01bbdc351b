"""What the lists that come along have to cover, and that what they say is plausible."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from graph.model import Kind
from loaders.reference import Reference, references
from loaders.reference.exchanges import exchange, exchanges
from loaders.reference.tickers import implausible_tickers

HAN = re.compile(r"[一-鿿]")
EUROPE = frozenset(re.findall("..", "ATBECHCZDEDKESFIFRGBGRHUIEITLUNLNOPLPTROSE"))
COMPANIES = [entry for entry in references() if entry.kind is Kind.COMPANY]
BY_ID = {entry.id: entry for entry in references()}
TIN = Reference("tin-works", Kind.COMPANY, "Tin Works", country="GB")


def region_of(country: str) -> str:
    return "Europe" if country in EUROPE else "China and Hong Kong" if country in {"CN", "HK"} else country


def test_each_market_has_its_companies() -> None:
    listed = Counter(region_of(entry.country) for entry in COMPANIES)
    wanted = {"US": 200, "China and Hong Kong": 150, "JP": 60, "KR": 30, "IN": 50, "Europe": 110}
    assert sum(wanted.values()) == 600
    assert {region: listed[region] for region in wanted if listed[region] < wanted[region]} == {}


def test_there_are_institutions_of_every_sort() -> None:
    banks, managers, funds, authorities, exchanges_, data = (
        ("goldman-sachs", "jpmorgan", "hsbc", "icbc", "nomura", "barclays", "deutsche-bank", "citi"),
        ("blackrock", "vanguard", "fidelity", "pimco", "amundi", "schroders"),
        ("citadel", "bridgewater", "millennium", "point72", "pershing-square"),
        ("sec", "federal-reserve", "ecb", "pboc", "bank-of-japan", "bank-of-england", "rbi", "csrc"),
        ("hkex", "shanghai-stock-exchange", "nasdaq", "nyse", "london-stock-exchange"),
        ("bloomberg", "sp-global", "msci", "moody's", "morningstar"),
    )
    forms = {form.casefold() for entry in references() for form in (entry.id, *entry.names)}
    every = [*banks, *managers, *funds, *authorities, *exchanges_, *data]
    assert [one for one in every if one not in forms and one.replace("-", " ") not in forms] == []
    assert sum(entry.kind is Kind.INSTITUTION for entry in references()) >= 250
    assert sum(entry.kind is Kind.INDEX for entry in references()) >= 80


@pytest.mark.parametrize("kind", [Kind.COMPANY, Kind.INSTITUTION])
def test_what_is_chinese_has_its_chinese_name(kind: Kind) -> None:
    chinese = [entry for entry in references() if entry.kind is kind and entry.country in {"CN", "HK"}]
    without = [entry.id for entry in chinese if not any(HAN.search(name) for name in entry.names)]
    assert len(without) <= 0.05 * len(chinese), without


def test_most_companies_that_are_traded_have_a_ticker() -> None:
    assert sum(bool(entry.tickers) for entry in COMPANIES) >= 0.8 * len(COMPANIES)


def test_every_organisation_but_those_of_the_world_has_a_country() -> None:
    institutions = [entry for entry in references() if entry.kind is Kind.INSTITUTION]
    without = [entry.id for entry in institutions if not entry.country and not entry.parent]
    assert len(without) <= 20
    assert {"imf", "world-bank", "opec"} <= set(without)


@pytest.mark.parametrize(
    ("id_", "parent"),
    [
        ("youtube", "google"),
        ("china-resources-land", "china-resources"),
        ("hanwha-ocean", "hanwha"),
        ("norges-bank-investment-management", "norges-bank"),
        ("jpmorgan-asset-management", "jpmorgan"),
        ("ubs-global-wealth-management", "ubs"),
        ("hang-seng-bank", "hsbc"),
    ],
)
def test_what_belongs_to_another_says_so(id_: str, parent: str) -> None:
    assert BY_ID[id_].parent == parent


def test_nothing_belongs_to_itself_by_way_of_others() -> None:
    for entry in references():
        seen, at = {entry.id}, entry
        while at.parent:
            at = BY_ID[at.parent]
            assert at.id not in seen, entry.id
            seen.add(at.id)


def test_tickers_are_written_as_those_of_their_exchange() -> None:
    assert list(implausible_tickers(references())) == []


@pytest.mark.parametrize(
    ("ticker", "country", "fault"),
    [
        ("TOOLONG", "US", "is written as no ticker without an exchange"),
        ("TIN.QQ", "GB", "names no exchange that is known"),
        ("TIN.HK", "HK", "is written as none of its exchange"),
        ("123456.SS", "CN", "is written as none of its exchange"),
        ("7203.T", "US", "is of JP, the company of US"),
    ],
)
def test_a_ticker_that_cannot_be_right_is_named(ticker: str, country: str, fault: str) -> None:
    entry = replace(TIN, tickers=(ticker,), country=country)
    assert list(implausible_tickers([entry])) == [f"tin-works: {ticker!r} {fault}."]


@pytest.mark.parametrize(
    "ticker", ["BABA", "9988.HK", "09988", "600519", "BRK.B", "7203.T", "285A.T", "M&M.NS", "VOW3.DE"]
)
def test_tickers_in_their_common_forms_are_right(ticker: str) -> None:
    country = {"T": "JP", "NS": "IN"}.get(ticker.rpartition(".")[2], "CN")
    assert list(implausible_tickers([replace(TIN, tickers=(ticker,), country=country)])) == []


def test_exchanges_are_known_by_code_and_name_and_none_is_two() -> None:
    codes = [code.casefold() for each in exchanges() for code in {each.mic, *each.codes, *each.names}]
    assert len(codes) == len(set(codes))
    assert [each.mic for each in exchanges()] == sorted(each.mic for each in exchanges())
    found = [exchange(code) for code in ("XHKG", "hk", "Nasdaq", "UW", "nowhere")]
    assert [each and each.mic for each in found] == ["XHKG", "XHKG", "XNAS", "XNAS", None]
