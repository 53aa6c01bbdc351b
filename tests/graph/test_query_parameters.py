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


def test_the_parameters_of_a_query_are_those_of_its_header() -> None:
    assert [parameter.name for parameter in query("pairs.count").params] == ["by", "company"]
