"""Numbers that measure something, with unit, sign, metric and the entity that they are about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from loaders.extract.annotations import MENTIONS, REFERENCES, Quantity
from loaders.extract.quantities import currencies, masking
from loaders.extract.quantities.amount import Amount
from loaders.extract.quantities.amounts import amounts
from loaders.extract.quantities.levels import settled
from loaders.extract.quantities.masking import Name
from loaders.extract.quantities.periods import basis_of, period_of
from loaders.extract.quantities.ranking import best
from loaders.extract.quantities.readings import Choice, Reading, readings
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.standing import Standing
from loaders.extract.quantities.topics import Topics

NAME = "streetgraph_figures"
Placed = TypeVar("Placed", Name, Amount)


@Language.component(NAME, requires=["doc.sents", "doc.spans"], assigns=["doc._.quantities"])
def streetgraph_figures(doc: Doc) -> Doc:
    """Leave the quantities of the text on the document, in the order of their places."""
    text = doc.text
    doc._.quantities = [_quantity(doc, text, scene, reading) for scene, reading in measured(doc)]
    return doc


def measured(doc: Doc, choose: Choice = best) -> Iterator[tuple[Scene, Reading]]:
    """Each amount of the text in its sentence, with all that is read of it; `choose` says which entity it is about."""
    text = doc.text  # spaCy puts it together anew each time
    names, end = _names(doc, text), 0
    topics, standing = Topics(names), Standing(names, text)
    for scene in _scenes(doc, text, names):
        if "\n" in text[end : scene.start]:
            topics.new_paragraph()
            standing.new_paragraph()
        found = readings(scene, topics, standing, choose)
        yield from ((scene, reading) for reading in found)
        topics.move_on(scene, [reading.by_rule for reading in found])
        standing.move_on(scene, [reading.by_rule for reading in found])
        end = scene.start + len(scene.text.rstrip())


def _scenes(doc: Doc, text: str, names: list[Name]) -> Iterator[Scene]:
    """Each sentence with its names and amounts in place."""
    meant = currencies.meant_in(text)
    text = masking.masked(text, names)
    found = amounts(text, meant)
    money = currencies.main(amount.unit for amount in found)
    text = masking.with_amounts_masked(text, [(amount.start, amount.end) for amount in found])
    for sentence in doc.sents:
        start, end = sentence.start_char, sentence.end_char
        yield settled(Scene(start, text[start:end], _within(names, start, end), _within(found, start, end)), money)


def _names(doc: Doc, text: str) -> list[Name]:
    mentions, references = doc.spans.get(MENTIONS, ()), doc.spans.get(REFERENCES, ())
    kinds = {span.id_: span.label_ for span in mentions}
    named = [Name(span.start_char, span.end_char, span.id_, span.label_) for span in mentions]
    named += [
        Name(span.start_char, span.end_char, span.id_, kinds.get(span.id_, span.label_), True) for span in references
    ]
    kept = (name for name in named if not currencies.is_part_of_money(text, name.start, name.end))
    return sorted(kept, key=lambda name: name.start)


def _within(placed: list[Placed], start: int, end: int) -> tuple[Placed, ...]:
    """Those that lie in a sentence, with places counted from its start."""
    first = bisect_left(placed, start, key=lambda item: item.start)
    last = bisect_left(placed, end, key=lambda item: item.start)
    inside = (item for item in placed[first:last] if item.end <= end)
    return tuple(replace(item, start=item.start - start, end=item.end - start) for item in inside)


def _quantity(doc: Doc, text: str, scene: Scene, reading: Reading) -> Quantity:
    amount, metric = reading.amount, reading.metric
    span = doc.char_span(scene.start + amount.start, scene.start + amount.end, alignment_mode="expand")
    assert span is not None, "a span that expands to whole tokens exists for every stretch of the text"
    low, high = sorted(sign * end for end in (amount.low, amount.high) for sign in [reading.sign])
    sentence = text[scene.start : scene.start + len(scene.text)]
    return Quantity(
        span,
        low,
        high,
        amount.unit or "",
        metric.name,
        about=reading.about,
        basis=basis_of(scene, amount, reading.movement),
        period=period_of(sentence, amount),
        approximate=amount.open_ended or scene.lead_of(amount).is_approximate,
    )
