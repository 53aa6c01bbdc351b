"""Annotated articles as the networks see them: the article `NAME.txt` beside its annotation `NAME.gold.json`."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from loaders.documents import read
from loaders.extract import sentences
from loaders.extract.annotations import MENTIONS
from loaders.extract.appearances import SCORED
from loaders.extract.windows import SentenceWindow, sentence_windows

_ALIKE = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-"})

Place = tuple[int, int, dict[str, Any]]  # start and end of a claim in the text, and the claim


@dataclass(frozen=True, slots=True)
class Lesson:
    """A window with what the annotation says of its sentence. `claims` are those that share most of it."""

    window: SentenceWindow
    claims: tuple[dict[str, Any], ...]
    names: dict[str, str]  # surface form → entity
    kinds: dict[str, str]  # of each entity

    @property
    def attributed(self) -> list[dict[str, Any]]:
        """The claims that have a speaker."""
        return [claim for claim in self.claims if claim["speaker"]]

    @property
    def foremost(self) -> list[dict[str, Any]]:
        """The claims that the sentence is judged by: the attributed ones where there are any."""
        return self.attributed or list(self.claims)

    def speakers(self) -> set[str]:
        """Entities that speak."""
        return {self.names.get(claim["speaker"], "") for claim in self.attributed}

    def subjects(self) -> set[str]:
        """Entities that are spoken of."""
        return {self.names[name] for claim in self.foremost for name in claim.get("about", []) if name in self.names}

    def is_about_own_house(self) -> bool | None:
        """Whether a claim is about the speaker's organisation, or the one that speaks; None where there is none."""
        houses = [
            self.names.get(claim.get("org") or claim["speaker"])
            for claim in self.attributed
            if claim.get("org") or self.names.get(claim["speaker"]) in self._organisations
        ]
        return not self.subjects().isdisjoint(houses) if houses else None

    def is_about_unnamed(self) -> bool | None:
        """Whether a claim is about somebody whom the sentence does not name, the speaker's house aside."""
        aside = {self.names.get(claim[by] or "") for claim in self.attributed for by in ("speaker", "org")}
        return bool(self.subjects() & self._scored - aside - self._named()) if self.attributed else None

    def _named(self) -> set[str | None]:
        words = zip(self.window.tokens, self.window.named, strict=True)
        return {entity for token, entity in words if token in self.window.sentence}

    @property
    def _organisations(self) -> set[str]:
        return {number for number, kind in self.kinds.items() if kind in {"Company", "Institution"}}

    @property
    def _scored(self) -> set[str]:
        return {number for number, kind in self.kinds.items() if kind in SCORED}


def articles(folder: Path, *, without: Iterable[str] = ()) -> list[Path]:
    """The annotation files of a folder, in order, but for the articles of these names."""
    left_out = set(without)
    return [file for file in sorted(folder.glob("*.gold.json")) if file.name.removesuffix(".gold.json") not in left_out]


def lessons(file: Path) -> Iterator[Lesson]:
    """One lesson a sentence of the article, whose annotation quotes its claims."""
    gold = json.loads(file.read_text(encoding="utf-8"))
    text = text_beside(file)
    yield from _lessons(text, gold["entities"], claim_places(text, gold["claims"]))


def text_beside(file: Path) -> str:
    """The article that this file annotates."""
    return read(file.with_name(file.name.replace(".gold.json", ".txt"))).text


def named(text: str, entities: Sequence[dict[str, Any]]) -> tuple[Doc, list[Span]]:
    """The text as a document, and every place in it that holds a surface form; `id_` is the entity's number."""
    doc = _tokeniser()(text)
    return doc, _mentions(doc, entities, _numbers_by_name(entities))


def located_lessons(article: dict[str, Any], text: str) -> Iterator[Lesson]:
    """The same for an article whose annotation holds positions in its text."""
    places = [(claim["start"], claim["end"], claim) for claim in article["claims"]]
    yield from _lessons(text, article["entities"], places)


def _lessons(text: str, entities: Sequence[dict[str, Any]], places: Sequence[Place]) -> Iterator[Lesson]:
    doc, mentions = named(text, entities)
    doc.spans[MENTIONS] = mentions
    names = _numbers_by_name(entities)
    kinds = {str(at): entity["kind"] for at, entity in enumerate(entities)}
    for window in sentence_windows(doc):
        yield Lesson(window, tuple(_claims_of(window.sentence, places)), names, kinds)


def _numbers_by_name(entities: Sequence[dict[str, Any]]) -> dict[str, str]:
    return {name: str(at) for at, entity in enumerate(entities) for name in [entity["name"], *entity["names"]]}


@cache
def _tokeniser() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe(sentences.NAME)
    return nlp


def _mentions(doc: Doc, entities: Sequence[dict[str, Any]], names: dict[str, str]) -> list[Span]:
    """Every place that holds a surface form, the longest first."""
    kinds = {name: entity["kind"] for entity in entities for name in [entity["name"], *entity["names"]]}
    taken: set[int] = set()
    found = []
    for name in sorted(kinds, key=len, reverse=True):
        for hit in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", doc.text):
            span = doc.char_span(*hit.span(), label=kinds[name], span_id=names[name], alignment_mode="expand")
            if span is not None and taken.isdisjoint(range(span.start, span.end)):
                taken.update(range(span.start, span.end))
                found.append(span)
    return sorted(found, key=lambda span: span.start)


def claim_places(text: str, claims: Iterable[dict[str, Any]]) -> list[Place]:
    """Where the quotes of the claims stand; white space and the style of quotes and dashes may differ."""
    squashed, at = _squashed(text)
    found = []
    for claim in claims:
        quote, _ = _squashed(claim["quote"])
        start = squashed.find(quote) if quote else -1
        if start >= 0:
            found.append((at[start], at[start + len(quote) - 1] + 1, claim))
    return found


def _squashed(text: str) -> tuple[str, list[int]]:
    """The text without white space and typography, and the place of each of its characters."""
    kept, at = [], []
    for place, char in enumerate(text):
        plain = "".join(unicodedata.normalize("NFKC", char).translate(_ALIKE).casefold().split())
        kept.append(plain)
        at += [place] * len(plain)
    return "".join(kept), at


def _claims_of(sentence: Span, places: Iterable[Place]) -> Iterator[dict[str, Any]]:
    """The claims that share at least half of the shorter of quote and sentence, the largest share first."""
    shared = []
    for start, end, claim in places:
        common = min(end, sentence.end_char) - max(start, sentence.start_char)
        if common >= 0.5 * min(end - start, sentence.end_char - sentence.start_char):
            shared.append((common, claim))
    yield from (claim for _, claim in sorted(shared, key=lambda one: -one[0]))
