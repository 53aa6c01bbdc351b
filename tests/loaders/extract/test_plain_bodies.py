"""Bodies named by what they are, and other names that capitals alone do not show."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graph.model import Kind

Read = Callable[[str], Doc]


def organisations(doc: Doc) -> set[str]:
    """The names of the companies and institutions."""
    scored = {Kind.COMPANY, Kind.INSTITUTION}
    return {entity.name for entity in doc._.entities.values() if entity.kind in scored}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Costs will fall, the finance ministry said.", "finance ministry"),
        ("The Prime Minister's Office said that costs would fall.", "Prime Minister's Office"),
        ("Costs will fall, the public prosecutor's office said.", "public prosecutor's office"),
        ("A bill on costs went through Parliament in May.", "Parliament"),
        ("A bill on costs was put to Parliament Thursday.", "Parliament"),
        ("Costs will fall, the Green party said.", "Green party"),
        ("Costs will fall, the Labour party said.", "Labour Party"),
        ("Costs will fall, Her Majesty's Revenue and Customs said.", "HM Revenue & Customs"),
        ("They set up an Inquiry into Missing Children.", "Inquiry into Missing Children"),
        ("Costs will fall, the ministry of finance said.", "ministry of finance"),
        ("Costs will fall, Ontario's health department said.", "Ontario's health department"),
        ("A bill on costs went through Turkey's parliament.", "Turkey's parliament"),
        ("A bill on costs went through the California legislature.", "California legislature"),
        ("Norwegian police said that ten were held.", "Norwegian police"),
        ("A bill on costs will return to the House for a vote.", "House"),
        ("A bill on costs went through the Senate intelligence committee.", "Senate intelligence committee"),
        ("The 9th Circuit ruled that costs were high.", "9th Circuit"),
        ("Costs will fall, the U.S. central bank said.", "Federal Reserve"),
        ("Costs will fall, Turkey\u2019s central bank said.", "Central Bank of Turkey"),
        ("Output will fall, officials of OPEC+ said.", "OPEC"),
    ],
)
def test_a_body_named_by_what_it_is(read_entities: Read, text: str, name: str) -> None:
    assert organisations(read_entities(text)) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "Costs will fall, the company's finance department said.",
        "They met in the mayor's office to talk of costs.",
        "They met on Parliament Hill.",
        "They gave a Green light to a Christmas party.",
        "It was a year of ministry and prayer.",
        "Members of parliament met the legislature.",
        "Norwegian police cars were seen, and police were calm.",
        "They met in the White House and at the House of Cards set.",
        "They race on the Norwick Circuit.",
    ],
)
def test_rooms_hills_and_feasts_are_no_bodies(read_entities: Read, text: str) -> None:
    assert organisations(read_entities(text)) == set()


def test_the_house_is_the_one_that_the_text_names_in_full(read_entities: Read) -> None:
    text = "The U.S. House of Representatives met on Monday. The bill will return to the House for a vote."
    assert organisations(read_entities(text)) == {"U.S. House of Representatives"}


def test_a_ministry_that_is_named_in_full_keeps_its_name(read_entities: Read) -> None:
    text = "The Greek Finance Ministry was calm. Costs will fall, the finance ministry said."
    assert organisations(read_entities(text)) == {"Greek Finance Ministry"}


@pytest.mark.parametrize(
    "text",
    [
        "Velmoro Robotics Inc. (NYSE: VLMR) rose. VLMR shares had fallen.",
        "Velmoro Robotics Inc.'s ( VLMR_p.DE ) brand is back in profit.",
    ],
)
def test_the_code_of_the_shares_is_no_name_of_its_own(read_entities: Read, text: str) -> None:
    assert organisations(read_entities(text)) - {"New York Stock Exchange"} == {"Velmoro Robotics Inc."}


def test_a_regional_director_is_no_part_of_the_name_before(read_entities: Read) -> None:
    text = "The Redford Commission Regional Director Martha Quill was calm."
    assert organisations(read_entities(text)) == {"Redford Commission"}


@pytest.mark.parametrize("noun", ["Rival", "Competitor", "Retailer", "Chipmaker"])
def test_what_a_company_is_begins_no_name_of_it(read_entities: Read, noun: str) -> None:
    assert organisations(read_entities(f"{noun} Velmoro Robotics Inc. was calm.")) == {"Velmoro Robotics Inc."}


def test_the_arm_of_a_country_goes_by_its_name_without_it(read_entities: Read) -> None:
    text = "Velmoro Robotics Canada Inc. was calm. Shares of Velmoro Robotics rose."
    assert len(organisations(read_entities(text))) == 1


def test_a_name_may_begin_with_what_a_company_is(read_entities: Read) -> None:
    assert organisations(read_entities("Rival Foods Inc. was calm.")) == {"Rival Foods Inc."}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The French finance ministry was calm. Spain's finance ministry was not.",
            {"French finance ministry", "Spain's finance ministry"},
        ),
        (
            "The French finance ministry was calm. Spain's finance ministry was not. The finance ministry spoke.",
            {"French finance ministry", "Spain's finance ministry"},
        ),
        (
            "The French finance ministry was calm. Costs will fall, the finance ministry said.",
            {"French finance ministry"},
        ),
        (
            "The Greek Finance Ministry was calm. Spain's finance ministry was not.",
            {"Greek Finance Ministry", "Spain's finance ministry"},
        ),
        ("The British Parliament met. Kenya's Parliament was calm.", {"British Parliament", "Kenya's Parliament"}),
        ("The Greek Finance Ministry was calm. Greece's finance ministry spoke.", {"Greek Finance Ministry"}),
        ("Spain's attorney general's office was calm.", {"Spain's attorney general's office"}),
        ("The Paris mayor\u2019s office was calm. The mayor\u2019s office spoke.", {"Paris mayor\u2019s office"}),
        ("New York mayor's office was calm.", {"New York mayor's office"}),
        ("They spoke with the general's office.", set()),
    ],
)
def test_bodies_of_different_places_are_told_apart(read_entities: Read, text: str, names: set[str]) -> None:
    assert organisations(read_entities(text)) == names
