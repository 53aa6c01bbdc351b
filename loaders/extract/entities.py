"""Entities of a document, made of their mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.tokens import Span

from graph.model import Entity, Kind
from graph.naming import slug
from loaders.extract.gazetteer import form_of, gazetteer
from loaders.extract.trimming import bare_form
from loaders.extract.word_lists import words

_KEPT_SUFFIXES = frozenset({"Group", "Holding", "Holdings"})


def entities_of(mentions: Iterable[Span]) -> dict[str, Entity]:
    """One entity per id, with the forms that the text uses as aliases after those of the reference data."""
    forms: defaultdict[str, dict[str, None]] = defaultdict(dict)
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for span in mentions:
        forms[span.id_].setdefault(bare_form(span.text, Kind(span.label_)))
        labels[span.id_][span.label_] += 1
    return {id_: entity_of(id_, Kind(labels[id_].most_common(1)[0][0]), list(seen)) for id_, seen in forms.items()}


def stem(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without the legal form at its end: `Jones & Co.` → `Jones`."""
    while len(name) > 1 and _is_legal_form(name[-1]):
        name = name[:-1]
        while len(name) > 1 and name[-1] in {"&", "and", ",", "."}:
            name = name[:-1]
    return name


def _is_legal_form(word: str) -> bool:
    usual = word.capitalize() if word.isupper() else word  # `ORLEN CORP` in a heading
    return (word in words("legal_suffix") or usual in words("legal_suffix")) and word not in _KEPT_SUFFIXES


def stem_slug(span: Span) -> str:
    """The id for a name that no list holds: its slug without the legal form."""
    kept = len(stem(form_of(span)))
    return slug(span[:kept].text)


def entity_of(entity_id: str, kind: Kind, seen: list[str]) -> Entity:
    """The entity of this id, which a text calls by these forms; what the reviewed lists know of it goes first."""
    known = gazetteer().by_id.get(entity_id)
    if known is None:
        usual = max(seen, key=lambda form: (slug(form) == entity_id, len(form)))
        return Entity(entity_id, kind, usual, tuple(form for form in seen if form != usual))
    aliases = dict.fromkeys((*known.aliases, *seen))
    return Entity(
        entity_id, known.kind, known.name, tuple(form for form in aliases if form != known.name), known.tickers
    )
