"""What users' Cypher may not do: a table of attacks, and what holds for any text at all."""

from __future__ import annotations

import json
import string
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.cypher import caps, words
from graph.cypher.guard import allowed
from graph.errors import CypherRefused, ParameterInvalid

HERE = Path(__file__).parent
ENGINES = ("ladybug", "neo4j")
PARAMETERS = {"p": "x", "n": 1, "k": 1000, "query": "x", "label": "Entity", "text": "DETACH DELETE n"}


def lines_of(file: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each text with the dialects that it is for."""
    for line in (HERE / file).read_text(encoding="utf-8").splitlines():
        own, bar, rest = line.partition("| ")
        engines, text = ((own,), rest) if bar and own in ENGINES else (ENGINES, line)
        if line and not line.startswith("#"):
            yield json.loads(text) if text.startswith('"') else text, engines


def checked(text: str, engine: str) -> str:
    return allowed(text, {name: value for name, value in PARAMETERS.items() if f"${name}" in text}, engine).text


ATTACKS = [(text, engine) for text, engines in lines_of("attacks.txt") for engine in engines]


def test_there_are_attacks_enough() -> None:
    assert len({text for text, _ in ATTACKS}) >= 300


@pytest.mark.parametrize(("text", "engine"), ATTACKS)
def test_an_attack_is_refused_where_it_stands(text: str, engine: str) -> None:
    with pytest.raises((CypherRefused, ParameterInvalid)) as refused:
        checked(text, engine)
    if isinstance(refused.value, CypherRefused):
        lines = text.splitlines() or [""]
        assert 1 <= refused.value.line <= len(lines) + 1
        assert refused.value.column >= 1


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        ("MATCH (n)\nDETACH DELETE n", 2, 1, "DETACH has no place"),
        ("MATCH (n) RETURN apoc.text.join([], '') AS x", 1, 18, "The function apoc.text.join cannot be used"),
        ("MATCH (n)\r\n  RETURN \u00a0n", 2, 10, "NO-BREAK SPACE"),
        (r"\u004D\u0041TCH (n) CREATE (m)", 1, 21, "CREATE has no place"),
        ("MATCH (a)-[*]->(b) RETURN a", 1, 12, "upper bound"),
        ("RETURN 1; RETURN 2", 1, 9, "One statement"),
        ("MATCH (n) FROBNICATE n RETURN n", 1, 11, "FROBNICATE has no place"),
        ("RETURN 'open", 1, 8, "not closed"),
        ("MATCH (n)", 1, 10, "ends with RETURN"),
        ("RETURN left('abc'", 1, 18, "too early"),
    ],
)
def test_a_refusal_says_what_where_and_why(text: str, line: int, column: int, reason: str) -> None:
    with pytest.raises(CypherRefused, match=reason) as refused:
        checked(text, "neo4j")
    assert (refused.value.line, refused.value.column) == (line, column)


@pytest.mark.parametrize(
    "text",
    [
        "RETURN " + "(" * 25 + "1" + ")" * 25 + " AS x",
        "RETURN " + "[" * 3000 + "]" * 3000 + " AS x",
        "RETURN " + "CASE WHEN true THEN " * 30 + "1" + " END" * 30 + " AS x",
        "RETURN " + " + ".join("1" * 1500) + " AS x",
        "RETURN [" + ",".join("1" * 600) + "] AS x",
        "RETURN '" + "x" * 10_001 + "' AS x",
        "RETURN 1 AS x " + " " * 20_000,
        "RETURN 1 AS " + "x" * 201,
        "RETURN 1 AS `" + "x" * 201 + "`",
        "MATCH " + ", ".join(["(a)-[:OWNS]->(b)"] * 25) + " RETURN a",
        "MATCH " + "--".join(["()"] * 30) + " RETURN 1 AS x",
        "MATCH (n) " * 17 + "RETURN n",
        "RETURN " + "9" * 41 + " AS x",
        "RETURN " + "x." * 13 + "y AS x",
    ],
)
def test_sizes_are_capped_before_an_engine_sees_them(text: str) -> None:
    for engine in ENGINES:
        with pytest.raises(CypherRefused):
            checked(text, engine)


@pytest.mark.parametrize(
    "parameters",
    [
        {"p": float("nan")},
        {"p": 2**63},
        {"p": 10**400},
        {"p": [{"q": [-(2**63) - 1]}]},
        {"p": "a\0b"},
        {"p": "\ud800"},
        {"p": b"x"},
        {"p": [[[[[[[[1]]]]]]]]},
        {"p": "x" * 200_001},
        {"p; DROP": 1},
        {},
        {"p": 1, "q": 2},
        {"p": [{"a": 1}, {"b": 2}]},
    ],
)
def test_parameters_are_plain_values_that_the_query_names(parameters: dict[str, object]) -> None:
    with pytest.raises(ParameterInvalid):
        allowed("RETURN $p AS x", parameters, "ladybug")


def test_a_name_that_is_a_word_too_stays_a_name() -> None:
    text = "MATCH (n:`CREATE` {set: 1}) WHERE n.call = 1 RETURN n.delete AS remove, {merge: 1} AS load"
    quoted = "MATCH (n:`CREATE` {`set`: 1}) WHERE n.`call` = 1 RETURN n.`delete` AS `remove`, {`merge`: 1} AS `load`"
    assert checked(text, "neo4j") == quoted


def test_an_engine_gets_neither_comments_nor_escapes_nor_quotes_of_the_user() -> None:
    text = '/* a */ \\u0052ETURN // b\n "it\'s" AS `x` /* DELETE */'
    assert checked(text, "neo4j") == "RETURN\n'it\\'s' AS `x`"


anything = st.text(st.characters(exclude_categories=[]), max_size=60)
signs = [*"()[]{}<>-=*.,:|'\"`$/\\;+", "//", "/*", "*/", "..", "\\u0041", "\n", " ", "\u00a0", "\ud800", "\u212a"]
names = ["n", "x1", "range", "size", "count", "apoc.x", "'a'", "1", "$p", "5", "`b`"]
pieces = st.sampled_from([*sorted(words.KNOWN | words.FORBIDDEN), *signs, *names])
like_cypher = st.lists(pieces, max_size=40).map("".join) | st.lists(pieces, max_size=40).map(" ".join)


@settings(max_examples=1500, deadline=None)
@given(text=anything | like_cypher, engine=st.sampled_from(ENGINES))
@example("RETURN n.", "neo4j")
@example("MATCH p=SHORTEST", "neo4j")
@example("RETURN 1=~", "neo4j")
@example("RETURN range(", "neo4j")
def test_any_text_is_allowed_or_refused_and_nothing_else_happens(text: str, engine: str) -> None:
    try:
        again = checked(text, engine)
    except (CypherRefused, ParameterInvalid):
        return
    assert checked(again, engine) == again


@settings(max_examples=500, deadline=None)
@given(
    before=st.sampled_from(
        ["MATCH (n) ", "MATCH (n) RETURN n ", "MATCH (n) WITH * ", "MATCH (n) WHERE ", "", "RETURN "]
    ),
    word=st.sampled_from(sorted(words.FORBIDDEN)),
    after=st.sampled_from([" n", " (n)", "(n)", "", " RETURN n", " {x: 1}", ", n", " 'x'", " * RETURN n", " = 1"]),
    casing=st.sampled_from([str.upper, str.lower, str.title, str.swapcase]),
    gap=st.sampled_from(["", " ", "/**/", "\n", "//x\n"]),
)
def test_a_forbidden_word_is_refused_wherever_it_stands_outside_quotes(
    before: str, word: str, after: str, casing: object, gap: str
) -> None:
    for engine in ENGINES:
        with pytest.raises(CypherRefused):
            checked(f"{before}{gap}{casing(word)}{gap}{after}", engine)  # type: ignore[operator]


plain_text = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)


@settings(max_examples=500, deadline=None)
@given(plain_text)
def test_a_string_means_the_same_after_it_was_written_anew(text: str) -> None:
    for mark in "'\"":
        quoted = text.replace("\\", "\\\\").replace(mark, f"\\{mark}")
        if "\\u" in quoted:
            continue
        again = checked(f"RETURN {mark}{quoted}{mark} AS x", "neo4j")
        inner = again.removeprefix("RETURN '").removesuffix("' AS x")
        assert inner.replace("\\'", "'").replace("\\\\", "\\") == text


LONG = caps.BYTES - 10


@pytest.mark.parametrize(
    "text",
    [
        "\\" * LONG,
        "\\u0041" * (LONG // 6),
        "/*" * (LONG // 2),
        "/**/" * (LONG // 4),
        "'" * LONG,
        "'\\" * (LONG // 2),
        "`" * LONG,
        "(" * LONG,
        "a." * (LONG // 2),
        "RETURN " + "-[*" * 600,
        "RETURN " + "range(" * 300,
        "RETURN " + "size(" * 300,
        "1" * LONG,
        "1." * (LONG // 2),
        "\r" * LONG,
        "$" + "a" * LONG,
        string.whitespace[:3] * (LONG // 3),
    ],
)
def test_the_longest_text_is_judged_in_no_time(text: str) -> None:
    started = process_time()
    for engine in ENGINES:
        with pytest.raises((CypherRefused, ParameterInvalid)):
            checked(text, engine)
    assert process_time() - started < 1.0
