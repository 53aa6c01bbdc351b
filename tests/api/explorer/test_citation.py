"""A claim as it is cited."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from api.explorer.citation import citations, quoted

ADDRESS = "http://localhost:8000/claim/c0ffee"
CLAIM = {
    "claim_id": "c0ffee",
    "speaker_id": "kinger-lau",
    "speaker": "Kinger Lau",
    "org_id": "goldman-sachs",
    "org": "Goldman Sachs",
    "quote": "lifts his target for the CSI 300 to 4,700 points",
    "title": "Rivals & targets",
    "publisher": "The Daily Note",
    "url": None,
    "published_at": "2025-02-07",
}
ANY_WORDS = st.text(max_size=60)


def test_a_citation_tells_who_for_whom_in_which_words_where_when_and_how_to_check_it() -> None:
    assert citations(CLAIM, ADDRESS)["Text"] == (
        "Kinger Lau, Goldman Sachs: “lifts his target for the CSI 300 to 4,700 points”. "
        f"In: Rivals & targets, The Daily Note, 7 February 2025. {ADDRESS}"
    )


def test_in_markdown_the_words_are_a_quotation_and_the_title_leads_to_the_original() -> None:
    claim = {**CLAIM, "url": "https://news.example/42", "quote": "5 * 3 is\n[fifteen]"}
    assert citations(claim, ADDRESS)["Markdown"] == (
        "> 5 \\* 3 is\n> \\[fifteen\\]\n>\n> — Kinger Lau, Goldman Sachs. "
        f"[Rivals & targets](https://news.example/42), The Daily Note, 7 February 2025. [The exact words]({ADDRESS})"
    )


def test_for_bibtex_what_tex_would_obey_is_escaped() -> None:
    entry = citations({**CLAIM, "org": "A_B"}, ADDRESS)["BibTeX"]
    assert entry.startswith("@misc{claim-c0ffee,\n  author = {Kinger Lau, A\\_B},\n  title = {Rivals \\& targets},\n")
    assert "  year = {2025},\n  month = {02},\n  day = {07},\n" in entry
    assert f"  url = {{{ADDRESS}}},\n}}" in entry


def test_what_nobody_says_without_a_date_in_a_document_without_a_title_is_cited_by_its_words() -> None:
    bare = {**CLAIM, "speaker_id": None, "speaker": None, "org_id": None, "org": None, "quote": "It rose."}
    bare |= {"title": "", "publisher": None, "published_at": None}
    assert citations(bare, ADDRESS)["Text"] == f"“It rose.” In: Untitled. {ADDRESS}"
    assert "year" not in citations(bare, ADDRESS)["BibTeX"]


def test_words_that_begin_with_a_quotation_mark_get_no_second_one() -> None:
    assert quoted('"It rose," he said') == '"It rose," he said'


@given(ANY_WORDS, ANY_WORDS)
def test_in_bibtex_no_words_of_anybody_open_or_close_a_field(quote: str, title: str) -> None:
    entry = citations({**CLAIM, "quote": quote, "title": title}, ADDRESS)["BibTeX"]
    bare = re.sub(r"\\.", "", entry.replace(r"\textbackslash{}", ""))
    depth = 0
    for char in bare:
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert 0 <= depth <= 3
    assert depth == 0


@given(ANY_WORDS)
def test_in_markdown_each_line_of_the_words_is_part_of_the_quotation(quote: str) -> None:
    lines = citations({**CLAIM, "quote": quote}, ADDRESS)["Markdown"].split("\n")
    assert all(line.startswith(">") for line in lines)
