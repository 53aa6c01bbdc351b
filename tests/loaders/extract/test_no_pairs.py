"""Companies that stand side by side without being set against each other."""

import pytest
from relations import Read, pairs


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
        "A lawyer who advises several of Google's competitors told Reuters so.",
        "Tesla is at odds with the Federal Reserve, its rival in this.",
        "It has grown to be an alternative to the larger Tesla and BYD.",
        "UBS is under pressure from the Federal Reserve to cut costs.",
        "The Federal Reserve of China, the People's Bank of China, cut rates.",
    ],
)
def test_who_stands_by_in_a_sentence_is_no_rival(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == set()


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


@pytest.mark.parametrize(
    "text",
    [
        "Xiaomi surpassed Tesla's expectations.",
        "Xiaomi grew faster than Tesla expected.",
        "Xiaomi sold the plant at a discount to Tesla.",
        "Xiaomi's market value is higher than that of Tesla.",
        "Xiaomi kept up with demand, Tesla said.",
        "Xiaomi took 300 workers from Tesla.",
        "Xiaomi cut Tesla's pay.",
        "The strike is a threat to Tesla.",
        "Xiaomi will fight Tesla for damages.",
        "Xiaomi vs. Tesla is the longest patent case in court.",
        "Xiaomi and Tesla have been locked in a legal battle for years.",
        "Xiaomi's patent was sold to a Tesla rival.",
        "Xiaomi sponsors rival clubs in Spain, Tesla and Ford.",
        "Xiaomi could challenge rivals, mostly using Tesla's batteries.",
    ],
)
def test_what_one_does_to_the_other_otherwise_is_no_pair(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The Federal Reserve raised rates faster than the European Central Bank.",
        "Xiaomi holds more shares of Ford than Tesla.",
        "Xiaomi would rather merge with Ford than Tesla.",
        "Xiaomi brought a legal challenge to Tesla's patent.",
        "Xiaomi beat Tesla in court.",
        "Xiaomi beat Tesla to the contract.",
        "Xiaomi ceded control of the plant to Tesla.",
        "Xiaomi snatched the order from Tesla.",
        "Xiaomi fended off Tesla's bid.",
        "Xiaomi makes as many parts as Tesla ordered.",
        "Xiaomi and Tesla are fighting for control of Ford.",
        "Xiaomi and Tesla are fighting in court.",
        "Xiaomi and Tesla, partners for a decade, fell out.",
        "A venture of Xiaomi and Ford competes with Tesla.",
        "Tesla will be the next customer of Xiaomi.",
        "Xiaomi topped Tesla's list of suppliers.",
        "Xiaomi sells scooters to buyers as Tesla's Oracle.",
        "IBM reported in May that Xiaomi sells to Tesla, unlike rivals.",
        "Xiaomi bids against the likes of Tesla and rivals such as Ford.",
    ],
)
def test_holders_customers_and_opponents_in_court_are_no_rivals(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == set()
