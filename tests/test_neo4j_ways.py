"""Which Neo4j the tests take, whatever a machine has."""

from __future__ import annotations

import pytest
from neo4j_ways import Way, first_way, has_docker, reason_against

EVERYTHING = {"given": True, "maven": True, "java": 17, "docker": True}


@pytest.mark.parametrize(
    ("lacking", "expected"),
    [
        ({}, Way.GIVEN),
        ({"given": False}, Way.MAVEN),
        ({"given": False, "java": 21, "docker": False}, Way.MAVEN),
        ({"given": False, "maven": False}, Way.CONTAINER),
        ({"given": False, "java": 11}, Way.CONTAINER),
        ({"given": False, "java": None}, Way.CONTAINER),
        ({"maven": False, "java": None, "docker": False}, Way.GIVEN),
        ({"given": False, "maven": False, "docker": False}, None),
        ({"given": False, "java": 11, "docker": False}, None),
    ],
)
def test_a_given_server_comes_before_maven_and_maven_before_a_container(
    lacking: dict[str, object], expected: Way | None
) -> None:
    assert first_way(**{**EVERYTHING, **lacking}) == expected


@pytest.mark.parametrize(
    ("maven", "java", "said"),
    [(True, 11, "Java 11 is too old"), (False, 17, "needs Java 17 or newer with Maven"), (True, None, "needs Java 17")],
)
def test_where_there_is_no_way_every_one_is_named(maven: bool, java: int | None, said: str) -> None:
    reason = reason_against(maven=maven, java=java)
    assert said in reason
    assert "Docker" in reason
    assert "NEO4J_TEST_URI" in reason


def test_a_docker_that_does_not_answer_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCKER_HOST", "tcp://127.0.0.1:1")
    assert not has_docker()
