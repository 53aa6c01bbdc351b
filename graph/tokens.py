"""How texts and questions fall into words, alike whichever engine looks them up.

The words are those of Unicode's rules for word boundaries (UAX #29), as Lucene's standard tokenizer takes them:
`4,700`, `U.S` and `don't` are one word each, `S&P` is two, and a Chinese or Japanese character is a word of its own.
They are compared in lower case and without accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.errors import ParameterInvalid

JOINERS = ".,;:'’·_"  # what may stand within a word
MOST_TERMS = 12
_SINGLE = r"\u3040-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_LETTER, _PART = rf"[^\W\d_{_SINGLE}]", rf"(?:[^\W{_SINGLE}])"
_WORD = re.compile(rf"[{_SINGLE}]|{_PART}+(?:(?:(?<={_LETTER})[.'’:·](?={_LETTER})|(?<=\d)[.,;'’](?=\d)){_PART}+)*")
_CHUNK = re.compile(r'"([^"]*)"|(\S+)')
_WITHOUT_ACCENT = {
    "ß": "ss",
    "’": "'",
    "ø": "o",
    "đ": "d",
    "ł": "l",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ð": "d",
}
# What Lucene's analyzer leaves out of its index; such a word alone is no question.
_STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be but by for if in into is it no not of on or such that the their then there these they "
        "this to was will with",
    )
)
_SHORTEST_STEM = 4  # letters: shorter words would begin too many others
_SATURATION, _LENGTH_WEIGHT, _USUAL_LENGTH = 1.2, 0.75, 25  # k1 and b of BM25, and words in a usual sentence
_BEGINNING_ONLY = 0.5  # how much a longer word counts that begins with the one that was asked for


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text in the form in which it is compared, and where it stands."""

    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text that a question is about; the positions are code points, the end is exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Term:
    """One word, or several that stand together; the end of a long enough word may differ."""

    forms: tuple[str, ...]
    may_go_on: bool = False

    @property
    def expression(self) -> str:
        """The term as both Lucene and SQLite's FTS5 read it."""
        quoted = f'"{" ".join(self.forms)}"'
        return f"({quoted} OR {self.forms[0]}*)" if self.may_go_on else quoted

    def weight_in(self, forms: list[str]) -> float:
        """How much it counts among the words of a text: once for each place, less where a longer word begins so."""
        whole = sum(forms[first : first + len(self.forms)] == list(self.forms) for first in self._starts(forms))
        if not self.may_go_on:
            return whole
        return whole + _BEGINNING_ONLY * (sum(form.startswith(self.forms[0]) for form in forms) - whole)

    def found_in(self, words: Sequence[Word]) -> Iterator[Span]:
        """Where the term stands among the words."""
        forms = [word.form for word in words]
        for first in self._starts(forms):
            if forms[first : first + len(self.forms)] == list(self.forms):
                yield Span(words[first].start, words[first + len(self.forms) - 1].end)
        for word in words if self.may_go_on else ():
            if word.form != self.forms[0] and word.form.startswith(self.forms[0]):
                yield Span(word.start, word.end)

    def _starts(self, forms: list[str]) -> Iterator[int]:
        """Where the first of its words stands."""
        at = -1
        for _ in range(forms.count(self.forms[0])):
            at = forms.index(self.forms[0], at + 1)
            yield at


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for: every term has to be there."""

    terms: tuple[Term, ...]

    @classmethod
    def of(cls, text: str) -> Question:
        """The question of some words, of which quoted ones stand together; ParameterInvalid if there are none."""
        terms = tuple(dict.fromkeys(filter(None, (_term(quoted, plain) for quoted, plain in _CHUNK.findall(text)))))
        if not terms:
            raise ParameterInvalid("Give at least one word to search for, other than words such as 'the' and 'of'.")
        return cls(terms[:MOST_TERMS])

    @property
    def expression(self) -> str:
        """The question for an index of words."""
        return " AND ".join(term.expression for term in self.terms)

    def score(self, text: str) -> float | None:
        """How well the text fits, by BM25 with words of equal weight; None if a term is not in it."""
        forms = forms_of(text)
        length = 1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * len(forms) / _USUAL_LENGTH
        score = 0.0
        for term in self.terms:
            if not (weight := term.weight_in(forms)):
                return None
            score += weight * (_SATURATION + 1) / (weight + _SATURATION * length)
        return round(score, 6)

    def spans(self, text: str) -> list[Span]:
        """The places of the text that fit, in its order."""
        words = words_of(text)
        found = {span for term in self.terms for span in term.found_in(words)}
        return sorted(found, key=lambda span: (span.start, span.end))


def words_of(text: str) -> list[Word]:
    """The words of a text, in order."""
    return [Word(folded(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]


def forms_of(text: str) -> list[str]:
    """The words of a text in the form in which they are compared, in order."""
    return [folded(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """The form in which a word is compared: small letters, and those with accents as the plain ones of ASCII."""
    return "".join(map(_plain, word.lower()))


def _plain(letter: str) -> str:
    if letter.isascii():
        return letter
    if letter in _WITHOUT_ACCENT:
        return _WITHOUT_ACCENT[letter]
    parts = "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
    return parts.lower() if parts.isascii() and ord(letter) < 0x10000 else letter


def _term(quoted: str, plain: str) -> Term | None:
    forms = tuple(forms_of(quoted or plain))
    if _STOP_WORDS.issuperset(forms):
        return None
    return Term(forms, not quoted and len(forms) == 1 and len(forms[0]) >= _SHORTEST_STEM and forms[0].isalpha())
