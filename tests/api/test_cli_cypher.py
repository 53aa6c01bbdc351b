"""`streetgraph cypher`: rows for people and for programs, and refusals that say where."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from api.cli.app import app

NAMES = "MATCH (e:Entity) WHERE e.kind = $kind RETURN e.id AS id ORDER BY id"


def test_a_query_prints_a_table(cli: CliRunner) -> None:
    done = cli.invoke(app, ["cypher", NAMES, "kind=Company"])
    assert done.exit_code == 0, done.output
    assert "alibaba" in done.stdout
    assert "amazon" in done.stdout


def test_values_are_json_or_words(cli: CliRunner) -> None:
    done = cli.invoke(
        app, ["cypher", "RETURN $n + 1 AS n, $list AS list, $word AS word", "n=1", "list=[1,2]", "word=x", "--json"]
    )
    assert json.loads(done.stdout)["data"] == {"columns": ["n", "list", "word"], "rows": [[2, [1, 2], "x"]]}


def test_a_query_comes_from_standard_input(cli: CliRunner) -> None:
    done = cli.invoke(app, ["cypher", "-", "--json"], input="RETURN 1 AS one")
    assert json.loads(done.stdout)["page"] == {"returned": 1, "total": 1, "truncated": False, "next": None}


def test_a_query_that_writes_is_refused_with_its_place(cli: CliRunner) -> None:
    done = cli.invoke(app, ["cypher", "MATCH (n) DETACH DELETE n", "--json"])
    assert done.exit_code == 2
    assert json.loads(done.stdout)["error"]["column"] == 11
