import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language


def sentences(language: Language, text: str) -> list[str]:
    return [sentence.text.strip() for sentence in language(text).sents if sentence.text.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "Shares of Acme Corp. fell after U.S. regulators objected.",
        "Mr. Brown met Dr. J. Smith and George W. Hill at No. 5 Broad St. yesterday.",
        "Shoppers went to www.Acme.com and finance.Acme.com for prices.",
        "It trades at 28.2x earnings, against 4.5 for GDS.US and Salesforce.Com today.",
        "The chain, founded by A. B. Jones, owns WeWork Cos. outright.",
        "Shares of Acme ( ACME_p.DE ) fell by a tenth.",
        '"Will rates fall?" asked one trader.',
        "The lender earned $4.5 billion, i.e. less than before.",
    ],
)
def test_abbreviations_and_decimal_points_end_no_sentence(entity_language: Language, text: str) -> None:
    assert sentences(entity_language, text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It beat its own pricing.Rivals did not.", ["It beat its own pricing.", "Rivals did not."]),
        ("He works at Acme Inc. The firm is small.", ["He works at Acme Inc.", "The firm is small."]),
        ('"Sell it all." She did.', ['"Sell it all."', "She did."]),
        ("“Sell it all.” She did.", ["“Sell it all.”", "She did."]),
        ("(It was so.) Then it changed.", ["(It was so.)", "Then it changed."]),
        ("A heading without a stop\nThe text begins.", ["A heading without a stop", "The text begins."]),
        ("Up or down? Nobody knows!", ["Up or down?", "Nobody knows!"]),
        ('She said: "No." "Yes," he said.', ['She said: "No."', '"Yes," he said.']),
        ("It closed at 16,900.The rest fell.", ["It closed at 16,900.", "The rest fell."]),
        ("It rose (by 2%).Others slept.", ["It rose (by 2%).", "Others slept."]),
        ("It is on TSX.No one knows.", ["It is on TSX.", "No one knows."]),
        ("He rose.“We won,” he said.", ["He rose.", "“We won,” he said."]),
        ("It fell in 2015.In January it rose.", ["It fell in 2015.", "In January it rose."]),
        ("It was a rally.Newsroom.com", ["It was a rally.", "Newsroom.com"]),
    ],
)
def test_sentences_end_where_a_reader_sees_it(entity_language: Language, text: str, parts: list[str]) -> None:
    assert sentences(entity_language, text) == parts


@given(st.lists(st.sampled_from(["Acme", "fell", ".", '"', "U.S.", "Inc.", "\n", "?", ")", "the", "“", "”", "5.5"])))
def test_sentences_cover_the_text_and_end_at_line_breaks(entity_language: Language, pieces: list[str]) -> None:
    doc = entity_language(" ".join(pieces))
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == doc.text
    assert all("\n" not in sentence.text.strip() for sentence in doc.sents)
