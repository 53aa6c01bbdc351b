"""The page for those who write Cypher: its examples run, and find something."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path

from api.settings import PREFIX, Settings
from graph import Store
from graph.cypher import Console

PAGE = (Path(__file__).parents[3] / "docs" / "cypher.md").read_text(encoding="utf-8")
PARAMETERS = {"company": "apple", "metric": "sales", "day": "2025-02-28"}


def test_the_examples_of_the_page_run_on_every_engine(filled: Store) -> None:
    examples = re.findall(r"```cypher\n(.*?)```", PAGE, re.DOTALL)
    assert len(examples) == 10
    found = 0
    with closing(Console(filled)) as console:
        for text in examples:
            parameters = {name: value for name, value in PARAMETERS.items() if f"${name}" in text}
            answer = console.ask(text, parameters)
            assert answer.columns
            found += bool(answer.rows)
    assert found >= 8  # two ask for what these few documents do not hold


def test_the_settings_of_the_page_are_those_there_are() -> None:
    told = dict.fromkeys(re.findall(r"`STREETGRAPH_(CYPHER\w*)`", PAGE))
    fields = {name.upper(): field.default for name, field in Settings.model_fields.items() if "cypher" in name}
    assert told.keys() == fields.keys()
    for name, default in fields.items():
        line = next(line for line in PAGE.splitlines() if line.startswith("|") and f"`{PREFIX}{name}`" in line)
        assert f"`{str(default).lower()}`" in line
