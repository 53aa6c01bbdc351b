"""Whom "it" stands for where it says something: who spoke last, or whom the sentence is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Span

from graph.model import Kind
from loaders.extract.last_speakers import says
from loaders.extract.located import Located, is_organisation
from loaders.extract.name_phrases import POSSESSIVES
from loaders.extract.word_lists import words

_OPENERS = frozenset({"the", '"', "“", "but", "meanwhile", ",", "and", "however"})
_SAYING = frozenset(
    {"said", "says", "added", "adds", "stated", "noted", "wrote", "argued", "warned", "explained"}
    | {"predicts", "predicted", "estimates", "estimated", "claimed", "claims"}
)
_SPOKE = _SAYING | {"announced", "disclosed", "posted", "reported", "revealed", "confirmed", "found"}
_PLANNING = frozenset({"will", "would", "plans", "expects", "aims", "intends", "also"})  # what one tells of oneself
_MARKS = frozenset({'"', "“"})  # `UBS “has begun a review,” it said`
_HEAD = 3  # words before the name of `The shares of ORG fell`
_LONGEST_TITLE = 5  # words of `its chief financial officer`
_SOURCE_REACH = 12  # words between "according" and the source: `according to data from the agency ORG`


def said_by_it(located: Located, window: Sequence[Span], known: Mapping[int, Span]) -> Iterator[Span]:
    """Each "it" of the last sentence that says something, and the "its" of `its chief executive said`.

    `known` are the references of the window, by their start.
    """
    sentence = window[-1]
    for at in range(sentence.start, sentence.end):
        is_it = located.word(at) == "it" and says(located, at + 1, _SAYING)
        if at not in known and (is_it or _owns_speaker(located, at)):
            speaker = _speaker(located, window, at, known)
            if speaker is not None:
                yield Span(located.doc, at, at + 1, label=speaker.label_, span_id=speaker.id_)


def _owns_speaker(located: Located, at: int) -> bool:
    """True for the "its" of `its chief executive said`, but not of `its chief executive, NAME, said`."""
    reach = range(at + 1, at + _LONGEST_TITLE)
    end = next((i for i in reach if located.word(i) in words("role_noun") | words("voice_noun")), at)
    while located.word(end + 1) in words("role_noun"):
        end += 1
    is_plain = all(text.islower() for text in located.texts[at + 1 : end + 1])
    return located.word(at) == "its" and end > at and is_plain and says(located, end + 1)


def _speaker(located: Located, window: Sequence[Span], at: int, known: Mapping[int, Span]) -> Span | None:
    """Who spoke before in the paragraph, else what the sentence opens with, else who spoke in the paragraph before."""
    sentence = window[-1]
    opening = _opening(located, sentence, known) if at > sentence.start else None
    told = _last_speaker(located, _of_paragraph(window), known)
    if told is None and opening is not None and located.word(opening.end) in _PLANNING | _MARKS:
        return opening
    told = told or _last_speaker(located, window[:-1], known)
    return told or opening or _only_one(located, sentence, at) or _opening_before(located, window, known)


def _only_one(located: Located, sentence: Span, at: int) -> Span | None:
    """The one organisation of `Shares of ORG fell after it warned of a loss`."""
    named = [span for span in located.between(sentence.start, at) if is_organisation(span)]
    is_subject = bool(named) and named[0].start <= sentence.start + _HEAD
    return named[0] if is_subject and len({span.id_ for span in named}) == 1 else None


def _of_paragraph(window: Sequence[Span]) -> Sequence[Span]:
    """The sentences before the last one that belong to its paragraph."""
    first = len(window) - 1
    while first and "\n" not in window[first - 1].text[-3:]:
        first -= 1
    return window[first:-1]


def _last_speaker(located: Located, sentences: Sequence[Span], known: Mapping[int, Span]) -> Span | None:
    for sentence in reversed(sentences):
        for span in reversed(_named(located, sentence, known)):
            if is_organisation(span) and _speaks(located, span):
                return span
            if span.label_ == Kind.PLACE and _governs(located, span):
                return span
    return None


def _governs(located: Located, span: Span) -> bool:
    """True for the country of `the Norland government said`."""
    return located.word(span.end) == "government" and says(located, span.end + 1, _SPOKE)


def _named(located: Located, sentence: Span, known: Mapping[int, Span]) -> list[Span]:
    """All that the sentence names or refers to, in order."""
    referred = (span for at, span in known.items() if sentence.start <= at < sentence.end)
    return sorted([*located.between(sentence.start, sentence.end), *referred], key=lambda span: span.start)


def _speaks(located: Located, span: Span) -> bool:
    before = located.lower[max(span.start - _SOURCE_REACH, 0) : span.start]
    is_told = "according" in before and "," not in before[before.index("according") :]
    return is_told or says(located, span.end, _SPOKE) or located.word(span.start - 1) in {"said", "says"}


def _opening(located: Located, sentence: Span, known: Mapping[int, Span]) -> Span | None:
    """The organisation that a sentence begins with, but not one that merely owns what it begins with."""
    at = sentence.start
    while at < sentence.end and at not in known and located.word(at) in _OPENERS:
        at += 1
    span = known.get(at) or located.starting(at)
    return span if is_organisation(span) and span and located.word(span.end) not in POSSESSIVES else None


def _opening_before(located: Located, window: Sequence[Span], known: Mapping[int, Span]) -> Span | None:
    return _opening(located, window[-2], known) if len(window) > 1 else None
