"""Spans that overlap in any way, cut into segments that do not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from api.explorer.spans import Span, allotted, segments

PLACES = st.integers(-5, 60)
SPANS = st.lists(st.tuples(PLACES, PLACES, st.integers(0, 9)).map(lambda one: Span(*one)), max_size=12)
START, END = 3, 50


@given(SPANS)
def test_segments_follow_each_other_from_beginning_to_end(spans: list[Span[int]]) -> None:
    places = [(one.start, one.end) for one in segments(START, END, spans)]
    assert [start for start, _ in places] == [START, *(end for _, end in places[:-1])]
    assert places[-1][1] == END
    assert all(start < end for start, end in places)


@given(SPANS)
def test_each_place_has_the_spans_that_cover_it_the_shortest_first(spans: list[Span[int]]) -> None:
    for segment in segments(START, END, spans):
        for place in range(segment.start, segment.end):
            assert sorted(segment.spans) == sorted(one for one in spans if one.start <= place < one.end)
        assert [one.length for one in segment.spans] == sorted(one.length for one in segment.spans)


@given(SPANS)
def test_a_text_is_cut_nowhere_but_where_a_span_begins_or_ends(spans: list[Span[int]]) -> None:
    ends = {place for one in spans for place in (one.start, one.end)}
    assert all(one.start in ends for one in list(segments(START, END, spans))[1:])


@given(SPANS, st.lists(PLACES, unique=True, max_size=8))
def test_each_stretch_is_allotted_the_spans_that_touch_it(spans: list[Span[int]], places: list[int]) -> None:
    ordered = sorted(places)
    stretches = list(zip(ordered[::2], ordered[1::2], strict=False))
    found = list(allotted(stretches, spans))
    assert [(start, end) for start, end, _ in found] == stretches
    proper = [one for one in spans if one.start < one.end]
    for start, end, touching in found:
        assert sorted(one for one in touching if one in proper) == sorted(
            one for one in proper if one.start < end and one.end > start
        )


def test_a_text_without_spans_is_one_segment() -> None:
    assert [(one.start, one.end, one.spans) for one in segments(0, 9, [])] == [(0, 9, ())]
