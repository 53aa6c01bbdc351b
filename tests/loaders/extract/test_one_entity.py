"""One entity under several names within one text, and names alike of two."""

from __future__ import annotations

import pytest

from graph.model import Document, Extraction
from loaders.pipeline import extract


def read(text: str) -> Extraction:
    return extract(Document(text))


def ids_of(found: Extraction, text: str) -> set[str]:
    return {mention.entity_id for mention in found.mentions if mention.text == text}


def entities_of(found: Extraction) -> set[str]:
    return {entity.id for entity in found.entities}


@pytest.mark.parametrize(
    ("text", "letters", "owner"),
    [
        ("The Arvanian Federal Police came. AFP said it knew.", "AFP", "arvanian-federal-police"),
        (
            "Ask the Social Security Council (SSC). Those registered with SSC may come.",
            "SSC",
            "social-security-council",
        ),
        ("The Social Security Council met. Members of the SSC left.", "SSC", "social-security-council"),
        ("The Bureau of Tides said so. A BoT report is due.", "BoT", "bureau-of-tides"),
        (
            "The International Timber Trade Association met. Staff of Itta left.",
            "Itta",
            "international-timber-trade-association",
        ),
        ("The UK Civil Kite Authority met. Staff of the CKA left.", "CKA", "uk-civil-kite-authority"),
        ("The Velmoro Energy Fund (TVEF) sold bonds. Staff of TVEF left.", "TVEF", "velmoro-energy-fund"),
        ("The Public Authority for Harbours (OPAH) met. Staff of OPAH left.", "OPAH", "public-authority-for-harbours"),
    ],
)
def test_letters_stand_for_the_body_that_the_text_names(text: str, letters: str, owner: str) -> None:
    assert ids_of(read(text), letters) == {owner}


@pytest.mark.parametrize(
    ("text", "letters", "owner"),
    [
        ("He told AFP that he knew. The Arvanian Federal Police came.", "AFP", "agence-france-presse"),
        ("The Arvanian Federal Police came. A spokesman told AFP that it knew.", "AFP", "agence-france-presse"),
        ("Agence France-Presse asked the Arvanian Federal Police. AFP said it knew.", "AFP", "agence-france-presse"),
        ("The Foreign Business Initiative met. The FBI arrested two men.", "FBI", "fbi"),
        ("The Federal Dairy Association met. The FDA approved the drug.", "FDA", "fda"),
        ("The World Hotel Organisation met. WHO said the flu had spread.", "WHO", "world-health-organization"),
        ("IBM said sales rose. The Independent Builders Mutual said so as well.", "IBM", "ibm"),
    ],
)
def test_letters_stay_with_whom_the_lists_know_by_them(text: str, letters: str, owner: str) -> None:
    assert ids_of(read(text), letters) == {owner}


def test_brackets_give_a_body_the_letters_of_a_better_known_one() -> None:
    found = read("The Foreign Business Initiative (FBI) met. The FBI said trade fell.")
    assert entities_of(found) == {"foreign-business-initiative"}


def test_a_word_in_brackets_is_what_a_body_is_called() -> None:
    found = read("Velmoro Ports Authority (Nawani) has begun work. Nawani said it would cost more.")
    assert ids_of(found, "Nawani") == {"velmoro-ports-authority"}
    found = read("Norland Gas Haulage Company (Nakila) ordered ships. Nakila said the fleet grew.")
    assert ids_of(found, "Nakila") == {"norland-gas-haulage"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kestrel Hotels (Marwick) fell. Marwick Group owns it, and Marwick said no.", "Marwick"),
        ("Analysts at Velmoro Securities (Quillfeather) spoke. Jane Quillfeather agreed.", "Quillfeather"),
        ("Velmoro Securities (Panama) fell.", "Panama"),
        ("Abu Dhabi (WAMI) grew. The agency WAMI said so.", "WAMI"),
        ("Tarvik Holdings (Private) Limited fell.", "Private"),
    ],
)
def test_a_bracket_may_hold_something_else(text: str, word: str) -> None:
    assert ids_of(read(text), word).isdisjoint({"kestrel-hotels", "velmoro-securities", "tarvik-holdings", "abu-dhabi"})


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The Larch Labour Party (Okoro) met the miners. Okoro said taxes would rise.", "okoro"),
        ("Norland Writers Association (Tarvik) won. Tarvik said he was glad.", "tarvik"),
        ("Dunmore Value Fund Partners (Sabine) fell. Sabine said she would sell.", "sabine"),
    ],
)
def test_a_bracket_may_hold_who_is_of_the_body(text: str, person: str) -> None:
    assert person in entities_of(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Velmoro Group, which named Quintos Bank, said the adviser would sell its unit.",
        "The lawsuit against Velmoro Group, which also named Quintos Bank, was filed.",
    ],
)
def test_whom_a_body_names_is_another(text: str) -> None:
    assert {"velmoro-group", "quintos-bank"} <= entities_of(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel Bank (formerly Tarvik Savings) was fined.",
        "Kestrel Bank (now Tarvik Savings) was fined.",
        "Kestrel Bank, formerly known as the Tarvik Savings, was fined.",
        "Kestrel Bank, which is now called Tarvik Savings, was fined.",
    ],
)
def test_a_body_and_what_it_was_called_are_one(text: str) -> None:
    assert entities_of(read(text)) == {"kestrel-bank"}


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel Bank, formerly Tarvik Savings' branch, was fined.",
        "Kestrel Bank, formerly part of Tarvik Savings, was fined.",
        "She was at Kestrel Bank, previously Tarvik Savings, until May.",
    ],
)
def test_a_former_owner_is_another(text: str) -> None:
    assert {"kestrel-bank", "tarvik-savings"} <= entities_of(read(text))


@pytest.mark.parametrize(
    ("text", "part", "owner"),
    [
        ("The Lindbury Inquirer was sold, the Inquirer reported.", "Inquirer", "lindbury-inquirer"),
        ("The U.S. Air Force spoke. Later the Air Force said no.", "Air Force", "u-s-air-force"),
        (
            "The Kuwaiti Cabinet approved the bill. It was decided in the Cabinet's meeting.",
            "Cabinet",
            "kuwaiti-cabinet",
        ),
        (
            "Staff of the Growers Coalition of Kuwait met. The Growers Coalition said no.",
            "Growers Coalition",
            "growers-coalition-of-kuwait",
        ),
        ("The RBNZ cut rates. The Reserve Bank said it would wait.", "Reserve Bank", "reserve-bank-of-new-zealand"),
        ("Shares of Aurora Hemp Inc. rose. Tilray, Aurora and Ford fell.", "Aurora", "aurora-hemp"),
        ("Analytics firm K7 Partners LLC said so. The report by K7 was right.", "K7", "k7-partners"),
        ("Velmoro Inc rose. Velmoro Digital fell. Later Velmoro said no.", "Velmoro", "velmoro"),
        ("Tarvik Motors Inc rose. Tarvik Digital fell. Later Tarvik said no.", "Tarvik", "tarvik-motors"),
        ("The lender Tarvobank fell. Ratings of Tarvo said no.", "Tarvo", "tarvobank"),
        ("Ann Bell heads The Murray Wealth Group. Murray Wealth is calm.", "Murray Wealth", "murray-wealth-group"),
        ("Balboa Bank & Trust fell. Balboa Bank said no.", "Balboa Bank", "balboa-bank-and-trust"),
        ("The U.S. Chamber of Commerce spoke. The US Chamber said no.", "US Chamber", "u-s-chamber-of-commerce"),
        (
            "Islamport International Airport reported record revenue. The role of Islamport Airport grows.",
            "Islamport Airport",
            "islamport-international-airport",
        ),
        (
            "Allmark Homes Real Estate Investment Trust rose. Allmark REIT said so.",
            "Allmark REIT",
            "allmark-homes-real-estate-investment-trust",
        ),
    ],
)
def test_a_part_stands_for_the_only_longer_name(text: str, part: str, owner: str) -> None:
    assert ids_of(read(text), part) == {owner}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The Israeli Air Force flew. The U.S. Air Force watched. The Air Force said no.", "Air Force"),
        ("The New York Times and the Financial Times reported it. The Times said no.", "The Times"),
        ("The Reserve Bank of India met the RBNZ. The Reserve Bank said it would wait.", "Reserve Bank"),
        ("Tarvik Motors Ltd and Tarvik Steel Ltd rose. Later Tarvik said no.", "Tarvik"),
        ("Tarvik Motors Ltd rose. Trader Peter Tarvik said no. Later Tarvik was calm.", "Tarvik"),
    ],
)
def test_a_part_of_two_names_stands_for_neither(text: str, part: str) -> None:
    found = read(text)
    longer = {mention.entity_id for mention in found.mentions if mention.text.endswith(part) and mention.text != part}
    assert ids_of(found, part).isdisjoint(
        longer | {"tarvik-motors", "tarvik-steel", "peter-tarvik", "reserve-bank-of-new-zealand"}
    )


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Director Hamid Noor Al-Tarvi wrote it. Later Hamid Al Tarvi said no.", "Hamid Al Tarvi"),
        ("Director Hamid bin Noor Al Tarvi wrote it. Later Al-Tarvi said no.", "Al-Tarvi"),
        ("Director Ana Vela Tarvik wrote it. Later Ana Vela said no.", "Ana Vela"),
        ("Director Ana Luz Vela Tarvik wrote it. Later Vela Tarvik said no.", "Vela Tarvik"),
        ("Director Martha Sorensby wrote it. Later Sorensby said no, and Sorenzby left.", "Sorenzby"),
        ("Director Martha Sorensby wrote it. Later Martha Sorenzby said no.", "Martha Sorenzby"),
        ("Director Martha Barocas wrote it. Later Ms. Boracas said no.", "Boracas"),
    ],
)
def test_a_person_is_one_under_several_names(text: str, form: str) -> None:
    found = read(text)
    assert ids_of(found, form)
    assert len(entities_of(found)) == 1


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Analyst Ana Vela Tarvik met Ana Vela Orsby. Later Ana Vela said no.", "Ana Vela"),
        ("Analyst Donald Tarvik Jr. spoke. His father Donald Tarvik did not.", "Donald Tarvik"),
        ("Analyst John Hanson met Mary Hansen. Later Mr. Hanson left, and Mr. Hansan said no.", "Hansan"),
        ("Analyst Mary Keller spoke. Her rival Peter Kellner did not. Later Mr. Kellner left.", "Kellner"),
        ("Analyst Zhang Weiming spoke. Mr. Zheng did not.", "Zheng"),
        ("Analyst Li Wei Ming spoke. Her rival Li Wei did not.", "Li Wei"),
        ("Prince Mohammed bin Salman met Mohammed bin Salman Al Harbi.", "Mohammed bin Salman"),
    ],
)
def test_two_people_stay_two(text: str, form: str) -> None:
    found = read(text)
    others = {mention.entity_id for mention in found.mentions if " " in mention.text and mention.text != form}
    assert ids_of(found, form).isdisjoint(others - {"peter-kellner"})


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Mark Halvorsen, chief executive of Norvik Steel, spoke. Mark Halversen, an analyst at Velmoro, said no.",
            {"mark-halvorsen", "mark-halversen"},
        ),
        ("Erik Hansen of Velmoro spoke. Erik Hanson of Quintos Bank said no.", {"erik-hansen", "erik-hanson"}),
        ("Robert Sander Vance spoke. Robert Vance, his son, said no.", {"robert-sander-vance", "robert-vance"}),
        ("John Smith Tarvik spoke. John Smith, a police officer, said no.", {"john-smith-tarvik", "john-smith"}),
        (
            "Gerald Clark, chief executive of Velmoro, spoke. Trade Secretary Clarke said no.",
            {"gerald-clark", "clarke"},
        ),
    ],
)
def test_who_is_presented_anew_is_another(text: str, people: set[str]) -> None:
    assert people <= entities_of(read(text))


def test_a_misspelt_minister_is_one() -> None:
    found = read("Gerald Clark, the trade secretary, spoke. Trade Secretary Clarke said no.")
    assert ids_of(found, "Clarke") == {"gerald-clark"}


def test_a_part_that_is_presented_is_another() -> None:
    found = read("The National Bank of Kuwait grew. National Bank, a lender in Larchwick, said no.")
    assert ids_of(found, "National Bank") == {"national-bank"}


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel and Kestrel Air said on Monday that they would merge. Kestrel has 300 staff.",
        "Kestrel's unit Kestrel Air said profit rose 3 percent. Kestrel has 300 staff.",
        "Kestrel Air, a unit of Kestrel, said profit rose 3 percent. Kestrel has 300 staff.",
        "Shares in Kestrel, Kestrel Air and Tarvo rose 3 percent. Kestrel said that it was glad.",
    ],
)
def test_a_company_beside_the_one_that_its_name_begins_is_another(text: str) -> None:
    found = read(text)
    assert ids_of(found, "Kestrel") == {"kestrel"}
    assert ids_of(found, "Kestrel Air") == {"kestrel-air"}


def test_a_first_word_is_the_whole_where_nothing_tells_them_apart() -> None:
    assert ids_of(read("Shares in Kestrel Air rose 3 percent. Kestrel said it was glad."), "Kestrel") == {"kestrel-air"}


def test_whoever_is_presented_is_no_bank_of_a_like_name() -> None:
    found = read("Tarvo, a tyre maker, said sales fell. Tarvobank said profit rose 4 percent.")
    assert ids_of(found, "Tarvo") == {"tarvo"}
