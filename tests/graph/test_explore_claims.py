"""Claims, pairs, documents, search and counts."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from stories import Story, doubt, pairing, quarter

from graph import Store, ingest
from graph.errors import ClaimNotFound, DocumentNotFound, EntityNotFound, ParameterInvalid, QueryNotFound
from graph.explore import ask, claim, claims, document, documents, pairs, stats
from graph.explore.claim_in_context import CONTEXT
from graph.model import Kind, RelationType
from graph.ontology import SCHEMA_VERSION


def quotes(store: Store, **filters) -> list[str]:
    return [row["quote"] for row in claims(store, **filters).rows]


def test_claims_come_newest_first_with_the_undated_last_and_without_bare_relations(filled: Store) -> None:
    rows = claims(filled).rows
    assert [row["published_at"] for row in rows] == ["2025-02-27", "2025-02-27", "2025-02-20", None]
    assert {row["type"] for row in rows} == {"target", "forecast", "figure", "warning"}


def test_a_claim_tells_who_for_whom_what_how_much_and_where(filled: Store) -> None:
    [row] = claims(filled, type="target").rows
    said = pairing().claims[2]
    assert row["claim_id"] == said.id
    assert (row["speaker_id"], row["speaker"], row["org_id"], row["org"]) == (
        "kinger-lau", "Kinger Lau", "goldman-sachs", "Goldman Sachs"
    )  # fmt: skip
    assert row["about"] == [{"id": "csi-300", "name": "CSI 300"}]
    [figure] = row["figures"]
    assert (figure["metric"], figure["low"], figure["high"], figure["unit"], figure["about_id"], figure["text"]) == (
        "target", 4700.0, 4700.0, "points", "csi-300", "4,700 points"
    )  # fmt: skip
    assert (row["title"], row["publisher"], row["document_id"]) == (
        "Rivals and targets", "The Daily Note", pairing().document.id
    )  # fmt: skip
    assert (row["stance"], row["modality"], row["confidence"]) == ("positive", "stated", 1.0)
    assert row["recorded_at"] == "2025-03-01T09:30:00.000000Z"
    assert pairing().document.text[row["start"] : row["end"]] == row["quote"]


@pytest.mark.parametrize(
    ("filters", "types"),
    [
        ({"speaker": "Kinger Lau"}, ["forecast", "target"]),
        ({"speaker": "Goldman Sachs"}, []),
        ({"organisation": "Goldman Sachs"}, ["forecast", "target"]),
        ({"organisation": "MS"}, ["warning"]),
        ({"organisation": "Alibaba"}, ["figure"]),
        ({"about": "AAPL"}, ["warning"]),
        ({"about": "CSI 300", "type": "target"}, ["target"]),
        ({"stance": "negative"}, ["warning"]),
        ({"type": "relation"}, ["relation", "relation", "relation"]),
        ({"speaker": "UBS", "type": "relation"}, ["relation"]),
        ({"published_from": "2025-02-21"}, ["forecast", "target"]),
        ({"published_to": date(2025, 2, 20)}, ["figure"]),
        ({"published_from": "2025-02-20", "published_to": "2025-02-20"}, ["figure"]),
        ({"text": "SALES ROSE"}, ["figure"]),
        ({"text": "nobody said this"}, []),
    ],
)
def test_claims_can_be_narrowed(filled: Store, filters: dict[str, str], types: list[str]) -> None:
    page = claims(filled, **filters)
    assert sorted(row["type"] for row in page.rows) == types
    assert page.total == len(types)


@pytest.mark.parametrize(
    "wrong",
    [{"type": "guess"}, {"stance": "cross"}, {"published_from": "last week"}, {"limit": 0}, {"limit": 1001}],
)
def test_a_filter_that_makes_no_sense_is_refused_and_named(filled: Store, wrong: dict[str, object]) -> None:
    with pytest.raises(ParameterInvalid, match=repr(next(iter(wrong)))):
        claims(filled, **wrong)


def test_a_filter_for_an_unknown_entity_is_an_error_and_not_an_empty_list(filled: Store) -> None:
    with pytest.raises(EntityNotFound):
        claims(filled, about="Nobody Inc.")


@pytest.mark.parametrize("limit", [1, 2, 3, 4])
def test_pages_in_a_row_give_each_claim_once(filled: Store, limit: int) -> None:
    seen, cursor = [], None
    while True:
        page = claims(filled, limit=limit, cursor=cursor)
        assert page.total == 4
        assert page.truncated == (page.next is not None)
        seen += page.rows
        if (cursor := page.next) is None:
            break
    assert seen == claims(filled).rows


def test_what_is_loaded_between_two_pages_shifts_nothing(store: Store, now) -> None:
    ingest(store, pairing(), now=now)
    ingest(store, quarter(), now=now)
    first = claims(store, limit=2)
    newer = Story(("Acme grew.",), published_at=date(2025, 3, 1))
    newer.says(None, "Acme grew.")
    ingest(store, newer.extraction, now=now)
    assert [row["type"] for row in claims(store, limit=2, cursor=first.next).rows] == ["figure"]


def test_a_cursor_belongs_to_its_filters(filled: Store) -> None:
    cursor = claims(filled, limit=1).next
    for elsewhere in (lambda: claims(filled, type="target", cursor=cursor), lambda: documents(filled, cursor=cursor)):
        with pytest.raises(ParameterInvalid, match="'cursor' belongs to a list with other filters"):
            elsewhere()


JSON = st.recursive(st.none() | st.integers() | st.text(), lambda part: st.lists(part, max_size=4), max_leaves=6)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cursor=st.text(max_size=30) | JSON.map(lambda value: urlsafe_b64encode(json.dumps(value).encode()).decode()))
@example(cursor=urlsafe_b64encode(b"[" * 100_000).decode())
def test_a_cursor_that_no_page_gave_is_refused(filled: Store, cursor: str) -> None:
    with pytest.raises(ParameterInvalid, match="'cursor'"):
        documents(filled, cursor=cursor)


def test_one_claim_comes_with_its_surroundings_and_sentences(filled: Store) -> None:
    said = pairing().claims[3]
    found = claim(filled, said.id)
    text = pairing().document.text
    assert text == found["prefix"] + found["quote"] + found["suffix"]
    assert [passage["text"] for passage in found["passages"]] == [
        text[passage["start"] : passage["end"]] for passage in found["passages"]
    ]
    assert len(found["passages"]) == 2


def test_the_surroundings_of_a_claim_are_cut_to_size(store: Store, now) -> None:
    story = Story(("é" * 300 + ".", "Acme grew 📈.", "ß" * 300 + "."))
    said = story.says(None, "Acme grew 📈.")
    ingest(store, story.extraction, now=now)
    found = claim(store, said.id)
    assert (len(found["prefix"]), len(found["suffix"])) == (CONTEXT, CONTEXT)
    assert story.document.text[found["start"] - CONTEXT :].startswith(found["prefix"] + "Acme grew 📈.")


def test_an_unknown_claim_or_document_is_not_found(filled: Store) -> None:
    with pytest.raises(ClaimNotFound, match="nothing"):
        claim(filled, "nothing")
    with pytest.raises(DocumentNotFound, match="nothing"):
        document(filled, "nothing")


def test_pairs_tell_who_sets_them_and_in_which_words(filled: Store) -> None:
    page = pairs(filled)
    assert page.total == 1
    [row] = page.rows
    assert (row["a"], row["b"], row["by"], row["title"]) == ("Xiaomi", "Apple", "UBS", "Rivals and targets")
    assert row["quote"] == "UBS sets Xiaomi against Apple in a table of rivals."


def test_pairs_can_be_narrowed_to_a_source_and_to_either_company(filled: Store) -> None:
    assert pairs(filled, by="UBSG").total == 1
    assert pairs(filled, by="goldman-sachs").rows == []
    assert pairs(filled, company="AAPL").rows == pairs(filled, company="1810").rows == pairs(filled).rows
    assert pairs(filled, company="alibaba").rows == []


def test_pages_of_pairs_give_each_once(store: Store, now) -> None:
    for day in (3, 1, 2):
        story = Story((f"Note of day {day} sets Acme against Bolt and Core.",), published_at=date(2025, 1, day))
        acme, bolt, core = (story.names(name, Kind.COMPANY) for name in ("Acme", "Bolt", "Core"))
        for other in (bolt, core):
            story.relates(RelationType.BENCHMARKED_AGAINST, acme, other, story.sentences[0])
        ingest(store, story.extraction, now=now)
    seen, cursor = [], None
    for _ in range(2):
        page = pairs(store, company="acme", limit=4, cursor=cursor)
        seen += [(row["published_at"], row["b_id"], row["by"]) for row in page.rows]
        cursor = page.next
    assert seen == [(f"2025-01-0{day}", other, None) for day in (3, 2, 1) for other in ("core", "bolt")]


def test_documents_are_listed_newest_first_without_their_texts(filled: Store) -> None:
    page = documents(filled)
    assert [row["title"] for row in page.rows] == ["Rivals and targets", "A quarter", "Doubts"]
    assert "text" not in page.rows[0]
    assert [row["id"] for row in documents(filled, limit=2, cursor=documents(filled, limit=1).next).rows] == [
        quarter().document.id, doubt().document.id
    ]  # fmt: skip


def test_a_document_comes_with_its_text_and_counts(filled: Store) -> None:
    found = document(filled, quarter().document.id)
    assert found["text"] == quarter().document.text
    assert [found[part] for part in ("passages", "entities", "mentions", "claims", "figures")] == [2, 2, 2, 1, 2]


def test_stats_count_every_kind_zeros_included(filled: Store) -> None:
    held = stats(filled)
    assert held["nodes"]["Document"] == 3
    assert held["relationships"]["OWNS"] == 0
    assert held["relationships"]["HAS_ROLE_AT"] == 2
    assert held["schema_version"] == SCHEMA_VERSION


def test_a_question_takes_any_name_of_an_entity(filled: Store) -> None:
    [row] = ask(filled, "pairs.list", {"by": "UBS Group", "limit": "5"})
    assert row["a"] == "Xiaomi"
    assert {row["type"] for row in ask(filled, "claims.by_speaker", {"speaker": "goldman"})} == {"target", "forecast"}
    assert [row["speaker"] for row in ask(filled, "claims.about", {"entity": "AAPL"})] == ["Daniel Blake"]
    assert [row["low"] for row in ask(filled, "figures.about", {"entity": "9988", "metric": "sales"})] == [8.0]
    assert [row["person"] for row in ask(filled, "people.roles", {})] == ["Daniel Blake", "Kinger Lau"]
    assert ask(filled, "entities.most_mentioned", {"limit": "1"})[0]["id"] == "apple"


def test_only_questions_for_users_can_be_asked(filled: Store) -> None:
    with pytest.raises(QueryNotFound, match=r"pairs\.list"):
        ask(filled, "remove.document", {"document_id": "x"})
    with pytest.raises(ParameterInvalid, match="'limit'"):
        ask(filled, "pairs.list", {"limit": "many"})


def test_a_claim_tells_its_page_where_its_document_has_several(store: Store, now) -> None:
    story = Story(("Tin rose on Monday.", "\n\f\nUBS expects lead to fall."))
    said = story.says(story.names("UBS", Kind.INSTITUTION), "UBS expects lead to fall.")
    ingest(store, story.extraction, now=now)
    assert claim(store, said.id)["page"] == 2


def test_a_claim_of_a_document_without_pages_tells_none(filled: Store) -> None:
    assert claim(filled, claims(filled).rows[0]["claim_id"])["page"] is None
