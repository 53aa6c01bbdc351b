"""Companies that are set against each other."""

import pytest
from relations import Read, pairs


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
        "Xiaomi, once a part of BYD, competes with Tesla.",
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


@pytest.mark.parametrize(
    "text",
    [
        "Xiaomi outsold Tesla in Norway.",
        "Xiaomi has overtaken its bigger American rival Tesla.",
        "Xiaomi was dethroned by Tesla in May.",
        "Xiaomi's margin lags that of Tesla.",
        "Xiaomi is falling behind Tesla.",
        "Xiaomi has eaten into Tesla's market share.",
        "Xiaomi is trying to narrow Tesla's lead.",
        "Xiaomi is stealing market share from Tesla.",
        "Xiaomi hopes to lure customers away from the likes of Tesla.",
        "Xiaomi won share at the expense of Tesla.",
        "Xiaomi is a threat to Tesla.",
        "Xiaomi is growing faster than Tesla.",
        "Xiaomi is growing twice as fast as Tesla.",
        "Xiaomi's scooters are cheaper than Tesla's.",
        "Xiaomi's margin is lower than that of Tesla.",
        "Xiaomi trades at a discount to Tesla.",
        "Oracle fell, while Xiaomi grew faster than Tesla.",
    ],
)
def test_who_is_ahead_of_whom_sets_two_against_each_other(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == {("xiaomi", "tesla", None)}


@pytest.mark.parametrize(
    "text",
    [
        "Xiaomi, unlike Tesla, makes phones.",
        "Xiaomi competes with German carmaker Tesla.",
        "Xiaomi is fighting Tesla for market share.",
        "Xiaomi is seen as a potential Tesla rival.",
        "Xiaomi, a Tesla rival, cut its prices.",
        "Xiaomi has been touted as the next Tesla.",
        "Xiaomi is acting like a Tesla for scooters.",
        "Xiaomi vs. Tesla: who will win?",
        "Xiaomi and Tesla are competing for the same drivers.",
        "Xiaomi and Tesla have been locked in a bruising battle for years.",
        "Xiaomi reported a profit, and that of IBM fell too, ahead of rival Tesla's results.",
    ],
)
def test_peers_are_told_beside_and_against_each_other(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == {("xiaomi", "tesla", None)}


def test_who_prefers_one_to_the_other_sets_them_against_each_other(read_entities: Read) -> None:
    assert pairs(read_entities("UBS prefers Xiaomi to Tesla.")) == {("xiaomi", "tesla", "ubs")}


@pytest.mark.parametrize(
    "text",
    [
        "Xiaomi outpaced Tesla in Norway.",
        "Xiaomi was overtaken last year by Tesla.",
        "Xiaomi has been losing ground for years to Tesla.",
        "Xiaomi has ceded its crown to Tesla.",
        "Xiaomi regained the top spot from Tesla.",
        "Xiaomi has been taking riders away from Tesla.",
        "Xiaomi toppled Tesla from the top spot in Norway.",
        "Xiaomi beat Tesla in orders.",
        "Xiaomi delivered fewer cars in Norway than Tesla.",
        "Xiaomi has twice as many shops as Tesla.",
        "Xiaomi's sales exceeded those of Tesla.",
        "Xiaomi's shares outperformed Tesla's this year.",
        "Xiaomi is trying to fend off Tesla.",
        "Xiaomi is on a par with Tesla.",
        "Xiaomi is mounting a challenge to Tesla.",
    ],
)
def test_shares_of_a_market_crowns_and_amounts_tell_who_is_ahead(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == {("xiaomi", "tesla", None)}


@pytest.mark.parametrize(
    "text",
    [
        "Xiaomi faces tough competition at home from Tesla.",
        "Xiaomi is considered Tesla's biggest rival in Norway.",
        "Xiaomi, sometimes called the Chinese Tesla, cut its prices.",
        "Xiaomi wants to be the next Tesla.",
        "The move will pit Xiaomi directly against Tesla.",
        "Xiaomi cut its prices. The move pits it against Tesla.",
        "Xiaomi cut its prices. The scooter will compete with Tesla.",
        "Xiaomi and Tesla are battling for supremacy.",
        "Xiaomi and Tesla are vying for the top spot in Norway.",
        "Xiaomi and Tesla, bitter rivals for a decade, have cut prices.",
        "The gap between Xiaomi and Tesla has narrowed.",
    ],
)
def test_common_words_may_stand_between_a_rival_and_its_cue(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == {("xiaomi", "tesla", None)}


@pytest.mark.parametrize(
    "text",
    [
        "Xiaomi and Ford compete with Tesla.",
        "Xiaomi and Ford, which compete with Tesla, cut prices.",
        "Makers such as Xiaomi and Ford are trying to catch up with Tesla.",
        "Xiaomi and Ford outsold Tesla.",
        "Xiaomi and Ford, Tesla's main rivals, cut prices.",
    ],
)
def test_several_may_have_one_rival(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == {("xiaomi", "tesla", None), ("ford", "tesla", None)}


@pytest.mark.parametrize(
    "text",
    [
        "Tesla faces competition from Xiaomi as well as IBM.",
        "Tesla faces competition from bigger makers, including Xiaomi and IBM.",
    ],
)
def test_one_may_have_several_rivals(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == {("tesla", "xiaomi", None), ("tesla", "ibm", None)}


@pytest.mark.parametrize("text", ["Barclays trails HSBC.", "Barclays, unlike HSBC, has grown faster."])
def test_banks_with_shares_of_their_own_are_businesses_too(read_entities: Read, text: str) -> None:
    assert pairs(read_entities(text)) == {("barclays", "hsbc", None)}


def test_who_says_we_speaks_for_the_company_that_he_leads(read_entities: Read) -> None:
    told = "said John Meyer, chief executive of Xiaomi."
    assert pairs(read_entities(f'"We compete with Tesla on price," {told}')) == {("xiaomi", "tesla", "john-meyer")}
    assert pairs(read_entities(f'"We are gaining share from Tesla," {told}')) == {("xiaomi", "tesla", "john-meyer")}
    assert pairs(read_entities(f'"We expect IBM to take on Tesla," {told}')) == {("ibm", "tesla", "john-meyer")}
    assert pairs(read_entities(f'"We supply Tesla," {told}')) == set()


def test_one_is_named_among_other_rivals(read_entities: Read) -> None:
    assert pairs(read_entities("Xiaomi and other Tesla rivals cut prices.")) == {("xiaomi", "tesla", None)}
    assert pairs(read_entities("Xiaomi cut prices. Its biggest rival in China is Tesla.")) == {
        ("xiaomi", "tesla", None)
    }
    assert pairs(read_entities("Investors sold Xiaomi and other Tesla suppliers.")) == set()
