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


@pytest.mark.parametrize(
    "text",
    [
        "Xiaomi lost its chief designer to rival Tesla.",
        "Xiaomi wants to rival Tesla in Europe.",
        "Xiaomi plans to challenge Tesla in Europe.",
        "Xiaomi could challenge Tesla's lead in Europe.",
        "Xiaomi is racing to catch up with Tesla.",
        "Xiaomi is going head-to-head with Tesla.",
        "Xiaomi is locked in a price war with Tesla.",
        "Xiaomi is losing customers to Tesla.",
        "Xiaomi faces competition from the likes of Tesla.",
        "Xiaomi's scooter competes with those of Tesla.",
        "Xiaomi, Tesla's closest competitor, cut its prices.",
        "Xiaomi is Tesla's biggest rival in China.",
        "Xiaomi has fallen behind Tesla, its main rival, in China.",
        "Tougher competition from Tesla has hurt Xiaomi.",
        "Xiaomi bills itself as the Tesla of scooters.",
        "Unlike Tesla, Xiaomi makes phones.",
        "Compared with Tesla, Xiaomi is cheap.",
        "Rival Tesla is too dear, Xiaomi said.",
    ],
)
def test_further_wordings_set_one_against_the_other(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == {("xiaomi", "tesla", None)}


@pytest.mark.parametrize(
    "text",
    [
        "UBS prefers Xiaomi over rival Tesla.",
        "The European Commission approved Xiaomi's purchase of rival Tesla.",
        "After IBM, Xiaomi will take on Tesla.",
        "The backing of IBM will help Xiaomi compete with Tesla.",
        "Xiaomi lost money. It competes with Tesla in Europe.",
        "Xiaomi lost 3 million euros.\nIts American rival Tesla made a profit.",
        "Xiaomi lost 3 million euros.\nIt faces competition from Tesla.",
        "The purchase of Xiaomi went on.\nShares of peers such as Tesla fell.",
        "UBS cut jobs. UBS is calm.\nXiaomi lost money.\nShares of peers such as Tesla fell.",
    ],
)
def test_whose_rival_it_is_may_stand_behind_others_or_in_the_sentence_before(read_entities: Read, text: str) -> None:
    assert {pair[:2] for pair in pairs(read_entities(text))} == {("xiaomi", "tesla")}


@pytest.mark.parametrize(
    "text",
    [
        "Xiaomi and Tesla have long been bitter rivals.",
        "Xiaomi and Tesla compete for young drivers.",
        "Xiaomi and Tesla are competing directly.",
        "The rivalry between Xiaomi and Tesla goes on.",
        "A price war between Xiaomi and Tesla hurts both.",
        "Arch-rivals Xiaomi and Tesla have cut prices.",
        "Merger talks between rivals Xiaomi and Tesla have ended.",
    ],
)
def test_two_may_be_rivals_of_each_other(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == {("xiaomi", "tesla", None)}


@pytest.mark.parametrize(
    "text",
    [
        "Xiaomi's margin was 3%, compared with 9% at Tesla.",
        "Xiaomi's margin was 3%, compared to Tesla's 9%.",
        "Xiaomi trades at 14 times earnings, versus 18 for Tesla.",
        "While Xiaomi trades at 14 times earnings, Tesla trades at 18.",
        "Xiaomi lost money. That compares with a profit of $3 million at rival Tesla.",
    ],
)
def test_one_number_each_sets_two_against_each_other(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == {("xiaomi", "tesla", None)}


def test_one_of_several_rivals_is_no_source(read_entities: Read) -> None:
    doc = read_entities("Shares of Xiaomi rose after rivals Tesla and Ford beat forecasts.")
    assert pairs(doc) == {("xiaomi", "tesla", None), ("xiaomi", "ford", None)}


@pytest.mark.parametrize(
    "text",
    [
        "Xiaomi beat a rival offer from Tesla.",
        "Xiaomi outbid rival Tesla for a plant.",
        "Xiaomi beat competition from Tesla to buy a plant.",
        "Xiaomi and Tesla are competing to buy a plant.",
        "A legal battle between Xiaomi and Tesla ended.",
        "A bidding contest between Xiaomi and Tesla ended.",
        "Xiaomi challenges Tesla's patent.",
        "Xiaomi lost the contract to Tesla.",
        "Xiaomi is the Tesla of old.",
        "Xiaomi and Tesla compete for the contract.",
        "Xiaomi, which was sold to a competitor of Tesla, cut jobs.",
        "Xiaomi says there is no alternative to Tesla.",
        "Xiaomi knows the biggest challenge Tesla faces.",
        "After Xiaomi, the European Commission took on Tesla.",
        "Xiaomi won a suit against 12 agents for Tesla.",
        "Xiaomi and Tesla cut jobs as rivals expand.",
        "Xiaomi, Tesla and Ford are rivals.",
        "Xiaomi caught up with demand, Tesla said.",
        "Xiaomi trades at 50 times earnings versus Tesla's 29, Ford's 33 and Toyota's 20.",
        "Xiaomi rose 3% against the dollar, while Tesla fell.",
        "While Xiaomi trades cattle, Tesla traded at a low of $3.",
        "Xiaomi's sales rose 3%, compared with a rise of 5% that Tesla had predicted.",
        "Xiaomi lost money, and IBM sold shares of Oracle.\nRivals of the bank cut rates.",
    ],
)
def test_bidders_opponents_in_court_and_rankings_are_no_pair(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == set()
