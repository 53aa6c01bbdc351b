"""An answer as of a day, or known at a time, is the answer of a store that never heard of what came later."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from voices import MONDAY, Said, note

from graph import Store, ingest
from graph.explore import Moment, Page, claims, consensus, facets, timeline, views_by, views_on
from graph.model import ClaimType, Stance

SAID = st.builds(
    Said,
    speaker=st.sampled_from(["UBS", "Nomura", "Citi", None]),
    about=st.sampled_from(["CSI 300", "Hang Seng"]),
    day=st.none() | st.integers(1, 6),
    stance=st.sampled_from(list(Stance)),
    kind=st.sampled_from([ClaimType.TARGET, ClaimType.OPINION, ClaimType.FIGURE]),
    values=st.none() | st.integers(1, 5).map(lambda low: (float(low), float(low + 1))),
    basis=st.sampled_from([None, "previous"]),
)
ANCHORS = (Said("UBS", "CSI 300", 1), Said("UBS", "Hang Seng", 1))  # so that both names are always known
QUESTIONS = {
    "claims": lambda store, moment: claims(store, moment=moment),
    "claims about": lambda store, moment: claims(store, about="CSI 300", sort="recorded_at", moment=moment),
    "facets": lambda store, moment: facets(store, "speaker,stance,type,metric", moment=moment),
    "timeline": lambda store, moment: timeline(store, "UBS", moment=moment),
    "views by": lambda store, moment: views_by(store, "UBS", moment=moment),
    "views on": lambda store, moment: views_on(store, "CSI 300", superseded=True, moment=moment),
    "consensus": lambda store, moment: consensus(store, "CSI 300", window=3, moment=moment),
}
CHECKS = settings(deadline=None, max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def engine() -> str:
    return "ladybug"  # that both engines answer alike is tested elsewhere


def loaded(store: Store, notes: list[tuple[int, Said]]) -> Store:
    for number, said in notes:
        ingest(store, note(said, number), now=MONDAY + timedelta(minutes=number))
    return store


@CHECKS
@given(said=st.lists(SAID, max_size=10), day=st.integers(1, 6))
def test_as_of_a_day_is_what_was_published_by_then(another_store, said: list[Said], day: int) -> None:
    notes = list(enumerate([*ANCHORS, *said]))
    everything = loaded(another_store(), notes)
    then = loaded(another_store(), [(number, one) for number, one in notes if one.day and one.day <= day])
    moment = Moment.of(as_of=date(2025, 1, day))
    for name, ask in QUESTIONS.items():
        then_of = moment if name == "consensus" else Moment()  # whose window ends on the day that is asked for
        assert rows_of(ask(everything, moment)) == rows_of(ask(then, then_of)), name


@CHECKS
@given(said=st.lists(SAID, max_size=10), known=st.integers(1, 11))
def test_known_at_a_time_is_what_was_loaded_by_then(another_store, said: list[Said], known: int) -> None:
    notes = list(enumerate([*ANCHORS, *said]))
    everything, then = loaded(another_store(), notes), loaded(another_store(), notes[: known + 1])
    moment = Moment.of(known_at=MONDAY + timedelta(minutes=known))
    for name, ask in QUESTIONS.items():
        assert rows_of(ask(everything, moment)) == rows_of(ask(then, Moment())), name


def rows_of(answer: object) -> object:
    """The answer without the cursor, which tells of the moment."""
    return (answer.rows, answer.total) if isinstance(answer, Page) else answer
