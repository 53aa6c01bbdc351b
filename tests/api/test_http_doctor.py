"""What deserves a look, over HTTP: what `streetgraph doctor` tells, in pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from local_client import TestClient, client_of
from written_graph import NOW, Note

from api.app import create_app
from api.client import Streetgraph
from api.settings import Settings
from graph.bolt import Neo4jAccess
from graph.doctor import Check
from graph.ingest import ingest
from graph.opening import open_store

DOCTOR, JUDGEMENTS = "/v1/doctor", "/v1/resolution/judgements"

pytestmark = pytest.mark.usefixtures("meeting")


def about(client: TestClient, check: Check) -> list[list[str]]:
    return [row["ids"] for row in client.get(DOCTOR, params={"check": check}).json()["data"]]


def test_each_finding_says_which_check_found_it_and_what_it_is_about(client: TestClient) -> None:
    body = client.get(DOCTOR).json()
    assert body["page"]["total"] == body["page"]["returned"] == len(body["data"])
    assert {"check": "may be one", "ids": ["alibaba", "alibaba-group-holding"], "is_damage": False} in [
        {name: row[name] for name in ("check", "ids", "is_damage")} for row in body["data"]
    ]
    assert all(row["what"].endswith((".", "?")) for row in body["data"])


def one_by_one(client: TestClient) -> Iterator[dict[str, Any]]:
    more: dict[str, str] = {}
    while True:
        response = client.get(DOCTOR, params={"limit": 1, **more})
        assert response.status_code == 200, response.text
        yield from response.json()["data"]
        if (cursor := response.json()["page"]["next"]) is None:
            return
        more = {"cursor": cursor}


def test_pages_follow_each_other_in_one_order(client: TestClient) -> None:
    every = client.get(DOCTOR).json()["data"]
    assert list(one_by_one(client)) == every
    assert len(every) > 1


def test_pages_follow_each_other_over_titles_of_any_length(address: str, access: Neo4jAccess) -> None:
    store = open_store(address, access=access)
    for metal in ("tin", "lead", "zinc"):
        note = Note(f"The price of {metal} rose.", "锡" * 1000, date(2025, 2, 24))
        note.document = replace(note.document, url=f"https://news.example/{metal}")
        ingest(store, note.extraction([], []), now=NOW)
    store.close()
    with client_of(create_app(Settings(store=address))) as client:
        every = client.get(DOCTOR).json()["data"]
        assert list(one_by_one(client)) == every
    assert sum("锡" * 1000 in row["what"] for row in every) == 3


def test_a_check_can_be_asked_for_alone_and_must_exist(client: TestClient) -> None:
    assert ["alibaba", "alibaba-group-holding"] in about(client, Check.LOOKALIKE)
    assert {row["check"] for row in client.get(DOCTOR, params={"check": "may be one"}).json()["data"]} == {"may be one"}
    assert client.get(DOCTOR, params={"check": "nothing"}).status_code == 400


def test_what_is_judged_needs_no_look_any_more(client: TestClient) -> None:
    before = about(client, Check.LOOKALIKE)
    given = {"left": "alibaba", "right": "alibaba-group-holding", "verdict": "same"}
    assert client.post(JUDGEMENTS, json=given).status_code == 201
    assert about(client, Check.LOOKALIKE) == [ids for ids in before if ids != ["alibaba", "alibaba-group-holding"]]


def test_the_client_has_a_method_for_it(client: TestClient) -> None:
    graph = Streetgraph(http=client)
    assert [row.ids for row in graph.doctor(check="may be one")] == about(client, Check.LOOKALIKE)
    with pytest.raises(ValueError, match="check"):
        list(graph.doctor(check="nothing"))
