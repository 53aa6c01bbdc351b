"""Regular expressions for Neo4j, whose matcher tries every way to split a text and cannot be stopped while it does."""

from __future__ import annotations

import re

from graph.cypher.bounds import Read
from graph.cypher.tokens import Kind

# Anything at either end; between them alternatives of characters and classes, each of them once.
_PIECE = r"(?: [^\\()\[\]{}*+?|^$] | \\[.\\()\[\]{}*+?|^$wdsb-] | \[\^?[^\\\[\]^&]+\] )"
_TAME = re.compile(
    rf"(?:\(\?i\))? (?:\.\*)? (?: {_PIECE} | \( (?:{_PIECE}|\|)* \) | \| )* (?:\.\*)?".replace(" ", ""), re.DOTALL
)


def check(read: Read) -> None:
    """Raise CypherRefused for a pattern that may take forever on some text."""
    for index, token in enumerate(read.tokens):
        if not token.is_sign("=~"):
            continue
        pattern = read.tokens[index + 1]
        value = read.parameters.get(pattern.value) if pattern.kind is Kind.PARAMETER else pattern.value
        is_constant = pattern.kind in (Kind.STRING, Kind.PARAMETER) and _ends_there(read, index + 2)
        if not is_constant or not isinstance(value, str) or not _TAME.fullmatch(value):
            raise read.refusal(
                index + 1,
                "Behind =~ stands a string that repeats nothing but .* at its ends, as in '(?i).*(china|asia).*'. "
                "CONTAINS and STARTS WITH do without.",
            )


def _ends_there(read: Read, index: int) -> bool:
    """Whether nothing is joined to the pattern."""
    return index == len(read.tokens) or read.tokens[index].kind is Kind.WORD or read.has_sign(index, *")]},|")
