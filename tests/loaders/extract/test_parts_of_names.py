"""Names that are parts of others, or others in another dress, and mean the same."""

import pytest
from relations import Read


def ids(read_entities: Read, text: str) -> set[str]:
    return set(read_entities(text)._.entities)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The State of Ohio sued. Ohio wants money.", "ohio"),
        ("The Government of Alberta agreed. Alberta is glad.", "alberta"),
        ("The Dubai Government met. Dubai is calm.", "dubai"),
        ("The Washington State Government met. Washington State is calm.", "washington-state"),
        ("U S stocks rose. U.S. stocks rose.", "us"),
    ],
)
def test_a_place_and_its_government_are_one(read_entities: Read, text: str, place: str) -> None:
    assert ids(read_entities, text) == {place}


def test_a_legal_form_in_capitals_is_no_part_of_the_name(read_entities: Read) -> None:
    assert ids(read_entities, "Shares of BCE INC rose. BCE was calm.") == {"bce"}


def test_small_words_written_large_make_no_other_name(read_entities: Read) -> None:
    assert ids(read_entities, "The Canadian Federation Of Independent Business met. The CFIB was calm.") == {"cfib"}


def test_the_first_two_words_of_a_company_mean_it(read_entities: Read) -> None:
    text = "Tarvik Harvest Capital rose, said an analyst at Tarvik Harvest."
    assert ids(read_entities, text) == {"tarvik-harvest-capital"}


def test_two_that_begin_alike_share_no_short_form(read_entities: Read) -> None:
    text = "Tarvik Harvest Capital and Tarvik Harvest Partners rose, said an analyst at Tarvik Harvest."
    assert ids(read_entities, text) == {"tarvik-harvest-capital", "tarvik-harvest-partners"}
