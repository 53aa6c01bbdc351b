"""A text with what was read out of it marked in it: who is named, what is claimed, which numbers that has.

Made as HTML and not as elements of the page: a text of a megabyte has tens of thousands of marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from api.explorer.addresses import entity_address
from api.explorer.spans import Segment, Span, allotted, segments
from api.pages.html import Html, element, joined
from graph.explore import ANY_TIME, Moment
from graph.explore.paragraphs import paragraphs_in
from graph.store import Row

FIRST_BLOCK = 60_000  # characters of HTML


class Named(NamedTuple):
    """Somebody or something is named here; `part` is what it plays in the claim at hand, if there is one."""

    entity_id: str
    name: str
    kind: str
    part: str = ""


class Said(NamedTuple):
    """These words are a claim's."""

    claim_id: str
    stance: str
    is_relation: bool = False  # it only states that two entities are related


class Counted(NamedTuple):
    """These words are a figure's."""

    figure_id: str


Mark = Named | Said | Counted


def marks_of(mentions: Iterable[Row], claims: Iterable[Row]) -> Iterator[Span[Mark]]:
    """All that is to be marked in a document, by its place in the text."""
    for mention in mentions:
        yield Span(mention["start"], mention["end"], Named(mention["entity_id"], mention["name"], mention["kind"]))
    for claim in claims:
        yield Span(claim["start"], claim["end"], Said(claim["claim_id"], claim["stance"], claim["type"] == "relation"))
        yield from numbers_of(claim)


def numbers_of(claim: Row) -> Iterator[Span[Mark]]:
    """The figures of a claim, by their places."""
    return (Span(figure["start"], figure["end"], Counted(figure["id"])) for figure in claim["figures"])


def blocks(text: str, marks: Iterable[Span[Mark]], moment: Moment = ANY_TIME) -> Iterator[Html]:
    """The whole text with its marks, a `p` for each paragraph; without its tags it is the text, sign by sign.

    It comes in blocks, each longer than the one before, so that a page can show the first without waiting for all.
    """
    block, length, longest = list[str](), 0, FIRST_BLOCK
    for piece in _paragraphs(text, marks, moment):
        block.append(piece)
        length += len(piece)
        if length > longest:
            yield Html("".join(block))
            block, length, longest = [], 0, longest * 3
    yield Html("".join(block))


def words(text: str, start: int, marks: Iterable[Span[Mark]], moment: Moment = ANY_TIME) -> Html:
    """A stretch of a document that begins at the place `start`, with its marks."""
    runs = groupby(segments(start, start + len(text), marks), key=_claims)
    return joined([_run(claims, [_piece(text, start, one, moment) for one in some]) for claims, some in runs])


def _paragraphs(text: str, marks: Iterable[Span[Mark]], moment: Moment) -> Iterator[str]:
    reached = 0
    for start, end, touching in allotted(paragraphs_in(text), marks):
        yield text[reached:start]  # nothing but white space, which is not shown between paragraphs
        yield element("p", words(text[start:end], start, touching, moment))
        reached = end
    yield text[reached:]


def _claims(segment: Segment[Mark]) -> tuple[Said, ...]:
    return tuple(span.mark for span in segment.spans if isinstance(span.mark, Said))


def _run(claims: tuple[Said, ...], pieces: list[Html]) -> Html:
    """Pieces that belong to the same claims, in the colour of the shortest that does more than state a relation."""
    if not claims:
        return joined(pieces)
    telling = [one for one in claims if not one.is_relation]
    stance = telling[0].stance if telling else claims[0].stance
    kinds = ["said", stance, "" if telling else "relation", "several" * (len(telling) > 1)]
    ids = " ".join(dict.fromkeys(one.claim_id for one in claims))
    return element("span", *pieces, class_=" ".join(filter(None, kinds)), data_claims=ids)


def _piece(text: str, start: int, segment: Segment[Mark], moment: Moment) -> Html:
    content = joined([text[segment.start - start : segment.end - start]])
    for counted in (span.mark for span in segment.spans if isinstance(span.mark, Counted)):
        content = element("b", content, class_="number", data_figure=counted.figure_id)
    named = [span.mark for span in segment.spans if isinstance(span.mark, Named)]
    return _link(named[0], content, moment) if named else content


def _link(named: Named, content: Html, moment: Moment) -> Html:
    return element(
        "a",
        content,
        class_=f"named {named.kind.lower()} {named.part}".strip(),
        href=entity_address(named.entity_id, moment),
        title=f"{named.name} · {named.kind.lower()}",
        data_entity=named.entity_id,
    )
