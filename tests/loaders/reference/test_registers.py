"""The files of registers, each in the form that the register gives, cut down to a few rows."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from graph.model import Kind
from graph.records import Record
from loaders.errors import DocumentUnreadable
from loaders.reference.entries import Entry, RowFault
from loaders.reference.registers import Register, opened

SEC = {
    "0": {"cik_str": 1652044, "ticker": "GOOGL", "title": "Alphabet Inc."},
    "1": {"cik_str": 320193, "ticker": "AAPL", "title": "Apple Inc."},
    "2": {"cik_str": 1652044, "ticker": "GOOG", "title": "Alphabet Inc."},
}
SEC_EXCHANGES = {
    "fields": ["cik", "name", "ticker", "exchange"],
    "data": [[320193, "Apple Inc.", "AAPL", "Nasdaq"], [12927, "BOEING CO", "BA", "NYSE"]],
}
GLEIF = (
    '"LEI","Entity.LegalName","Entity.OtherEntityNames.OtherEntityName.1","Entity.LegalAddress.Country",'
    '"Entity.HeadquartersAddress.Country","Entity.EntityCategory","Entity.EntityStatus","Registration.RegistrationStatus"\n'
    '"5493001NTNQJDH60PM02","Alibaba Group Holding Limited","阿里巴巴集团控股有限公司","KY","CN",'
    '"GENERAL","ACTIVE","ISSUED"\n'
    '"HWUPKR0MPOU8FGXBT394","APPLE INC.","","US","US","GENERAL","ACTIVE","ISSUED"\n'
    '"INR2EJN1ERAN0W5ZP974","Some Growth Fund","","US","US","FUND","ACTIVE","ISSUED"\n'
    '"8I5DZWZKVSZI1NUHU748","An Old Company","","US","US","GENERAL","INACTIVE","RETIRED"\n'
    '"8I5DZWZKVSZI1NUHU749","A Wrong Number Company","","US","US","GENERAL","ACTIVE","ISSUED"\n'
)
ISINS = "LEI,ISIN\n5493001NTNQJDH60PM02,US01609W1027\n5493001NTNQJDH60PM02,US01609W1028\n"
FIGI = [
    {
        "data": [
            {
                "figi": "BBG000B9XRY4",
                "name": "APPLE INC",
                "ticker": "AAPL",
                "exchCode": "US",
                "compositeFIGI": "BBG000B9XRY4",
                "shareClassFIGI": "BBG001S5N8V8",
                "securityType": "Common Stock",
                "marketSector": "Equity",
            },
            {
                "figi": "BBG000BLNNH6",
                "name": "HANG SENG BANK",
                "ticker": "11",
                "exchCode": "HK",
                "marketSector": "Equity",
            },
            {"figi": "BBG000BPH459", "name": "AAPL 3 05/10/27", "ticker": "AAPL 3", "marketSector": "Corp"},
        ]
    },
    {"warning": "No identifier found."},
]
MARKETS = (
    '"MIC","OPERATING MIC","OPRT/SGMT","MARKET NAME-INSTITUTION DESCRIPTION","LEGAL ENTITY NAME","LEI","ACRONYM",'
    '"ISO COUNTRY CODE (ISO 3166)","STATUS"\n'
    '"XNYS","XNYS","OPRT","NEW YORK STOCK EXCHANGE, INC.","NEW YORK STOCK EXCHANGE, INC.","","NYSE","US","ACTIVE"\n'
    '"ARCX","XNYS","SGMT","NYSE ARCA","NYSE ARCA, INC.","","","US","ACTIVE"\n'
    '"XOLD","XOLD","OPRT","OLD EXCHANGE","","","","US","EXPIRED"\n'
)
NAMES = (
    "id,label,aliases,kind,tickers,isin,country\n"
    "Q1359568,Alibaba Group,阿里巴巴集团|BABA Group,company,BABA;9988.HK,US01609W1027,CN\n"
    ',Tin Works,"Tin, Works and Sons",,,,GB\n'
    "Q1,,nothing,,,,\n"
    "Q2,Copper Works,,firm,,,\n"
    "Q3,Zinc Works,,,,US01609W1028,\n"
    "Q4,Lead Works,,,,,Peru\n"
)
NAME_OBJECTS = [
    {"id": "http://www.wikidata.org/entity/Q312", "label": "Apple", "aliases": ["Apple Inc.", "苹果公司"]},
    {"id": "Q5", "label": None},
]
SPARQL = {
    "head": {"vars": ["item", "itemLabel", "itemAltLabel"]},
    "results": {
        "bindings": [
            {
                "item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q312"},
                "itemLabel": {"xml:lang": "en", "type": "literal", "value": "Apple"},
                "itemAltLabel": {"type": "literal", "value": "Apple Computer, Apple Inc."},
            }
        ]
    },
}


def read(path: Path, source: str = "") -> tuple[Register, list[Record], list[RowFault]]:
    with opened(path, source=source) as (register, entries):
        every: list[Entry] = list(entries)
    records = [entry for entry in every if isinstance(entry, Record)]
    return register, records, [entry for entry in every if isinstance(entry, RowFault)]


@pytest.fixture
def written(tmp_path: Path):
    def write(content: object, name: str = "given.dat") -> Path:
        path = tmp_path / name
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    return write


def test_the_list_of_the_sec_gives_each_company_once_with_all_its_tickers(written) -> None:
    register, records, faults = read(written(SEC))
    assert (register.source, register.lists_everybody, faults) == ("sec", False, [])
    assert [(each.id, each.name, each.tickers) for each in records] == [
        ("sec:0001652044", "Alphabet Inc.", ("GOOGL", "GOOG")),
        ("sec:0000320193", "Apple Inc.", ("AAPL",)),
    ]
    assert records[1].identifiers == {("cik", "0000320193")}
    assert records[1].kind is Kind.COMPANY


def test_a_class_of_shares_is_written_as_usual(written) -> None:
    _, [record], _ = read(written({"0": {"cik_str": 1067983, "ticker": "BRK-B", "title": "BERKSHIRE HATHAWAY INC"}}))
    assert record.tickers == ("BRK.B",)


def test_the_list_of_the_sec_with_exchanges_gives_their_market_codes(written) -> None:
    _, records, _ = read(written(SEC_EXCHANGES))
    assert [(each.name, each.exchanges) for each in records] == [("Apple Inc.", ("XNAS",)), ("BOEING CO", ("XNYS",))]


def test_a_row_of_the_sec_without_a_company_is_named(written) -> None:
    _, records, faults = read(
        written({**SEC, "3": {"cik_str": "none", "ticker": "X", "title": "X"}, "4": {"ticker": "Y"}})
    )
    assert len(records) == 2
    assert [fault.row for fault in faults] == [4, 5]
    assert "'none' is no CIK" in faults[0].reason


def test_the_golden_copy_gives_active_entities_with_the_country_of_their_headquarters(written) -> None:
    register, records, faults = read(written(GLEIF))
    assert (register.source, register.lists_everybody) == ("gleif", True)
    assert [(each.key, each.name, each.aliases, each.country) for each in records] == [
        ("5493001NTNQJDH60PM02", "Alibaba Group Holding Limited", ("阿里巴巴集团控股有限公司",), "CN"),
        ("HWUPKR0MPOU8FGXBT394", "APPLE INC.", (), "US"),
    ]
    assert faults == [RowFault(6, "'8I5DZWZKVSZI1NUHU749' is no LEI")]


def test_the_list_of_isins_ties_each_to_who_issued_it(written) -> None:
    register, records, faults = read(written(ISINS))
    assert register.source == "gleif-isin"
    assert [each.identifiers for each in records] == [{("lei", "5493001NTNQJDH60PM02"), ("isin", "US01609W1027")}]
    assert [fault.row for fault in faults] == [3]


def test_results_of_openfigi_give_shares_with_tickers_as_they_are_written(written) -> None:
    register, records, faults = read(written(FIGI))
    assert register.source == "openfigi"
    assert [(each.tickers, each.exchanges) for each in records] == [(("AAPL",), ()), (("0011.HK",), ("XHKG",))]
    assert records[0].identifiers == {("figi", "BBG000B9XRY4"), ("figi", "BBG001S5N8V8")}
    assert faults == [RowFault(2, "No identifier found.")]


def test_market_codes_give_those_who_run_a_market(written) -> None:
    register, records, faults = read(written(MARKETS))
    assert (register.source, faults) == ("iso10383", [])
    [market] = records
    assert (market.key, market.kind, market.country, market.aliases) == ("XNYS", Kind.INSTITUTION, "US", ("NYSE",))
    assert market.identifiers == {("mic", "XNYS")}


def test_a_table_of_names_is_its_own_register(written) -> None:
    register, records, faults = read(written(NAMES, "My Names.csv"))
    assert register.source == "my-names"
    assert [(each.id, each.aliases, each.kind) for each in records] == [
        ("my-names:Q1359568", ("阿里巴巴集团", "BABA Group"), Kind.COMPANY),
        ("my-names:tin-works", ("Tin, Works and Sons",), None),
    ]
    assert records[0].tickers == ("BABA", "9988.HK")
    assert records[0].identifiers == {("wikidata", "Q1359568"), ("isin", "US01609W1027")}
    assert [(fault.row, fault.reason.partition(" is n")[0]) for fault in faults] == [
        (4, "has no label"),
        (5, "the kind 'firm'"),
        (6, "'US01609W1028'"),
        (7, "'Peru'"),
    ]


@pytest.mark.parametrize(
    "content", [NAME_OBJECTS, "\n".join(map(json.dumps, NAME_OBJECTS)), SPARQL], ids=["list", "lines", "sparql"]
)
def test_tables_of_names_come_as_json_too(written, content: object) -> None:
    register, [apple], faults = read(written(content), source="wiki")
    assert register.source == "wiki"
    assert (apple.id, apple.name, "Apple Inc." in apple.aliases) == ("wiki:Q312", "Apple", True)
    assert [fault.reason for fault in faults] == ([] if content is SPARQL else ["has no label"])


def test_a_packed_file_is_read_as_what_is_in_it(tmp_path: Path) -> None:
    zipped, packed, several = (tmp_path / name for name in ("a.zip", "b.gz", "c.zip"))
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("20250101-golden-copy.csv", GLEIF)
    packed.write_bytes(gzip.compress(GLEIF.encode()))
    assert read(zipped)[1] == read(packed)[1] != []
    with zipfile.ZipFile(several, "w") as archive:
        archive.writestr("a.csv", GLEIF)
        archive.writestr("b.csv", GLEIF)
    with pytest.raises(DocumentUnreadable, match="an archive of 2 files"):
        read(several)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "is empty"),
        ("Goldman raised its target.\n", "is of no register that is known"),
        ("name,price\nApple,3\n", "is of no register that is known"),
        ('{"a": 1}', "is of no register that is known"),
        ('{"0": {"cik_str": 1, "title"', "is JSON that is damaged"),
    ],
)
def test_what_is_no_register_says_so(written, content: str, complaint: str) -> None:
    with pytest.raises(DocumentUnreadable, match=complaint):
        read(written(content))


def test_a_table_of_names_cannot_pass_for_a_register(written) -> None:
    with pytest.raises(DocumentUnreadable, match="cannot be called 'sec'"):
        read(written(NAMES), source="sec")


def test_a_large_table_is_read_as_it_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "gleif.csv"
    row = GLEIF.splitlines()[1]
    with path.open("w", encoding="utf-8") as file:
        file.write(GLEIF.splitlines()[0] + "\n")
        for _ in range(20_000):
            file.write(row + "\n")
        file.write('"unfinished')
    with opened(path) as (_, entries):
        first = next(entries)
        assert isinstance(first, Record)
        assert first.country == "CN"


@pytest.mark.parametrize("packed", [gzip.compress(GLEIF.encode())[:-40], b"PK\x03\x04 and no more"])
def test_a_packed_file_that_is_cut_off_says_so(tmp_path: Path, packed: bytes) -> None:
    (tmp_path / "cut.bin").write_bytes(packed)
    with pytest.raises(DocumentUnreadable, match="is a packed file that is damaged"):
        read(tmp_path / "cut.bin")


def test_letters_of_windows_are_read(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes("id,label,aliases\n1,L'Oréal,Oréal\n".encode("cp1252"))
    assert read(path)[1][0].name == "L'Oréal"
