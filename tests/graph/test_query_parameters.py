"""No wrong parameter reaches an engine."""

from __future__ import annotations

import pytest

from graph import Store
from graph.errors import ParameterInvalid
from graph.queries import parsed, query

EVERYTHING = parsed(
    "a.b",
    """// name: a.b
// doc: A parameter of each type.
// mode: read
// param: word string
// param: maybe string?
// param: who entity = ""
// param: count int = 3
// param: share float = 0.5
// param: sure bool = false
// param: words strings = []
RETURN $word + $maybe + $who + $count + $share + $sure + $words AS x""",
)
GIVEN = {"word": "a", "maybe": None}


def test_what_is_left_out_has_its_default() -> None:
    assert EVERYTHING.bound(GIVEN) == {
        "word": "a", "maybe": None, "who": "", "count": 3, "share": 0.5, "sure": False, "words": []
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({}, "needs the parameter 'word'"),
        (GIVEN | {"wrod": "b"}, "no parameter 'wrod'"),
        (GIVEN | {"word": 1}, "'word' must be of type string"),
        (GIVEN | {"word": None}, "'word' must be of type string"),
        (GIVEN | {"count": 1.5}, "'count' must be of type int"),
        (GIVEN | {"count": True}, "'count' must be of type int"),
        (GIVEN | {"share": "half"}, "'share' must be of type float"),
        (GIVEN | {"sure": 1}, "'sure' must be of type bool"),
        (GIVEN | {"words": "abc"}, "'words' must be of type strings"),
        (GIVEN | {"words": ["a", 1]}, "'words' must be of type strings"),
        (GIVEN | {"count": 2**63}, "'count' must be between"),
        (GIVEN | {"count": -(2**63) - 1}, "'count' must be between"),
        (GIVEN | {"share": 10**400}, "'share' must be between"),
        (GIVEN | {"word": "half \ud83d"}, "'word' holds half a character"),
        (GIVEN | {"maybe": "\udcff"}, "'maybe' holds half a character"),
        (GIVEN | {"who": "\ud83d"}, "'who' holds half a character"),
        (GIVEN | {"words": ["a", "\ud83d"]}, "'words' holds half a character"),
    ],
)
def test_a_wrong_parameter_is_named(given: dict[str, object], complaint: str) -> None:
    with pytest.raises(ParameterInvalid, match=complaint):
        EVERYTHING.bound(given)


def test_a_whole_number_will_do_for_a_float_and_becomes_one() -> None:
    assert isinstance(EVERYTHING.bound(GIVEN | {"share": 1})["share"], float)


def test_words_of_a_command_line_become_values() -> None:
    raw = {"word": "7", "count": "7", "share": "7", "sure": "yes", "words": "a, b"}
    assert EVERYTHING.coerced(raw) == {"word": "7", "count": 7, "share": 7.0, "sure": True, "words": ["a", "b"]}


@pytest.mark.parametrize("raw", [{"count": "many"}, {"share": "half"}, {"sure": "perhaps"}, {"wrod": "x"}])
def test_words_that_make_no_value_are_refused(raw: dict[str, str]) -> None:
    with pytest.raises(ParameterInvalid):
        EVERYTHING.coerced(raw)


def test_a_store_checks_before_it_runs(store: Store) -> None:
    with pytest.raises(ParameterInvalid, match="'limit' must be of type int"):
        store.read("pairs.list", limit="many")
    with pytest.raises(ParameterInvalid, match="no parameter 'bye'"):
        store.write(lambda run: run("pairs.list", bye="ubs"))


@pytest.mark.parametrize(
    ("query_name", "wrong"),
    [
        ("pairs.list", {"limit": -1}),
        ("pairs.list", {"limit": 2**63}),
        ("pairs.list", {"by": "\ud83d"}),
        ("entities.known", {"ids": ["\ud83d"]}),
    ],
)
def test_what_no_engine_takes_is_refused_by_the_name_of_the_parameter(
    store: Store, query_name: str, wrong: dict[str, object]
) -> None:
    with pytest.raises(ParameterInvalid, match=f"^{query_name}: {next(iter(wrong))!r}"):
        store.read(query_name, **wrong)


def test_half_a_character_within_rows_is_refused(store: Store) -> None:
    rows = [{"id": "d:0-1", "start": 0, "end": 1, "text": "\ud83d"}]
    with pytest.raises(ParameterInvalid, match="'rows' holds half a character"):
        store.write(lambda run: run("save.passages", rows=rows))


def test_the_greatest_numbers_are_taken(store: Store) -> None:
    assert EVERYTHING.bound(GIVEN | {"count": 2**63 - 1})["count"] == 2**63 - 1
    assert store.read("pairs.list", limit=0) == store.read("pairs.list", limit=2**63 - 1) == []


def test_the_parameters_of_a_query_are_those_of_its_header() -> None:
    assert [parameter.name for parameter in query("claims.about").params] == ["entity", "limit"]
