"""A sentence with its surroundings, as the attributor reads it: in training and at run time alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from graph.model import Kind
from loaders.extract.annotations import MENTIONS
from loaders.extract.encoder import KINDS, Window

NO_KIND, PRONOUN = 0, len(KINDS) + 1
PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "his", "her", "their", "its"})
SPEAKING_KINDS = frozenset({Kind.COMPANY, Kind.INSTITUTION, Kind.PERSON})
BEFORE, INSIDE, AFTER, RECALLED = 0, 1, 2, 3  # places of a word
PLACES = 4
MOST_BEFORE, MOST_INSIDE, MOST_AFTER = 40, 110, 25  # words
MOST_RECALLED = 3  # who was named last before the window: a "he" may mean one of them


@dataclass(frozen=True, slots=True)
class SentenceWindow:
    """A sentence, the words read with it, and the entity that each word names, if any."""

    sentence: Span
    tokens: tuple[Token, ...]
    named: tuple[str | None, ...]
    window: Window

    def heads(self) -> Iterator[tuple[int, str]]:
        """The first word of each mention, with the entity."""
        for at, (before, entity) in enumerate(pairwise((None, *self.named))):
            if entity is not None and entity != before:
                yield at, entity


def sentence_windows(doc: Doc) -> Iterator[SentenceWindow]:
    """One window a sentence that holds more than white space."""
    mentions = list(doc.spans[MENTIONS])
    of_token = {token.i: span for span in mentions for token in span}
    sentences = [sentence for sentence in doc.sents if sentence.text.strip()]
    for at, sentence in enumerate(sentences):
        low = sentences[max(at - 1, 0)].start
        high = sentences[min(at + 1, len(sentences) - 1)].end
        around = _cut(doc[low:high], sentence)
        recalled = _recalled(mentions, low=around[0].i, high=high)
        yield _window(sentence, recalled, around, of_token)


def _cut(around: Span, sentence: Span) -> tuple[Token, ...]:
    words = [token for token in around if not token.is_space]
    before = [token for token in words if token.i < sentence.start]
    inside = [token for token in words if sentence.start <= token.i < sentence.end]
    after = [token for token in words if token.i >= sentence.end]
    return (*before[-MOST_BEFORE:], *inside[:MOST_INSIDE], *after[:MOST_AFTER])


def _recalled(mentions: Sequence[Span], *, low: int, high: int) -> tuple[Token, ...]:
    """The words of the last few who could speak and were named before the window but not in it."""
    seen = {span.id_ for span in mentions if low <= span.start < high}
    kept: list[Span] = []
    for span in reversed([span for span in mentions if span.start < low and span.label_ in SPEAKING_KINDS]):
        if span.id_ not in seen and len(kept) < MOST_RECALLED:
            seen.add(span.id_)
            kept.append(span)
    return tuple(token for span in reversed(kept) for token in span)


def _window(
    sentence: Span, recalled: tuple[Token, ...], around: tuple[Token, ...], mentions: Mapping[int, Span]
) -> SentenceWindow:
    tokens = recalled + around
    places = [RECALLED] * len(recalled) + [_place(token, sentence) for token in around]
    kinds = [_kind(token, mentions.get(token.i)) for token in tokens]
    named = tuple(mentions[token.i].id_ if token.i in mentions else None for token in tokens)
    words = [token.text for token in tokens]
    return SentenceWindow(sentence, tokens, named, Window(words, {"places": places, "kinds": kinds}))


def _place(token: Token, sentence: Span) -> int:
    if token.i < sentence.start:
        return BEFORE
    return INSIDE if token.i < sentence.end else AFTER


def _kind(token: Token, mention: Span | None) -> int:
    if mention is not None:
        return 1 + KINDS.index(Kind(mention.label_))
    return PRONOUN if token.lower_ in PRONOUNS else NO_KIND
