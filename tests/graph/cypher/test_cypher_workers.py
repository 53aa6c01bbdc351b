"""The processes that run users' queries end when the server does, and nobody is told another reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from graph.cypher import Limits, workers
from graph.cypher.workers import Program, Workers
from graph.errors import StoreUnavailable


def program(preparation: Mapping[str, Any] | None = None) -> Program:
    return Program("waiting_program", {}, Path("/"), frozenset(), grace_seconds=60, preparation=preparation)


@pytest.fixture
def waiting() -> Iterator[Workers]:
    """Workers whose queries last until they are ended."""
    with closing(Workers(program(), Limits(seconds=60))) as processes:
        yield processes


def test_who_waits_for_an_answer_when_the_server_closes_is_told_that(waiting: Workers) -> None:
    is_ready = Event()
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(waiting.ask, {"wait": True}, is_ready.set)
        assert is_ready.wait(60)
        waiting.close()
        with pytest.raises(StoreUnavailable, match="closing"):
            asking.result(60)


def test_nothing_is_started_once_they_are_closed(waiting: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Program] = []
    waiting.close()
    monkeypatch.setattr(workers, "Worker", started.append)
    with pytest.raises(StoreUnavailable, match="closing"):
        waiting.ask({"text": "RETURN 1 AS one"})
    assert not started


def test_what_hinders_it_is_answered_as_long_as_it_does() -> None:
    with closing(Workers(program({"failure": "away"}), Limits())) as processes:
        for _ in range(2):
            assert processes.ask({"text": ""}) == {"failure": "away"}
