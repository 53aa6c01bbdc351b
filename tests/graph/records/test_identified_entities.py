"""Records that the user gives add to the entities that they are of; taken back, they leave no trace."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stories import Story, doubt, pairing, quarter

from graph import Store, explore, ingest, open_store, remove
from graph.errors import EntityNotFound, RegisterNotFound
from graph.export import export_json
from graph.model import Extraction, Kind
from graph.records import Record
from graph.records.keeping import Kept, keep, take_back
from graph.records.reading import sources

NOW = datetime(2025, 3, 1, 9, 30, tzinfo=UTC)
LEI, OTHER_LEI, ISIN, FIGI, CIK = (
    *("HWUPKR0MPOU8FGXBT394", "5493001NTNQJDH60PM02", "US0378331005", "BBG000B9XRY4", "0000320193"),
)


def listed(source: str, key: str, name: str, **more: object) -> Record:
    told = {scheme: more.pop(scheme) for scheme in ("lei", "isin", "figi", "cik") if scheme in more}
    return Record(source, key, name, **{"kind": Kind.COMPANY, "identifiers": frozenset(told.items()), **more})  # type: ignore[arg-type]


SEC = listed("sec", CIK, "Apple Inc.", tickers=("AAPL",), cik=CIK, exchanges=("XNAS",))
GLEIF = listed("gleif", LEI, "APPLE INC.", lei=LEI, country="US")
ISSUED = listed("gleif-isin", ISIN, "", lei=LEI, isin=ISIN)
TRADED = listed("openfigi", FIGI, "APPLE INC", tickers=("AAPL",), figi=FIGI)
NAMESAKE = listed("gleif", OTHER_LEI, "Apple Limited", lei=OTHER_LEI, country="GB")
CHINESE = listed("names", "Q312", "Apple", aliases=("苹果公司",))
RECORDS = (SEC, GLEIF, ISSUED, TRADED, NAMESAKE, CHINESE)


def exported(store: Store) -> bytes:
    return b"".join(export_json(store))


def identifiers(store: Store, reference: str = "apple") -> dict[str, list[str]]:
    return {each["value"]: each["sources"] for each in explore.entity(store, reference)["identifiers"]}


def test_what_a_register_says_is_told_of_the_entity_with_the_register(filled: Store) -> None:
    assert keep(filled, [SEC, TRADED]) == Kept(added=2, entities=1)
    apple = explore.entity(filled, "apple")
    assert apple["exchanges"] == ["XNAS"]
    assert apple["identifiers"] == [
        {"scheme": "cik", "value": CIK, "sources": ["sec"]},
        {"scheme": "figi", "value": FIGI, "sources": ["openfigi"]},
    ]
    assert sources(filled) == [{"source": "openfigi", "records": 1}, {"source": "sec", "records": 1}]


def test_an_identifier_finds_the_entity(filled: Store) -> None:
    keep(filled, [SEC, GLEIF, ISSUED, TRADED])
    asked = [LEI, LEI.lower(), ISIN, FIGI, CIK, "320193"]
    assert {explore.entity(filled, each)["id"] for each in asked} == {"apple"}
    answers = explore.resolve_all(filled, [*asked, "AAPL", OTHER_LEI])
    assert [answer["status"] for answer in answers] == [*["found"] * 7, "not_found"]
    assert [answer["why"] for answer in answers[:2]] == ["It has this identifier."] * 2


def test_an_alias_of_a_register_finds_the_entity_too(filled: Store) -> None:
    keep(filled, [CHINESE])
    assert explore.entity(filled, "苹果公司")["aliases"] == ["Apple Inc.", "苹果公司"]


def test_an_identifier_leads_from_one_register_to_the_next(filled: Store) -> None:
    keep(filled, [ISSUED])
    assert identifiers(filled) == {}
    keep(filled, [GLEIF])
    assert identifiers(filled) == {LEI: ["gleif", "gleif-isin"], ISIN: ["gleif-isin"]}


def test_a_document_that_comes_later_finds_the_records_there(store: Store) -> None:
    keep(store, RECORDS)
    with pytest.raises(EntityNotFound):
        explore.entity(store, LEI)
    ingest(store, quarter(), now=NOW)
    ingest(store, doubt(), now=NOW)
    assert identifiers(store).keys() == {LEI, ISIN, FIGI, CIK}
    assert explore.entity(store, "apple")["country"] == "US"


def test_the_table_of_claims_tells_identifiers(filled: Store) -> None:
    keep(filled, [SEC, GLEIF, ISSUED, TRADED])
    _, pages = explore.claim_table(filled, about="apple")
    [row] = [row for page in pages for row in page if row["entity_id"] == "apple" and row["type"] == "warning"]
    assert (row["ticker"], row["lei"], row["isin"], row["figi"], row["cik"]) == ("AAPL", LEI, ISIN, FIGI, CIK)


def test_namesakes_between_which_nothing_decides_add_nothing(store: Store) -> None:
    story = Story(("Tin Works fell.",))
    story.names("Tin Works", Kind.COMPANY)
    ingest(store, story.extraction, now=NOW)
    namesakes = [
        listed("gleif", each, f"Tin Works {form}", lei=each) for each, form in ((LEI, "Ltd"), (OTHER_LEI, "AG"))
    ]
    keep(store, namesakes)
    assert identifiers(store, "tin-works") == {}
    keep(store, [listed("own", "1", "Tin Works", lei=OTHER_LEI)])
    assert identifiers(store, "tin-works") == {OTHER_LEI: ["gleif", "own"]}


def test_a_person_has_no_record_of_a_company_of_the_same_name(store: Store) -> None:
    story = Story(("Charles Schwab spoke.",))
    story.names("Charles Schwab", Kind.PERSON)
    ingest(store, story.extraction, now=NOW)
    keep(store, [listed("sec", "1", "SCHWAB CHARLES CORP", aliases=("Charles Schwab",), cik=CIK)])
    assert identifiers(store, "charles-schwab") == {}


def test_keeping_the_same_again_changes_nothing(filled: Store) -> None:
    keep(filled, RECORDS)
    before, revision = exported(filled), explore.revision(filled)
    assert keep(filled, RECORDS) == Kept(unchanged=len(RECORDS))
    assert (exported(filled), explore.revision(filled)) == (before, revision)


def test_a_record_that_has_changed_takes_the_place_of_the_one_before(filled: Store) -> None:
    keep(filled, [SEC])
    assert keep(filled, [listed("sec", CIK, "Orange Inc.", cik=CIK)]) == Kept(changed=1, entities=1)
    assert identifiers(filled) == {}


def test_what_is_taken_back_leaves_no_trace(filled: Store) -> None:
    before = exported(filled)
    keep(filled, RECORDS)
    taken = [take_back(filled, source) for source in ("sec", "gleif", "gleif-isin", "openfigi", "names")]
    assert taken == [1, 2, 1, 1, 1]
    assert exported(filled) == before


def test_a_register_that_the_store_does_not_have_is_said_to_be_missing(store: Store) -> None:
    keep(store, [SEC])
    with pytest.raises(RegisterNotFound, match="no records of a register 'gleif'; it has records of sec"):
        take_back(store, "gleif")


def test_a_document_that_says_what_a_record_said_keeps_it_once_the_record_is_gone(store: Store) -> None:
    ingest(store, pairing(), now=NOW)
    keep(store, [listed("names", "Q312", "Apple", aliases=("Apple Inc.",))])
    ingest(store, doubt(), now=NOW)  # which calls it Apple Inc. as well
    take_back(store, "names")
    assert explore.entity(store, "apple")["aliases"] == ["Apple Inc."]


DOCUMENTS: dict[str, Callable[[], Extraction]] = {"pairing": pairing, "quarter": quarter, "doubt": doubt}
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("load"), st.sampled_from(sorted(DOCUMENTS))),
        st.tuples(st.just("remove"), st.sampled_from(sorted(DOCUMENTS))),
        st.tuples(st.just("keep"), st.sampled_from(range(len(RECORDS)))),
        st.tuples(st.just("take back"), st.sampled_from(sorted({record.source for record in RECORDS}))),
    ),
    max_size=9,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_the_order_the_store_is_as_if_made_afresh(
    tmp_path_factory: pytest.TempPathFactory, steps: list
) -> None:
    folder, number = tmp_path_factory.mktemp("stores"), count()

    def fresh() -> Store:
        return open_store(f"ladybug:{folder / f'{next(number)}.lbug'}")

    store, loaded, kept = fresh(), set[str](), dict[str, Record]()
    for step, what in steps:
        _take(store, step, what, loaded, kept)
    afresh = fresh()
    keep(afresh, kept.values())
    for name in sorted(loaded, reverse=True):
        ingest(afresh, DOCUMENTS[name](), now=NOW)
    assert exported(store) == exported(afresh)
    store.close()
    afresh.close()


def _take(store: Store, step: str, what: object, loaded: set[str], kept: dict[str, Record]) -> None:
    """One step, and what is there after it."""
    if step == "load":
        ingest(store, DOCUMENTS[str(what)](), now=NOW)
        loaded.add(str(what))
    elif step == "remove" and what in loaded:
        remove(store, DOCUMENTS[str(what)]().document.id)
        loaded.remove(str(what))
    elif step == "keep":
        record = RECORDS[int(str(what))]
        keep(store, [record])
        kept[record.id] = record
    elif step == "take back":
        with suppress(RegisterNotFound):
            take_back(store, str(what))
        for one in [one for one, record in kept.items() if record.source == what]:
            del kept[one]
