"""What `streetgraph doctor` shows, and with which code it ends."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from api.cli import app
from api.cli.doctoring import next_step
from graph.bolt import Neo4jAccess
from graph.doctor import Check, Finding
from graph.opening import open_store

KNOWN = {command.name for command in app.registered_commands}


def test_every_finding_comes_with_what_to_type(cli: CliRunner) -> None:
    result = cli.invoke(app, ["doctor", "--json"])
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)["data"]
    assert [check["check"] for check in found["checks"]] == [check.value for check in Check]
    assert not found["is_damaged"]
    [bank] = [finding for finding in found["findings"] if finding["check"] == "name of several"]
    assert (bank["ids"], bank["next"]) == (["goldman-sachs", "ubs"], "streetgraph entity goldman-sachs")
    shown = cli.invoke(app, ["doctor"]).stdout
    assert "name of several: 1" in shown


@pytest.mark.parametrize("check", Check)
def test_what_to_type_is_a_command(check: Check) -> None:
    word = next_step(Finding(check, ("a", "b", "c"), "…")).split()[1]
    assert word in KNOWN


def test_a_damaged_store_ends_with_five(cli: CliRunner, address: str, access: Neo4jAccess) -> None:
    store = open_store(address, access=access)
    document_id = store.read("documents.list")[0]["id"]
    store.write(lambda run: run("remove.document", document_id=document_id))
    store.close()
    result = cli.invoke(app, ["doctor", "--json"])
    assert result.exit_code == 5
    found = json.loads(result.stdout)["data"]
    assert found["is_damaged"]
    assert {finding["next"] for finding in found["findings"] if finding["is_damage"]} == {"streetgraph verify"}
