"""Errors are classed by what the extraction did instead, and as many are counted as the scorer finds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.annotated import is_available
from benchmarks.evaluate import scorer
from benchmarks.taxonomy import counted

pytestmark = pytest.mark.skipif(not is_available(), reason="the scorer is not beside this checkout (../shared)")

BODY = "UBS said Tesla rose 5%. Jane Roe runs Acme Corp. Costs fell 3% at Tesla, UBS said."
SAID = "UBS said Tesla rose 5%."


def company(name: str, kind: str = "Company") -> dict[str, Any]:
    return {"id": name.lower(), "kind": kind, "name": name, "names": [name], "aliases": [], "mentions": []}


def claim(quote: str, speaker: str | None, about: str, value: float, unit: str, stance: str) -> dict[str, Any]:
    figures = [{"metric": "x", "value": value, "unit": unit}]
    both = {"quote": quote, "evidence": {"quote": quote}}
    return {"speaker": speaker, "about": [about], "figures": figures, "stance": stance, **both}


@pytest.fixture
def classes(tmp_path: Path) -> Any:
    def of(gold: dict[str, Any], found: dict[str, Any]) -> dict[tuple[str, str, str], int]:
        empty = {"entities": [], "claims": [], "roles": [], "pairs": [], "relations": []}
        (tmp_path / "a.txt").write_text(f"title\npublisher\nunknown\nunknown\n\n{BODY}")
        (tmp_path / "a.gold.json").write_text(json.dumps(empty | gold))
        (tmp_path / "a.json").write_text(json.dumps(empty | found))
        return dict(counted(scorer(), ["a"], tmp_path, tmp_path))

    return of


def test_what_is_right_has_no_class(classes: Any) -> None:
    entities = [company("UBS", "Institution"), company("Tesla")]
    gold = claim(SAID, "UBS", "Tesla", 5, "percent", "positive")
    found = claim(SAID, "ubs", "tesla", 5, "percent", "positive")
    assert classes({"entities": entities, "claims": [gold]}, {"entities": entities, "claims": [found]}) == {}


def test_entities_are_of_another_kind_cut_otherwise_or_not_seen(classes: Any) -> None:
    gold = [company("UBS", "Institution"), company("Tesla"), company("Acme Corp"), company("Jane Roe", "Person")]
    found = [company("Tesla", "Person"), company("Acme")]
    assert classes({"entities": gold}, {"entities": found}) == {
        ("entities", "missed", "not seen"): 2,
        ("entities", "missed", "other kind"): 1,
        ("entities", "missed", "other bounds"): 1,
        ("entities", "wrong", "other kind"): 1,
        ("entities", "wrong", "other bounds"): 1,
    }


def test_claims_figures_and_stances_say_what_was_taken_instead(classes: Any) -> None:
    entities = [company("UBS", "Institution"), company("Tesla"), company("Acme Corp")]
    last = "Costs fell 3% at Tesla, UBS said."
    gold = [
        claim(SAID, "UBS", "Tesla", 5, "percent", "positive"),
        claim(last, "UBS", "Tesla", -3, "percent", "negative"),
    ]
    found = [
        claim(SAID, "ubs", "acme corp", 5, "percent", "negative"),
        claim(last, None, "tesla", 3, "percent", "neutral"),
    ]
    assert classes({"entities": entities, "claims": gold}, {"entities": entities, "claims": found}) == {
        ("claims", "missed", "taken as the article's own"): 1,
        ("about", "missed", "in the sentence"): 1,
        ("about", "wrong", "named elsewhere"): 1,
        ("stance", "missed", "called the opposite"): 1,
        ("figures", "missed", "other subject"): 1,
        ("figures", "missed", "other sign"): 1,
        ("figures", "wrong", "other subject"): 1,
        ("figures", "wrong", "other sign"): 1,
    }
