"""A sentence as a row of units: one for each name or pronoun that refers, one for each other word or mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc, Span

from loaders.extract.annotations import MENTIONS, REFERENCES

ORGANISATIONS = frozenset({"Company", "Institution"})
SPEAKERS = ORGANISATIONS | {"Person"}


class Unit(NamedTuple):
    """A word, a mark, or a whole name; `start` and `end` are positions of tokens."""

    lower: str
    text: str
    start: int
    end: int
    entity: str | None = None
    kind: str = ""
    refers: bool = False  # a pronoun or description
    quoted: bool = False

    @property
    def speaks(self) -> bool:
        """True for what can say something: a person, company or institution."""
        return self.kind in SPEAKERS


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence as units; `start` and `end` are positions of tokens."""

    doc: Doc
    start: int
    end: int
    units: tuple[Unit, ...]

    @property
    def quoted_share(self) -> float:
        """The share of its words that stands in quotation marks."""
        words = [unit for unit in self.units if unit.text[:1].isalnum()]
        return sum(unit.quoted for unit in words) / len(words) if words else 0.0

    def span(self, first: int, last: int) -> Span:
        """The words from unit `first` to before unit `last`, white space and stray marks left off."""
        return trimmed(self.doc, self.units[first].start, self.units[last - 1].end)


def lines_of(doc: Doc, quoted: bytearray) -> Iterator[Line]:
    """Each sentence of the document; `quoted` tells for each token whether it stands in quotation marks."""
    names = _names_by_start(doc)
    texts = [token.text for token in doc]
    for sentence in doc.sents:
        units = tuple(_units(texts, names, quoted, sentence.start, sentence.end))
        if any(unit.text[:1].isalnum() for unit in units):
            yield Line(doc, sentence.start, sentence.end, units)


def _names_by_start(doc: Doc) -> dict[int, tuple[int, str, str, bool]]:
    found: dict[int, tuple[int, str, str, bool]] = {}
    for group, refers in ((REFERENCES, True), (MENTIONS, False)):
        for span in doc.spans.get(group, ()):
            found[span.start] = (span.end, span.id_, span.label_, refers)
    return found


def _units(
    texts: list[str], names: dict[int, tuple[int, str, str, bool]], quoted: bytearray, at: int, stop: int
) -> Iterator[Unit]:
    while at < stop:
        named = names.get(at)
        if named is not None:
            end, entity, kind, refers = named
            text = " ".join(texts[at:end])
            yield Unit(text.lower(), text, at, end, entity, kind, refers, bool(quoted[at]))
            at = max(end, at + 1)
            continue
        text = texts[at]
        if not text.isspace():
            yield Unit(text.lower().replace("’", "'"), text, at, at + 1, quoted=bool(quoted[at]))
        at += 1


def trimmed(doc: Doc, start: int, end: int) -> Span:
    """The span without white space and separators at its ends."""
    while start < end and doc[start].text.strip(",;: \n\f\t\r\xa0") == "":
        start += 1
    while start < end and doc[end - 1].text.strip(",;: \n\f\t\r\xa0") == "":
        end -= 1
    return doc[start:end]
