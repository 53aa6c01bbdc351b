"""How the ways in log in to Neo4j, and what they say and hide when that fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from neo4j_server import Neo4jServer, free_port
from starlette.testclient import TestClient
from typer.testing import CliRunner

from api.app import create_app
from api.cli import app
from api.errors import SettingInvalid
from api.settings import Settings
from api.settings_list import listed


def test_the_password_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("swordfish\n")
    assert Settings(neo4j_password_file=tmp_path / "secret").neo4j_access.password == "swordfish"
    with pytest.raises(SettingInvalid, match="NEO4J_PASSWORD_FILE"):
        _ = Settings(neo4j_password_file=tmp_path / "nothing").neo4j_access


def test_every_time_out_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "USER": "reader", "PASSWORD": "x", "DATABASE": "news", "CONNECT_TIMEOUT": "2", "QUERY_TIMEOUT": "3.5",
        "RETRY_TIME": "0", "POOL_SIZE": "7",
    }.items():  # fmt: skip
        monkeypatch.setenv(f"STREETGRAPH_NEO4J_{name}", value)
    access = Settings().neo4j_access
    assert (access.user, access.password, access.database) == ("reader", "x", "news")
    assert (access.connect_timeout_seconds, access.query_timeout_seconds, access.retry_seconds) == (2, 3.5, 0)
    assert access.pool_size == 7


def test_the_password_is_shown_nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("STREETGRAPH_NEO4J_PASSWORD", "swordfish")
    assert "swordfish" not in str(listed(Settings())) + repr(Settings()) + repr(Settings().neo4j_access)
    for words in (["config"], ["config", "--json"], ["stats", "--store", f"bolt://127.0.0.1:{free_port()}"]):
        result = CliRunner().invoke(app, words)
        assert "swordfish" not in result.output
    (tmp_path / "secret").write_text("swordfish")
    given = json.loads(CliRunner().invoke(app, ["config", "--json"]).stdout)["data"]
    assert {one["name"]: one["value"] for one in given}["neo4j_user"] == "neo4j"


@pytest.mark.parametrize("command", [["stats"], ["load", "-"], ["init-store"], ["query", "documents.list"]])
def test_a_server_that_is_not_there_ends_a_command_with_one_sentence(command: list[str]) -> None:
    result = CliRunner().invoke(app, [*command, "--store", f"bolt://127.0.0.1:{free_port()}"], input="UBS rose.")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: No Neo4j answers at bolt://127.0.0.1:")
    assert "Traceback" not in result.stderr


def test_a_wrong_password_ends_a_command_with_one_sentence(neo4j_server: Neo4jServer) -> None:
    environment = {"STREETGRAPH_STORE": neo4j_server.uri, "STREETGRAPH_NEO4J_USER": "nobody"}
    result = CliRunner(env={**environment, "STREETGRAPH_NEO4J_PASSWORD": "swordfish"}).invoke(app, ["stats"])
    assert result.exit_code == 1
    assert "refuses the user 'nobody'" in result.stderr
    assert "swordfish" not in result.output


def test_a_store_that_nobody_made_is_said_so_and_not_made(neo4j_server: Neo4jServer) -> None:
    neo4j_server.query("MATCH (s:Schema) DETACH DELETE s")
    access = neo4j_server.access
    environment = {
        "STREETGRAPH_STORE": neo4j_server.uri,
        "STREETGRAPH_NEO4J_USER": access.user,
        "STREETGRAPH_NEO4J_PASSWORD": str(access.password),
    }
    result = CliRunner(env=environment).invoke(app, ["claims"])
    assert result.exit_code == 1
    assert "There is no store at" in result.stderr
    assert "streetgraph load PATH" in result.stderr
    assert neo4j_server.query("MATCH (s:Schema) RETURN s") == []


def test_the_http_server_does_not_start_without_its_store() -> None:
    settings = Settings(store=f"bolt://127.0.0.1:{free_port()}")
    with pytest.raises(Exception, match="No Neo4j answers"), TestClient(create_app(settings)):
        pass
