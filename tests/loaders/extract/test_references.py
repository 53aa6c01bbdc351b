from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from loaders.extract.annotations import REFERENCES

Read = Callable[[str], Doc]


def meant(doc: Doc) -> list[tuple[str, str]]:
    return [(span.text, span.id_) for span in doc.spans[REFERENCES]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Analyst Martha Quill was calm. She said so.", ("She", "martha-quill")),
        ("UBS cut its view. The bank expects a fall.", ("The bank", "ubs")),
        ("Tesla cut its prices. The carmaker expects a fall.", ("The carmaker", "tesla")),
        ("Amazon cut its prices. The Seattle-based company expects a fall.", ("The Seattle-based company", "amazon")),
        ("Man Group is calm. Edward Cole, a manager at the group, said so.", ("the group", "man-group")),
        ("UBS and the Federal Reserve met. The central bank was calm.", ("The central bank", "federal-reserve")),
        ("The Toronto Real Estate Board met. The board saw a fall.", ("The board", "toronto-real-estate-board")),
    ],
)
def test_pronouns_and_descriptions_find_what_they_stand_for(
    read_entities: Read, text: str, expected: tuple[str, str]
) -> None:
    assert expected in meant(read_entities(text))


def test_a_pronoun_skips_people_of_the_other_sex(read_entities: Read) -> None:
    doc = read_entities("Strategist Martha Quill met trader Robert Pike in London. She was calm.")
    assert ("She", "martha-quill") in meant(doc)


@pytest.mark.parametrize(
    "text",
    [
        "The bank was calm.",
        "UBS was calm.\nNothing moved.\nNobody spoke.\nThe bank left.",
        "Tesla was calm. The bank of the river was flooded.",
        "Tesla was calm. The company that makes its glass was not.",
        "UBS was calm. The Turkish shopping malls investors association was not.",
        "UBS was calm. The Swiss Mountain Guides association was not.",
    ],
)
def test_what_may_mean_anything_stands_for_nothing(read_entities: Read, text: str) -> None:
    assert meant(read_entities(text)) == []


def test_it_stands_for_the_organisation_that_acted_in_the_sentence_before(read_entities: Read) -> None:
    assert ("It", "ubs") in meant(read_entities("UBS abandoned its view on China. It raised its target for Tesla."))


@pytest.mark.parametrize(
    "text",
    [
        "UBS was calm. It is raining.",
        "UBS and Tesla met in Berlin. It raised hopes of a deal.",
        "UBS's plan failed. It raised doubts.",
        "UBS was calm.\nIt raised its target.",
    ],
)
def test_it_stands_for_nothing_where_the_subject_is_in_doubt(read_entities: Read, text: str) -> None:
    assert meant(read_entities(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Ashford Securities Commission fined UBS. UBS paid at once. The commission was calm.",
            ("The commission", "ashford-securities-commission"),
        ),
        (
            "UBS must pay a fine to the Ashford Securities Commission. The securities commission was calm.",
            ("The securities commission", "ashford-securities-commission"),
        ),
        (
            "The Nordal Teachers' Association met the Health Ministry. The ministry was calm.",
            ("The ministry", "health-ministry"),
        ),
    ],
)
def test_a_body_is_the_one_that_is_called_so(read_entities: Read, text: str, expected: tuple[str, str]) -> None:
    assert expected in meant(read_entities(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Nordal Health Ministry was calm. The finance ministry was not.",
        "The Federal Reserve was calm. The union was not.",
        "UBS was fined. The ministry was calm.",
    ],
)
def test_a_body_of_another_name_is_not_meant(read_entities: Read, text: str) -> None:
    assert meant(read_entities(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Red Cross Society met Tesla. The organization was calm.", ("The organization", "red-cross-society")),
        ("The Bank of Canada cut its rate. Rates fell.\nThe bank was calm.", ("The bank", "bank-of-canada")),
    ],
)
def test_an_organization_is_a_body_and_the_bank_may_be_a_central_one(
    read_entities: Read, text: str, expected: tuple[str, str]
) -> None:
    assert expected in meant(read_entities(text))


def test_a_bank_named_last_is_meant_rather_than_the_central_one(read_entities: Read) -> None:
    text = "The Federal Reserve met. The Fed was calm. The Fed left. UBS cut its view. The bank was calm."
    assert meant(read_entities(text))[-1] == ("The bank", "ubs")


def test_a_central_bank_that_the_text_is_not_about_is_no_bank(read_entities: Read) -> None:
    text = "Tesla fell. Tesla rose. Tesla fell. Tesla rose. The Federal Reserve met. The bank was calm."
    assert meant(read_entities(text)) == []
