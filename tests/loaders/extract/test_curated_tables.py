"""Curated tables: each row is a claim of whom it names, and its cells are the words that the claim rests on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.checking import check
from graph.model import ClaimType, Document, Extraction, Kind, Modality
from loaders import curated
from loaders.documents import Reading, parse_all
from loaders.errors import DocumentUnreadable, Failure
from loaders.pipeline import extract
from loaders.sources.columns import Columns, columns_of

PAIRS = "by,a,b,date\nUBS,BABA,Amazon.com,2025-02-20\nShale & Co. Ltd,Foo Metals Inc.,Meta,\n"
TARGETS = """by;subject;metric;value;low;high;unit;date
Goldman Sachs;CSI 300;index target;4,700;;;points;2025-02-20
UBS;NVDA;Price target;;100;120;usd;2025-02-21
UBS;Nvidia;margin;55%;;;;
"""


def read(table: str, columns: str = "") -> list[Extraction]:
    outcomes = list(parse_all(table.encode(), source="t.csv", reading=Reading(columns_of(columns))))
    assert all(isinstance(one, Document) for one in outcomes), outcomes
    found = [extract(one) for one in outcomes if isinstance(one, Document)]
    for one in found:
        check(one)
    return found


def refusal(row: str, columns: str = "by,subject,metric,value,low,high,unit,date") -> str:
    [outcome] = parse_all(f"{columns}\n{row}\n".encode(), source="t.csv")
    assert isinstance(outcome, Failure), outcome
    return outcome.reason


def test_a_row_of_pairs_is_a_claim_that_two_are_set_against_each_other() -> None:
    first, second = read(PAIRS)
    assert [(one.a, one.b, one.by) for one in first.pairs + second.pairs] == [
        ("alibaba", "amazon", "ubs"),
        ("foo-metals", "meta", "shale"),
    ]
    assert first.document.published_at == date(2025, 2, 20)
    assert second.document.published_at is None
    assert first.pairs[0].evidence.quote == "UBS | BABA | Amazon.com | 2025-02-20"
    assert {entity.id: entity.kind for entity in second.entities} == {
        "foo-metals": Kind.COMPANY,
        "meta": Kind.COMPANY,
        "shale": Kind.INSTITUTION,
    }


def test_a_row_of_targets_is_a_claim_with_its_number() -> None:
    claims = [claim for one in read(TARGETS) for claim in one.claims]
    assert [(one.type, one.speaker, one.about) for one in claims] == [
        (ClaimType.TARGET, "goldman-sachs", ("csi-300",)),
        (ClaimType.TARGET, "ubs", ("nvidia",)),
        (ClaimType.FIGURE, "ubs", ("nvidia",)),
    ]
    figures = [one.figures[0] for one in claims]
    assert [(one.metric, one.low, one.high, one.unit, one.evidence.quote) for one in figures] == [
        ("index_target", 4700.0, 4700.0, "points", "4,700 | points"),
        ("price_target", 100.0, 120.0, "USD", "100 | 120 | usd"),
        ("margin", 55.0, 55.0, "percent", "55%"),
    ]


def test_what_somebody_else_gives_for_a_period_is_expected_by_a_person_for_a_firm() -> None:
    [one] = read("by,org,subject,metric,value,unit,period\nAnn Brook,UBS,NVDA,EPS,3.5,USD,FY2026\n")
    [claim] = one.claims
    assert (claim.speaker, claim.org, claim.type, claim.modality) == (
        "ann-brook",
        "ubs",
        ClaimType.FORECAST,
        Modality.EXPECTED,
    )
    assert claim.figures[0].period == "FY2026"


def test_columns_of_other_names_are_given() -> None:
    [one] = read(
        "bank,name,what,number,ccy\nUBS,Nvidia,eps,3.5,USD\n", "by=bank,subject=name,metric=what,value=number,unit=ccy"
    )
    assert one.claims[0].figures[0].low == 3.5


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",NVDA,eps,1,,,USD,", "t.csv:1 names nothing under `by`"),
        ("UBS,NVDA,prise target,1,,,USD,", "is no metric. Did you mean price_target?"),
        ("UBS,NVDA,eps,dear,,,USD,", "has 'dear' for a number"),
        ("UBS,NVDA,eps,nan,,,USD,", "has 'nan' for a number"),
        ("UBS,NVDA,eps,1,,,shells,", "has the unit 'shells'"),
        ("UBS,NVDA,eps,1,,,,", "has no `unit`"),
        ("UBS,NVDA,eps,,5,,USD,", "has no number: give a `value`, or a `low` and a `high`"),
        ("UBS,NVDA,eps,,5,4,USD,", "has a `low` of 5 above its `high` of 4"),
        ("UBS,NVDA,eps,1,,,USD,03/04/2025", "write it as 2025-03-04"),
        ("UBS,NVDA | AMD,eps,1,,,USD,", "has a | in"),
        ("UBS,NVDA,eps,1,,,USD,2025-03-04,more", "has more cells than there are columns"),
    ],
)
def test_a_row_that_is_wrong_says_which_cell(row: str, reason: str) -> None:
    assert reason in refusal(row)


def test_a_row_that_is_wrong_keeps_none_of_the_others_out() -> None:
    table = TARGETS + "UBS;;eps;1;;;USD;\nUBS;Nvidia;eps;1;;;USD;\n"
    outcomes = list(parse_all(table.encode(), source="t.csv"))
    assert [isinstance(one, Document) for one in outcomes] == [True, True, True, False, True]


def test_nobody_is_set_against_himself() -> None:
    [row] = parse_all(b"by,a,b\nUBS,Meta,Facebook\n", source="t.csv")
    assert isinstance(row, Document)
    with pytest.raises(DocumentUnreadable, match=r"t\.csv:1 sets Meta against itself"):
        extract(row)


@pytest.mark.parametrize(
    "names", [["a", "b"], ["by", "a"], ["subject", "metric", "value"], ["by", "subject", "metric"]]
)
def test_columns_that_make_no_claim_are_no_curated_table(names: list[str]) -> None:
    assert not Columns().holds_documents(names)


CELL = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="|"), min_size=1).filter(
    lambda cell: any(map(str.isalnum, cell))
)


@given(by=CELL, a=CELL, b=CELL)
def test_each_cell_stands_in_the_text_where_its_row_says(by: str, a: str, b: str) -> None:
    text = curated.text_of({"by": by, "a": a, "b": b, "date": ""})
    [row] = curated.rows_in(text)
    assert {name: cell.text for name, cell in row.cells.items()} == {
        name: " ".join(words.split()) for name, words in {"by": by, "a": a, "b": b}.items()
    }
    assert all(text[cell.start : cell.end] == cell.text for cell in row.cells.values())


@pytest.mark.parametrize("text", ["by | a | b", "by | a | b\nUBS | Meta", "by, a, b\nUBS, Meta, Lyft", "a | b\n1 | 2"])
def test_a_text_that_only_looks_like_a_table_is_prose(text: str) -> None:
    assert not curated.rows_in(text)
