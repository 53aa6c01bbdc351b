"""What follows from the types themselves."""

from __future__ import annotations

from graph.model import Document, Evidence, Extraction, Pair, Relation, RelationType


def test_the_pairs_of_an_extraction_are_its_benchmarks_and_nothing_else() -> None:
    document = Document("UBS sets Tencent against Meta. Ma runs Tencent.")
    words = Evidence(document.id, 0, 29, document.text[:29])
    benchmark = Relation(RelationType.BENCHMARKED_AGAINST, "tencent", "meta", words, "c1", by="ubs")
    role = Relation(RelationType.HAS_ROLE_AT, "ma", "tencent", words, "c2", role="runs")
    extraction = Extraction(document, relations=(benchmark, role))
    assert extraction.pairs == (Pair("tencent", "meta", "ubs", words, "c1"),)


def test_a_document_is_known_by_its_text_alone() -> None:
    assert Document("Tin rose.", title="A").id == Document("Tin rose.", title="B").id != Document("Tin fell.").id
