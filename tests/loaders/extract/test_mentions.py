from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

from loaders.extract.annotations import MENTIONS
from loaders.extract.mentions import without_overlap

Read = Callable[[str], Doc]


def named(doc: Doc, kind: str) -> set[str]:
    return {entity.name for entity in doc._.entities.values() if entity.kind == kind}


def test_a_listed_company_is_found_by_name_alias_and_bracketed_ticker(read_entities: Read) -> None:
    doc = read_entities("Alibaba (BABA) rose. Later Alibaba Group Holding Ltd. said so.")
    assert [(span.text, span.id_) for span in doc.spans[MENTIONS]] == [
        ("Alibaba", "alibaba"),
        ("BABA", "alibaba"),
        ("Alibaba Group Holding Ltd.", "alibaba"),
    ]


@pytest.mark.parametrize("bank", ["Morgan Stanley", "Raymond James"])
def test_a_bank_with_the_name_of_a_man_is_no_person(read_entities: Read, bank: str) -> None:
    doc = read_entities(f"Analysts at {bank} were calm. {bank} said it would wait.")
    assert named(doc, "Person") == set()
    assert len(named(doc, "Institution")) == 1


def test_whom_a_strategist_is_at_is_a_house(read_entities: Read) -> None:
    doc = read_entities("Robert Pike is a strategist at Martin Fry. Martin Fry said so, and Martha Quill was calm.")
    assert named(doc, "Person") == {"Robert Pike", "Martha Quill"}


def test_people_are_found_by_their_given_names_and_titles(read_entities: Read) -> None:
    doc = read_entities(
        "The plan was drafted by Margaret Oduya. Chief Executive Lars van der Meulen said it was sound, "
        "and Wei Jianling, who advises the board, agreed with Kang Yoo-min."
    )
    assert named(doc, "Person") == {"Margaret Oduya", "Lars van der Meulen", "Wei Jianling", "Kang Yoo-min"}


def test_organisations_are_found_by_their_last_words(read_entities: Read) -> None:
    doc = read_entities(
        "Officials of the Ministry of Ocean Affairs met bankers from Tallgrass Securities and "
        "engineers from Quorvex Motors Ltd. in the spring."
    )
    assert named(doc, "Institution") == {"Ministry of Ocean Affairs", "Tallgrass Securities"}
    assert {name.removesuffix(" Ltd.") for name in named(doc, "Company")} == {"Quorvex Motors"}


def test_a_company_inside_the_name_of_an_index_is_no_mention(read_entities: Read) -> None:
    doc = read_entities("The MSCI China Index gained 2% and the Nasdaq China Golden Dragon Index 3%.")
    assert [span.label_ for span in doc.spans[MENTIONS]] == ["Index", "Index"]


def test_an_index_and_an_exchange_of_one_name_are_told_apart(read_entities: Read) -> None:
    doc = read_entities("The Nasdaq fell 2% on the day.\nIt lists its shares on Nasdaq. It was sold on the Nasdaq.")
    assert [span.label_ for span in doc.spans[MENTIONS]] == ["Index", "Institution", "Institution"]


@pytest.mark.parametrize(
    "text",
    [
        "However, rates fell on Monday. Inflation in January was lower, and GDP grew.",
        "Chinese and American stocks fell. The IPO was pulled by its CEO in Q3.",
        "We meet our target if the visa gap is closed, ford or no ford.",
    ],
)
def test_ordinary_words_months_and_abbreviations_name_nobody(read_entities: Read, text: str) -> None:
    assert not list(read_entities(text).spans[MENTIONS])


def test_a_doubtful_form_needs_the_context_of_a_business(read_entities: Read) -> None:
    assert "Target" in named(read_entities("Shares of Target fell, and analysts at the broker cut it."), "Company")
    assert "Target" not in named(read_entities("Target prices were cut again."), "Company")


def test_credits_and_datelines_name_nobody(read_entities: Read) -> None:
    doc = read_entities(
        "LONDON (Reuters) - Prices rose.\nThey fell later.\n(Reporting by Martha Quill; Editing by John Pike)"
    )
    assert named(doc, "Person") == set()
    assert named(doc, "Institution") == set()


def test_the_longer_proposal_wins_and_the_gazetteer_among_equals(entity_language: Language) -> None:
    doc = entity_language.make_doc("Goldman Sachs Asset Management said")
    short = Span(doc, 0, 2, label="Institution", kb_id="gazetteer")
    by_model = Span(doc, 0, 4, label="Person", kb_id="recogniser")
    by_list = Span(doc, 0, 4, label="Institution", kb_id="gazetteer")
    assert without_overlap([short, by_model, by_list]) == [by_list]


WORDS = [
    "Alibaba",
    "Jane",
    "Doe",
    "Roe",
    "said",
    "of",
    "the",
    "Bank",
    "Index",
    "Group",
    "CEO",
    ",",
    ".",
    "(",
    ")",
    "\n",
    "'s",
]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_mentions_are_in_order_apart_and_have_entities(entity_language: Language, pieces: list[str]) -> None:
    doc = entity_language(" ".join(pieces))
    spans = list(doc.spans[MENTIONS])
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert {span.id_ for span in spans} == set(doc._.entities)
    assert all(doc.text[span.start_char : span.end_char] == span.text for span in spans)
    assert all(span.text in (e.name, *e.aliases) for span in spans for e in [doc._.entities[span.id_]])


@pytest.mark.parametrize("name", ["Michael Dell", "Theresa May", "Richard Orange"])
def test_behind_a_given_name_stands_a_surname(read_entities: Read, name: str) -> None:
    doc = read_entities(f"The letter was signed by {name} on Friday.")
    assert named(doc, "Person") == {name}
    assert named(doc, "Company") == set()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "It was counted by the Syrian Association for Public Health.",
            "Syrian Association for Public Health",
            "Institution",
        ),
        ("The Canadian Timber Price Index fell.", "Canadian Timber Price Index", "Index"),
        ("She teaches at Queen Anne University of Leeds.", "Queen Anne University of Leeds", "Institution"),
        ("The letter reached Presidents Robert Pike and Martha Quill.", "Robert Pike", "Person"),
        ("It was sent by WhatsApp.", "WhatsApp", "Product"),
    ],
)
def test_a_name_is_taken_whole(read_entities: Read, text: str, name: str, kind: str) -> None:
    assert name in named(read_entities(text), kind)


@pytest.mark.parametrize(
    "text",
    [
        "Total revenue fell by a tenth.",
        "The Biden administration was calm.",
        "The call began at 9 (0900 ET).",
        "World stocks [O/R] rose.",
    ],
)
def test_what_only_looks_like_a_name_is_none(read_entities: Read, text: str) -> None:
    doc = read_entities(text)
    assert named(doc, "Company") | named(doc, "Person") | named(doc, "Institution") == set()


def test_initials_behind_another_name_are_no_ticker(read_entities: Read) -> None:
    doc = read_entities("The Pilots Airports Association (PAA) objected. The PAA said it would appeal.")
    assert {span.id_ for span in doc.spans[MENTIONS]} == {"pilots-airports-association"}


def test_the_place_that_opens_a_report_is_no_part_of_a_name(read_entities: Read) -> None:
    doc = read_entities("WASHINGTON The U.S. Timber Board said it was calm.")
    assert named(doc, "Institution") == {"U.S. Timber Board"}
