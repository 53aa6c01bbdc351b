"""Corroboration counts whoever tells something of their own, not whoever prints it again."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_claim_lists import facets
from wire_reports import ANOTHER, COPIES, CUT, ORIGINAL, OTHER_NUMBERS, SHORT, emptied

from graph import Store, ingest
from graph.explore import consensus, document, documents, views_on
from graph.explore.moment import Moment
from graph.model import Extraction

OWN = (OTHER_NUMBERS, SHORT, ANOTHER)  # reports that tell something of their own


def load(store: Store, *extractions: Extraction, now: datetime) -> None:
    for extraction in extractions:
        ingest(store, extraction, now=now)


def test_copies_of_a_report_are_one_source_for_each_voice_and_each_number(store: Store, now: datetime) -> None:
    load(store, ORIGINAL, CUT, OTHER_NUMBERS, now=now)
    street = consensus(store, "corvane")
    assert street["independent_sources"] == 2
    by_voice = {view["voice"]: (view["claims"], view["independent_sources"]) for view in street["views"]}
    assert by_voice == {"Lindqvist Bank": (3, 2), "Mira Solberg": (3, 2)}
    [measure] = street["measures"]
    assert (measure["voices"], measure["independent_sources"]) == (1, 1)
    on = {row["voice"]: (row["current_total"], row["independent_sources"]) for row in views_on(store, "corvane").rows}
    assert on == by_voice


def test_facets_tell_how_many_sources_are_behind_their_numbers(store: Store, now: datetime) -> None:
    load(store, ORIGINAL, CUT, ANOTHER, now=now)
    counted = facets(store, "speaker,metric", about="corvane")
    assert {row["name"]: (row["total"], row["independent_sources"]) for row in counted["speaker"]} == {
        "Lindqvist Bank": (2, 1),
        "Mira Solberg": (3, 2),
    }
    assert [row["independent_sources"] for row in counted["metric"]] == [None]


def test_a_document_names_its_copies_as_far_as_they_were_there(store: Store, now: datetime) -> None:
    load(store, ORIGINAL, ANOTHER, now=now)
    load(store, CUT, now=datetime(2025, 6, 1, tzinfo=UTC))
    ids = {row["id"]: row["same_story"] for row in documents(store).rows}
    original, cut, another = (each.document.id for each in (ORIGINAL, CUT, ANOTHER))
    assert ids == {original: [cut], cut: [original], another: []}
    assert document(store, original)["same_story"] == [cut]
    then = documents(store, moment=Moment(known_at="2025-04-01T00:00:00.000000Z")).rows
    assert {row["id"]: row["same_story"] for row in then} == {original: [], another: []}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(own=st.lists(st.sampled_from(OWN), unique_by=lambda each: each.document.id), more=st.permutations(COPIES[1:]))
def test_one_more_copy_never_raises_the_number_of_independent_sources(
    store: Store, now: datetime, own: list[Extraction], more: list[Extraction]
) -> None:
    emptied(store)
    load(store, ORIGINAL, *own, now=now)
    before = consensus(store, "corvane")["independent_sources"]
    assert before == 1 + len(own)
    for copy in more:
        load(store, copy, now=now)
        assert consensus(store, "corvane")["independent_sources"] == before
