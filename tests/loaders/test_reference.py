from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from graph.model import Kind
from graph.naming import key
from loaders.reference import COLUMNS, Reference, check, parsed, references

BY_ID = {reference.id: reference for reference in references()}
HEADER = ",".join(COLUMNS)
TIN = Reference("tin-works", Kind.COMPANY, "Tin Works", country="GB")


def ids_of(name: str) -> set[str]:
    return {reference.id for reference in references() if key(name) in map(key, reference.names)}


def test_the_shipped_lists_have_no_faults() -> None:
    assert check(references()) == []


def test_the_shipped_lists_cover_the_markets() -> None:
    listed = Counter(reference.kind for reference in references())
    assert listed[Kind.COMPANY] >= 600
    assert listed[Kind.INSTITUTION] >= 250
    assert listed[Kind.INDEX] >= 80
    assert listed[Kind.PLACE] >= 350


def test_they_are_read_once() -> None:
    assert references() is references()


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Facebook", "meta"),
        ("Taiwan Semiconductor Manufacturing Company", "tsmc"),
        ("阿里巴巴", "alibaba"),
        ("贵州茅台", "kweichow-moutai"),
        ("Yangtze Power", "china-yangtze-power"),
        ("J.P. Morgan", "jpmorgan"),
        ("SocGen", "societe-generale"),
        ("L'Oréal", "l-oreal"),
        ("the Fed", "federal-reserve"),
        ("MSCI China Index", "msci-china"),
        ("CSI 300 Index", "csi-300"),
        ("Hang Seng Index", "hang-seng"),
        ("Hang Seng Tech Index", "hang-seng-tech"),
        ("the Dow", "dow-jones-industrial-average"),
        ("TASI", "tadawul-all-share"),
        ("Standard & Poor's 500", "sp-500"),
        ("Cboe Volatility Index", "vix"),
        ("United States", "us"),
        ("Britain", "uk"),
        ("United Arab Emirates", "uae"),
    ],
)
def test_a_name_leads_to_its_entity(name: str, id_: str) -> None:
    assert ids_of(name) == {id_}


@pytest.mark.parametrize(
    ("id_", "tickers"),
    [
        ("alibaba", {"BABA", "9988.HK", "09988"}),
        ("nvidia", {"NVDA"}),
        ("catl", {"300750.SZ", "3750.HK"}),
        ("toyota", {"7203.T", "TM"}),
        ("hsbc", {"HSBA.L", "0005.HK"}),
        ("saudi-aramco", {"2222.SR"}),
    ],
)
def test_tickers_stand_in_their_common_forms(id_: str, tickers: set[str]) -> None:
    assert tickers <= set(BY_ID[id_].tickers)


@pytest.mark.parametrize(
    "form", ["Apple", "Meta", "Target", "Gap", "Shell", "Block", "Square", "Visa", "Arm", "Intel", "Snap", "Ford", "X"]
)
def test_ordinary_words_and_surnames_ask_for_context(form: str) -> None:
    owners = [reference for reference in references() if form in reference.names]
    assert owners
    assert all(form in owner.caution for owner in owners)


def test_parts_know_what_they_belong_to() -> None:
    parents = {id_: BY_ID[id_].parent for id_ in ("google", "instagram", "alibaba-cloud", "hang-seng-bank", "beijing")}
    assert parents == {
        "google": "alphabet",
        "instagram": "meta",
        "alibaba-cloud": "alibaba",
        "hang-seng-bank": "hsbc",
        "beijing": "china",
    }


def test_a_bank_is_an_institution_and_no_place_is_named_by_its_adjective() -> None:
    assert {BY_ID[id_].kind for id_ in ("goldman-sachs", "hsbc", "dbs", "emirates-nbd", "icbc")} == {Kind.INSTITUTION}
    adjectives = ["American", "Chinese", "Japanese", "British", "French", "German", "Indian", "European", "Saudi"]
    assert not [word for word in adjectives if ids_of(word)]


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        ([replace(TIN, id="tin")], "the id of 'Tin Works' must be 'tin-works'"),
        ([TIN, TIN], "tin-works: listed twice"),
        ([replace(TIN, aliases=("Tin", ""))], "a form is empty or has spaces around it"),
        ([replace(TIN, tickers=(" TIN",))], "a form is empty or has spaces around it"),
        ([replace(TIN, aliases=("!",))], "a name has no letters"),
        ([replace(TIN, aliases=("Tin Works",))], "listed twice"),
        ([replace(TIN, country="")], "a company needs a country"),
        ([replace(TIN, kind="Firm")], "unknown kind 'Firm'"),  # type: ignore[arg-type]
        ([replace(TIN, caution=frozenset({"Tin"}))], "caution for ['Tin'], which are no names of it"),
        ([replace(TIN, parent="shale")], "unknown parent 'shale'"),
        ([replace(TIN, parent="tin-works")], "unknown parent 'tin-works'"),
        ([TIN, replace(TIN, id="shale", name="Shale")], "shale: must stand before tin-works"),
        (
            [replace(TIN, id="shale", name="Shale", aliases=("TIN WORKS",)), TIN],
            "'tin works' is a name of shale, tin-works",
        ),
        (
            [replace(TIN, id="shale", name="Shale", tickers=("T",)), replace(TIN, tickers=("T",))],
            "'T' is the ticker of",
        ),
    ],
)
def test_each_fault_is_found(entries: list[Reference], fault: str) -> None:
    assert any(fault in found for found in check(entries))


def test_two_entities_may_share_a_name_that_both_are_cautious_with() -> None:
    shared = {"aliases": ("Tin",), "caution": frozenset({"Tin"})}
    assert check([replace(TIN, id="shale", name="Shale", **shared), replace(TIN, **shared)]) == []


def test_a_row_becomes_a_reference() -> None:
    row = "tin-works,Company,Tin Works,Tin|Works of Tin,TIN|TIN.L,GB,,Tin"
    assert list(parsed(f"{HEADER}\n{row}\n", source="x.csv")) == [
        replace(TIN, aliases=("Tin", "Works of Tin"), tickers=("TIN", "TIN.L"), caution=frozenset({"Tin"}))
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id,name\n", "x.csv, line 1: the columns must be id,kind,name"),
        ("", "x.csv, line 1: the columns must be"),
        (f"{HEADER}\ntin-works,Firm,Tin Works,,,GB,,\n", "x.csv, line 2: the kind 'Firm' is none of Company"),
        (f"{HEADER}\ntin-works,Company,Tin Works\n", "x.csv, line 2: 3 fields in place of 8"),
    ],
)
def test_a_list_that_is_written_wrongly_says_where(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        list(parsed(text, source="x.csv"))
