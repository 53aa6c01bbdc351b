"""A text with marks in it stays the text that it is."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from api.explorer.marked_text import FIRST_BLOCK, Counted, Mark, Named, Said, blocks, marks_of, words
from api.explorer.spans import Span
from graph.explore import Moment

TEXTS = st.text(st.sampled_from("ab é中😀&<>\"'=/`\n \t"), max_size=80)
MARKS = st.one_of(
    st.builds(Named, st.sampled_from(["a", 'b"><i>']), st.just("<b>A & B</b>"), st.just("Company")),
    st.builds(Said, st.sampled_from(["c1", "c2", "c3"]), st.just("positive"), st.booleans()),
    st.builds(Counted, st.sampled_from(["c1:0", "c2:0"])),
)
SPANS = st.lists(st.builds(Span, st.integers(0, 80), st.integers(0, 80), MARKS), max_size=10)


class Page(HTMLParser):
    """What a browser makes of markup: the text, and under which tags each sign of it stands."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.signs: list[tuple[str, list[dict[str, str | None]]]] = []
        self.above: list[dict[str, str | None]] = []
        self.tags: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.above.append(dict(attrs))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self.above.pop()

    def handle_data(self, data: str) -> None:
        self.signs += [(sign, list(self.above)) for sign in data]

    @property
    def text(self) -> str:
        return "".join(sign for sign, _ in self.signs)

    def under(self, attribute: str, value: str) -> set[int]:
        """The places of the signs below a tag whose attribute has the value among its words."""
        return {
            place
            for place, (_, above) in enumerate(self.signs)
            if any(value in (one.get(attribute) or "").split() for one in above)
        }


@given(TEXTS, SPANS)
def test_without_its_tags_it_is_the_text_sign_by_sign(text: str, spans: list[Span[Mark]]) -> None:
    page = Page("".join(blocks(text, spans)))
    assert page.text == text
    assert page.tags <= {"p", "span", "a", "b"}


@given(TEXTS, SPANS)
def test_each_word_of_a_claim_is_marked_as_its_own_and_no_other(text: str, spans: list[Span[Mark]]) -> None:
    page = Page("".join(blocks(text, spans)))
    shown = {place for place, (_, above) in enumerate(page.signs) if above}  # but white space between paragraphs
    for claim in ("c1", "c2", "c3"):
        places = {
            place
            for span in spans
            if isinstance(span.mark, Said) and span.mark.claim_id == claim
            for place in range(span.start, span.end)
        }
        assert page.under("data-claims", claim) == places & shown


@given(TEXTS)
def test_nothing_but_white_space_stands_outside_of_paragraphs(text: str) -> None:
    page = Page("".join(blocks(text, [])))
    assert not "".join(sign for sign, above in page.signs if not above).strip()


def test_a_name_within_a_claim_leads_to_its_entity_as_of_the_same_day() -> None:
    text = "UBS likes Alibaba."
    marks = [Span(0, 18, Said("c1", "positive")), Span(10, 17, Named("alibaba", "Alibaba", "Company", "subject"))]
    assert words(text, 0, marks, Moment(as_of="2025-03-01")) == (
        '<span class="said positive" data-claims="c1">UBS likes '
        '<a class="named company subject" href="/entity/alibaba?as_of=2025-03-01" title="Alibaba · company" '
        'data-entity="alibaba">Alibaba</a>.</span>'
    )


def test_a_stretch_from_amid_a_document_keeps_the_places_of_the_document() -> None:
    assert words("4,700 points", 100, [Span(100, 105, Counted("c:0"))]) == (
        '<b class="number" data-figure="c:0">4,700</b> points'
    )


def test_words_that_only_a_relation_rests_on_are_set_apart_from_those_of_a_claim_around_it() -> None:
    relation, warning = Said("c1", "neutral", is_relation=True), Said("c2", "negative")
    marks = [Span(0, 5, relation), Span(0, 9, warning), Span(10, 14, relation)]
    assert words("Kim, CEO, says", 0, marks) == (
        '<span class="said negative" data-claims="c1 c2">Kim, </span>'
        '<span class="said negative" data-claims="c2">CEO,</span> '
        '<span class="said neutral relation" data-claims="c1">says</span>'
    )


def test_rows_of_the_graph_become_marks() -> None:
    mention = {"start": 0, "end": 3, "entity_id": "ubs", "name": "UBS", "kind": "Institution"}
    figure = {"id": "c1:0", "start": 8, "end": 10}
    claim = {"start": 0, "end": 10, "claim_id": "c1", "stance": "neutral", "type": "relation", "figures": [figure]}
    assert list(marks_of([mention], [claim])) == [
        Span(0, 3, Named("ubs", "UBS", "Institution")),
        Span(0, 10, Said("c1", "neutral", is_relation=True)),
        Span(8, 10, Counted("c1:0")),
    ]


def test_a_long_text_comes_in_blocks_of_whole_paragraphs_the_first_of_which_is_short() -> None:
    found = list(blocks("UBS likes Alibaba.\n\n" * (FIRST_BLOCK // 5), []))
    assert len(found) > 2
    assert len(found[0]) < 2 * FIRST_BLOCK < len(found[1])
    assert all(block.count("<p>") == block.count("</p>") for block in found)
