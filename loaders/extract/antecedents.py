"""What a pronoun or a description stands for: who was named, or referred to, before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from spacy.tokens import Span

from loaders.extract.last_speakers import follows_quotation, says, spoke_last
from loaders.extract.located import Located, is_person

FAR = 6  # sentences, and paragraphs, that "he said" looks back over
PRONOUNS = {
    "he": "given_name_female",
    "him": "given_name_female",
    "his": "given_name_female",
    "she": "given_name_male",
    "her": "given_name_male",
}
REACH = 3  # sentences that a reference looks back over, its own included
_TITLE = 5  # words at the head of a sentence that a name and its title take
_CLOSERS = frozenset({",", '"', "”"})
Fits = Callable[[Span], bool]


def antecedent(
    located: Located, window: Sequence[Span], place: tuple[int, int], fits: Fits, known: Mapping[int, Span]
) -> Span | None:
    """What the words from `place[0]` to before `place[1]`, in the last sentence of the window, stand for.

    `known` are the references found before in the window, by their start.
    """
    start, end = place
    near = window[-REACH:]
    if (speaker := _going_on(located, window, place, fits, known)) is not None:
        return speaker
    named = _nearby(located, near, place, fits)
    if named is None and says(located, end):
        named = _far_off(located, window, start, fits)
    return named or _referred(known, near, fits)


def _going_on(
    located: Located, window: Sequence[Span], place: tuple[int, int], fits: Fits, known: Mapping[int, Span]
) -> Span | None:
    """Who spoke before, for "he said" in a sentence that names nobody else outside of a quotation before it."""
    start, end = place
    sentence = window[-1]
    if located.word(start) not in PRONOUNS or not says(located, end):
        return None
    own = any(fits(span) for span in located.between(sentence.start, start))
    if own and not follows_quotation(located, sentence, start):
        return None
    return spoke_last(located, window[:-1], fits, known)


def _nearby(located: Located, window: Sequence[Span], place: tuple[int, int], fits: Fits) -> Span | None:
    """What stands near; for `…, he said` at the end of a sentence first who is named before the sentence."""
    start, end = place
    sentence = window[-1]
    if follows_quotation(located, sentence, start) and (before := _target(located, window, sentence.start, fits)):
        return before
    told = located.between(sentence.start + _TITLE, start)
    if not (told and _closes(located, start, end, sentence) and located.word(start) in PRONOUNS):
        return _target(located, window, start, fits)
    opens = any(fits(span) for span in located.between(sentence.start, sentence.start + _TITLE))
    before = None if opens else _target(located, window, sentence.start, fits)
    return before or _target(located, window, start, fits)


def _closes(located: Located, start: int, end: int, sentence: Span) -> bool:
    """True for `…, he said.`"""
    return located.word(start - 1) in _CLOSERS and says(located, end) and end + 2 >= _last_word(located, sentence)


def _last_word(located: Located, sentence: Span) -> int:
    """Behind the last word of the sentence."""
    return next((at + 1 for at in range(sentence.end - 1, sentence.start, -1) if located.word(at).isalpha()), 0)


def _far_off(located: Located, window: Sequence[Span], start: int, fits: Fits) -> Span | None:
    """Who was named paragraphs before; for `the bank said` only where no other, nor whom the text is about, fits."""
    target = _target(located, window, start, fits, paragraphs=FAR)
    if target is None or located.word(start) in PRONOUNS:
        return target
    near = located.between(window[0].start, start)
    return target if all(span.id_ == target.id_ for span in (*near, *located.told_of) if fits(span)) else None


def _referred(known: Mapping[int, Span], window: Sequence[Span], fits: Fits) -> Span | None:
    """What was last referred to and may be meant again: the bank of `The bank … . The bank …`."""
    for at in sorted((at for at in known if window[0].start <= at < window[-1].start), reverse=True):
        breaks = sum("\n" in earlier.text[-3:] for earlier in window[:-1] if earlier.end > at)
        if fits(known[at]):
            return known[at] if breaks <= 1 else None
    return None


def _target(located: Located, window: Sequence[Span], start: int, fits: Fits, paragraphs: int = 1) -> Span | None:
    """What stands for: the last fitting name before it in its sentence, else the first of the sentences before."""
    own = [span for span in located.between(window[-1].start, start) if fits(span)]
    if own:
        return own[-1] if is_person(own[-1]) else own[0]
    breaks = 0
    for earlier in reversed(window[:-1]):
        breaks += "\n" in earlier.text[-3:]
        fitting = [span for span in located.between(earlier.start, earlier.end) if fits(span)]
        if breaks > paragraphs:
            return None
        if fitting:
            return fitting[0]
    return None
