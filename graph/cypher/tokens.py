"""Cypher text to tokens, and tokens back to text that every engine reads in the one way that was checked.

What is not understood for certain is refused: letters that only look like ASCII, invisible characters, escapes that
engines read differently.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from graph.cypher.escapes import Source

LONGEST_NAME = 200
_ESCAPES = {"\\": "\\", "'": "'", '"': '"', "n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_ESCAPED = {character: f"\\{letter}" for letter, character in _ESCAPES.items() if character != '"'}
_PATTERN = re.compile(
    r"""
    (?P<gap> (?: [ \t\r\n]+ | //[^\r\n]* | /\*.*?\*/ )+ )
  | (?P<WORD> [A-Za-z_][A-Za-z0-9_]* )
  | (?P<NUMBER> (?: 0x[0-9A-Fa-f]+ | 0o[0-7]+ | (?: \d+ (?: \.\d+ )? | \.\d+ ) (?: [eE][+-]?\d+ )? ) (?![A-Za-z0-9_]) )
  | (?P<STRING> '(?: [^'\\] | \\. )*' | "(?: [^"\\] | \\. )*" )
  | (?P<QUOTED> `[^`]+` )
  | (?P<PARAMETER> \$[A-Za-z_][A-Za-z0-9_]* )
  | (?P<SIGN> =~ | <> | <= | >= | \.\. | / (?![*/]) | [-+*%^=<>.,:|&!()\[\]{}] )
    """,
    re.VERBOSE | re.ASCII | re.DOTALL,
)
_UNREADABLE = {
    "'": "This string is not closed.",
    '"': "This string is not closed.",
    "`": "This name in back-ticks is empty or not closed.",
    "/": "This comment is not closed.",
    ";": "One statement is run, and it ends without `;`.",
    "$": "A parameter is a $ and a name, such as $name.",
    "\\": "A backslash stands for something in strings only.",
}


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    NUMBER = auto()
    STRING = auto()
    QUOTED = auto()  # a name in back-ticks
    PARAMETER = auto()
    SIGN = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text. `value` is a word in capitals, a string's characters, a name without its marks."""

    kind: Kind
    text: str
    value: str
    at: int
    gap: str = ""  # what stands before it: nothing, a space, line ends

    def is_sign(self, *signs: str) -> bool:
        """Whether it is one of these signs."""
        return self.kind is Kind.SIGN and self.text in signs

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these words, given in capitals."""
        return self.kind is Kind.WORD and self.value in words


def tokens_of(source: Source) -> Iterator[Token]:
    """The tokens in their order; CypherRefused at the first character that is not Cypher as every engine reads it."""
    at, gap = 0, ""
    while at < len(source.text):
        found = _PATTERN.match(source.text, at)
        if found is None or found.lastgroup is None:
            raise source.refusal(at, _why_unreadable(source.text[at]))
        if found.lastgroup == "gap":
            gap = _shortened(found[0])
        else:
            kind = Kind[found.lastgroup]
            yield Token(kind, found[0], _value(source, kind, found), at, gap)
            gap = ""
        at = found.end()


def written(token: Token) -> str:
    """The token as text, strings in the one form of quoting that all engines share."""
    if token.kind is Kind.STRING:
        return f"'{''.join(_ESCAPED.get(character, character) for character in token.value)}'"
    return token.text


def _shortened(gap: str) -> str:
    """Comments count as a space, and lines stay lines: an engine's own complaint then names the right one."""
    return "\n" * len(re.findall(r"\r\n|\r|\n", gap)) or " "


def _value(source: Source, kind: Kind, found: re.Match[str]) -> str:
    text, at = found[0], found.start()
    if kind is Kind.STRING:
        return _characters(source, text, at)
    if kind is Kind.QUOTED:
        return _name(source, text, at)
    if kind is Kind.PARAMETER:
        return text[1:]
    if kind is Kind.WORD and len(text) > LONGEST_NAME:
        raise source.refusal(at, f"A name has at most {LONGEST_NAME} characters.")
    return text.upper() if kind is Kind.WORD else text


def _characters(source: Source, text: str, at: int) -> str:
    characters: list[str] = []
    pieces = enumerate(text[1:-1], at + 1)
    for place, character in pieces:
        if character == "\\":
            _, letter = next(pieces)
            if letter not in _ESCAPES:
                raise source.refusal(place, f"Engines read \\{letter} differently: write the character itself.")
            characters.append(_ESCAPES[letter])
        elif unicodedata.category(character) == "Cc" and character not in _ESCAPED:
            raise source.refusal(place, f"The string holds a control character, U+{ord(character):04X}.")
        else:
            characters.append(character)
    return "".join(characters)


def _name(source: Source, text: str, at: int) -> str:
    name = text[1:-1]
    is_doubled = source.text[at + len(text) : at + len(text) + 1] == "`"
    if is_doubled or "\\" in name or not name.isprintable() or len(name) > LONGEST_NAME:
        raise source.refusal(
            at, f"A name in back-ticks has at most {LONGEST_NAME} visible characters, no backslash and no back-tick."
        )
    return name


def _why_unreadable(character: str) -> str:
    if character.isascii():
        if character.isdigit() or character == ".":
            return "A number is followed by a space or a sign."
        return _UNREADABLE.get(character, f"{character!r} is not part of a reading query.")
    name = unicodedata.name(character, "unnamed")
    return (
        f"U+{ord(character):04X} {name} may stand in strings and back-ticks only: it may look like another character."
    )
