"""The JSON form of an extraction, and that its spans are exact on any text."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Claim, ClaimType, Document, Evidence, Extraction, Figure
from loaders.contract import to_json
from loaders.pipeline import extract, extract_all

SAMPLES = sorted((Path(__file__).parents[2] / "loaders" / "samples").glob("*.txt"))
BODIES = [path.read_text(encoding="utf-8").split("\n\n", 1)[1] for path in SAMPLES]
CLAIM_TYPES = {"target", "forecast", "opinion", "warning", "figure", "action"}


def claim_of(quote: str, kind: ClaimType, figures: tuple[Figure, ...] = ()) -> Claim:
    return Claim(kind, Evidence("d", 0, len(quote), quote), speaker="ubs", about=("tesla",), figures=figures)


def written(*claims: Claim) -> dict[str, object]:
    (found,) = [to_json(Extraction(Document("UBS said so."), claims=claims))["claims"]]
    return found[0] if found else {}


def figure(low: float, high: float) -> Figure:
    return Figure("price_target", low, high, "USD", Evidence("d", 0, 1, "x"))


def test_a_range_gives_its_low_and_its_high_end() -> None:
    entries = written(claim_of("x", ClaimType.TARGET, (figure(250, 300.5),)))["figures"]
    assert [(entry["metric"], entry["value"], entry["unit"]) for entry in entries] == [
        ("price_target", 250, "USD"),
        ("price_target", 300.5, "USD"),
    ]


def test_a_single_value_gives_one_entry() -> None:
    assert len(written(claim_of("x", ClaimType.TARGET, (figure(250, 250),)))["figures"]) == 1


def test_claims_that_only_state_a_relation_are_left_out() -> None:
    assert written(claim_of("x", ClaimType.RELATION)) == {}


def test_the_document_carries_its_origin_and_the_hash_of_its_text() -> None:
    document = Document("UBS said so.", title="A note", publisher="Us", published_at=date(2025, 2, 21))
    found = to_json(Extraction(document))["document"]
    assert (found["title"], found["publisher"], found["published_at"], found["url"]) == (
        "A note",
        "Us",
        "2025-02-21",
        None,
    )
    assert found["sha256"] == hashlib.sha256(b"UBS said so.").hexdigest()


def test_a_document_that_says_nothing_yields_nothing() -> None:
    found = extract(Document("Nothing happened."))
    assert (found.claims, found.relations) == ((), ())


def test_many_documents_come_out_in_order_and_only_as_asked_for() -> None:
    documents = (Document(text) for text in ["UBS said so to us.", "Tesla said no to them."])
    stream = extract_all(documents)
    assert next(stream).document.text == "UBS said so to us."
    assert next(documents).text == "Tesla said no to them."


@pytest.mark.parametrize("body", BODIES, ids=[path.stem for path in SAMPLES])
def test_the_same_input_gives_the_same_bytes(body: str) -> None:
    first, second = (json.dumps(to_json(extract(Document(body)))) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("body", BODIES, ids=[path.stem for path in SAMPLES])
def test_samples_yield_claims_in_the_words_of_the_contract(body: str) -> None:
    found = to_json(extract(Document(body)))
    entities = {entity["id"] for entity in found["entities"]}
    assert len(found["claims"]) >= 3
    for claim in found["claims"]:
        assert claim["type"] in CLAIM_TYPES
        assert {*claim["about"], claim["speaker"], claim["org"]} - {None} <= entities
    for relation in found["relations"]:
        assert {relation["source"], relation["target"], relation["by"]} - {None} <= entities


def holds(found: Extraction) -> None:
    """Every span is exact, trimmed and inside the text; every id leads somewhere."""
    text, entities = found.document.text, {entity.id for entity in found.entities}
    spans = [(one.start, one.end, one.text) for one in (*found.passages, *found.mentions)]
    for claim in found.claims:
        spans += [(one.start, one.end, one.quote) for one in (claim.evidence, *(f.evidence for f in claim.figures))]
        assert {*claim.about, claim.speaker, claim.org} - {None} <= entities
        assert claim.evidence.quote == claim.evidence.quote.strip() != ""
    spans += [(one.evidence.start, one.evidence.end, one.evidence.quote) for one in found.relations]
    for start, end, quote in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == quote
    claims = [claim.id for claim in found.claims]
    assert len(claims) == len(set(claims))
    assert {relation.claim_id for relation in found.relations} <= set(claims)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_spans_are_exact_on_any_text(text: str) -> None:
    holds(extract(Document(text)))


WORDS = st.sampled_from(sorted({word for body in BODIES for word in body.split()}))
MARKS = st.sampled_from(
    ["“", "”", '"', "’s", ",", ".", ";", ":", "\n", "\n\n", "—", "(", ")", "\u00a0", "\u200b", "🙂", "$", "%"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(WORDS, WORDS, WORDS, MARKS), max_size=120))
def test_spans_are_exact_on_samples_in_disorder(pieces: list[str]) -> None:
    holds(extract(Document(" ".join(pieces))))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(BODIES), st.integers(0, 3000), st.integers(1, 400), MARKS)
def test_spans_are_exact_on_damaged_samples(body: str, start: int, length: int, mark: str) -> None:
    holds(extract(Document(body[:start] + mark + body[start + length :])))
