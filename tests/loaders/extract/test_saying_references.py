"""Whom "it", "he" and "the report" stand for where they say something."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from loaders.extract.annotations import REFERENCES

Read = Callable[[str], Doc]


def meant(doc: Doc) -> list[tuple[str, str]]:
    return [(span.text, span.id_) for span in doc.spans[REFERENCES]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("UBS will shut ten branches, it said.", "ubs"),
        ("Tesla said no more.\nUBS will shut ten branches, it said.", "ubs"),
        ("UBS cut its view of Tesla. Tesla had too many cars, it said.", "tesla"),
        ("UBS said the trade would slow. Tesla had too many cars, it said.", "ubs"),
        ("Cars stay longer in the yards, according to data from the bank UBS. Prices fell, it said.", "ubs"),
        ("UBS said sales fell.\nIt also said margins held.", "ubs"),
        ("UBS reported a loss. Tesla had too many cars, it said.", "ubs"),
        ("Tesla said no more.\nUBS “has begun a review,” it said.", "ubs"),
    ],
)
def test_it_that_says_something_is_who_spoke_last_or_whom_the_sentence_is_about(
    read_entities: Read, text: str, speaker: str
) -> None:
    assert [entity for words, entity in meant(read_entities(text)) if words.lower() == "it"] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "It said so.",
        "Tesla cut its prices. A year ago, it reported a loss.",
        "Tesla's cars are late.\nIt said nothing.",
    ],
)
def test_it_stands_for_nobody_where_nobody_is_there_to_say_it(read_entities: Read, text: str) -> None:
    assert "it" not in [words.lower() for words, _ in meant(read_entities(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A report released on Thursday by UBS blames rents.\nTesla was calm.\nThe report said more is due.",
            "The report",
        ),
        ("UBS's latest survey is out. Rents rise, according to the survey.", "the survey"),
        ("UBS said in a brief statement that it was calm.\nMore is due, the statement said.", "the statement"),
    ],
)
def test_what_a_publication_says_its_author_says(read_entities: Read, text: str, words: str) -> None:
    assert (words, "ubs") in meant(read_entities(text))


def test_a_report_is_not_whose_statement_came_last(read_entities: Read) -> None:
    doc = read_entities(
        "A report by UBS blames rents. Tesla said in a statement that it was calm. The report said more."
    )
    assert ("The report", "ubs") in meant(doc)


def test_a_report_that_somebody_cites_is_said_by_them(read_entities: Read) -> None:
    doc = read_entities("A report by UBS blames rents. Martha Quill said the latest report shows that wages rise.")
    assert "the latest report" not in dict(meant(doc))


def test_the_report_of_many_sentences_ago_is_the_only_one_there_was(read_entities: Read) -> None:
    told = "A report by UBS blames rents. " + "It rained. " * 9
    assert ("The report", "ubs") in meant(read_entities(f"{told}The report said so."))
    assert "The report" not in dict(meant(read_entities(f"A report by Tesla is out. {told}The report said so.")))


@pytest.mark.parametrize("owned", ["The pilot's report", "The pilot’s report", "The pilots' report"])
def test_a_report_that_has_an_owner_is_not_who_had_one_before(read_entities: Read, owned: str) -> None:
    doc = read_entities(f"A report by UBS blames rents. {owned} said more is due.")
    assert owned not in dict(meant(doc))


def test_he_that_says_something_may_have_been_named_several_paragraphs_before(read_entities: Read) -> None:
    told = "Trader Robert Pike lost his car.\nRain fell.\nThe river rose.\nMud is left.\n“What a mess,” he said."
    assert ("he", "robert-pike") in meant(read_entities(told))
    assert ("he", "robert-pike") not in meant(read_entities(told.replace("he said", "he and others left")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBS was calm, said Bloomberg. The bank expects a fall.", ("The bank", "ubs")),
        ("Tesla cut its prices. The U.S. carmaker expects a fall.", ("The U.S. carmaker", "tesla")),
    ],
)
def test_a_description_finds_what_it_may_describe(read_entities: Read, text: str, expected: tuple[str, str]) -> None:
    assert expected in meant(read_entities(text))


def test_no_news_agency_is_the_bank(read_entities: Read) -> None:
    assert meant(read_entities("Nine people were polled by Bloomberg. The bank expects a fall.")) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The plan will force Governor Paul Kent to raise rates, he said.", "robert-pike"),
        ("Governor Paul Kent will raise rates, he said.", "paul-kent"),
    ],
)
def test_he_at_the_end_of_a_sentence_is_who_opens_it_or_spoke_before_it(
    read_entities: Read, text: str, speaker: str
) -> None:
    assert ("he", speaker) in meant(read_entities(f"Strategist Robert Pike was calm. {text}"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBS met Tesla.\nThe bank was calm. It rained.\nThe bank revealed a loss.", ("The bank", "ubs")),
        ("UBS met Tesla.\nIt rained.\nMud is left.\nThe bank said rents fell.", ("The bank", "ubs")),
    ],
)
def test_a_description_that_says_something_may_mean_what_was_last_described_or_named_alone(
    read_entities: Read, text: str, expected: tuple[str, str]
) -> None:
    assert meant(read_entities(text))[-1] == expected


def test_a_bank_named_paragraphs_before_does_not_speak_where_another_was_named_too(read_entities: Read) -> None:
    text = "UBS met Goldman Sachs.\nIt rained.\nMud is left.\nThe bank said rents fell."
    assert meant(read_entities(text)) == []


def test_nor_where_the_text_is_about_another(read_entities: Read) -> None:
    about = "Tesla fell. Tesla rose. Tesla fell.\n" + "Rain fell.\n" * 6
    assert ("The company", "nvidia") not in meant(
        read_entities(f"{about}Nvidia rose.\nIt rained.\nMud is left.\nThe company said rents fell.")
    )


@pytest.mark.parametrize(
    "text",
    [
        "Robert Pike said the plan was dead.\n“With Karl Lowe there this war will not end,” he said.",
        "Robert Pike said the plan was dead. He thanked Karl Lowe.\n“This war will not end,” he said.",
        "Robert Pike, head of research at UBS, said Karl Lowe was late.\n“This war will not end,” he said.",
        "Karl Lowe left. “It is over,” said trader Robert Pike. There is no room for Karl Lowe.\nHe emphasised it.",
        "Karl Lowe said no more. Asked about the plan, Robert Pike was calm. “It is dead,” he said.",
    ],
)
def test_he_who_says_something_is_who_spoke_or_acted_last(read_entities: Read, text: str) -> None:
    he = [entity for words, entity in meant(read_entities(text)) if words.lower() == "he"]
    assert he[-1:] == ["robert-pike"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "England's central bank said rates would stay. The Bank of England last moved in May.",
            ("central bank", "bank-of-england"),
        ),
        (
            "Tesla lost money. Tesla shares fell. America's biggest carmaker said sales were weak.",
            ("biggest carmaker", "tesla"),
        ),
        (
            "Tesla lost money. Tesla fell. The world's largest maker of such cars said sales were weak.",
            ("largest maker of such cars", "tesla"),
        ),
        (
            "Minutes of the Federal Reserve came. Rates rise, the minutes said.",
            ("the minutes", "federal-reserve"),
        ),
    ],
)
def test_an_epithet_that_says_something_is_who_is_meant_by_it(
    read_entities: Read, text: str, expected: tuple[str, str]
) -> None:
    assert expected in meant(read_entities(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norway's central bank said rates would stay. The Bank of Canada last moved in May.",
        "Norway's central bank said rates would stay. The Federal Reserve last moved in May.",
        "The Swiss National Bank was calm. Turkey's central bank said prices would fall.",
        "The European Central Bank was calm. Germany's central bank said prices would fall.",
        "Bank of China was calm. China's central bank said prices would fall.",
        "Tesla lost money. Tesla shares fell. Tesla's largest supplier said costs would rise.",
        "Tesla lost money. Tesla shares fell. Its industry's largest supplier said costs would rise.",
        "Tesla lost money. Tesla shares fell. China's largest carmaker said sales were weak.",
        "Tesla lost money. Tesla shares fell. Europe's largest carmaker said sales were weak.",
        "Tesla lost money. Tesla shares fell. America's biggest lender said sales were weak.",
        "Tesla met Nvidia. America's biggest carmaker said sales were weak.",
        "Tesla lost money. Tesla shares fell. America's biggest carmaker lost more.",
    ],
)
def test_an_epithet_of_nobody_named_stands_for_nobody(read_entities: Read, text: str) -> None:
    assert meant(read_entities(text)) == []


def test_the_bank_is_the_central_bank_that_just_spoke(read_entities: Read) -> None:
    text = "UBS met the press.\nThe Riksbank said growth was solid. “We see no need to act,” the bank said."
    assert ("the bank", "riksbank") in meant(read_entities(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBS met the press.\n“We have more money than Goldman Sachs ever had,” the bank said.", ("the bank", "ubs")),
        ("UBS said in a report that wages rose.\n“Prices fell as well,” said the report.", ("the report", "ubs")),
        ("UBS said in a report that wages rose.\nThe report suggests firms pay more.", ("The report", "ubs")),
    ],
)
def test_whom_a_quotation_names_does_not_say_it(read_entities: Read, text: str, expected: tuple[str, str]) -> None:
    assert expected in meant(read_entities(text))


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The U.S. government said hackers broke in. It said they stole $3 million.", "it", "us"),
        ("In a letter to staff, UBS said branches would close. The letter said 300 would leave.", "the letter", "ubs"),
        ("UBS said in a memo that branches would close. The memo said 300 would leave.", "the memo", "ubs"),
        ("UBS lent less. The bank has said that branches would close.", "the bank", "ubs"),
    ],
)
def test_governments_papers_and_what_has_been_said(read_entities: Read, text: str, words: str, speaker: str) -> None:
    assert (words, speaker) in [(told.lower(), entity) for told, entity in meant(read_entities(text))]


def test_a_government_that_says_nothing_is_not_meant(read_entities: Read) -> None:
    found = meant(read_entities("The U.S. government was told. It said they stole $3 million."))
    assert "it" not in [words.lower() for words, _ in found]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Tesla cut its prices. A company spokesman said shops would close.", "a company", "tesla"),
        ("UBS lent less. “We lent less,” said a bank spokeswoman.", "a bank", "ubs"),
        (
            "The Velmoro Growers Union met. A union official said prices would fall.",
            "a union",
            "velmoro-growers-union",
        ),
        ("Tesla cut its prices. Company executives said shops would close.", "company", "tesla"),
        ("Tesla sold more. Profit will rise, it predicts.", "it", "tesla"),
        ("Tesla sold more. Its chief executive expects prices to fall.", "its", "tesla"),
        ("Tesla will cut prices, its finance chief said.", "its", "tesla"),
        ("Shares of Tesla fell after it warned of a loss.", "it", "tesla"),
    ],
)
def test_whoever_speaks_for_its_kind_speaks_for_the_one_named(
    read_entities: Read, text: str, words: str, speaker: str
) -> None:
    assert (words, speaker) in [(told.lower(), entity) for told, entity in meant(read_entities(text))]


@pytest.mark.parametrize(
    "text",
    [
        "UBS lent less. A police spokesman said two men were held.",
        "Tesla sold more. A union official said wages would rise.",
        "Tesla sold more. A government official said taxes would rise.",
        "Tesla sold more. The cars of a company owner were burnt.",
        "Tesla sold more. Martha Quill named its chief executive in May.",
        "A lawsuit filed last week against Tesla was about claims which it said were false.",
        "Shares of Tesla and UBS fell after it warned of a loss.",
        "Norland grows. Its president said taxes would fall.",
    ],
)
def test_whoever_speaks_for_another_kind_does_not(read_entities: Read, text: str) -> None:
    assert not meant(read_entities(text))
