"""A server of one's own: there when it is asked for, gone afterwards, and with nothing of anybody else's."""

from __future__ import annotations

from pathlib import Path

import httpx2 as httpx
import pytest

from api.client import Streetgraph
from api.client.local import ServerNotStarted, running_server


def test_it_answers_reads_files_and_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREETGRAPH_STORE", "ladybug:/nowhere/at/all.db")  # what is set for others is not for it
    monkeypatch.setenv("STREETGRAPH_REQUIRE_KEYS", "true")
    note = tmp_path / "note.txt"
    note.write_text("UBS draws the map\n\nUBS benchmarks Alibaba against Amazon.\n", encoding="utf-8")
    with running_server() as address, Streetgraph(address) as graph:
        job = graph.upload(note, wait=300)
        assert [(one.label, one.state) for one in job.documents] == [("note.txt", "added")]
        assert next(graph.pairs(by="UBS")).b == "Amazon"
        assert graph.cypher("MATCH (d:Document) RETURN count(d) AS n").rows == [[1]]
    with pytest.raises(httpx.ConnectError):
        httpx.get(address)


def test_one_that_cannot_start_says_why() -> None:
    with (
        pytest.raises(ServerNotStarted, match=r"no address of a store|Cannot|mysql"),
        running_server("mysql://nowhere"),
    ):
        pass
