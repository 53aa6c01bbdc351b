"""A document as the rules of names read it: its words, and what is known of them so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.model import Kind
from loaders.extract.word_lists import words

_CODE = re.compile(r"[A-Z0-9]+(?:_p|[a-z])?\.[A-Z]{1,2}")  # of an exchange's data feed: AAPL.O
_LONGEST_KNOWN = 8


def is_code(text: str) -> bool:
    """True for what a data feed calls a company's shares, such as AAPL.O."""
    return _CODE.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Recognised:
    """Tokens that a trained recogniser takes for a name of this kind."""

    start: int
    end: int
    kind: Kind


@dataclass(slots=True)
class Page:
    """A document as lists that are quick to read: words, sentence starts and known names."""

    texts: list[str]
    spaced: list[bool]  # whether white space follows
    opens: set[int] = field(default_factory=set)  # first words of sentences
    known: dict[int, tuple[int, Kind]] = field(default_factory=dict)  # start → end and kind of a known name
    headings: set[int] = field(default_factory=set)  # words of lines in title case and of credits
    recognised: list[Recognised] | None = None  # what a trained recogniser takes for names, if one has read the page

    def known_ending(self, end: int) -> Kind | None:
        """The kind of the known name whose last word is the one before `end`."""
        starts = (at for at in range(max(0, end - _LONGEST_KNOWN), end) if at in self.known)
        return next((self.known[at][1] for at in starts if self.known[at][0] == end), None)

    def text(self, at: int) -> str:
        """The word there, or "" outside the document."""
        return self.texts[at] if 0 <= at < len(self.texts) else ""

    def is_name_word(self, at: int) -> bool:
        """True for a word written like a part of a name."""
        text = self.text(at)
        if at in self.headings or "$" in text or is_code(text):
            return False
        if text in words("month") and self.text(at - 1) not in words("given_name"):  # "Theresa May"
            return False
        return text[:1].isupper() or (text[:1].isalnum() and any(char.isupper() for char in text[1:]))

    def is_tight(self, at: int) -> bool:
        """True for a hyphen without white space on either side."""
        return self.text(at) in {"-", "–"} and not (self.spaced[at - 1] or self.spaced[at])
