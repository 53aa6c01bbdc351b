"""Extraction is never less accurate than it was: a floor for each label, which only rises."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.annotated import HELD_OUT_CORPUS, articles, held_out, held_out_corpus, is_available
from benchmarks.evaluate import predict, score

FLOORS: dict[str, dict[str, float]] = json.loads(
    (Path(__file__).parent / "accuracy_floor.json").read_text(encoding="utf-8")
)

pytestmark = pytest.mark.skipif(
    not is_available(), reason="the annotated articles are not beside this checkout (../shared)"
)


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, dict[str, float]]]:
    """Scores of the articles that may be read, of the sets held out, and of the first one."""
    out = tmp_path_factory.mktemp("predictions")
    names = articles()
    predict(names, out)
    groups = {
        "seen": [name for name in names if name not in held_out()],
        "held out": [name for name in names if name in held_out()],
        "first": names[:1],
    }
    scores = {group: score(members, out) for group, members in groups.items()}
    for label in HELD_OUT_CORPUS:
        corpus = tmp_path_factory.mktemp("corpus")
        members = held_out_corpus(label, corpus)
        predict(members, out, folder=corpus)
        scores[label] = score(members, out, folder=corpus)
    return scores


CASES = [(group, label, floor) for group, floors in FLOORS.items() for label, floor in floors.items()]


@pytest.mark.parametrize(("group", "label", "floor"), CASES, ids=[f"{group}-{label}" for group, label, _ in CASES])
def test_accuracy_keeps_its_floor(
    measured: dict[str, dict[str, dict[str, float]]], group: str, label: str, floor: float
) -> None:
    assert measured[group][label]["f1"] >= floor


def test_every_quote_is_found_in_its_article(measured: dict[str, dict[str, dict[str, float]]]) -> None:
    assert {scores["evidence_located"]["precision"] for scores in measured.values()} == {1.0}
