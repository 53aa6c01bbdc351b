"""Who spoke last before "he said": whom sentences before let speak, open with or bring in, the nearest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from spacy.tokens import Span

from loaders.extract.cues import verb_forms
from loaders.extract.located import Located
from loaders.extract.word_lists import words

_OPENING = 4  # words at the head of a sentence among which its subject begins
_APPOSITION = 25  # words of `, head of research at ORG,`
_TITLE = 8  # words between `said` and the name of `said ORG chief executive NAME`
_CLOSERS = frozenset({",", '"', "”", "?", "!"})
_OPENERS = frozenset({'"', "“"})
_BETWEEN = frozenset({"also", "has", "had", "later", "further", "now", "then"})
_MARKS = _OPENERS | {"”"}


@cache
def saying() -> frozenset[str]:
    """The verbs that say something: `said`, `emphasised`."""
    told = (form for form, verb in verb_forms().items() if verb.frame == "say" and verb.tense in {"past", "third"})
    return words("speech_verb") | frozenset(told)


def says(located: Located, at: int, verbs: frozenset[str] | None = None) -> bool:
    """True where a verb of speech, or one of these, stands there or one word on: `he also said`, `it has said`."""
    return located.word(at + (located.word(at) in _BETWEEN)) in (saying() if verbs is None else verbs)


def follows_quotation(located: Located, sentence: Span, at: int) -> bool:
    """True for the "he" of `“With NAME there it will not end,” he said`: whom a quotation names does not speak it."""
    marks = sum(word in _MARKS for word in located.lower[sentence.start : at])
    return located.word(sentence.start) in _OPENERS and marks > 1


def spoke_last(
    located: Located, earlier: Sequence[Span], fits: Callable[[Span], bool], known: Mapping[int, Span]
) -> Span | None:
    """The last of those who fit to speak in the sentences before; who is merely told of there is passed over."""
    for sentence in reversed(earlier):
        people = [span for span in _named(located, sentence, known) if fits(span)]
        chosen = _speaker(located, people)
        if chosen is None and people and not _is_in_passing(located, sentence, people[0]):
            chosen = people[0]
        if chosen is not None:
            return chosen
    return None


def _speaker(located: Located, people: Sequence[Span]) -> Span | None:
    """The last of them before a verb of speech; if none does, of those behind one: `…, said NAME`."""
    speaking = [span for span in people if _speaks(located, span)]
    speaking = speaking or [span for span in people if _is_said_by(located, span)]
    return speaking[-1] if speaking else None


def _named(located: Located, sentence: Span, known: Mapping[int, Span]) -> list[Span]:
    """All that the sentence names or refers to, in order."""
    referred = (span for at, span in known.items() if sentence.start <= at < sentence.end)
    return sorted([*located.between(sentence.start, sentence.end), *referred], key=lambda span: span.start)


def _speaks(located: Located, span: Span) -> bool:
    """True for `NAME said` and `NAME, head of it all, said`."""
    if located.word(span.end) in saying() or located.word(span.end + 1) in saying():
        return True
    if located.word(span.end) != ",":
        return False
    behind = located.lower[span.end + 1 : min(span.end + _APPOSITION, span.sent.end)]
    return any(word == "," and after in saying() for word, after in pairwise(behind))


def _is_said_by(located: Located, span: Span) -> bool:
    """True for `…,” said ORG chief NAME`."""
    for at in range(span.start - 1, max(span.start - _TITLE, span.sent.start), -1):
        if located.word(at) in _CLOSERS:
            return False
        if located.word(at) in saying():
            return located.word(at - 1) in _CLOSERS
    return False


def _is_in_passing(located: Located, sentence: Span, span: Span) -> bool:
    """True for one who was named before and is neither what the sentence opens with nor its subject: `… after NAME`."""
    before = located.texts[span.start - 1]
    is_led_to = before.isalpha() and before.islower() and span.start >= sentence.start + _OPENING
    return is_led_to and any(other.id_ == span.id_ for other in located.before(span.start))
