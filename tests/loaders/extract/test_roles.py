"""Positions of people at organisations."""

import pytest
from relations import Read, roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Martha Quill, head of rates at UBS, was calm.", "head of rates"),
        ("Martha Quill, managing director and rates expert at UBS, was calm.", "managing director and rates expert"),
        ("Martha Quill, 51, a strategist at the Swiss bank UBS, was calm.", "strategist"),
        ("Martha Quill, UBS's chief strategist, was calm.", "chief strategist"),
        ("Martha Quill, chief economist, UBS, was calm.", "chief economist"),
        ("Martha Quill, the chief economist with UBS, was calm.", "chief economist"),
        ("UBS strategist Martha Quill was calm.", "strategist"),
        ("UBS Chief Executive Officer Martha Quill was calm.", "Chief Executive Officer"),
        ("UBS’s chief strategist Martha Quill was calm.", "chief strategist"),
        ("The chief economist of UBS, Martha Quill, was calm.", "chief economist"),
        ("Martha Quill is the chairwoman of UBS.", "chairwoman"),
        ("Martha Quill, who heads research at UBS, was calm.", "heads research"),
        ("Martha Quill, former minister and now an adviser at UBS, was calm.", "adviser"),
        ("UBS is calm. Martha Quill, the head of rates at the bank, said so.", "head of rates"),
    ],
)
def test_a_stated_position_is_found_with_its_wording(read_entities: Read, text: str, role: str) -> None:
    found = {(person, org, told.removeprefix("an ")) for person, org, told in roles(read_entities(text)) if told}
    assert found == {("martha-quill", "ubs", role)}


def test_founders_in_a_clause_of_their_own(read_entities: Read) -> None:
    assert ("martha-quill", "ubs", "founded") in roles(read_entities("Martha Quill founded UBS in her garage."))


def test_the_company_that_the_text_is_about_lends_its_name(read_entities: Read) -> None:
    doc = read_entities("Tesla raised its prices. Demand at Tesla is high, Chief Executive Martha Quill said.")
    assert roles(doc) == {("martha-quill", "tesla", "Chief Executive")}


def test_the_parent_behind_its_unit_is_the_employer(read_entities: Read) -> None:
    doc = read_entities("Martha Quill, chief executive of Audi owner Volkswagen, was calm.")
    assert {target for _, target, _ in roles(doc)} == {"volkswagen"}


@pytest.mark.parametrize(
    "text",
    [
        "Martha Quill, a former strategist at UBS, was calm.",
        "Martha Quill, who once met UBS, was calm.",
        "Martha Quill said UBS was calm.",
        "Martha Quill, a strategist, said that UBS was calm.",
        "UBS fell. Trader Martha Quill was calm.",
    ],
)
def test_no_position_is_read_out_of_the_past_or_of_mere_company(read_entities: Read, text: str) -> None:
    assert roles(read_entities(text)) == set()


def test_the_words_of_the_link_hold_both_names(read_entities: Read) -> None:
    doc = read_entities("Yesterday Martha Quill, head of rates at UBS, was calm.")
    assert [link.span.text for link in doc._.relations] == ["Martha Quill, head of rates at UBS"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("UBS's head of global rates, Martha Quill, was calm.", "head of global rates"),
        ("UBS chief of staff Martha Quill was calm.", "chief of staff"),
        ("UBS said its chief economist, Martha Quill, was calm.", "chief economist"),
        ("UBS replaced its acting treasurer Martha Quill.", "acting treasurer"),
        ("UBS was founded in 1990 by Martha Quill.", "founded by"),
        ("UBS, which is led by Martha Quill, was calm.", "led by"),
        ("Founded by Martha Quill, UBS was calm.", "founded by"),
        ("UBS is calm. Chairman Martha Quill said so.", "Chairman"),
        ("UBS is calm. Martha Quill, chief executive, said so.", "chief executive"),
        ("UBS spokeswoman Colonel Martha Quill was calm.", "spokeswoman"),
    ],
)
def test_a_position_at_the_organisation_that_the_sentence_speaks_of(read_entities: Read, text: str, role: str) -> None:
    assert roles(read_entities(text)) == {("martha-quill", "ubs", role)}


def test_a_list_of_people_shares_its_title(read_entities: Read) -> None:
    doc = read_entities("UBS co-founders Martha Quill, Robert Pike and Sandra Vale were calm.")
    assert {person for person, target, _ in roles(doc) if target == "ubs"} == {
        "martha-quill",
        "robert-pike",
        "sandra-vale",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Former UBS strategist Martha Quill was calm.",
        "UBS fell as Prime Minister Martha Quill was calm.",
        "UBS is calm. Governor Martha Quill of Ohio was not.",
        "Robert Pike met Martha Quill, and UBS executive Sandra Vale was calm.",
    ],
)
def test_a_neighbouring_organisation_is_no_employer(read_entities: Read, text: str) -> None:
    assert "martha-quill" not in {person for person, _, _ in roles(read_entities(text))}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("UBS appointed Martha Quill as its chief strategist on Monday.", "chief strategist"),
        ("UBS named Martha Quill chief executive after a long search.", "chief executive"),
        ("Martha Quill joined UBS in 2019 as head of rates.", "head of rates"),
        ("Martha Quill, who helps manage a fund at UBS, was calm.", "manage"),
        ("The head of rates of UBS Group (UBS), Martha Quill, was calm.", "head of rates"),
        ("UBS professor Martha Quill was calm.", "professor"),
        ("At UBS, the pay of Chief Executive Martha Quill fell.", "Chief Executive"),
        ("UBS cut its costs. Chief Executive Martha Quill said more would follow.", "Chief Executive"),
        ("Martha Quill, who formally became UBS's chief strategist in May, was calm.", "chief strategist"),
        ("UBS board member and lawyer Martha Quill was calm.", "board member and lawyer"),
        ("Martha Quill, CEO of the coffee roaster and retailer UBS, was calm.", "CEO"),
    ],
)
def test_a_position_that_is_given_or_stands_apart_is_found(read_entities: Read, text: str, role: str) -> None:
    assert roles(read_entities(text)) == {("martha-quill", "ubs", role)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Toronto Real Estate Board met. Board president Martha Quill spoke.", "toronto-real-estate-board"),
        ("The Ministry of Transport opened a road. Transport Minister Martha Quill spoke.", "ministry-of-transport"),
    ],
)
def test_a_title_may_name_the_kind_of_the_organisation(read_entities: Read, text: str, found: str) -> None:
    assert {(person, organisation) for person, organisation, _ in roles(read_entities(text))} == {
        ("martha-quill", found)
    }


@pytest.mark.parametrize(
    "text",
    [
        "Steve Quill, a spokesman for House Speaker Martha Roe, said so.",
        "Martha Quill, head of its fleet, was invited to UBS last month.",
        "The U.S. House of Representatives elected President Martha Quill.",
    ],
)
def test_an_organisation_near_by_that_is_not_the_one_makes_no_role(read_entities: Read, text: str) -> None:
    assert not roles(read_entities(text))


def test_a_governor_is_that_of_the_central_bank(read_entities: Read) -> None:
    doc = read_entities("The Bank of Japan sets policy on Thursday. Tesla rose. Governor Martha Quill will speak.")
    assert {(person, organisation) for person, organisation, _ in roles(doc)} == {("martha-quill", "bank-of-japan")}


def test_what_is_stated_elsewhere_goes_before_what_is_implied(read_entities: Read) -> None:
    doc = read_entities("Tesla cut its prices. Chief Executive Martha Quill spoke. Martha Quill, CEO of UBS, was calm.")
    assert {organisation for _, organisation, _ in roles(doc)} == {"ubs"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Analysts at UBS met. Trade has slowed, analysts led by Martha Quill wrote.",
            ("martha-quill", "ubs", "analysts"),
        ),
        ("Martha Quill from UBS said so.", ("martha-quill", "ubs", "")),
        (
            "Martha Quill, who helps manage about $1 billion in investments at UBS, was calm.",
            ("martha-quill", "ubs", "manage"),
        ),
        (
            "The Surrey Hospital is shut. Hospital director Martha Quill was calm.",
            ("martha-quill", "surrey-hospital", "Hospital director"),
        ),
        ("Martha Quill, from UBS, was calm.", ("martha-quill", "ubs", "")),
        (
            "Martha Quill, who teaches at Redford University, was calm.",
            ("martha-quill", "redford-university", "teaches"),
        ),
        (
            "Martha Quill, who manages $2 billion including Tesla shares at UBS, was calm.",
            ("martha-quill", "ubs", "manages"),
        ),
        ("Martha Quill and Robert Pike, analysts at UBS, were calm.", ("martha-quill", "ubs", "analysts")),
        ("Tesla is calm. A company spokeswoman, Martha Quill, said so.", ("martha-quill", "tesla", "spokeswoman")),
        ("Tesla is calm. Martha Quill, a company spokeswoman, said so.", ("martha-quill", "tesla", "spokeswoman")),
        (
            "UBS chief executive Robert Pike and senior vice president Martha Quill were calm.",
            ("martha-quill", "ubs", "senior vice president"),
        ),
    ],
)
def test_who_works_there_is_told_in_many_ways(read_entities: Read, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in roles(read_entities(text))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Martha Quill is the chief executive officer of Tesla.", "chief executive officer"),
        (
            "Martha Quill, the chief executive officer and co-founder of Tesla, was calm.",
            "chief executive officer and co-founder",
        ),
        ("Martha Quill, Tesla' chief executive, was calm.", "chief executive"),
        ("Martha Quill, who has been chief executive of Tesla since May, was calm.", "chief executive"),
        ("Martha Quill works as an engineer at Tesla.", "engineer"),
        ("Martha Quill took over as chief executive of Tesla in May.", "chief executive"),
        ("Martha Quill will succeed Robert Pike as chief executive of Tesla.", "chief executive"),
        ("Tesla fell. Martha Quill, who took over as chief executive in May, was calm.", "chief executive"),
        ("Tesla fell. Martha Quill will become chief executive in May.", "chief executive"),
        ("Tesla fell. Martha Quill, who has led Tesla since May, was calm.", "led"),
        ("Tesla fell. The board named Martha Quill chief executive.", "chief executive"),
        ("Tesla hired Martha Quill from UBS as chief executive.", "chief executive"),
    ],
)
def test_who_takes_a_position_up_holds_it(read_entities: Read, text: str, role: str) -> None:
    assert ("martha-quill", "tesla", role) in roles(read_entities(text))


@pytest.mark.parametrize(
    "text",
    [
        "Tesla fell. Martha Quill stepped down as chief executive.",
        "Tesla fell. Martha Quill met Robert Pike, a founder, and Sandra Vale.",
        "Tesla fell. Martha Quill became ill.",
        "The Wall Street Journal quoted commerce minister Martha Quill.",
        "Martha Quill is considering over the next weeks whom to nominate as chairman of Tesla.",
        "Martha Quill was fired by the chairman of Tesla.",
        "UBS shares rose. Strategists led by Martha Quill were calm.",
        "Martha Quill from UBS was there.",
        "Tesla fell. Business partner Martha Quill was calm.",
    ],
)
def test_who_is_near_a_name_need_not_work_there(read_entities: Read, text: str) -> None:
    assert not {person for person, _, _ in roles(read_entities(text))}


def test_the_governor_is_that_of_the_central_bank_named_most(read_entities: Read) -> None:
    doc = read_entities(
        "“Rates may rise,” Governor Martha Quill said. The Riksbank waits. Norges Bank met, and Norges Bank will meet."
    )
    assert {target for _, target, _ in roles(doc)} == {"norges-bank"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Tesla fell. Company president Martha Quill was calm.", "president"),
        ("Tesla fell. Senior vice president Martha Quill was calm.", "Senior vice president"),
        ("Tesla fell. Martha Quill, a corporate vice-president, said so.", "corporate vice-president"),
        ("Tesla fell. Martha Quill, director of market analysis, said so.", "director of market analysis"),
        ("Tesla was created by Martha Quill.", "created by"),
        ("Tesla said Martha Quill would succeed Robert Pike as chairman.", "chairman"),
        ("Martha Quill -- chief executive of Tesla -- was calm.", "chief executive"),
        ("Tesla named the head of its cloud unit, Martha Quill, as its next chief executive.", "next chief executive"),
        ("Tesla fell. “We thank the Bank of Japan,” said spokeswoman Martha Quill.", "spokeswoman"),
    ],
)
def test_titles_far_from_the_organisation_are_those_of_the_one_spoken_of(
    read_entities: Read, text: str, role: str
) -> None:
    assert {found for found in roles(read_entities(text)) if found[0] == "martha-quill"} == {
        ("martha-quill", "tesla", role)
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ford fell.\nMartha Quill, an investigator with the commission, was calm.",
        "Ford fell.\nMartha Quill, chief executive of the securities commission, was calm.",
        "Commission vice-president Martha Quill was calm.",
    ],
)
def test_an_organisation_may_be_called_by_its_kind(read_entities: Read, text: str) -> None:
    doc = read_entities(f"The Manitoba Securities Commission met. Tesla fell.\n{text}")
    assert {(person, target) for person, target, _ in roles(doc)} == {
        ("martha-quill", "manitoba-securities-commission")
    }


@pytest.mark.parametrize(
    "text",
    [
        "The head of Tesla said prices would fall. “I disagree,” said Martha Quill.",
        "Tesla's chief economist said tariffs would help. “They will cost us jobs,” Martha Quill said.",
        "The head of Tesla fell ill. Martha Quill said so.",
        "Larch Hospital closed. Martha Quill, a lobbyist for the hospital trade, said costs rose.",
        "Tesla fell. Martha Quill, the province's chief medical officer, said so.",
        "Tesla fell. Martha Quill, director of Foo, said so.",
        "Tesla fell, while former UBS chief executive Martha Quill was calm.",
        "Martha Quill, UBS and the biggest banks are run from the head office.",
        "UBS and Canada's Chief Officer Martha Quill were calm.",
        "Robert Pike was chosen by Martha Quill to head UBS.",
        "Martha Quill, head of research and former director at UBS, was calm.",
        "Martha Quill owns 3 percent of Tesla.",
    ],
)
def test_who_holds_no_position_there_gets_none(read_entities: Read, text: str) -> None:
    assert "martha-quill" not in {person for person, _, role in roles(read_entities(text))}
