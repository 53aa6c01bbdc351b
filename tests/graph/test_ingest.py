"""Loading, loading again, changing and removing documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stories import Story, doubt, pairing, quarter, renamed

from graph import Status, Store, ingest, remove
from graph.errors import DocumentNotFound, EvidenceMismatch, ExtractionInvalid
from graph.explore import claims, entity, stats
from graph.export import export_json
from graph.model import ClaimType, Entity, Evidence, Extraction, Kind, RelationType
from graph.verify import verify


def everything(store: Store) -> bytes:
    return b"".join(export_json(store))


def test_a_document_is_added_with_all_that_was_read_out_of_it(store: Store, now) -> None:
    added = ingest(store, pairing(), now=now)
    assert (added.status, added.passages, added.entities, added.mentions) == (Status.ADDED, 3, 6, 6)
    assert (added.claims, added.figures, added.relations) == (4, 1, 2)
    held = stats(store)
    assert held["nodes"] == {
        "Document": 1,
        "Passage": 3,
        "Entity": 6,
        "Claim": 4,
        "Figure": 1,
        "Judgement": 0,
        "Record": 0,
    }
    assert held["relationships"]["BENCHMARKED_AGAINST"] == 1
    assert held["relationships"]["EVIDENCED_BY"] == 5  # one claim spans two sentences


def test_loading_again_changes_nothing(store: Store, now) -> None:
    ingest(store, pairing(), now=now)
    before = everything(store)
    again = ingest(store, pairing(), now=datetime(2030, 1, 1, tzinfo=UTC))
    assert again.status == Status.UNCHANGED
    assert everything(store) == before


@pytest.mark.parametrize(
    "changed",
    [renamed(quarter(), "Another title"), quarter(version="2"), quarter(aliases=("BABA", "Alibaba Group"))],
    ids=["title", "extractor", "aliases"],
)
def test_a_changed_extraction_takes_the_place_of_the_old_one(
    store: Store, another_store: Callable[[], Store], now, changed: Extraction
) -> None:
    fresh = another_store()
    ingest(store, quarter(), now=now)
    assert ingest(store, changed, now=now).status == Status.REPLACED
    ingest(fresh, changed, now=now)
    assert everything(store) == everything(fresh)


def test_removing_leaves_what_others_contributed(filled: Store, another_store: Callable[[], Store], now) -> None:
    remove(filled, quarter().document.id)
    others = another_store()
    ingest(others, doubt(), now=now)
    ingest(others, pairing(), now=now)
    assert everything(filled) == everything(others)


def test_removing_the_last_document_leaves_nothing(store: Store, now) -> None:
    empty = everything(store)
    ingest(store, pairing(), now=now)
    remove(store, pairing().document.id)
    assert everything(store) == empty
    assert not any(stats(store)["nodes"].values())


def test_removing_what_is_not_there_is_an_error(store: Store) -> None:
    with pytest.raises(DocumentNotFound, match="nothing-here"):
        remove(store, "nothing-here")


def named(text: str, kind: Kind, name: str, **names: tuple[str, ...]) -> Extraction:
    story = Story((text,), title=text)
    story.entities["acme"] = Entity("acme", kind, name, **names)
    return story.extraction


NAMINGS = [
    named("One.", Kind.COMPANY, "Acme", aliases=("Acme Inc.",)),
    named("Two.", Kind.COMPANY, "Acme", tickers=("ACM",)),
    named("Three.", Kind.INSTITUTION, "Acme Corporation"),
    named("Four.", Kind.INSTITUTION, "ACME", aliases=("The Acme",), tickers=("ACM", "AC.M")),
]
CHANGED = [renamed(extraction, f"{extraction.document.title} again") for extraction in (*NAMINGS[:2], quarter())]
DOCUMENTS = [*NAMINGS, *CHANGED, pairing(), quarter(), quarter(aliases=()), doubt()]
DOCUMENT_IDS = sorted({extraction.document.id for extraction in DOCUMENTS})
STEPS = st.one_of(st.sampled_from(DOCUMENTS), st.sampled_from(DOCUMENT_IDS))


def test_an_entity_is_what_most_documents_say_it_is(store: Store, now) -> None:
    for extraction in NAMINGS:
        ingest(store, extraction, now=now)
    found = entity(store, "acme")
    assert (found["kind"], found["name"], found["documents"]) == ("Company", "Acme", 4)
    assert found["aliases"] == ["ACME", "Acme Corporation", "Acme Inc.", "The Acme"]
    assert found["tickers"] == ["AC.M", "ACM"]
    for extraction in NAMINGS[:2]:
        remove(store, extraction.document.id)
    found = entity(store, "acme")
    assert (found["kind"], found["name"], found["aliases"]) == ("Institution", "Acme Corporation", ["ACME", "The Acme"])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=12))
def test_any_sequence_of_loading_and_removing_ends_as_if_only_its_end_had_been_loaded(
    store: Store, another_store: Callable[[], Store], now, steps: list[Extraction | str]
) -> None:
    fresh = another_store()
    there: dict[str, Extraction] = {}
    for step in steps:
        if isinstance(step, str):
            if there.pop(step, None):
                remove(store, step)
        else:
            ingest(store, step, now=now)
            there[step.document.id] = step
    for extraction in there.values():
        ingest(fresh, extraction, now=now)
    assert everything(store) == everything(fresh)
    assert verify(store).faults == ()
    fresh.close()
    for document_id in there:
        remove(store, document_id)


def moved(evidence: Evidence) -> Evidence:
    return replace(evidence, start=evidence.start + 1, end=evidence.end + 1)


def broken() -> dict[str, Extraction]:
    whole = quarter()
    claim, figure = whole.claims[0], whole.claims[0].figures[0]
    related = pairing()
    return {
        "mention": replace(whole, mentions=(replace(whole.mentions[0], text="Alibabb"),)),
        "passage": replace(whole, passages=(replace(whole.passages[0], end=5), *whole.passages[1:])),
        "claim": replace(whole, claims=(replace(claim, evidence=moved(claim.evidence)),)),
        "figure": replace(whole, claims=(replace(claim, figures=(replace(figure, evidence=moved(figure.evidence)),)),)),
        "relation": replace(
            related, relations=(replace(related.relations[0], evidence=moved(related.relations[0].evidence)),)
        ),
        "before the text": replace(whole, mentions=(replace(whole.mentions[0], start=-7),)),
        "empty": replace(whole, mentions=(replace(whole.mentions[0], start=3, end=3, text=""),)),
    }


@pytest.mark.parametrize("case", broken())
def test_a_quote_that_does_not_stand_in_the_text_is_refused_and_nothing_stored(store: Store, now, case: str) -> None:
    with pytest.raises(EvidenceMismatch, match="does not stand at"):
        ingest(store, broken()[case], now=now)
    assert not any(stats(store)["nodes"].values())


def test_a_reference_to_an_entity_that_is_not_listed_is_refused(store: Store, now) -> None:
    whole = quarter()
    for lacking in (
        replace(whole, entities=()),
        replace(whole, claims=(replace(whole.claims[0], org="nobody"),)),
        replace(pairing(), entities=pairing().entities[1:]),
    ):
        with pytest.raises(ExtractionInvalid, match="not among its entities"):
            ingest(store, lacking, now=now)


def test_a_relation_without_its_claim_is_refused(store: Store, now) -> None:
    with pytest.raises(ExtractionInvalid, match="not among the claims"):
        ingest(store, replace(pairing(), claims=()), now=now)


def test_evidence_from_another_document_is_refused(store: Store, now) -> None:
    with pytest.raises(ExtractionInvalid, match="quotes document"):
        ingest(store, replace(quarter(), passages=pairing().passages), now=now)


def test_words_outside_all_sentences_are_refused(store: Store, now) -> None:
    with pytest.raises(ExtractionInvalid, match="lie in no passage"):
        ingest(store, replace(quarter(), passages=quarter().passages[:1]), now=now)


def test_what_an_extraction_holds_twice_is_stored_once(store: Store, another_store: Callable[[], Store], now) -> None:
    once, whole = quarter(), another_store()
    ingest(whole, once, now=now)
    ingest(
        store,
        replace(once, mentions=once.mentions * 2, claims=once.claims * 2, entities=once.entities * 2),
        now=now,
    )
    assert everything(store) == everything(whole)


def test_a_claim_that_comes_twice_keeps_the_figures_of_both(store: Store, now) -> None:
    whole = quarter()
    first, second = (replace(whole.claims[0], figures=(figure,)) for figure in whole.claims[0].figures)
    ingest(store, replace(whole, claims=(first, second)), now=now)
    assert [figure["text"] for figure in claims(store).rows[0]["figures"]] == ["8%", "12%"]


def test_two_roles_in_the_same_words_are_both_kept(store: Store, now) -> None:
    story = Story(("Ada Lowe is chair and president of Acme.",))
    ada, acme = story.names("Ada Lowe", Kind.PERSON), story.names("Acme", Kind.COMPANY)
    for role in ("chair", "president"):
        story.relates(RelationType.HAS_ROLE_AT, ada, acme, story.sentences[0], role=role)
    ingest(store, story.extraction, now=now)
    assert store.read("people.roles")[0]["role"] == "chair and president"


def test_parallel_facts_of_several_documents_stay_apart(store: Store, now) -> None:
    for number in range(3):
        story = Story((f"Note {number}: UBS sets Xiaomi against Apple.",))
        ubs, xiaomi, apple = (story.names(name, Kind.COMPANY) for name in ("UBS", "Xiaomi", "Apple"))
        story.relates(RelationType.BENCHMARKED_AGAINST, xiaomi, apple, story.sentences[0], by=ubs)
        ingest(store, story.extraction, now=now)
    assert store.read("pairs.count") == [{"total": 3}]


def test_a_document_that_yields_nothing_is_stored_as_such(store: Store, now) -> None:
    added = ingest(store, Story(("Nothing to see.",)).extraction, now=now)
    assert (added.status, added.passages, added.claims, added.entities) == (Status.ADDED, 1, 0, 0)


def test_a_document_of_its_own_voice_has_claims_without_a_speaker(store: Store, now) -> None:
    story = Story(("Acme grew.",))
    story.says(None, "Acme grew", story.names("Acme", Kind.COMPANY), kind=ClaimType.FIGURE)
    ingest(store, story.extraction, now=now)
    assert claims(store).rows[0]["speaker"] is None
    assert stats(store)["relationships"]["SPEAKS_ABOUT"] == 0
