"""The tables that figures are read by hold together."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from loaders.extract.quantities.currencies import CODES
from loaders.extract.quantities.terms import cell, group, table


@pytest.mark.parametrize(("name", "column"), [("metrics", "terms"), ("currencies", "symbols"), ("currencies", "names")])
def test_a_term_stands_for_one_thing(name: str, column: str):
    terms = Counter(word.lower() if column != "symbols" else word for row in table(name) for word in cell(row[column]))
    assert [word for word, times in terms.items() if times > 1] == []


def test_a_form_of_a_verb_has_one_direction():
    forms = Counter(form for row in table("movement_verbs") for form in set(row["forms"].split()))
    assert [form for form, times in forms.items() if times > 1] == []
    assert {row["direction"] for row in table("movement_verbs")} == {"up", "down"}
    assert {row["kind"] for row in table("movement_verbs")} == {"verb", "noun", "adverb", "action"}


def test_currency_codes_are_iso_4217_in_form():
    assert all(re.fullmatch("[A-Z]{3}", code) for code in CODES)


def test_metrics_are_snake_case_and_say_what_they_are_measured_in():
    measures = {"money", "percent", "points", "multiple", "count"}
    for row in table("metrics"):
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", row["metric"])
        assert set(cell(row["measured_in"])) <= measures
        assert cell(row["measured_in"])


def test_counted_nouns_have_a_unit_of_the_guide_or_none():
    assert {row["unit"] for row in table("count_nouns")} <= {"people", "shares", "units", "years", "months", "days", ""}


def test_every_group_of_words_has_words():
    assert all(group(row["group"]) for row in table("figure_words"))
