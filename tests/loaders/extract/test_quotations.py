"""Quotation marks of every kind, also where one of a pair is missing."""

from __future__ import annotations

import pytest
import spacy

from loaders.extract.language import build
from loaders.extract.quotations import quotations, quoted_tokens

LANGUAGE = build()
PAIRS = {
    "curly": "He said “it is over now” twice.",
    "straight": 'He said "it is over now" twice.',
    "mixed": 'He said “it is over now" twice.',
    "angled": "He said «it is over now» twice.",
    "single": "He said ‘it is over now’ twice.",
}


def quoted(text: str) -> list[str]:
    doc = LANGUAGE.make_doc(text)
    return [doc[found.start : found.end].text for found in quotations(doc)]


@pytest.mark.parametrize("text", PAIRS.values(), ids=PAIRS.keys())
def test_every_kind_of_mark_encloses_its_words(text: str) -> None:
    (found,) = quoted(text)
    assert found[1:-1] == "it is over now"


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    assert quoted("He said “it is over now.\nThe market closed.") == ["“it is over now."]


def test_an_apostrophe_ends_no_quotation() -> None:
    assert quoted("He said ‘it’s over now’ twice.") == ["‘it’s over now’"]


def test_a_missing_space_does_not_hide_a_quotation() -> None:
    assert quoted("Prices fell.“It is over now,” he said.") == ["“It is over now,”"]


def test_text_without_marks_has_no_quotation() -> None:
    doc = spacy.blank("en")("Rock 'n' roll is here to stay")
    assert quotations(doc) == []
    assert not any(quoted_tokens(doc, []))
