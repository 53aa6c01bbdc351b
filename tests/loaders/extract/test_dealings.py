"""Ownership, partners, members of an index and products, each from the words of a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graph.model import Document, RelationType
from loaders.pipeline import extract

Read = Callable[[str], Doc]
OWNS, PARTNER = RelationType.OWNS, RelationType.PARTNER_OF
MEMBER, MAKES = RelationType.CONSTITUENT_OF, RelationType.MAKES


def related(doc: Doc, kind: RelationType) -> list[tuple[str, str]]:
    return [(link.source, link.target) for link in doc._.relations if link.type is kind]


@pytest.mark.parametrize(
    "text",
    [
        "Nvidia owns Tesla today.",
        "Nvidia holds a 30% stake in Tesla.",
        "Nvidia, which disclosed an 8.8 percent stake in Tesla in March, was silent.",
        "Tesla, a wholly owned unit of Nvidia, cut its prices.",
        "Tesla, majority owned by Nvidia, cut its prices.",
        "Tesla, Nvidia's search arm, cut its prices.",
        "Tesla parent Nvidia cut its prices.",
        "Nvidia took its search unit Tesla public.",
        "Shares of Nvidia-owned Tesla rose.",
        "Nvidia acquired Tesla for $1 billion.",
        "Nvidia's 30% stake in Tesla was worth little.",
    ],
)
def test_who_owns_whom(read_entities: Read, text: str) -> None:
    assert related(read_entities(text), OWNS) == [("nvidia", "tesla")]


@pytest.mark.parametrize(
    "text",
    [
        "Tesla wants to buy a 30% stake in Nvidia.",
        "Tesla sold its stake in Nvidia.",
        "Tesla had to divest its stake in Nvidia.",
        "Tesla may acquire Nvidia next year.",
        "Tesla owns shares, and Nvidia sells chips.",
        "Tesla acquired by Nvidia would be a surprise.",
    ],
)
def test_who_only_may_or_no_longer_does_owns_nothing(read_entities: Read, text: str) -> None:
    assert ("tesla", "nvidia") not in related(read_entities(text), OWNS)


def test_a_holding_says_how_much_it_is(read_entities: Read) -> None:
    (link,) = [one for one in read_entities("Tesla owns 26.8 percent of Nvidia.")._.relations if one.type is OWNS]
    assert link.role == "26.8 percent"


@pytest.mark.parametrize(
    "text",
    [
        "Tesla partnered with Nvidia on chips.",
        "Tesla has teamed up with the chipmaker Nvidia.",
        "Tesla signed a memorandum of understanding (MoU) with Nvidia.",
        "An alliance between Tesla and Nvidia was announced.",
        "Tesla and Nvidia signed a partnership agreement on Monday.",
        "Tesla's joint venture with Nvidia makes chips.",
        "Tesla, a supplier to Nvidia, fell.",
    ],
)
def test_who_works_with_whom(read_entities: Read, text: str) -> None:
    assert related(read_entities(text), PARTNER) == [("tesla", "nvidia")]


def test_partners_are_one_link_whichever_comes_first(read_entities: Read) -> None:
    doc = read_entities("Tesla partnered with Nvidia. Nvidia partnered with Tesla.")
    assert related(doc, PARTNER) == [("tesla", "nvidia")]


@pytest.mark.parametrize("text", ["Tesla may team up with Nvidia.", "Tesla ended its partnership with Nvidia."])
def test_what_may_be_or_has_ended_makes_no_partner(read_entities: Read, text: str) -> None:
    assert related(read_entities(text), PARTNER) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tesla joined the S&P 500 in December.",
        "Tesla, a member of the S&P 500, rose.",
        "The S&P 500 fell, dragged by a 3% drop in Tesla.",
        "Tesla jumped, lifting the S&P 500 for a second day.",
        "Tesla was the biggest gainer on the S&P 500.",
    ],
)
def test_which_company_an_index_holds(read_entities: Read, text: str) -> None:
    assert related(read_entities(text), MEMBER) == [("tesla", "sp-500")]


def test_who_left_an_index_is_not_in_it(read_entities: Read) -> None:
    assert related(read_entities("Tesla was dropped from the S&P 500."), MEMBER) == []


@pytest.mark.parametrize("text", ["Meta launched Instagram in Europe.", "Meta's Instagram is growing."])
def test_who_makes_a_product(read_entities: Read, text: str) -> None:
    assert related(read_entities(text), MAKES) == [("meta", "instagram")]


def test_each_relation_comes_with_its_claim_and_exact_words() -> None:
    text = "Shares rose. UBS said Nvidia owns 30% of Tesla, and Tesla partnered with Nvidia."
    extraction = extract(Document(text))
    claims = {claim.id for claim in extraction.claims}
    assert {relation.type for relation in extraction.relations} >= {OWNS, PARTNER}
    for relation in extraction.relations:
        assert relation.claim_id in claims
        assert text[relation.evidence.start : relation.evidence.end] == relation.evidence.quote
