"""Sixty questions of analysts pass the guard, and both engines give the same answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from engines import ran_on
from neo4j_server import Neo4jServer
from stories import doubt, pairing, quarter

from graph import Store, ingest, open_store, queries
from graph.cypher import Answer, Console
from graph.cypher.guard import allowed

HERE = Path(__file__).parent
PARAMETERS = {
    "company": "apple",
    "from": "2025-02-01",
    "ids": ["apple", "ubs", "nobody"],
    "least": 9.5,
    "rows": [{"id": "apple", "weight": 2}, {"id": "ubs", "weight": 1}],
    "to": "2025-02-25",
    "words": "apple",
}


def questions() -> list[str]:
    blocks = (HERE / "questions.txt").read_text(encoding="utf-8").split("\n\n")[1:]
    return [block.strip() for block in blocks]


def given(text: str) -> dict[str, object]:
    return {name: value for name, value in PARAMETERS.items() if f"${name}" in text}


@pytest.fixture(scope="module")
def file_console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    store = open_store(f"ladybug:{tmp_path_factory.mktemp('questions') / 'graph.lbug'}")
    yield from console_over(store)


@pytest.fixture(scope="module")
def server_console(running_neo4j: Neo4jServer) -> Iterator[Console]:
    running_neo4j.clear()
    yield from console_over(open_store(running_neo4j.uri, access=running_neo4j.access))


def console_over(store: Store) -> Iterator[Console]:
    for extraction in (pairing(), quarter(), doubt()):
        ingest(store, extraction, now=datetime.fromisoformat("2025-03-01T09:30:00+00:00"))
    console = Console(store)
    yield console
    console.close()
    store.close()


def test_there_are_sixty_questions() -> None:
    assert len(set(questions())) >= 60


@pytest.mark.parametrize("text", questions())
def test_a_question_is_answered(file_console: Console, text: str, request: pytest.FixtureRequest) -> None:
    ran_on(request.node, "ladybug")
    answer = file_console.ask(text, given(text))
    assert answer.columns
    assert all(len(row) == len(answer.columns) for row in answer.rows)


def test_every_engine_gives_the_same_answers(
    file_console: Console, server_console: Console, request: pytest.FixtureRequest
) -> None:
    ran_on(request.node, "neo4j")
    differing = {}
    for text in questions():
        file, server = (comparable(console.ask(text, given(text))) for console in (file_console, server_console))
        if file != server:
            differing[text] = (file, server)
    assert not differing, json.dumps(differing, indent=1)


def comparable(answer: Answer) -> list[object]:
    """The answer, with rows and collected lists in one order where the question asks for none."""
    rows = [[sorted(value) if is_texts(value) else value for value in row] for row in answer.rows]
    return [answer.columns, sorted(rows, key=json.dumps)]


def is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


@pytest.mark.parametrize("name", [name for name in queries.names() if queries.query(name).mode == "read"])
@pytest.mark.parametrize("engine", ["ladybug", "neo4j"])
def test_the_queries_that_come_with_it_pass_too(name: str, engine: str) -> None:
    query = queries.query(name, engine)
    if query.text.startswith("CALL"):
        pytest.skip("what subqueries with CALL may do is more than reading")
    parameters = {parameter.name: "x" for parameter in query.params}
    assert allowed(query.text, parameters, engine).text
