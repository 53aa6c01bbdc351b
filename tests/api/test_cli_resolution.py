"""Who is who on the command line: resolve, review, judge, and what was judged."""

from __future__ import annotations

import json
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from api.cli import app

pytestmark = pytest.mark.usefixtures("meeting")


def run(cli: CliRunner, *words: str, typed: str | None = None) -> Result:
    return cli.invoke(app, list(words), input=typed)


def data(cli: CliRunner, *words: str) -> Any:
    done = run(cli, *words, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)["data"]


def exported(cli: CliRunner) -> bytes:
    return run(cli, "export").stdout_bytes


def ids(rows: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(row["left"]["id"], row["right"]["id"]) for row in rows]


def test_resolve_shows_what_it_would_merge_and_merges_when_told(cli: CliRunner) -> None:
    before = exported(cli)
    shown = run(cli, "resolve")
    assert "Pairs: 1 are surely one; 1 may be one" in shown.stdout
    assert "resolve --apply" in shown.stderr
    assert exported(cli) == before
    applied = data(cli, "resolve", "--apply")
    assert ids(applied["sure"]) == [("alibaba", "alibaba-group-holding")]
    assert (applied["applied"], applied["documents"], applied["unsure"]) == (True, 1, 1)
    assert data(cli, "entity", "alibaba-group-holding")["id"] == "alibaba"
    assert data(cli, "resolve", "--apply")["sure"] == []


def test_a_judgement_is_made_listed_and_undone(cli: CliRunner) -> None:
    before = exported(cli)
    made = run(cli, "judge", "Scott Rubner", "s-rubner", "same", "--why", "He signs so.", "--by", "jane")
    assert made.stdout == "scott-rubner and s-rubner are one, scott-rubner\n"
    [held] = data(cli, "judgements")
    assert (held["why"], held["by"], held["verdict"]) == ("He signs so.", "jane", "same")
    assert f"judge --undo {held['id']}" in made.stderr
    assert "scott-rubner" in run(cli, "judgements", "--entity", "s-rubner").stdout
    assert data(cli, "judge", "--undo", held["id"])["undone"] is True
    assert exported(cli) == before


def test_review_shows_each_pair_and_does_what_is_answered(cli: CliRunner) -> None:
    before = exported(cli)
    done = run(cli, "review", "--all", "--by", "jane", typed="s\nz\nd\nu\n")
    assert "1 of 2" in done.stdout
    assert "“Alibaba Group Holding Ltd met S. Rubner.”" in " ".join(done.stdout.split())
    assert "Judged: 1 different, 1 unsure" in done.stdout
    assert {(row["right"], row["verdict"], row["by"]) for row in data(cli, "judgements")} == {
        ("alibaba-group-holding", "different", "jane"),
        ("s-rubner", "unsure", "jane"),
    }
    assert data(cli, "review", "--all") == []
    for row in data(cli, "judgements"):
        run(cli, "judge", "--undo", row["id"])
    assert exported(cli) == before


def test_a_review_ends_where_nobody_answers_and_skips_what_is_not_decided(cli: CliRunner) -> None:
    assert "Judged: nothing" in run(cli, "review", typed="z\n\n").stdout
    assert "Judged: nothing" in run(cli, "review", typed="").stdout
    assert ids(data(cli, "review")) == [("scott-rubner", "s-rubner")]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("judge", "alibaba", "ubs"), 2, "Give two entities and a verdict"),
        (("judge", "alibaba", "ubs", "equal"), 2, "'equal' is no verdict"),
        (("judge", "alibaba", "BABA", "same"), 1, "are one entity already"),
        (("judge", "alibaba", "nobody", "same"), 4, "No entity is called 'nobody'"),
        (("judge", "--undo", "nothing"), 4, "No judgement has the id 'nothing'"),
        (("judgements", "--verdict", "equal"), 2, "'equal' is no verdict"),
    ],
)
def test_what_cannot_be_judged_says_why(cli: CliRunner, words: tuple[str, ...], code: int, message: str) -> None:
    done = run(cli, *words)
    assert (done.exit_code, message in done.stderr) == (code, True), done.stderr


def test_a_conflict_names_the_judgement_that_stands_against_it(cli: CliRunner) -> None:
    run(cli, "judge", "ubs", "alibaba", "different")
    run(cli, "judge", "ubs", "amazon", "same")
    done = run(cli, "judge", "amazon", "alibaba", "same")
    [held] = data(cli, "judgements", "--verdict", "different")
    assert done.exit_code == 1
    assert held["id"] in done.stderr
