"""Caps on what a query asks for, held before an engine sees it: no time-out covers reading and planning a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.cypher import caps
from graph.cypher.escapes import Source
from graph.cypher.states import Bracket
from graph.cypher.tokens import Kind, Token
from graph.errors import CypherRefused

_INT_BITS, _LONGEST_NUMBER = 63, 40
_OPENING, _CLOSING = ("(", "[", "{"), (")", "]", "}")


@dataclass(frozen=True, slots=True)
class Read:
    """A query as it was understood."""

    source: Source
    tokens: Sequence[Token]
    names: set[int]
    called: Sequence[int]  # indexes of names in front of a bracket
    brackets: Sequence[Bracket | None]  # for each token, the innermost that is open before it
    parameters: Mapping[str, Any]

    def refusal(self, index: int, reason: str) -> CypherRefused:
        """The refusal of this token."""
        return self.source.refusal(self.tokens[index].at, reason)

    def has_sign(self, index: int, *signs: str) -> bool:
        """Whether one of these signs stands there."""
        return 0 <= index < len(self.tokens) and self.tokens[index].is_sign(*signs)

    def has_word(self, index: int, *words: str) -> bool:
        """Whether one of these words stands there, and not as a name."""
        return 0 <= index < len(self.tokens) and self.tokens[index].is_word(*words) and index not in self.names

    def where_word(self, *words: str) -> list[int]:
        """The indexes of these words, where they are not names."""
        return [index for index in range(len(self.tokens)) if self.has_word(index, *words)]

    def arguments(self, index: int) -> list[range]:
        """The arguments of what is called at this index, as ranges of indexes."""
        found, start, depth = [], index + 2, 0
        for at in range(index + 2, len(self.tokens)):
            if depth == 0 and self.has_sign(at, ",", ")"):
                found.append(range(start, at))
                start = at + 1
                if self.has_sign(at, ")"):
                    break
            depth += self.has_sign(at, *_OPENING) - self.has_sign(at, *_CLOSING)
        return found

    def calls(self, function: str) -> list[int]:
        """Where this function, in capitals, is called."""
        return [index for index in self.where_word(function) if self.has_sign(index + 1, "(")]


def check(read: Read) -> None:
    """Raise CypherRefused for the first cap that the query is beyond."""
    for holds in _CHECKS:
        holds(read)


def _literals(read: Read) -> None:
    literals = characters = 0
    for index, token in enumerate(read.tokens):
        literals += token.kind in (Kind.NUMBER, Kind.STRING)
        characters += len(token.value) if token.kind is Kind.STRING else 0
        if token.kind is Kind.NUMBER and not _is_storable(token.text):
            raise read.refusal(index, "This number is larger than 64 bits hold.")
        if literals > caps.LITERALS or characters > caps.STRINGS:
            raise read.refusal(
                index,
                f"A query holds at most {caps.LITERALS:,} literals and {caps.STRINGS:,} characters of text: give more "
                "as a parameter.",
            )


def _is_storable(number: str) -> bool:
    if len(number) > _LONGEST_NUMBER:
        return False
    return abs(float(number)) < float("inf") if _is_real(number) else whole(number).bit_length() <= _INT_BITS


def _is_real(number: str) -> bool:
    return not number.startswith("0x") and any(sign in number for sign in ".eE")


def whole(number: str) -> int:
    """The value of an integer as written."""
    return int(number, 0) if number[:2] in ("0x", "0o") else int(number)


def _lists(read: Read) -> None:
    items: list[int] = []
    for index in range(len(read.tokens)):
        if read.has_sign(index, *_OPENING):
            items.append(1)
        elif read.has_sign(index, *_CLOSING):
            items.pop()
        elif read.has_sign(index, ",") and items:
            items[-1] += 1
            if items[-1] > caps.LIST:
                raise read.refusal(index, f"A list has at most {caps.LIST} items: give a longer one as a parameter.")


def _prefixes(read: Read) -> None:
    run = 0
    for index in range(len(read.tokens)):
        run = run + 1 if read.has_word(index, "NOT") or read.has_sign(index, "+", "-", "!") else 0
        if run > caps.PREFIXES:
            raise read.refusal(index, f"At most {caps.PREFIXES} signs or NOTs stand in a row.")


def _steps(read: Read) -> None:
    """`n.x.x.x…` and `n[0][0]…`: each step makes reading dearer for all before it."""
    run = 0
    for index, token in enumerate(read.tokens):
        before = read.tokens[index - 1] if index else None
        ends_value = before is not None and (before.kind is not Kind.SIGN or before.is_sign(")", "]", "}"))
        if token.is_sign(".", "[") and ends_value:
            run += 1
        elif not read.has_sign(index - 1, ".", "[") and not token.is_sign("]"):
            run = 0
        if run > caps.STEPS:
            raise read.refusal(index, f"At most {caps.STEPS} dots and indexes stand behind a value.")


def _subqueries(read: Read) -> None:
    deep = 0
    for index in range(len(read.tokens)):
        if read.has_sign(index, "{") and read.brackets[index + 1] is Bracket.SUBQUERY:
            deep += 1
        elif read.has_sign(index, "}") and read.brackets[index] is Bracket.SUBQUERY:
            deep -= 1
        if deep > caps.SUBQUERIES:
            raise read.refusal(index, f"Subqueries stand at most {caps.SUBQUERIES} within each other.")


def _patterns(read: Read) -> None:
    arrows = [index for index in range(len(read.tokens)) if _is_relationship(read, index)]
    matches = read.where_word("MATCH")
    for found, most, name in ((arrows, caps.RELATIONSHIPS, "relationships"), (matches, caps.MATCHES, "MATCHes")):
        if len(found) > most:
            raise read.refusal(found[most], f"A query has at most {most} {name}.")


def _is_relationship(read: Read, index: int) -> bool:
    """Whether `-[` or the first sign of `--` stands there."""
    return read.has_sign(index, "-") and read.has_sign(index + 1, "[", "-")


def _growth(read: Read) -> None:
    """Each WITH may double what the one before has doubled: 40 of them fill any memory."""
    total, joined = 1, 1
    for index in range(len(read.tokens)):
        if read.has_word(index, "WITH") and not read.has_word(index - 1, "STARTS", "ENDS"):
            total, joined = total * joined, 1
        joined += read.has_sign(index, "+") or read.has_word(index, *_JOINING)
        if total * joined > caps.GROWTH:
            raise read.refusal(index, "Texts or lists are joined with each other too often: use collect() or sum().")


def _replacing(read: Read) -> None:
    """A text may not grow by replacing: nested, it would fill the memory."""
    for index in read.calls("REPLACE"):
        sizes = [_text_length(read, argument) for argument in read.arguments(index)[1:]]
        if len(sizes) != 2 or None in sizes or not 1 <= (sizes[0] or 0) >= (sizes[1] or 0):
            raise read.refusal(
                index, "replace() takes two strings or parameters, of which the second is not the longer one."
            )


def _text_length(read: Read, argument: range) -> int | None:
    if len(argument) != 1:
        return None
    token = read.tokens[argument[0]]
    value = read.parameters.get(token.value) if token.kind is Kind.PARAMETER else token.value
    return len(value) if token.kind in (Kind.STRING, Kind.PARAMETER) and isinstance(value, str) else None


_JOINING = ("CONCAT", "CONCAT_WS", "LIST_CONCAT", "LIST_CAT", "ARRAY_CONCAT", "LIST_APPEND", "LIST_PREPEND")
_CHECKS: tuple[Callable[[Read], None], ...] = (
    _literals,
    _lists,
    _prefixes,
    _steps,
    _subqueries,
    _patterns,
    _growth,
    _replacing,
)
