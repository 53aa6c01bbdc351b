"""Where names begin and end."""

from __future__ import annotations

import pytest

from graph.model import Document
from loaders.pipeline import extract


def names(text: str) -> set[str]:
    return {entity.name for entity in extract(Document(text)).entities if entity.kind.value != "Place"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Channeling Orvex, the firm raised $40 million last week.", "Orvex"),
        ("Underpinning Dravec Industries is a loan of $300 million.", "Dravec Industries"),
        ("A bid for Google Canadian headquarters came last.", "Google"),
        ("Judges of the 5th Circuit Court of Appeals struck it down.", "5th Circuit Court of Appeals"),
        ("He was once a senior lawyer at the firm Al Tarimi and Company, the largest.", "Al Tarimi and Company"),
        ("The shop was then sold to Dorval and Dorval Ltd for $40 million.", "Dorval and Dorval Ltd"),
        ("Officials of the Hunan Department of Commerce met on Tuesday.", "Hunan Department of Commerce"),
        ("The new head of the Oman Future Fund met them on Tuesday.", "Oman Future Fund"),
        ("Power comes from Manitoba Hydro for now.", "Manitoba Hydro"),
        ("The undersecretary at the Ministry of Justice Khalil Haddad spoke.", "Ministry of Justice"),
        ("The undersecretary at the Ministry of Justice Khalil Haddad spoke.", "Khalil Haddad"),
        ("Manitoba Parks and Recreation closed the road.", "Manitoba Parks and Recreation"),
        ("VELM Real Estate Development has announced a new tower near the sea.", "VELM Real Estate Development"),
        ("The Jordan Investor Confidence Index rose to 105 points.", "Jordan Investor Confidence Index"),
    ],
)
def test_a_name_is_found_whole_and_alone(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Building Trades Council members met on Monday.", "Building Trades Council"),
        ("Mining Association of Velmoro members met.", "Mining Association of Velmoro"),
        ("Boeing shares rose on Monday.", "Boeing"),
        ("The U.S. Department of Commerce said so.", "Commerce Department"),
        ("China Evergrande fell on the day.", "Evergrande"),
        ("The School of Medicine Alumni Association met.", "School of Medicine Alumni Association"),
        ("A letter to Tracey Pope, the manager, came last.", "Tracey Pope"),
        ("Brigadier General William E. Orten IV led the lab.", "William E. Orten IV"),
        ("The director of the Emirates Institute of Finance spoke.", "Emirates Institute of Finance"),
        ("LONDON World Bank officials met on Monday.", "World Bank"),
    ],
)
def test_what_belongs_to_a_name_stays_with_it(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Toyota and Toyota Industries agreed to merge.", "Toyota Industries"),
        ("Talks between Velmoro and Velmoro Digital failed on Monday.", "Velmoro Digital"),
    ],
)
def test_a_parent_and_its_unit_are_two(text: str, unit: str) -> None:
    assert unit in names(text)


def test_names_in_a_list_that_lost_its_lines_are_found() -> None:
    text = (
        "OTHER STORIES -Velmoro Gold says output is up 4%. -Tesla shares fell 3%. “It is fine.” --Dana Wills, analyst"
    )
    assert {"Velmoro Gold", "Tesla", "Dana Wills"} <= names(text)
