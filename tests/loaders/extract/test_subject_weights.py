"""The weights by which the subject of a figure is chosen, and how they are fitted."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from graph.model import Entity, Kind
from loaders.extract import figures, sentences
from loaders.extract.annotations import MENTIONS, REFERENCES
from loaders.extract.quantities.evidence import NO_ONE
from loaders.extract.quantities.terms import table
from loaders.train.figure_subjects import SELDOM, Example, examples, fitted
from loaders.train.weight_tables import write

TEXT = "Fennel Foods earned $5 million. Thistle Steel lost $3 million."
ENTITIES = [{"name": name, "kind": "Company", "names": [name]} for name in ("Fennel Foods", "Thistle Steel")]


@pytest.fixture
def doc() -> Doc:
    nlp = spacy.blank("en")
    nlp.add_pipe(sentences.NAME)
    found = nlp(TEXT)
    starts = [(name, TEXT.index(name)) for name in ("Fennel Foods", "Thistle Steel")]
    spans = [found.char_span(at, at + len(name), label="Company", span_id=name) for name, at in starts]
    found.spans[MENTIONS] = [span for span in spans if span]
    found.spans[REFERENCES] = []
    found._.entities = {name: Entity(name, Kind.COMPANY, name) for name, _ in starts}
    return found


def claim(about: str, value: float) -> dict[str, object]:
    return {"about": [about], "figures": [{"value": value, "unit": "USD"}]}


def test_an_amount_is_about_whom_the_annotation_says(doc: Doc) -> None:
    places = [(0, 31, claim("Fennel Foods", 5e6)), (32, len(TEXT), claim("Thistle Steel", -3e6))]
    assert [example.right for example in examples(doc, ENTITIES, places)] == [{"Fennel Foods"}, {"Thistle Steel"}]


def test_an_amount_that_the_annotation_lacks_is_about_no_one(doc: Doc) -> None:
    assert [example.right for example in examples(doc, ENTITIES, [])] == [{NO_ONE}, {NO_ONE}]


def test_what_speaks_for_the_right_one_weighs_more_each_time_the_same() -> None:
    one = Example({"a": ("near", "always"), "b": ("far", "always"), NO_ONE: ("none",)}, frozenset({"a"}))
    weights = fitted([one] * 2 * SELDOM)
    assert weights["near"] > weights["far"]
    assert weights == fitted([one] * 2 * SELDOM)


def test_a_table_that_is_written_reads_back(tmp_path: Path) -> None:
    write({"near": 0.5, "far>left": -1.25, "idle": 0.0}, tmp_path / "weights.csv")
    assert (tmp_path / "weights.csv").read_text(encoding="utf-8") == "evidence,weight\nfar>left,-1.25\nnear,0.50\n"


def test_each_label_of_the_table_has_one_weight() -> None:
    labels = [row["evidence"] for row in table("subject_weights")]
    assert labels == sorted(set(labels))


def test_the_chosen_subject_follows_the_case_and_not_the_rules_alone(doc: Doc) -> None:
    chosen = [reading.about for _, reading in figures.measured(doc, lambda _: "Fennel Foods")]
    assert chosen == ["Fennel Foods", "Fennel Foods"]
