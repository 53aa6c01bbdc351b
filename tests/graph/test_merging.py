"""What makes two claims the same claim."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import quarter

from graph import Store, ingest
from graph.explore import claims
from graph.merging import distinct
from graph.model import Claim, ClaimType, Modality, Stance

CLAIM = replace(quarter().claims[0], about=("alibaba", "apple"))
FIGURES = CLAIM.figures
SUBJECTS = ("alibaba", "apple", "xiaomi")

readings = st.builds(
    replace,
    st.just(CLAIM),
    type=st.sampled_from(ClaimType),
    stance=st.sampled_from(Stance),
    modality=st.sampled_from(Modality),
    org=st.sampled_from(["ubs", None]),
    figures=st.lists(st.sampled_from(FIGURES), max_size=2).map(tuple),
)


@given(reading=readings, subjects=st.permutations(SUBJECTS))
def test_an_id_follows_from_words_speaker_and_subjects_only(reading: Claim, subjects: list[str]) -> None:
    assert replace(reading, about=tuple(subjects)).id == replace(CLAIM, about=SUBJECTS).id


@pytest.mark.parametrize(
    "other",
    [
        replace(CLAIM, about=CLAIM.about[:1]),
        replace(CLAIM, speaker=None),
        replace(CLAIM, evidence=replace(CLAIM.evidence, end=CLAIM.evidence.end - 1)),
        replace(CLAIM, evidence=replace(CLAIM.evidence, document_id="another")),
    ],
    ids=["subjects", "speaker", "words", "document"],
)
def test_what_is_said_elsewhere_by_others_or_of_others_is_another_claim(other: Claim) -> None:
    assert other.id != CLAIM.id
    assert distinct([CLAIM, other]) == (CLAIM, other)


@given(found=st.lists(readings, min_size=1))
def test_claims_of_one_id_become_the_first_with_all_figures(found: list[Claim]) -> None:
    [merged] = distinct(found)
    assert replace(merged, figures=()) == replace(found[0], figures=())
    assert set(merged.figures) == {figure for claim in found for figure in claim.figures}


def test_two_readings_of_the_same_words_are_stored_as_one_claim(store: Store, now) -> None:
    whole = quarter()
    first = replace(whole.claims[0], figures=FIGURES[:1])
    second = replace(first, type=ClaimType.FORECAST, figures=FIGURES[1:])
    ingest(store, replace(whole, claims=(first, second)), now=now)
    [stored] = claims(store).rows
    assert (stored["type"], [figure["text"] for figure in stored["figures"]]) == ("figure", ["8%", "12%"])
