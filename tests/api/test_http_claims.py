"""Claims over HTTP: filters, facets, moments, tables, and what claims come to when they are held against each other."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime

import openpyxl
import pyarrow
import pyarrow.parquet
import pytest
from starlette.testclient import TestClient

from api.tables.text import csv_lines, plain
from api.tables.workbook import xlsx
from graph.explore.claim_table import COLUMNS


def ask(client: TestClient, path: str, **query: object) -> dict:
    response = client.get(f"/v1{path}", params=query)
    assert response.status_code == 200, response.text
    return response.json()


def test_filters_take_several_values_between_commas(client: TestClient) -> None:
    found = ask(client, "/claims", type="warning,forecast,opinion", stance="negative", sort="-confidence")
    assert [claim["stance"] for claim in found["data"]] == ["negative"]
    assert ask(client, "/claims", min_value=-6, max_value=-4, unit="percent")["page"]["total"] == 1
    assert ask(client, "/claims", changed_since="2025-03-01T00:00:00Z")["page"]["total"] == 0
    assert ask(client, "/claims", changed_since="2025-02-28")["page"]["total"] == 2


def test_facets_come_with_the_answer_if_they_are_asked_for(client: TestClient) -> None:
    meta = ask(client, "/claims", facets="speaker,stance", limit=1)["meta"]
    counted = {"total": 2, "independent_sources": 2}
    assert meta["facets"]["speaker"] == [{"value": "scott-rubner", "name": "Scott Rubner", **counted}]
    assert {one["value"]: one["total"] for one in meta["facets"]["stance"]} == {"positive": 1, "negative": 1}
    assert ask(client, "/claims")["meta"]["facets"] is None


def test_an_answer_tells_the_moment_and_the_revision_it_is_of(client: TestClient) -> None:
    meta = ask(client, "/claims", as_of="2025-02-10", known_at="2025-03-01")["meta"]
    assert (meta["as_of"], meta["known_at"]) == ("2025-02-10", "2025-03-01T23:59:59.999999Z")
    assert meta["revision"] == ask(client, "/claims")["meta"]["revision"] == 2
    assert ask(client, "/claims", as_of="2025-02-10")["page"]["total"] == 1
    assert ask(client, "/claims", known_at="2025-02-28T23:59:59Z")["page"]["total"] == 0


@pytest.mark.parametrize(
    "query", ["as_of=soon", "known_at=noon", "sort=best", "facets=colour", "format=doc", "min_value=x"]
)
def test_what_cannot_be_asked_is_refused_by_name(client: TestClient, query: str) -> None:
    response = client.get(f"/v1/claims?{query}")
    assert response.status_code == 400
    assert query.partition("=")[0] in response.json()["detail"]


def test_a_claim_of_tomorrow_is_not_there_yet(client: TestClient) -> None:
    newest = ask(client, "/claims")["data"][0]["claim_id"]
    assert ask(client, f"/claims/{newest}")["data"]["is_current"] is True
    assert client.get(f"/v1/claims/{newest}?as_of=2025-01-01").status_code == 404


def table(client: TestClient, name: str, **query: object) -> bytes:
    response = client.get("/v1/claims", params={"format": name, **query})
    assert response.status_code == 200, response.text
    assert f'filename="claims.{name}"' in response.headers["content-disposition"]
    return response.content


def test_all_formats_hold_the_same_rows(client: TestClient) -> None:
    lines = [json.loads(line) for line in table(client, "jsonl").splitlines()]
    [head, *cells] = csv.reader(io.StringIO(table(client, "csv").decode(), newline=""))
    [names, *rows] = openpyxl.load_workbook(io.BytesIO(table(client, "xlsx"))).active.iter_rows(values_only=True)
    arrow = pyarrow.parquet.read_table(io.BytesIO(table(client, "parquet"))).to_pylist()
    assert head == list(names) == list(lines[0]) == list(arrow[0]) == list(COLUMNS)
    assert [dict(zip(names, row, strict=True)) for row in rows] == lines
    assert [row[0] for row in cells] == [line["claim_id"] for line in lines] == [row["claim_id"] for row in arrow]
    assert [(row["low"], row["ticker"], row["start"]) for row in arrow] == [
        (line["low"], line["ticker"], line["start"]) for line in lines
    ]
    assert arrow[0]["published_at"] == date.fromisoformat(lines[0]["published_at"])
    assert arrow[0]["recorded_at"] == datetime(2025, 3, 1, tzinfo=UTC)


def test_a_table_says_whether_it_is_whole(client: TestClient) -> None:
    whole, cut = (client.get("/v1/claims", params={"format": "csv", **more}) for more in ({}, {"limit": 1}))
    assert (whole.headers["x-total-count"], whole.headers["x-truncated"]) == ("2", "false")
    assert (cut.headers["x-total-count"], cut.headers["x-truncated"]) == ("2", "true")
    assert whole.headers["cache-control"] == "private, no-cache"
    assert len(cut.text.splitlines()) == 2


def test_an_accept_header_asks_for_a_table_as_well(client: TestClient) -> None:
    response = client.get("/v1/claims", headers={"accept": "text/csv;q=0.9, application/json;q=0.1"})
    assert response.headers["content-type"].startswith("text/csv")
    assert client.get("/v1/claims", headers={"accept": "*/*"}).headers["content-type"] == "application/json"


def test_a_table_without_rows_has_its_columns_and_types(client: TestClient) -> None:
    empty = pyarrow.parquet.read_table(io.BytesIO(table(client, "parquet", text="nobody said this")))
    assert empty.num_rows == 0
    types = {field.name: field.type for field in empty.schema}
    assert list(types) == list(COLUMNS)
    assert (types["low"], types["published_at"], types["recorded_at"]) == (
        pyarrow.float64(), pyarrow.date32(), pyarrow.timestamp("us", tz="UTC")
    )  # fmt: skip
    assert table(client, "csv", text="nobody said this").decode().strip() == ",".join(COLUMNS)


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula_and_numbers_stay_numbers(lead: str) -> None:
    rows = [[{"quote": f"{lead}1+cmd", "low": -5.0}]]
    columns = {"quote": "text", "low": "number"}
    [_, cells] = csv.reader(io.StringIO(b"".join(csv_lines(columns, rows)).decode(), newline=""))
    assert cells == [f"'{lead}1+cmd", "-5.0"]
    assert plain(-5.0) == -5.0
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(xlsx(columns, rows)))).active
    assert (sheet["A2"].data_type, sheet["A2"].quotePrefix, sheet["B2"].value) == ("s", True, -5)


def test_a_timeline_says_which_part_the_entity_plays(client: TestClient) -> None:
    rows = ask(client, "/entities/goldman/timeline", order="oldest")["data"]
    assert [(row["published_at"], row["parts"]) for row in rows] == [
        ("2025-02-07", ["organisation"]), ("2025-02-21", ["organisation"])
    ]  # fmt: skip


def test_views_follow_the_side_of_the_entity(client: TestClient) -> None:
    spoken = ask(client, "/entities/rubner/views")["data"]
    assert [(row["stance"], row["is_current"]) for row in spoken] == [("negative", True), ("positive", True)]
    [held] = ask(client, "/entities/sp-500/views")["data"]
    assert (held["voice"], held["stance"], held["current_total"]) == ("Scott Rubner", "negative", 2)
    assert ask(client, "/entities/rubner/views", side="subject")["data"] == []


def test_the_street_is_asked_as_one_thing(client: TestClient) -> None:
    found = ask(client, "/entities/sp-500/consensus", window=30)["data"]
    assert (found["entity"]["name"], found["voices"], found["majority"]) == ("S&P 500", 1, "negative")
    assert found["stances"] == {"positive": 0, "negative": 1, "neutral": 0}
    assert [(one["metric"], one["median"]) for one in found["measures"]] == [("return", -5.0)]
    assert ask(client, "/entities/ubs/consensus")["data"]["until"] is None
