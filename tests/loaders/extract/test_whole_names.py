"""Names of which lists and grammar see only a part, and forms that name somebody else in this text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graph.model import Document
from loaders.pipeline import extract

Read = Callable[[str], Doc]


def named(text: str) -> set[tuple[str, str]]:
    return {(entity.kind.value, entity.name) for entity in extract(Document(text)).entities}


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The board of Health Canada met on Monday.", "Institution", "Health Canada"),
        (
            "She is a fellow at the European Council on Energy Policy.",
            "Institution",
            "European Council on Energy Policy",
        ),
        ("Shares of Samsung Display rose after Samsung Display cut costs.", "Company", "Samsung Display"),
        ("Deputy Test Pilot Martha Quill landed safely.", "Person", "Martha Quill"),
    ],
)
def test_the_longer_name_that_the_recogniser_sees_is_the_name(text: str, kind: str, name: str) -> None:
    assert (kind, name) in named(text)


def test_a_listed_organisation_keeps_its_name_behind_its_country() -> None:
    assert ("Institution", "Federal Reserve") in named(
        "The U.S. Federal Reserve held rates, the U.S. Federal Reserve said."
    )


def test_the_code_of_its_shares_is_a_name_of_the_company_before_the_bracket() -> None:
    assert named("Volkswagen (VOWG_p.DE) and Daimler (DAIGn.DE) rose.") == {
        ("Company", "Volkswagen"),
        ("Company", "Mercedes-Benz"),
    }


def test_a_surname_of_the_text_is_not_the_company_of_that_name(read_entities: Read) -> None:
    doc = read_entities("Governor Chris Christie spoke on Monday. Christie said that he would stay.")
    assert set(doc._.entities) == {"chris-christie"}


def test_a_company_that_is_named_after_its_founder_stays_one(read_entities: Read) -> None:
    doc = read_entities("Michael Dell founded the company in 1984. Shares of Dell rose. Dell cut its costs.")
    assert [entity.kind for id_, entity in doc._.entities.items() if id_ == "dell"] == ["Company"]


def test_a_source_whose_name_is_cut_by_slashes_is_found_before_a_full_stop(read_entities: Read) -> None:
    doc = read_entities("Analysts expected 30 cents, according to Thomson Reuters I/B/E/S.")
    assert set(doc._.entities) == {"refinitiv"}


@pytest.mark.parametrize(
    ("text", "kind", "name", "form"),
    [
        (
            "Members of SEIU-United Canal Workers West met. SEIU-UCWW said it would strike.",
            "Institution",
            "SEIU-United Canal Workers West",
            "SEIU-UCWW",
        ),
        (
            'The Conservative Party lost. "The Conservatives were unhappy," she said. The Conservatives left.',
            "Institution",
            "Conservative Party",
            "Conservatives",
        ),
        (
            "Airbus delivered ten of the A321XLR in May. It plans to use the XLRs to open routes.",
            "Product",
            "A321XLR",
            "XLRs",
        ),
        ("The City of Toronto said it would pay. Most of Toronto was calm.", "Place", "Toronto", "Toronto"),
    ],
)
def test_a_part_that_stands_for_the_whole_name_makes_no_second_entity(
    text: str, kind: str, name: str, form: str
) -> None:
    found = named(text)
    assert (kind, name) in found
    assert not {(kind, other) for kind, other in found if form in other} - {(kind, name)}


@pytest.mark.parametrize(
    "text",
    [
        "Economic worries have triggered layoffs across Corporate America.",
        "Jane Quillfeather, head of Global Markets Research at Velmoro Securities, said markets were calm.",
    ],
)
def test_what_is_spoken_of_in_general_is_no_name(text: str) -> None:
    assert not {name for _, name in named(text)} & {"Corporate America", "Global Markets", "Global Markets Research"}


def test_the_sort_of_goods_is_no_part_of_a_name() -> None:
    assert "Velmobile X" in {name for _, name in named("Deliveries of the Velmobile X SUVs rose.")}
