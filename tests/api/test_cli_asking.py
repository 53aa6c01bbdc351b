"""Questions on the command line: tables for people, one JSON document for programs."""

from __future__ import annotations

import json
import shlex

import pytest
from typer.testing import CliRunner
from written_graph import SECOND

from api.cli import app


def answer(cli: CliRunner, *words: str) -> dict:
    result = cli.invoke(app, [*words, "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def shown(cli: CliRunner, *words: str) -> str:
    result = cli.invoke(app, words)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_claims_show_who_and_when_and_the_words(cli: CliRunner) -> None:
    table = shown(cli, "claims", "--speaker", "Rubner", "--type", "warning")
    for part in ("Scott Rubner", "Goldman Sachs", "2025-02-21", "▼ warning", "S&P 500", "−5%", "“Scott Rubner of"):
        assert part in table
    [claim] = answer(cli, "claims", "--speaker", "Rubner", "--type", "warning")["data"]
    assert claim["quote"] in SECOND


def test_claims_are_filtered_by_day(cli: CliRunner) -> None:
    assert answer(cli, "claims", "--from", "2025-02-10")["page"]["total"] == 1
    assert answer(cli, "claims", "--to", "2025-02-10")["data"][0]["stance"] == "positive"


def test_the_rest_of_a_list_is_one_paste_away(cli: CliRunner) -> None:
    first = cli.invoke(app, ["claims", "--limit", "1"])
    command = first.stderr.strip().rpartition("streetgraph ")[2].split()
    second = cli.invoke(app, command)
    assert "1 of 2 shown" in first.stderr
    assert "negative" not in second.stdout
    assert "2025-02-07" in second.stdout
    assert second.stderr == ""


@pytest.mark.parametrize(
    "words",
    [
        ["claims", "--speaker=Scott Rubner", "-n1", "--from", "2025-01-01"],
        ["claims", "--stance=neutral", "--stance=negative", "-n", "1"],
        ["neighbors", "goldman", "--direction=in", "-n", "1"],
        ["neighbors", "-n1", "S&P 500"],
    ],
)
def test_pasting_again_and_again_comes_to_the_end_of_the_list(cli: CliRunner, address: str, words: list[str]) -> None:
    whole = answer(cli, *words, "-n", "100")["data"]
    bare, seen = CliRunner(env={"STREETGRAPH_STORE": "ladybug:/nowhere"}), []
    command = [*words, f"--store={address}"]
    while command:
        seen += answer(bare, *command)["data"]
        _, _, following = bare.invoke(app, command).stderr.strip().partition("For the next: streetgraph ")
        command = _with_equals(shlex.split(following))
    assert seen == whole


def _with_equals(words: list[str]) -> list[str]:
    """The same command with its cursor written as one word."""
    if "--cursor" not in words:
        return words
    at = words.index("--cursor")
    return [*words[:at], f"--cursor={words[at + 1]}", *words[at + 2 :]]


def test_pairs_name_both_companies_and_who_sets_them(cli: CliRunner) -> None:
    table = shown(cli, "pairs", "--by", "ubs", "--company", "BABA")
    assert all(part in table for part in ("Alibaba", "Amazon", "UBS", "2025-02-21"))
    assert answer(cli, "pairs", "--company", "sp-500")["data"] == []


def test_an_entity_is_shown_with_its_names_and_neighbours(cli: CliRunner) -> None:
    card = shown(cli, "entity", "Goldman")
    assert all(part in card for part in ("goldman-sachs", "Institution", "the bank", "Scott Rubner", "strategist"))
    assert answer(cli, "entity", "Goldman")["data"]["neighbors"]


def test_neighbours_can_be_narrowed_to_a_relation_and_a_direction(cli: CliRunner) -> None:
    roles = answer(cli, "neighbors", "goldman", "--relation", "HAS_ROLE_AT")["data"]
    assert [row["name"] for row in roles] == ["Scott Rubner"]
    assert answer(cli, "neighbors", "goldman", "--relation", "HAS_ROLE_AT", "--direction", "out")["data"] == []


def test_a_path_shows_the_words_of_each_step(cli: CliRunner) -> None:
    tree = shown(cli, "path", "alibaba", "amazon")
    assert "benchmarked against ──▶ Amazon  by UBS" in tree
    assert "“UBS benchmarks Alibaba against Amazon.”" in tree


def test_no_path_is_said_so(cli: CliRunner) -> None:
    result = cli.invoke(app, ["path", "alibaba", "goldman"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No path of at most 4 steps. Try: streetgraph path --max-hops 5 alibaba goldman" in result.stderr
    longest = cli.invoke(app, ["path", "alibaba", "goldman", "--max-hops", "6"])
    assert longest.stderr == "No path of at most 6 steps.\n"


def test_search_finds_names_and_words(cli: CliRunner) -> None:
    assert "alibaba" in shown(cli, "search", "baba")
    assert len(answer(cli, "search", "warned", "that")["data"]["claims"]) == 1


def test_a_named_query_takes_names_of_entities(cli: CliRunner) -> None:
    assert answer(cli, "query", "pairs.list", "by=UBS", "limit=1")["data"][0]["b"] == "Amazon"
    assert "Alibaba" in shown(cli, "query", "pairs.list", "by=UBS")


def test_queries_are_listed_with_what_they_take_and_return(cli: CliRunner) -> None:
    [pairs] = [query for query in answer(cli, "query", "--list")["data"] if query["name"] == "pairs.list"]
    assert {"by", "company"} <= {parameter["name"] for parameter in pairs["parameters"]}
    assert {"a", "b", "by"} <= set(pairs["returns"])
    assert "pairs.list" in shown(cli, "query", "--list")


def test_stats_count_what_is_there(cli: CliRunner) -> None:
    assert answer(cli, "stats")["data"]["nodes"]["Document"] == 2
    assert "Document" in shown(cli, "stats")


def test_config_lists_every_setting_with_its_origin(cli: CliRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREETGRAPH_PORT", "8123")
    monkeypatch.setenv("STREETGRAPH_STORE", "bolt://reader:swordfish@graph.example:7687")
    settings = {one["name"]: one for one in answer(cli, "config")["data"]}
    assert (settings["port"]["value"], settings["port"]["origin"]) == (8123, "environment")
    assert (settings["host"]["origin"], settings["host"]["variable"]) == ("default", "STREETGRAPH_HOST")
    assert settings["store"]["value"] == "bolt://reader:***@graph.example:7687"
    assert all(one["description"] for one in settings.values())
    given = {one["name"]: one for one in answer(cli, "config", "--store", "ladybug:x.db")["data"]}
    assert (given["store"]["value"], given["store"]["origin"]) == ("ladybug:x.db", "option")


def test_tables_keep_within_eighty_columns_when_piped(cli: CliRunner) -> None:
    for words in (
        ["claims"],
        ["pairs"],
        ["entity", "goldman"],
        ["path", "alibaba", "amazon"],
        ["query", "--list"],
        ["config"],
    ):
        assert max(map(len, shown(cli, *words).splitlines())) <= 80, words
