"""What is written like a name and names nobody."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import pytest
from spacy.tokens import Doc

from graph.model import Document
from loaders.extract.lines import _tail
from loaders.pipeline import extract

Read = Callable[[str], Doc]
ORGANISATIONS = {"Company", "Institution"}


def organisations(text: str) -> set[str]:
    return {entity.name for entity in extract(Document(text)).entities if entity.kind.value in ORGANISATIONS}


@pytest.mark.parametrize(
    "text",
    [
        "Minister of Community Services Dana Wills said rents were capped.",
        "The Minister of Transport and Logistic Services opened the port.",
        "The Minister of Energy and Mineral Resources opened the mine.",
        "The minister of state for Public Sector Modernisation said so.",
        "She is an assistant professor in the college's Information Science department.",
        "He is director of Emergency Management for the town.",
        "The Secretary of Commerce agreed.",
    ],
)
def test_a_field_of_work_is_no_organisation(text: str) -> None:
    assert organisations(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The chairman of Tolvane Bank spoke.", "Tolvane Bank"),
        ("The Ministry of Energy and Mineral Resources said so.", "Ministry of Energy and Mineral Resources"),
        ("Shares of Mineral Resources rose 3%.", "Mineral Resources"),
        ("Tom Okoro, a professor of Harvard University, said so.", "Harvard University"),
        ("Ministers of NATO met.", "NATO"),
        ("Ana Tarvik, president of Clear Path Energy, said sales rose.", "Clear Path Energy"),
        ("Ana Tarvik, director of Human Rights First, said so.", "Human Rights First"),
        ("Norland Geological Survey said the lava was rising.", "Norland Geological Survey"),
        ("Consumer Reports said the car was safe.", "Consumer Reports"),
        ("Last year Treasury said it would sell debt.", "U.S. Treasury"),
        ("The director of the Norwick Department of Health spoke.", "Norwick Department of Health"),
    ],
)
def test_a_body_that_is_named_stays_one(text: str, name: str) -> None:
    assert name in organisations(text)


@pytest.mark.parametrize(
    "text",
    [
        "U.S. Treasury yields rose to 4.3% on the day.",
        "The 10-year U.S. Treasury note fell and the Treasury bond market was shut.",
        "The fund holds short-dated U.S. Treasury bills.",
    ],
)
def test_the_debt_of_a_treasury_is_not_the_department(text: str) -> None:
    assert organisations(text) == set()


def test_the_treasury_that_sells_debt_is_the_department() -> None:
    assert organisations("The U.S. Treasury said it would sell $40 billion of bonds.") == {"U.S. Treasury"}


@pytest.mark.parametrize(
    "text",
    [
        "Those with fetal alcohol spectrum disorder (FASD) get help. FASD is for life, and FASD Week is in May.",
        "A group of asset management companies (AMCs) was paid. AMC fees are high.",
        "The U.S. Constitution says so, and he was tried in the Norwick County Courthouse.",
        "The Labour Force Survey showed a gain.",
    ],
)
def test_terms_laws_buildings_and_surveys_are_no_organisations(text: str) -> None:
    assert organisations(text) == set()


def test_the_abbreviation_of_a_name_stays_one() -> None:
    doc = extract(Document("The Velmoro Energy Council (VEC) met. VEC said output rose."))
    assert {entity.name for entity in doc.entities} == {"Velmoro Energy Council"}


@pytest.mark.parametrize(
    "text",
    [
        "The hall was full. (Maria Lopez/AFP)",
        "An engineer speaks on Monday. FotoPress/Getty Images",
        "It was loud. The Associated Press contributed to this report.",
        "Reporter Dana Wills contributed to this story.",
        "Written by Dana Wills. Produced by Lisa Berg.",
        "It fell to 3 per cent, with files from Reuters",
        "(The views expressed here are those of the author, a columnist for Reuters.)",
        "Read more from CBC Manitoba",
    ],
)
def test_who_made_the_report_is_no_part_of_it(text: str) -> None:
    assert extract(Document(text)).entities == ()


def test_a_long_line_without_a_full_stop_is_read_in_linear_time() -> None:
    began = perf_counter()
    assert _tail("abc def " * 20_000) is None
    assert _tail("ACGT" * 20_000) is None
    assert perf_counter() - began < 20


def test_who_contributed_to_something_else_is_part_of_the_report() -> None:
    assert "Tolvane Bank" in organisations("Tolvane Bank contributed to this year's gain, and more came from it.")
