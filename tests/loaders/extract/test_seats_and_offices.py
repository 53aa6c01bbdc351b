"""Positions in wordings of their own: seats on boards, offices that leave open where, people in lists."""

import pytest
from relations import Read, roles
from spacy.tokens import Doc


def holders(doc: Doc) -> set[tuple[str, str]]:
    """Who holds a position where."""
    return {(person, organisation) for person, organisation, _ in roles(doc)}


@pytest.mark.parametrize(
    "text",
    [
        "Martha Quill sits on the board of UBS.",
        "Martha Quill also serves on the board of directors of UBS.",
        "Martha Quill was appointed to the board of UBS.",
        "Martha Quill and two other directors will join UBS's board.",
        "UBS made peace with its critics. Martha Quill will join its board in May.",
        "Martha Quill will step down as chief executive of UBS.",
        "Martha Quill resigned as chairwoman of UBS on Friday.",
        "Martha Quill, who will retire as head of rates at UBS, was calm.",
        "Martha Quill has been the chief executive of UBS since 2012.",
        "Martha Quill has been promoted to head of sales at UBS.",
        "Martha Quill, who co-founded UBS, was calm.",
        "Martha Quill, president of the bankers' union UBS, was calm.",
        "Martha Quill, head of rates at Tesla-owned brokerage UBS, was calm.",
        "At UBS, economist Martha Quill was calm.",
        '"It is calm," said Prof. Martha Quill from UBS.',
        "UBS analysts including Martha Quill were calm.",
        "UBS economists, led by Martha Quill, were calm.",
        "Economists at UBS, including Martha Quill, were calm.",
        "Martha Quill, a meteorologist with UBS, was calm.",
        "Martha Quill, a London-based UBS analyst, was calm.",
        '"It is calm," UBS\'s Martha Quill, a senior analyst, said.',
        "UBS was calm. Analyst Martha Quill wrote in a note that risks remain.",
        "UBS, the online trading service founded by software guru Martha Quill, was calm.",
    ],
)
def test_a_seat_an_office_or_a_belonging_is_stated(read_entities: Read, text: str) -> None:
    assert holders(read_entities(text)) == {("martha-quill", "ubs")}


@pytest.mark.parametrize(
    "text",
    [
        "Martha Quill, who resigned as chairwoman of UBS in 1999, was calm.",
        "Martha Quill had resigned as chairwoman of UBS.",
        "Martha Quill will join the boards of schools that UBS lends to.",
        "Martha Quill joined a call with UBS.",
        "Martha Quill joined UBS's board meeting by phone.",
        "Martha Quill, doctor and author, spoke at UBS.",
        "Martha Quill was appointed to replace a lamp at UBS.",
        "At Tesla, analyst Martha Quill sees growth.",
        "Tesla fell, said Martha Quill. Shares of UBS rose.",
    ],
)
def test_who_leaves_joins_or_watches_something_else_holds_no_position(read_entities: Read, text: str) -> None:
    assert holders(read_entities(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Economists Martha Quill, Ana Vela and Paul Reed of UBS were calm.",
        "At UBS, economists Martha Quill, Ana Vela and Paul Reed were calm.",
    ],
)
def test_all_of_a_list_hold_the_position_that_opens_it(read_entities: Read, text: str) -> None:
    assert {person for person, _ in holders(read_entities(text))} == {"martha-quill", "ana-vela", "paul-reed"}


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("The Redford Union of Nurses met. Union president Martha Quill was calm.", "redford-union-of-nurses"),
        ("Police spokesman Martha Quill was calm, the Redford Police Department said.", "redford-police-department"),
        ("The Redford Chamber of Commerce met. Chamber president Martha Quill spoke.", "redford-chamber-of-commerce"),
        ("Redford City Council met. Councillor Martha Quill was calm.", "redford-city-council"),
        ("Martha Quill, Minister of Energy, was calm. The Energy Ministry agreed.", "energy-ministry"),
        ("Martha Quill, the energy minister, was calm. The Energy Ministry agreed.", "energy-ministry"),
        ("They spoke with Energy Minister Martha Quill, the energy ministry said.", "energy-ministry"),
        ("The Energy Department met. Energy Secretary Martha Quill was calm.", "energy-department"),
    ],
)
def test_a_title_tells_what_kind_of_body_it_is_held_at(read_entities: Read, text: str, organisation: str) -> None:
    assert holders(read_entities(text)) == {("martha-quill", organisation)}


@pytest.mark.parametrize(
    "text",
    [
        "Tesla fell. Police spokesman Martha Quill was calm.",
        "Tesla fell. Government spokeswoman Martha Quill was calm.",
        "Tesla fell. Energy Minister Martha Quill was calm, the Finance Ministry said.",
    ],
)
def test_the_company_that_a_text_is_about_has_no_police_or_ministers(read_entities: Read, text: str) -> None:
    assert holders(read_entities(text)) == set()


@pytest.mark.parametrize(
    "title",
    ["Executive director", "Managing Director", "Treasurer", "General counsel", "Vice president of human resources"],
)
def test_more_offices_that_one_organisation_of_a_text_has(read_entities: Read, title: str) -> None:
    assert holders(read_entities(f"Tesla fell. {title} Martha Quill was calm.")) == {("martha-quill", "tesla")}


@pytest.mark.parametrize(
    ("text", "holder", "organisation"),
    [
        ("They spoke of UBS, where Martha Quill is chairwoman.", "martha-quill", "ubs"),
        ("UBS will be run by Martha Quill.", "martha-quill", "ubs"),
        ("The Sheriff's Office met. Sheriff Martha Quill was calm.", "martha-quill", "sheriff-office"),
        (
            "The Ministry of Justice met. Minister of Justice and Minister of State for Sport, Martha Quill, spoke.",
            "martha-quill",
            "ministry-of-justice",
        ),
    ],
)
def test_an_office_told_beside_another(read_entities: Read, text: str, holder: str, organisation: str) -> None:
    assert (holder, organisation) in holders(read_entities(text))


def test_the_central_bank_that_a_text_is_about_has_its_governor(read_entities: Read) -> None:
    text = "Norges Bank met. Norges Bank kept its rate, the Riksbank too. Governor Martha Quill was calm."
    assert holders(read_entities(text)) == {("martha-quill", "norges-bank")}


@pytest.mark.parametrize(
    "text",
    [
        "Martha Quill, the sharpest analyst on UBS, was calm.",
        "The Greek foreign ministry met, and Turkish Foreign Minister Martha Quill was calm.",
        "Martha Quill, MP for the Redford Commission, was calm.",
    ],
)
def test_offices_of_the_past_and_of_others(read_entities: Read, text: str) -> None:
    assert holders(read_entities(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Martha Quill resigned as chief executive of UBS in 2015.",
        "In 2009, Martha Quill retired as chairwoman of UBS.",
        "Martha Quill was chairwoman of UBS until 2010.",
        "Martha Quill retired as chairwoman of UBS two years ago.",
        "Martha Quill served on the board of UBS until 2010.",
        "Martha Quill sat on the board of UBS in the 1990s.",
    ],
)
def test_a_position_that_ended_long_ago_is_none(read_entities: Read, text: str) -> None:
    assert holders(read_entities(text)) == set()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Martha Quill will step down as chairwoman of UBS in 2031.", "chairwoman"),
        ("Martha Quill is stepping down as chairwoman of UBS in 2031.", "chairwoman"),
        ("Martha Quill has served on the board of UBS since 2010.", "board member"),
        ("Martha Quill was named chief executive of UBS in 2015.", "chief executive"),
        ("Martha Quill is expected to become chairwoman of UBS.", "chairwoman"),
        ("Martha Quill is now to serve as chief executive of UBS.", "chief executive"),
    ],
)
def test_a_position_that_goes_on_or_is_to_come_is_read_without_its_verbs(
    read_entities: Read, text: str, role: str
) -> None:
    assert [link.role for link in read_entities(text)._.relations] == [role]


@pytest.mark.parametrize(
    ("text", "seated"),
    [
        ("Paul Reed left Tesla and Martha Quill joined the board of UBS.", {"martha-quill"}),
        ("Paul Reed and Martha Quill joined the board of UBS.", {"paul-reed", "martha-quill"}),
    ],
)
def test_who_leaves_while_another_joins_has_no_seat(read_entities: Read, text: str, seated: set[str]) -> None:
    assert holders(read_entities(text)) == {(person, "ubs") for person in seated}


@pytest.mark.parametrize(
    "text",
    [
        "Google poached Martha Quill from UBS, people familiar with the matter said.",
        "Microsoft hired Martha Quill from UBS, Bloomberg reported.",
        "Ford lured Martha Quill from UBS, it said.",
        "At UBS, Finance Minister Martha Quill said costs would fall.",
        "At UBS, teacher Martha Quill said costs would fall.",
    ],
)
def test_who_is_lured_away_or_speaks_somewhere_does_not_work_there(read_entities: Read, text: str) -> None:
    assert holders(read_entities(text)) == set()


@pytest.mark.parametrize("profession", ["a nurse", "an epidemiologist", "a senior meteorologist"])
def test_a_profession_is_a_position_where_somebody_is_said_to_have_it(read_entities: Read, profession: str) -> None:
    assert holders(read_entities(f"Martha Quill, {profession} at UBS, was calm.")) == {("martha-quill", "ubs")}


@pytest.mark.parametrize(
    "text",
    [
        "UBS customer and teacher Martha Quill was calm.",
        "UBS patients saw doctor Martha Quill on Monday.",
        "UBS agent Martha Quill sued UBS.",
        "Martha Quill, a teacher who shops at UBS, was calm.",
    ],
)
def test_a_profession_beside_an_organisation_need_not_be_held_there(read_entities: Read, text: str) -> None:
    assert holders(read_entities(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Hedge fund manager Martha Quill was calm. The International Monetary Fund raised its outlook.",
        "The International Monetary Fund met. Hedge fund manager Martha Quill was calm.",
        "German Energy Minister Martha Quill was calm. The Russian Energy Ministry was not.",
        "The Russian Energy Ministry met. Germany's Energy Minister Martha Quill was calm.",
        "Club president Martha Quill was calm. Analysts spoke at the Economic Club of Redford.",
        "The Federal Reserve Board met. School board president Martha Quill was calm.",
        "Harvard University and Redford University met. University president Martha Quill was calm.",
        "The Redford Union of Nurses met.\n\nShares rose.\n\nBonds fell.\n\nUnion president Martha Quill was calm.",
    ],
)
def test_a_title_fits_no_body_that_is_far_off_foreign_or_one_of_two(read_entities: Read, text: str) -> None:
    assert holders(read_entities(text)) == set()
