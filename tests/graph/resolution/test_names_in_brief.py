"""Names of one that are written in brief, in the plural or with a title, and those of two that merely look so."""

from __future__ import annotations

import pytest

from graph.model import Kind
from graph.naming import key
from graph.resolution import Profile, Verdict, compared
from graph.resolution.personal_names import personal_likeness
from graph.resolution.words import words as of_names
from loaders.extract.word_lists import words as of_texts

SAME, UNSURE, DIFFERENT = Verdict.SAME, Verdict.UNSURE, Verdict.DIFFERENT


def judged(
    left: str, right: str, kind: Kind = Kind.INSTITUTION, *, in_one_document: bool = False, is_listed: bool = False
) -> Verdict:
    """What is judged of two names; `is_listed` is said of the first."""
    documents = frozenset({"a document"}) if in_one_document else frozenset[str]()
    one = Profile("one", kind, left, documents=documents, is_listed=is_listed)
    return compared(one, Profile("other", kind, right, documents=documents)).verdict


@pytest.mark.parametrize(
    ("brief", "whole", "verdict"),
    [
        ("NUW-RCWE", "NUW-Rail and Canal Workers East", SAME),
        ("NUW-RCW", "NUW-Rail Canal Workers", SAME),
        ("Velmoro AM", "Velmoro Asset Management", DIFFERENT),
        ("Velmoro REIT", "Velmoro Real Estate Investment Trust", SAME),
        ("Velmoro REIT", "Tarvik Real Estate Investment Trust", DIFFERENT),
    ],
)
def test_the_last_words_of_a_name_may_be_their_first_letters(brief: str, whole: str, verdict: Verdict) -> None:
    assert judged(brief, whole) is verdict


def test_the_first_letters_of_one_name_are_another_name_for_it_where_a_document_has_both() -> None:
    whole = "National Rail Oversight Council"
    assert judged("NROC", whole) is UNSURE
    assert judged("NROC", whole, in_one_document=True) is SAME
    assert judged("NRO", "National Rail Oversight", in_one_document=True) is UNSURE
    assert judged("NROC", whole, in_one_document=True, is_listed=True) is DIFFERENT


@pytest.mark.parametrize(
    ("one", "several", "verdict"),
    [
        ("Velmobile", "Velmobiles", SAME),
        ("VEL", "VELS", DIFFERENT),
        ("Star", "Stars Group", DIFFERENT),
        ("Velmobile", "Velmobiles Group", UNSURE),
    ],
)
def test_the_plural_of_a_word_is_the_same_name_and_that_of_a_few_letters_is_not(
    one: str, several: str, verdict: Verdict
) -> None:
    assert judged(one, several, Kind.COMPANY) is verdict


def test_two_of_one_document_that_differ_by_a_weak_word_are_left_to_a_person() -> None:
    assert judged("Velmoro Holdings", "Velmoro Ltd", Kind.COMPANY) is SAME
    assert judged("Velmoro Holdings", "Velmoro Ltd", Kind.COMPANY, in_one_document=True) is UNSURE


@pytest.mark.parametrize("kind", [Kind.PLACE, Kind.PRODUCT])
def test_a_place_or_product_with_further_words_is_another(kind: Kind) -> None:
    assert judged("Velmoro", "Velmoro Gate", kind) is DIFFERENT
    assert judged("Velmoro", "Velmoro Gate", Kind.COMPANY) is UNSURE


def test_a_word_of_many_names_says_nothing() -> None:
    assert judged("The National", "National Canal Office") is DIFFERENT
    assert judged("Northern Canal Office", "Southern Canal Office") is DIFFERENT


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("King Harald Velmoro", "Harald Velmoro", SAME),
        ("Dennis King", "Dennis Velmoro", DIFFERENT),
        ("Dennis", "Dennis Velmoro", DIFFERENT),
        ("Velmoro", "Dennis Velmoro", UNSURE),
        ("Velmoro", "Dennis Velmoro da Tarvik", UNSURE),
        ("Tan", "Tan Velmoring", UNSURE),
        ("Tan", "Dennis Velmoro", DIFFERENT),
        ("Robert Tarvik Jr.", "Robert Velmoro", DIFFERENT),
        ("Robert Tarvik Jr.", "Robert Tarvik", UNSURE),
    ],
)
def test_a_title_is_no_name_and_a_surname_may_look_like_one(left: str, right: str, verdict: Verdict) -> None:
    assert judged(left, right, Kind.PERSON) is verdict


def test_a_first_name_alone_is_given_as_the_reason_only_where_it_is_one() -> None:
    def reason(left: str, right: str) -> str:
        return personal_likeness(left, right).why

    assert "first name alone" in reason("Dennis", "Dennis Velmoro")
    assert "first name alone" not in reason("Tan", "Dennis Velmoro") + reason("Tan", "Tan Velmoring")


def test_reading_and_telling_apart_know_the_same_surnames_that_stand_first() -> None:
    assert of_names("surname_first") == {key(name) for name in of_texts("asian_surname")}
