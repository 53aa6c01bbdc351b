"""A text with all that was read out of it, marked where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise
from typing import NamedTuple

from api.notebook.colours import NONE, fills
from api.schemas import Annotations, DocumentOut
from api.schemas.claims import ClaimOut

_STANCES = {"positive": "#12704a", "negative": "#b02a2a", "neutral": "#5a6372"}
_CLAIM = "border-bottom: 2px solid {colour}"
_NAME = "background: {colour}2e; border-radius: 3px"
_FIGURE = "font-weight: 700"


class Span(NamedTuple):
    """A part of the text, with how it is set and what is told when it is pointed at."""

    start: int
    end: int
    style: str
    says: str


class Marked:
    """What `marked` returns; a notebook shows it as a page."""

    def __init__(self, document: DocumentOut, spans: Iterable[Span]) -> None:
        self.document, self.spans = document, tuple(spans)

    def __repr__(self) -> str:
        return f"<{self.document.title!r} with {len(self.spans)} marks>"

    def _repr_html_(self) -> str:
        lines = "<br>".join("".join(_pieces(self.document.text, self.spans)).split("\n"))
        return f'<div style="max-width: 46em; line-height: 1.7">{lines}</div>'


def marked(document: DocumentOut, annotations: Annotations) -> Marked:
    """The document with its claims underlined in the colour of their stance, its names shaded in that of their kind,
    and its figures in bold. What is pointed at tells who says it, or which entity it is.
    """
    return Marked(document, [*map(_claim, annotations.claims), *_names(annotations), *_figures(annotations.claims)])


def _claim(claim: ClaimOut) -> Span:
    about = ", ".join(subject.name for subject in claim.about) or "nothing in particular"
    says = f"{claim.speaker or 'The document'} on {about}: {claim.type}, {claim.stance}, {claim.modality}"
    return Span(claim.start, claim.end, _CLAIM.format(colour=_STANCES[claim.stance]), says)


def _names(annotations: Annotations) -> Iterator[Span]:
    for mention in annotations.mentions:
        style = _NAME.format(colour=fills().get(mention.kind, NONE))
        yield Span(mention.start, mention.end, style, f"{mention.name} ({mention.kind})")


def _figures(claims: Iterable[ClaimOut]) -> Iterator[Span]:
    """The numbers whose place is sure: a claim tells their words, which may stand in it twice."""
    for claim in claims:
        for figure in claim.figures:
            if figure.text and claim.quote.count(figure.text) == 1:
                start = claim.start + claim.quote.index(figure.text)
                values = " to ".join(dict.fromkeys(f"{value:,g}" for value in (figure.low, figure.high)))
                says = " ".join(filter(None, (figure.about, figure.metric, values, figure.unit)))
                yield Span(start, start + len(figure.text), _FIGURE, says)


def _pieces(text: str, spans: Iterable[Span]) -> Iterator[str]:
    """The text cut wherever a span begins or ends, since spans may overlap."""
    known = tuple(spans)
    cuts = sorted({0, len(text), *(place for span in known for place in (span.start, span.end))})
    for start, end in pairwise(cuts):
        over = [span for span in known if span.start <= start and end <= span.end]
        piece = escape(text[start:end], quote=False)
        yield _set(piece, over) if over else piece


def _set(piece: str, spans: Iterable[Span]) -> str:
    """A piece of text as all spans over it would have it; the shortest of them comes first in what is told."""
    by_length = sorted(spans, key=lambda span: span.end - span.start)
    style = "; ".join(dict.fromkeys(span.style for span in reversed(by_length)))
    says = "\n".join(dict.fromkeys(span.says for span in by_length))
    return f'<span style="{style}" title="{escape(says)}">{piece}</span>'
