"""Words of texts and names of entities, found alike on both engines."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from stories import Story, doubt, pairing, quarter

from graph import Store, ingest, remove
from graph.errors import ParameterInvalid
from graph.explore import Moment, resolve_all, search, suggest
from graph.model import Kind

NOW = datetime(2025, 3, 1, tzinfo=UTC)
SENTENCES = (
    "UBS doubts that the S&P 500 gains 4,700 points in the U.S. market.",
    "Société Générale targets China's price target for Zürich Ré.",
    "腾讯控股 rises in Hong Kong, and Tencent's shares don't fall.",
    "The target price of Øresund Bank is cut.",
)


@pytest.fixture
def worded(store: Store) -> Store:
    story = Story(SENTENCES, title="Words")
    ubs = story.names("UBS", Kind.INSTITUTION)
    for sentence in SENTENCES:
        story.says(ubs, sentence, ubs)
    ingest(store, story.extraction, now=NOW)
    return store


def sentences(store: Store, words: str, kind: str = "claim") -> list[int]:
    rows = search(store, words, kind=kind).rows
    texts = [row["claim"]["quote"] if kind == "claim" else row["passage"]["text"] for row in rows]
    return sorted(map(SENTENCES.index, texts))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("doubts", [0]),
        ("DOUBTS gains", [0]),
        ("gain", [0]),
        ("doubts societe", []),
        ("s&p 500", [0]),
        ('"500 gains"', [0]),
        ('"gains 500"', []),
        ("4,700", [0]),
        ("4700", []),
        ("u.s.", [0]),
        ("the market", [0]),
        ("societe generale", [1]),
        ("Société", [1]),
        ("zurich", [1]),
        ('"price target"', [1]),
        ("price target", [1, 3]),
        ("china", [1]),
        ("腾讯", [2]),
        ("讯", [2]),
        ("控讯", []),
        ("don't", [2]),
        ("don’t", [2]),
        ("tencent shares", [2]),
        ("oresund", [3]),
        ("ores", [3]),
        ("ore", []),
        ("AND OR NOT", []),
        ('NEAR( price* ) -"x ^ {}[]:~?\\/', []),
    ],
)
def test_words_find_the_same_sentences_on_every_engine(worded: Store, words: str, found: list[int]) -> None:
    if words == "AND OR NOT":
        with pytest.raises(ParameterInvalid):
            search(worded, words, kind="claim")
        return
    assert sentences(worded, words) == found
    assert sentences(worded, words, "passage") == found


def test_highlights_are_the_words_where_they_stand(worded: Store) -> None:
    [row] = search(worded, 'zurich "price target"', kind="claim").rows
    quote = row["claim"]["quote"]
    assert [mark["text"] for mark in row["highlights"]] == ["price target", "Zürich"]
    assert all(quote[mark["start"] : mark["end"]] == mark["text"] for mark in row["highlights"])


def test_what_has_a_word_more_often_or_is_shorter_comes_first(store: Store) -> None:
    texts = ("Profit and profit again.", "Profit in a sentence that goes on and on for long.", "Nothing of the kind.")
    story = Story(texts)
    ubs = story.names("Nothing", Kind.INSTITUTION)
    for text in texts:
        story.says(ubs, text, ubs)
    ingest(store, story.extraction, now=NOW)
    rows = search(store, "profit", kind="claim").rows
    assert [row["claim"]["quote"] for row in rows] == list(texts[:2])
    assert rows[0]["score"] > rows[1]["score"]


def test_entities_come_first_and_exact_names_before_parts(filled: Store) -> None:
    rows = search(filled, "Apple").rows
    assert [row["kind"] for row in rows] == sorted(
        (row["kind"] for row in rows), key=["entity", "claim", "passage"].index
    )
    assert rows[0]["entity"]["id"] == "apple"
    assert rows[0]["highlights"] == [{"field": "name", "start": 0, "end": 5, "text": "Apple"}]
    assert [row["claim"]["type"] for row in rows if row["claim"]] == ["warning"]
    for words in ("sachs", "go", "GS", "Goldmann Sachs"):
        assert search(filled, words, kind="entity").rows[0]["entity"]["id"] == "goldman-sachs", words
    assert search(filled, "zzzz").rows == []


def test_pages_of_a_search_are_one_big_page_in_pieces(filled: Store) -> None:
    whole = search(filled, "apple", limit=100)
    assert whole.total == len(whole.rows) > 3
    seen, cursor = [], None
    while True:
        page = search(filled, "apple", limit=2, cursor=cursor)
        seen += page.rows
        if (cursor := page.next) is None:
            break
    assert seen == whole.rows


def test_texts_are_found_as_of_a_day_and_as_known_at_a_time(filled: Store) -> None:
    def days(moment: Moment, kind: str) -> set:
        rows = search(filled, "apple", kind=kind, moment=moment).rows
        return {row[kind]["published_at"] for row in rows}

    assert days(Moment(), "passage") == {"2025-02-27", "2025-02-20", None}
    assert days(Moment.of(as_of="2025-02-20"), "passage") == {"2025-02-20"}
    assert days(Moment.of(known_at="2025-02-28"), "passage") == set()


def test_what_is_removed_or_replaced_is_no_longer_found(filled: Store) -> None:
    assert search(filled, "sales", kind="claim").rows
    ingest(filled, quarter(version="2"), now=NOW)
    assert len(search(filled, "sales", kind="claim").rows) == 1
    remove(filled, quarter().document.id)
    assert search(filled, "sales").rows == []
    assert search(filled, "warned", kind="claim").rows


@pytest.mark.parametrize("words", ["", "  ", "!?"])
def test_a_search_needs_a_word(filled: Store, words: str) -> None:
    with pytest.raises(ParameterInvalid, match="at least one word"):
        search(filled, words)


def test_an_unknown_kind_is_refused(filled: Store) -> None:
    with pytest.raises(ParameterInvalid, match="'kind' must be one of entity, claim, passage"):
        search(filled, "apple", kind="figure")


def test_suggestions_begin_as_typed_the_popular_ones_first(filled: Store) -> None:
    assert [row["id"] for row in suggest(filled, "a")] == ["apple", "alibaba"]
    assert [row["id"] for row in suggest(filled, "sac")] == ["goldman-sachs"]
    assert [row["id"] for row in suggest(filled, "aapl")] == ["apple"]
    assert [row["id"] for row in suggest(filled, "aplle")][:1] == ["apple"]
    assert [row["id"] for row in suggest(filled, "m", kind="Institution")] == ["morgan-stanley"]
    assert suggest(filled, "📈") == []
    assert len(suggest(filled, "a", limit=1)) == 1


def test_suggestions_know_what_was_just_written(filled: Store) -> None:
    assert suggest(filled, "zeb") == []
    story = Story(("Zebra Corp is new.",), published_at=date(2025, 3, 1))
    story.names("Zebra Corp", Kind.COMPANY)
    ingest(filled, story.extraction, now=NOW)
    assert [row["id"] for row in suggest(filled, "zeb")] == ["zebra-corp"]
    remove(filled, story.document.id)
    assert suggest(filled, "zeb") == []


def test_many_names_are_resolved_in_their_order_each_with_its_reason(filled: Store) -> None:
    asked = ["AAPL", "ubs", "Goldman", "UBS Group", "Appel", "qqqqqq", ""]
    rows = resolve_all(filled, asked)
    assert [row["query"] for row in rows] == asked
    assert [row["entity"] and row["entity"]["id"] for row in rows] == [
        "apple",
        "ubs",
        "goldman-sachs",
        "ubs",
        None,
        None,
        None,
    ]
    assert [row["status"] for row in rows] == ["found"] * 4 + ["not_found"] * 3
    assert [row["why"] for row in rows[:4]] == [
        "It has this ticker.", "It has this name.", "It has this alias.", "It has this alias."
    ]  # fmt: skip
    assert rows[4]["candidates"][0]["entity"]["id"] == "apple"
    assert rows[5]["candidates"] == []


def test_a_name_of_several_gives_them_all_unless_one_kind_is_asked_for(store: Store) -> None:
    story = Story(("Delta Air and Delta Bank differ.",))
    story.names("Delta Air", Kind.COMPANY, aliases=("Delta",))
    story.names("Delta Bank", Kind.INSTITUTION, aliases=("Delta",))
    ingest(store, story.extraction, now=NOW)
    [row] = resolve_all(store, ["delta"])
    assert (row["status"], [one["entity"]["id"] for one in row["candidates"]]) == (
        "ambiguous",
        ["delta-air", "delta-bank"],
    )
    [row] = resolve_all(store, ["delta"], kind="Company")
    assert (row["status"], row["entity"]["id"]) == ("found", "delta-air")


@pytest.mark.parametrize("wrong", [[], ["x"] * 1001])
def test_batches_are_bounded(filled: Store, wrong: list[str]) -> None:
    with pytest.raises(ParameterInvalid):
        resolve_all(filled, wrong)


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [("Aple", "apple"), ("Appel", "apple"), ("UBSS", "ubs"), ("Xiami", "xiaomi"), ("SCI 300", "csi-300")],
)
def test_a_short_name_with_one_mistake_is_recognised(filled: Store, wrong: str, meant: str) -> None:
    [row] = resolve_all(filled, [wrong])
    assert row["candidates"][0]["entity"]["id"] == meant


def test_every_extraction_of_the_stories_is_searched(store: Store) -> None:
    for extraction in (pairing(), quarter(), doubt()):
        ingest(store, extraction, now=NOW)
    for extraction in (pairing(), quarter(), doubt()):
        for passage in extraction.passages:
            found = [row["id"] for row in search(store, f'"{" ".join(passage.text.split()[:4])}"', kind="passage").rows]
            assert passage.id in found
