"""Bodies of another country than the listed one of the same name."""

from __future__ import annotations

import pytest

from graph.model import Document
from loaders.extract.gazetteer import gazetteer
from loaders.pipeline import extract


def listed(text: str) -> set[str]:
    known = gazetteer().by_id
    return {entity.id for entity in extract(Document(text)).entities if entity.id in known and entity.kind != "Place"}


def bodies(text: str) -> set[str]:
    return {entity.id for entity in extract(Document(text)).entities if entity.kind == "Institution"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Nigerian SEC said it would stop trading.", "nigeria-sec"),
        ("Nigeria's SEC said it would stop trading. The SEC fined two brokers.", "nigeria-sec"),
        ("Kenya's Supreme Court said the vote was void. The Supreme Court saw errors.", "kenya-supreme-court"),
        ("Japan’s Treasury said that rates would rise.", "japan-treasury"),
    ],
)
def test_a_body_of_another_country_is_not_the_listed_one(text: str, body: str) -> None:
    assert bodies(text) == {body}
    assert not listed(text)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The American SEC said it would stop trading.", "sec"),
        ("The SEC said China's rules were vague.", "sec"),
        ("America's Supreme Court said that the vote was void.", "supreme-court"),
        ("The British Reuters bureau said it would move.", "reuters"),
        ("China's Goldman Sachs office was searched, Goldman Sachs said.", "goldman-sachs"),
    ],
)
def test_a_listed_body_stays_what_it_is_at_home_and_beside_its_name(text: str, body: str) -> None:
    assert body in listed(text)


def test_two_countries_bodies_of_one_name_are_two() -> None:
    found = extract(Document("The Nigerian SEC met the U.S. SEC on Monday. The SEC said it was glad."))
    assert {mention.entity_id for mention in found.mentions if mention.text == "Nigerian SEC"} == {"nigeria-sec"}
    assert {mention.entity_id for mention in found.mentions if mention.text == "SEC"} == {"sec"}


def test_a_central_bank_is_known_however_it_is_written() -> None:
    assert bodies("Argentina's Central Bank said on Monday that inflation would fall.") == {"central-bank-of-argentina"}


@pytest.mark.parametrize("name", ["Drudge Report", "Consumer Reports"])
def test_a_publication_that_ends_like_a_document_is_listed(name: str) -> None:
    assert listed(f"The {name} said that prices rose.")
