"""Titles that a name stands behind, and second titles."""

import pytest
from relations import Read, roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The new head of research at UBS is Martha Quill.", "new head of research"),
        ("UBS's new chief financial officer is Martha Quill.", "new chief financial officer"),
        ("UBS, whose chief executive is Martha Quill, was calm.", "chief executive"),
        ("UBS (CEO: Martha Quill) was calm.", "CEO"),
        ("Under chief executive Martha Quill, UBS has grown.", "chief executive"),
        ("Chairman of the Board of Directors of UBS Eng. Martha Quill was calm.", "Chairman of the Board of Directors"),
        ("Martha Quill, 52, has been chief executive of UBS since 2014.", "chief executive"),
        ("UBS announced the appointment of Martha Quill as chief economist.", "chief economist"),
        ("UBS is calm, said Martha Quill, its head of sales.", "head of sales"),
        ("UBS lent less. “We are glad,” said Martha Quill, its head of sales.", "head of sales"),
        ("Martha Quill, the publisher of UBS, was calm.", "publisher"),
        ('"We are glad," said CEO of UBS Martha Quill.', "CEO"),
    ],
)
def test_a_title_may_stand_before_the_name(read_entities: Read, text: str, role: str) -> None:
    assert roles(read_entities(text)) == {("martha-quill", "ubs", role)}


def test_those_that_a_body_includes_hold_its_title(read_entities: Read) -> None:
    found = roles(read_entities("UBS directors include Martha Quill and Nils Abernathy."))
    assert found == {("martha-quill", "ubs", "directors"), ("nils-abernathy", "ubs", "directors")}


def test_a_second_title_is_told_behind_the_first(read_entities: Read) -> None:
    found = roles(read_entities("Martha Quill is executive director of UBS and also chair of Tesla."))
    assert found == {("martha-quill", "ubs", "executive director"), ("martha-quill", "tesla", "chair")}


@pytest.mark.parametrize(
    "text",
    [
        "The lawyer who sued UBS is Martha Quill.",
        "The favourite to succeed the head of UBS is Martha Quill.",
        "Rivals of UBS include Martha Quill.",
        "The former chief executive of UBS is Martha Quill.",
        "Martha Quill, a lawyer for UBS's critics, was calm.",
        "UBS is calm, said Martha Quill, its former head of sales.",
        "Under pressure from Martha Quill, UBS has grown.",
        "A word from the chief executive of UBS: Martha Quill must go.",
    ],
)
def test_who_stands_behind_other_words_holds_no_title(read_entities: Read, text: str) -> None:
    assert not roles(read_entities(text))
