"""Copies of one report are linked, and nothing else is, whatever came first and whatever has gone."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime
from itertools import combinations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from stories import Story, quarter
from test_ingest import everything
from wire_reports import ANOTHER, COPIES, CUT, ORIGINAL, OTHER_NUMBERS, REPORTS, SHORT, emptied

from graph import Store, ingest, remove
from graph.ingest import ingest_together, prepared
from graph.likeness import bands_of, similarity
from graph.model import Extraction
from graph.stories import FIRST

Links = dict[frozenset[str], float]


def load(store: Store, *extractions: Extraction, now: datetime) -> None:
    for extraction in extractions:
        ingest(store, extraction, now=now)


def links_in(store: Store) -> Links:
    ids = [row["id"] for row in store.read("documents.ids", limit=1000)]
    return {frozenset((row["id"], row["other"])): row["similarity"] for row in store.read("stories.linked", ids=ids)}


def links_among(extractions: list[Extraction]) -> Links:
    """The links by the definition: in each band all are held against the first few, by their ids."""
    documents = {each.document.id: each.document.text for each in extractions}
    bands: dict[str, list[str]] = {}
    for one in sorted(documents):
        for band in bands_of(documents[one]):
            bands.setdefault(band, []).append(one)
    pairs = {(a, b) for members in bands.values() for a, b in combinations(members, 2) if a in members[:FIRST]}
    alike = {(a, b): similarity(documents[a], documents[b]) for a, b in pairs}
    return {frozenset(pair): value for pair, value in alike.items() if value}


def test_copies_that_were_cut_or_edited_are_linked_and_nothing_else_is(store: Store, now: datetime) -> None:
    load(store, *REPORTS, now=now)
    copies = {each.document.id for each in COPIES}
    assert set().union(*links_in(store)) == copies
    assert links_in(store) == links_among(list(REPORTS))


@pytest.mark.parametrize("other", [OTHER_NUMBERS, ANOTHER, SHORT])
def test_other_numbers_or_other_words_or_too_few_of_them_make_no_copy(other: Extraction) -> None:
    assert not (
        set(bands_of(ORIGINAL.document.text)) & set(bands_of(other.document.text))
        and similarity(ORIGINAL.document.text, other.document.text)
    )


def test_how_alike_two_texts_are_is_a_share_of_their_words_whichever_comes_first() -> None:
    one, other = ORIGINAL.document.text, CUT.document.text
    assert similarity(one, one) == 1
    assert 0.5 < similarity(one, other) == similarity(other, one) < 1
    assert similarity("", "") == 0


def stories_of(store: Store, *extractions: Extraction) -> list[set[str]]:
    found = (store.read("documents.claims", ids=[each.document.id]) for each in extractions)
    return [{row["story"] for row in rows} for rows in found]


def test_claims_of_copies_are_of_one_story_until_the_copies_are_gone(store: Store, now: datetime) -> None:
    load(store, CUT, ORIGINAL, ANOTHER, now=now)
    first = min(CUT.document.id, ORIGINAL.document.id)
    assert stories_of(store, CUT, ORIGINAL, ANOTHER) == [{first}, {first}, {ANOTHER.document.id}]
    remove(store, first)
    left = CUT if first == ORIGINAL.document.id else ORIGINAL
    assert stories_of(store, left) == [{left.document.id}]


WORDS = [f"word{number}" for number in range(400)]


def reprint(seed: int) -> Extraction:
    """One of many reprints: sixty words that all have and a few that no two share; one in four says nothing."""
    chance = random.Random(seed)
    text = " ".join([*WORDS[:60], *chance.sample(WORDS[60:], seed % 7), f"by reprint {chr(97 + seed)}."])
    story = Story((text,), title="A reprint")
    if seed % 4:
        story.says(None, text)
    return story.extraction


REPRINTS = [reprint(seed) for seed in range(3 * FIRST)]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_in_a_crowd_of_copies_links_do_not_depend_on_what_came_and_went(
    store: Store, another_store: Callable[[], Store], now: datetime, data: st.DataObject
) -> None:
    fresh, there = another_store(), dict[str, Extraction]()
    emptied(store)
    for each in data.draw(st.lists(st.sampled_from(REPRINTS), max_size=40)):
        if there.pop(each.document.id, None) is not None:
            remove(store, each.document.id)
        else:
            load(store, each, now=now)
            there[each.document.id] = each
    assert links_in(store) == links_among(list(there.values()))
    load(fresh, *data.draw(st.permutations(sorted(there.values(), key=lambda each: each.document.id))), now=now)
    assert everything(store) == everything(fresh)
    fresh.close()


def test_a_crowd_of_copies_is_one_story(store: Store, now: datetime) -> None:
    load(store, *REPRINTS, quarter(), now=now)
    links, reached = links_in(store), {REPRINTS[0].document.id}
    for _ in REPRINTS:
        reached |= {one for link in links if link & reached for one in link}
    assert reached == {each.document.id for each in REPRINTS}


def part(number: int) -> Extraction:
    """One of a chain of reports, each of which has most of its words in common with the ones beside it alone."""
    text = " ".join([*WORDS[number * 9 : number * 9 + 50], "as reported."])
    story = Story((text,), title="A part")
    story.says(None, text)
    return story.extraction


CHAIN = [part(number) for number in range(14)]


def a_chain_that_grows_at_both_ends() -> list[Extraction]:
    """The second and third of four that follow each other, then both ends; by their ids the first two go before."""
    every = (CHAIN[at : at + 4] for at in range(len(CHAIN) - 3))
    return next(
        [second, third, first, fourth]
        for first, second, third, fourth in every
        if first.document.id < second.document.id < min(third.document.id, fourth.document.id)
    )


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(coming=st.lists(st.sampled_from(CHAIN), unique_by=lambda each: each.document.id), at=st.integers(0, len(CHAIN)))
@example(coming=a_chain_that_grows_at_both_ends(), at=2)
def test_the_story_is_that_of_the_first_among_all_linked_whatever_comes_together(
    store: Store, now: datetime, coming: list[Extraction], at: int
) -> None:
    emptied(store)
    for together in (coming[:at], coming[at:]):
        ingest_together(store, [prepared(each, now=now) for each in together])
    links = links_in(store)
    assert links == links_among(coming)
    assert stories_of(store, *coming) == [{first_linked(each.document.id, links)} for each in coming]


def first_linked(document_id: str, links: Links) -> str:
    """The smallest id among all that the document is linked to, over however many others."""
    reached, before = {document_id}, set[str]()
    while reached != before:
        before = reached
        reached = reached.union(*(link for link in links if link & reached))
    return min(reached)
