"""The document's own publisher is no part of its story where it is only named as the one that asked and wrote.

"CNN has reached out to Alibaba", "did not respond to CBC's request", a name alone on its line: such a publisher is left
out. One that the text cites ("told Reuters", "a Bloomberg survey") stays, as does one that is named for anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from graph.naming import key
from loaders.extract.annotations import MENTIONS

NAME = "streetgraph_own_publisher"
_PARTS = re.compile(r"\(via |\)| and others|,|/")  # Reuters (via Zawya)
_ASKING = frozenset(
    {"comment", "comments", "respond", "responded", "reply", "replied", "request", "requests", "inquiry", "inquiries"}
    | {"reached", "contacted", "contributed"}
)
_TOLD = frozenset({"told", "tell", "tells", "telling"})


@Language.component(NAME, requires=["doc.spans", "doc._.entities"], assigns=["doc.spans", "doc._.entities"])
def streetgraph_own_publisher(doc: Doc) -> Doc:
    """Take out the publisher where it only asks, or stands alone on its line."""
    mentions = list(doc.spans[MENTIONS])
    left_out = set(_published_by(doc, mentions))
    left_out -= {span.id_ for span in mentions if span.id_ in left_out and not (_only_asks(span) or _is_alone(span))}
    if left_out:
        kept = [span for span in mentions if span.id_ not in left_out]
        doc.spans[MENTIONS] = SpanGroup(doc, name=MENTIONS, spans=kept)
        doc._.entities = {name: entity for name, entity in doc._.entities.items() if name not in left_out}
    return doc


def _published_by(doc: Doc, mentions: list[Span]) -> Iterator[str]:
    """The entities that some part of the publisher's name names."""
    parts = [key(part) for part in _PARTS.split(doc._.publisher or "") if key(part)]
    for span in mentions:
        name = key(span.text)
        if any(part == name or part.startswith(f"{name} ") or name.startswith(f"{part} ") for part in parts):
            yield span.id_


def _only_asks(span: Span) -> bool:
    """True in a sentence on who was asked, unless the publisher was told something there."""
    words = {token.lower_ for token in span.sent}
    return not words.isdisjoint(_ASKING) and words.isdisjoint(_TOLD)


def _is_alone(span: Span) -> bool:
    return all(token.i in range(span.start, span.end) for token in span.sent if token.is_alpha)
