"""A spaCy pipeline that a user has installed finds the names in place of the model that ships."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.util import get_installed_models

from graph.model import Document, Kind
from loaders.errors import ModelMissing
from loaders.pipeline import Tier, extract

NOTE = Document("Shares of Quillbrook jumped after Jane Roe of Zendriva Capital praised the company.")
ENGLISH = [name for name in get_installed_models() if name.startswith("en_core_web")]


@pytest.fixture
def installed(tmp_path: Path) -> str:
    """A pipeline of somebody's own, which knows three names."""
    names = spacy.blank("en")
    patterns = {"Quillbrook": "ORG", "Jane Roe": "PERSON", "Zendriva Capital": "ORG", "Shares": "MONEY"}
    rows = [{"label": label, "pattern": text} for text, label in patterns.items()]
    names.add_pipe("entity_ruler", name="ner").add_patterns(rows)
    names.to_disk(tmp_path / "mine")
    return str(tmp_path / "mine")


def test_its_names_are_taken_for_names(installed: str) -> None:
    kinds = {entity.name: entity.kind for entity in extract(NOTE, names_model=installed).entities}
    assert kinds["Quillbrook"] == Kind.COMPANY
    assert kinds["Jane Roe"] == Kind.PERSON
    assert kinds["Zendriva Capital"] == Kind.INSTITUTION


def test_one_that_is_missing_is_named_with_the_way_to_get_it() -> None:
    with pytest.raises(ModelMissing, match="python -m spacy download en_core_web_missing"):
        extract(NOTE, names_model="en_core_web_missing")


def test_the_fast_tier_needs_none() -> None:
    assert extract(NOTE, tier=Tier.FAST, names_model="en_core_web_missing").extractor == "streetgraph-fast"


@pytest.mark.skipif(not ENGLISH, reason="no en_core_web_* is installed")
@pytest.mark.parametrize("name", ENGLISH)
def test_a_pipeline_as_it_is_published_finds_people(name: str) -> None:
    assert "Jane Roe" in {entity.name for entity in extract(NOTE, names_model=name).entities}
