"""Reference data on the command line, and what becomes of it over HTTP."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from local_client import TestClient
from typer.testing import CliRunner

from api.cli import app

LEI, CIK = "5493001NTNQJDH60PM02", "0001577552"
SEC = {
    "0": {"cik_str": 1577552, "ticker": "BABA", "title": "Alibaba Group Holding Ltd"},
    "1": {"cik_str": 1018724, "ticker": "AMZN", "title": "AMAZON COM INC"},
}
GLEIF = (
    "LEI,Entity.LegalName,Entity.HeadquartersAddress.Country,Entity.EntityStatus\n"
    f"{LEI},Alibaba Group Holding Limited,CN,ACTIVE\n"
    "INR2EJN1ERAN0W5ZP974,Qqx Garden Sheds Limited,GB,ACTIVE\n"
)


@pytest.fixture
def sec(tmp_path: Path) -> str:
    path = tmp_path / "company_tickers.json"
    path.write_text(json.dumps(SEC), encoding="utf-8")
    return str(path)


@pytest.fixture
def gleif(tmp_path: Path) -> str:
    path = tmp_path / "golden-copy.csv"
    path.write_text(GLEIF, encoding="utf-8")
    return str(path)


def data(cli: CliRunner, *words: str, code: int = 0) -> dict:
    result = cli.invoke(app, ["reference", *words, "--json"])
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)["data"]


def test_a_register_adds_identifiers_to_what_the_graph_knows(cli: CliRunner, sec: str) -> None:
    [first] = data(cli, sec)["files"]
    assert (first["source"], first["records"], first["added"], first["entities"]) == ("sec", 2, 2, 2)
    [again] = data(cli, sec)["files"]
    assert (again["added"], again["unchanged"], again["entities"]) == (0, 2, 0)
    assert data(cli) == [{"source": "sec", "records": 2}]
    shown = cli.invoke(app, ["entity", "1577552"]).stdout
    assert f"CIK: {CIK} (sec)" in shown


def test_of_a_register_of_everybody_only_those_are_kept_that_are_known(cli: CliRunner, gleif: str) -> None:
    [known] = data(cli, gleif)["files"]
    assert (known["records"], known["left_out"], known["added"]) == (2, 1, 1)
    [every] = data(cli, gleif, "--all")["files"]
    assert (every["left_out"], every["added"], every["unchanged"]) == (0, 1, 1)


def test_what_a_register_said_can_be_taken_back(cli: CliRunner, sec: str) -> None:
    before = cli.invoke(app, ["export"]).stdout_bytes
    data(cli, sec)
    assert data(cli, "--take-back", "sec") == {"source": "sec", "taken_back": 2}
    assert cli.invoke(app, ["export"]).stdout_bytes == before
    assert "No registers yet" in cli.invoke(app, ["reference"]).stderr


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["FILE", "--take-back", "sec"], 2, "not both"),
        (["--take-back", "sec"], 4, "no records of a register 'sec'"),
        (["missing.json"], 1, "missing.json cannot be read: No such file or directory"),
        (["BROKEN"], 1, "is of no register that is known"),
        (["WRONG"], 3, "row 2: has no label"),
        (["FILE", "BROKEN"], 3, "is of no register that is known"),
    ],
)
def test_what_cannot_be_read_is_said(
    cli: CliRunner, sec: str, tmp_path: Path, words: list[str], code: int, message: str
) -> None:
    (tmp_path / "notes.txt").write_text("A note on markets.", encoding="utf-8")
    (tmp_path / "names.csv").write_text("id,label,aliases\n1,,x\n2,Amazon,Amazon.com\n", encoding="utf-8")
    names = {"FILE": sec, "BROKEN": str(tmp_path / "notes.txt"), "WRONG": str(tmp_path / "names.csv")}
    result = cli.invoke(app, ["reference", *(names.get(word, word) for word in words)])
    assert result.exit_code == code, result.output
    assert message in result.stderr
    assert "Traceback" not in result.output


def test_identifiers_find_entities_over_http(cli: CliRunner, client: TestClient, sec: str, gleif: str) -> None:
    data(cli, sec, gleif)
    found = client.get(f"/v1/entities/{LEI}").json()["data"]
    assert (found["id"], found["country"]) == ("alibaba", "CN")
    assert {each["scheme"]: each["sources"] for each in found["identifiers"]} == {"cik": ["sec"], "lei": ["gleif"]}
    rows = client.post("/v1/resolve", json={"names": [LEI, CIK, "1577552", "BABA"]}).json()["data"]
    assert [row["entity"]["id"] for row in rows] == ["alibaba"] * 4


def test_the_table_of_claims_has_identifiers(cli: CliRunner, client: TestClient, sec: str, gleif: str) -> None:
    data(cli, sec, gleif)
    table = client.get("/v1/claims", params={"about": "alibaba", "type": "relation", "format": "csv"}).text
    row = next(csv.DictReader(io.StringIO(table)))
    assert (row["ticker"], row["lei"], row["cik"], row["isin"]) == ("BABA", LEI, CIK, "")


def test_documents_that_come_later_are_read_with_the_names_that_were_given(
    cli: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STREETGRAPH_TIER", "fast")
    (tmp_path / "note.txt").write_text(
        "UBS said that the Hangzhou Giant may gain 5% by the end of 2026.", encoding="utf-8"
    )
    (tmp_path / "names.csv").write_text("id,label,aliases\nQ1,Alibaba,Hangzhou Giant\n", encoding="utf-8")

    def subjects() -> str:
        assert cli.invoke(app, ["load", str(tmp_path / "note.txt")]).exit_code == 0
        return cli.invoke(app, ["claims", "--speaker", "ubs", "--about", "alibaba", "--json"]).stdout

    assert "Hangzhou" not in subjects()
    data(cli, str(tmp_path / "names.csv"))
    assert "Hangzhou" in subjects()  # though the text is the same
