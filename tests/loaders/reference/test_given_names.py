"""Names that a user gives are read in documents, beside those of the lists that come along."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from graph.model import Document, Kind
from graph.records import Record
from loaders.pipeline import Tier, extract
from loaders.reference.given import entries_of, given_digest, know
from loaders.version import reading_version

BLUE = Record("own", "Q37156", "IBM", aliases=("Armonk Giant",))
MINE = Record("own", "1", "Kwarsko Mining", Kind.COMPANY, aliases=("Kwarsko", "KM"), tickers=("KWM.L",), country="GB")
NOTE = Document("Shares of Kwarsko rose 5% after the Armonk Giant said that it would buy a stake.")


@pytest.fixture
def knowing() -> Iterator[Callable[..., None]]:
    yield lambda *records: know(entries_of(records))
    know(())


def named(document: Document) -> dict[str, str]:
    found = extract(document, tier=Tier.FAST)
    names = {entity.id: entity.name for entity in found.entities}
    return {mention.text: names[mention.entity_id] for mention in found.mentions}


def test_a_name_that_is_given_stands_for_the_entity_of_the_list(knowing: Callable[..., None]) -> None:
    knowing(BLUE)
    assert named(NOTE)["Armonk Giant"] == "IBM"


def test_an_entity_that_no_list_has_is_found_by_the_names_that_are_given(knowing: Callable[..., None]) -> None:
    knowing(MINE)
    assert named(NOTE)["Kwarsko"] == "Kwarsko Mining"


def test_without_them_documents_are_read_as_before(knowing: Callable[..., None]) -> None:
    before = extract(NOTE, tier=Tier.FAST)
    knowing(BLUE, MINE)
    assert extract(NOTE, tier=Tier.FAST) != before
    knowing()
    assert extract(NOTE, tier=Tier.FAST) == before


def test_what_is_read_with_them_is_of_another_version(knowing: Callable[..., None]) -> None:
    plain = reading_version()
    knowing(MINE)
    assert reading_version() == f"{plain}.{given_digest()}"
    assert extract(NOTE, tier=Tier.FAST).extractor_version == reading_version()
    knowing(MINE, BLUE)
    assert reading_version() not in {plain, f"{plain}.{given_digest()[::-1]}"}


def test_rows_of_a_table_join_the_entry_that_they_are_of() -> None:
    [ibm] = entries_of([BLUE])
    assert (ibm.id, ibm.kind) == ("ibm", Kind.COMPANY)
    assert {"IBM", "Armonk Giant"} <= set(ibm.names)


def test_a_row_of_no_kind_that_no_list_knows_is_left_out() -> None:
    assert entries_of([Record("own", "1", "Kwarsko Mining")]) == ()


def test_a_short_name_counts_only_in_context() -> None:
    [mine] = entries_of([MINE])
    assert mine.caution == {"KM"}
    assert (mine.id, mine.tickers, mine.country) == ("kwarsko-mining", ("KWM.L",), "GB")


def test_a_person_does_not_take_the_place_of_the_company_of_that_name() -> None:
    assert entries_of([Record("own", "1", "Tesla", Kind.PERSON, aliases=("Nikola Tesla",))]) == ()
