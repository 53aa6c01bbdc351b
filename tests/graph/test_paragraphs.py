"""The paragraphs of a text, and the one around certain words."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import Story, pairing

from graph import Store, ingest
from graph.errors import DocumentNotFound
from graph.explore import paragraph
from graph.explore.paragraphs import MOST_AROUND, paragraphs_in
from graph.model import Kind


def texts_of(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs_in(text)]


def test_blank_lines_keep_paragraphs_apart_and_single_line_ends_do_not() -> None:
    assert texts_of("One\ntwo.\n\n Three.\n \t\n\nFour.\n") == ["One\ntwo.", "Three.", "Four."]


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    assert texts_of("\nOne.\nTwo.\n") == ["One.", "Two."]


@given(st.text(st.sampled_from("ab \n\t\u00a0"), max_size=60))
def test_nothing_but_white_space_is_left_between_paragraphs(text: str) -> None:
    found = list(paragraphs_in(text))
    assert " ".join(text[start:end] for start, end in found).split() == text.split()
    places = [place for one in found for place in one]
    assert places == sorted(set(places))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in found)


def test_a_megabyte_of_white_space_takes_no_time() -> None:
    assert texts_of("a" + " " * 500_000 + "\n" * 500_000 + "b") == ["a", "b"]


def test_the_paragraph_around_a_claim_has_its_words_and_whom_they_name(filled: Store) -> None:
    document, said = pairing().document, pairing().claims[2].evidence
    found = paragraph(filled, document.id, said.start, said.end)
    assert found["text"] == document.text[found["start"] : found["end"]]
    assert said.quote in found["text"]
    assert "\n\n" not in found["text"]
    assert {(one["entity_id"], one["kind"]) for one in found["mentions"]} >= {("csi-300", "Index")}
    for one in found["mentions"]:
        assert document.text[one["start"] : one["end"]] == one["text"]
    assert (found["is_cut_before"], found["is_cut_after"]) == (False, False)


def test_of_a_very_long_paragraph_what_is_far_away_is_left_out(store: Store, now: datetime) -> None:
    story = Story(("Before " * 400 + "it.", "UBS likes Apple.", "After " * 400 + "it."))
    story.names("Apple", Kind.COMPANY)
    ingest(store, story.extraction, now=now)
    said = story.evidence("UBS likes Apple.")
    found = paragraph(store, said.document_id, said.start, said.end)
    assert found["text"] == story.document.text[found["start"] : found["end"]]
    assert found["text"].startswith("Before ")
    assert said.quote in found["text"]
    assert len(found["text"]) <= len(said.quote) + 2 * MOST_AROUND
    assert (found["is_cut_before"], found["is_cut_after"]) == (True, True)


def test_a_document_that_is_not_there_is_said_to_be_so(filled: Store) -> None:
    with pytest.raises(DocumentNotFound):
        paragraph(filled, "nothing", 0, 1)
