"""Timelines, views and consensus on the command line."""

from __future__ import annotations

import pytest
from test_cli_asking import answer, shown
from typer.testing import CliRunner

from api.cli import app


def test_the_street_is_shown_with_its_sides_and_numbers(cli: CliRunner) -> None:
    table = shown(cli, "consensus", "S&P 500")
    for part in ("S&P 500", "1 voices", "▼ 1", "return", "−5"):
        assert part in table
    found = answer(cli, "consensus", "S&P 500", "--as-of", "2025-02-10")["data"]
    assert (found["majority"], found["measures"]) == ("positive", [])


def test_views_follow_the_side_of_the_entity(cli: CliRunner) -> None:
    assert "Scott Rubner" in shown(cli, "views", "S&P 500")
    assert "warning" in shown(cli, "views", "rubner")
    assert answer(cli, "views", "rubner", "--side", "subject")["data"] == []
    assert answer(cli, "views", "S&P 500", "--superseded")["data"][0]["voice"] == "Scott Rubner"


def test_a_timeline_goes_either_way(cli: CliRunner) -> None:
    days = [row["published_at"] for row in answer(cli, "timeline", "goldman", "--order", "oldest")["data"]]
    assert days == ["2025-02-07", "2025-02-21"]
    assert "Scott Rubner" in shown(cli, "timeline", "goldman", "--limit", "1")


@pytest.mark.parametrize("command", [["claims"], ["timeline", "rubner"], ["views", "rubner"]])
def test_lists_can_be_asked_as_of_a_day_and_known_at_a_time(cli: CliRunner, command: list[str]) -> None:
    assert len(answer(cli, *command, "--as-of", "2025-02-10")["data"]) == 1
    assert answer(cli, *command, "--known-at", "2025-02-28")["data"] == []
    result = cli.invoke(app, [*command, "--as-of", "soon"])
    assert (result.exit_code, "as_of" in result.stderr) == (2, True)
