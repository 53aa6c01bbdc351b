"""Entities that are judged to be one, and the graph before that: to the byte as if nothing had been judged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from namesakes import NOTES, everything, judged, load
from stories import Story

from graph import Store, ingest, remove
from graph.errors import EntityNotFound, JudgementConflict, JudgementNotFound, ParameterInvalid
from graph.explore import claims, entity
from graph.model import Extraction, Kind
from graph.resolution import Judgement, Verdict, judge, judgements, undo
from graph.verify import verify

NewStore = Callable[[], Store]


def test_what_is_judged_the_same_is_one_entity_with_all_its_names(store: Store, now: datetime) -> None:
    load(store, NOTES, now)
    done = judge(store, [judged("jpmorgan-chase", "jpmorgan")])
    assert (done.judgements, done.documents) == (1, 2)
    found = entity(store, "jpmorgan-chase")
    assert (found["name"], found["documents"]) == ("JPMorgan Chase", 4)
    assert {"JPMorgan", "JPMORGAN", "the bank"} <= set(found["aliases"])
    assert verify(store).faults == ()


def test_an_id_that_was_merged_away_leads_to_the_one_that_is_kept(store: Store, now: datetime) -> None:
    load(store, NOTES, now)
    judge(store, [judged("acme", "jane-roe"), judged("jane-roe", "j-roe")])
    assert entity(store, "j-roe")["id"] == "acme"
    assert {row["speaker_id"] for row in claims(store, speaker="j-roe").rows} == {"acme"}


def test_what_is_loaded_later_goes_to_the_entity_that_is_kept(store: Store, another_store: NewStore, now) -> None:
    judge(store, [judged("jpmorgan-chase", "jpmorgan"), judged("jane-roe", "j-roe")])
    load(store, NOTES, now)
    late = load(another_store(), NOTES, now)
    judge(late, [judged("jane-roe", "j-roe")])
    judge(late, [judged("jpmorgan-chase", "jpmorgan")])
    assert everything(store) == everything(late)


def test_a_document_that_was_loaded_before_a_merge_is_no_news_after_it(store: Store, now: datetime) -> None:
    load(store, NOTES, now)
    judge(store, [judged("jpmorgan-chase", "jpmorgan")])
    before = everything(store)
    assert {ingest(store, each, now=now).status for each in NOTES} == {"unchanged"}
    assert everything(store) == before


def test_undoing_a_merge_restores_the_graph_to_the_byte(store: Store, now: datetime) -> None:
    load(store, NOTES, now)
    before = everything(store)
    ids = [claim["claim_id"] for claim in claims(store).rows]
    merges = [judged("jpmorgan-chase", "chase"), judged("jpmorgan-chase", "jpmorgan"), judged("acme-corp", "acme")]
    judge(store, merges)
    assert everything(store) != before
    assert sorted(claim["claim_id"] for claim in claims(store).rows) == sorted(ids)
    for each in merges:
        assert undo(store, each.id) == each
    assert everything(store) == before
    with pytest.raises(JudgementNotFound):
        undo(store, merges[0].id)


def test_an_entity_has_no_edge_to_itself_and_one_for_each_claim_to_another(store: Store, now: datetime) -> None:
    load(store, NOTES[:1], now)
    judge(store, [judged("acme", "acme-corp"), judged("jpmorgan", "chase")])
    edges = store.read("entities.edges", ids=["acme", "jpmorgan", "jane-roe"])
    assert {(row["relation"], row["source"], row["target"]) for row in edges} == {
        ("HAS_ROLE_AT", "jane-roe", "jpmorgan"),
        ("OWNS", "jpmorgan", "acme"),
        ("SPEAKS_ABOUT", "jane-roe", "acme"),
        ("SPEAKS_ABOUT", "jpmorgan", "acme"),
    }
    assert len({(row["relation"], row["claim_id"]) for row in edges}) == len(edges)


def test_judging_differently_takes_the_place_of_the_earlier_judgement(store: Store, now: datetime) -> None:
    load(store, NOTES, now)
    apart = everything(store)
    judge(store, [judged("jpmorgan", "chase")])
    judge(store, [judged("chase", "jpmorgan", Verdict.DIFFERENT)])
    assert [row["verdict"] for row in judgements(store).rows] == ["different"]
    undo(store, judged("jpmorgan", "chase").id)
    assert everything(store) == apart


def test_a_judgement_that_contradicts_others_is_refused_and_leaves_nothing(store: Store, now: datetime) -> None:
    load(store, NOTES, now)
    judge(store, [judged("jpmorgan", "chase", Verdict.DIFFERENT), judged("jpmorgan-chase", "chase")])
    before = everything(store)
    with pytest.raises(JudgementConflict, match="jpmorgan and chase cannot be two"):
        judge(store, [judged("acme", "acme-corp"), judged("jpmorgan-chase", "jpmorgan")])
    assert everything(store) == before


@pytest.mark.parametrize("wrong", [judged("acme", "acme"), judged("", "acme")])
def test_a_judgement_is_about_two_ids(store: Store, wrong: Judgement) -> None:
    with pytest.raises(ParameterInvalid):
        judge(store, [wrong])


def test_judgements_outlive_the_documents_they_are_about(store: Store, another_store: NewStore, now: datetime) -> None:
    load(store, NOTES, now)
    judge(store, [judged("jpmorgan-chase", "jpmorgan")])
    for each in NOTES:
        remove(store, each.document.id)
    fresh = another_store()
    judge(fresh, [judged("jpmorgan-chase", "jpmorgan")])
    assert everything(store) == everything(fresh)
    with pytest.raises(EntityNotFound):
        entity(store, "jpmorgan")


def morning(bank: str) -> Extraction:
    """A version of one page: who speaks is called by one name first and by another later, in the same words else."""
    story = Story((f"{bank} spoke at noon.", "It sees Acme gain 8%."), title="The morning")
    where, acme = story.names(bank, Kind.INSTITUTION), story.names("Acme", Kind.COMPANY)
    story.says(where, story.sentences[1], acme)
    extraction = story.extraction
    return replace(extraction, document=replace(extraction.document, url="https://news.example/morning"))


def test_a_merge_between_two_versions_of_a_document_leaves_no_trace_in_their_times(
    store: Store, another_store: NewStore, now: datetime
) -> None:
    later, never = now + timedelta(hours=1), another_store()
    merge = judged("jpmorgan-chase", "jpmorgan")
    ingest(store, morning("JPMorgan"), now=now)
    judge(store, [merge])
    assert ingest(store, morning("JPMorgan Chase"), now=later).status == "changed"
    undo(store, merge.id)
    ingest(never, morning("JPMorgan"), now=now)
    ingest(never, morning("JPMorgan Chase"), now=later)
    assert everything(store) == everything(never)


def test_a_merged_document_that_is_read_anew_keeps_the_times_of_its_claims(store: Store, now: datetime) -> None:
    judge(store, [judged("jpmorgan-chase", "jpmorgan")])
    ingest(store, morning("JPMorgan"), now=now)
    again = replace(morning("JPMorgan"), extractor_version="2")
    done = ingest(store, again, now=now + timedelta(hours=1))
    assert (done.status, done.change and done.change.kept) == ("replaced", 1)
    assert {row["recorded_at"] for row in claims(store).rows} == {"2025-03-01T09:30:00.000000Z"}
