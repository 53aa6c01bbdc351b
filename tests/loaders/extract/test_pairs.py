from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graph.model import RelationType

Read = Callable[[str], Doc]


def pairs(doc: Doc) -> set[tuple[str, str, str | None]]:
    links = [link for link in doc._.relations if link.type is RelationType.BENCHMARKED_AGAINST]
    return {(link.source, link.target, link.by) for link in links}


@pytest.mark.parametrize(
    "text",
    [
        "UBS benchmarks Xiaomi against Tesla and Tencent against Meta.",
        "Analysts at UBS compared Xiaomi with Tesla, Tencent with Meta.",
        "UBS compares Xiaomi and Tencent with Tesla and Meta, respectively.",
    ],
)
def test_a_source_sets_companies_against_each_other(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == {("xiaomi", "tesla", "ubs"), ("tencent", "meta", "ubs")}


@pytest.mark.parametrize(
    "text",
    [
        "Xiaomi's rival Tesla cut its prices.",
        "Xiaomi and its bigger American rival Tesla cut prices.",
        "IBM sells software to Xiaomi and its rival, Tesla.",
        "Xiaomi, a rival of Tesla, cut its prices.",
        "Xiaomi, whose rivals include Tesla, cut its prices.",
        "Like rivals such as Tesla, Xiaomi cut its prices.",
        "Tesla rival Xiaomi cut its prices.",
        "Xiaomi competes with Tesla.",
        "Xiaomi, unlike BYD, competes with Tesla.",
        "Xiaomi is taking on Tesla.",
        "Facing competition from Tesla, Xiaomi cut its prices.",
        "Xiaomi is often compared to Tesla.",
        "Xiaomi is China's answer to Tesla.",
        "Xiaomi, often dubbed China's Tesla, cut its prices.",
        "Xiaomi is the Tesla of China.",
    ],
)
def test_the_text_itself_sets_one_against_the_other(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == {("xiaomi", "tesla", None)}


def test_a_company_names_its_own_rival(read_entities: Read) -> None:
    assert pairs(read_entities("Nvidia named Huawei as a top competitor.")) == {("huawei", "nvidia", "nvidia")}


def test_rivals_come_in_lists(read_entities: Read) -> None:
    found = pairs(read_entities("Oracle lost sales to rivals such as Microsoft (MSFT.O), IBM and Amazon."))
    assert found == {("oracle", "microsoft", None), ("oracle", "ibm", None), ("oracle", "amazon", None)}


@pytest.mark.parametrize(
    "text",
    [
        "Nvidia, Microsoft and Amazon led the gains.",
        "Apple is larger than Microsoft and Amazon by market value.",
        "Tesla and Ford will match the price cut.",
    ],
)
def test_a_list_or_a_ranking_makes_no_pair(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Xiaomi sold more cars, and shares of Xiaomi rose.\nSmaller rival Tesla cut its prices.",
        "Xiaomi is competing in the Middle East against home-grown makers such as Tesla.",
    ],
)
def test_the_company_that_the_text_is_about_has_the_rival(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == {("xiaomi", "tesla", None)}


def test_rivals_that_a_company_lists_are_named_by_it(read_entities: Read) -> None:
    doc = read_entities("Nvidia was calm. Other companies listed as its rivals include Huawei and IBM.")
    assert pairs(doc) == {("nvidia", "huawei", "nvidia"), ("nvidia", "ibm", "nvidia")}


@pytest.mark.parametrize(
    "text",
    [
        "A lawyer who advises several of Google's competitors told Reuters so.",
        "Tesla is at odds with the Federal Reserve, its rival in this.",
        "It has grown to be an alternative to the larger Tesla and BYD.",
        "UBS is under pressure from the Federal Reserve to cut costs.",
        "The Federal Reserve of China, the People's Bank of China, cut rates.",
    ],
)
def test_who_stands_by_in_a_sentence_is_no_rival(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == set()
