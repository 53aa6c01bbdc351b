"""Decides what Cypher of users may run: reading clauses and functions that compute, within caps; all else is refused.

An engine is never given the text that came in, but one written anew from the tokens that were understood: without
comments or Unicode escapes, strings quoted in one way, and back-ticks around every name that could be taken for a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from graph.cypher import bounds, calls, caps, expressions, given, lists, paths, words
from graph.cypher.bounds import Read
from graph.cypher.escapes import unescaped
from graph.cypher.order import Order
from graph.cypher.tokens import Kind, tokens_of, written
from graph.errors import CypherRefused

_CHECKS: dict[str, tuple[Callable[[Read], None], ...]] = {
    "ladybug": (bounds.check, paths.check, lists.check),
    "neo4j": (bounds.check, paths.check, lists.check, expressions.check),
}


@dataclass(frozen=True, slots=True)
class Allowed:
    """A query that may run, with its parameters."""

    text: str
    parameters: dict[str, Any]


def allowed(text: str, parameters: Mapping[str, Any], engine: str) -> Allowed:
    """The query as this engine may run it.

    CypherRefused says which word stands in the way, and where; ParameterInvalid, which parameter. Takes time linear in
    the length of the text, and raises nothing else.
    """
    _check_size(text)
    given.check(parameters)
    source = unescaped(text)
    tokens = list(islice(tokens_of(source), caps.TOKENS + 1))
    if len(tokens) > caps.TOKENS:
        raise source.refusal(tokens[-1].at, f"A query has at most {caps.TOKENS:,} words and signs.")
    order = Order(source, tokens)
    order.check()
    given.check_used(parameters, {token.value for token in tokens if token.kind is Kind.PARAMETER})
    read = Read(source, tokens, order.names, order.called, order.brackets, parameters)
    calls.check(read, words.FUNCTIONS[engine])
    for check in _CHECKS[engine]:
        check(read)
    return Allowed("".join(_pieces(read, engine)).strip(), dict(parameters))


def _check_size(text: str) -> None:
    if len(text) > caps.BYTES or len(text.encode("utf-8", "surrogatepass")) > caps.BYTES:
        raise CypherRefused(f"A query has at most {caps.BYTES:,} bytes.", line=1, column=1)
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise CypherRefused("The query holds half a character, which is no text.", line=1, column=1)


def _pieces(read: Read, engine: str) -> Iterator[str]:
    for index, token in enumerate(read.tokens):
        yield token.gap + _piece(read, index, words.SPELLINGS[engine])
        if paths.is_variable(read, index) and not read.has_word(index + 1, *words.PATH_MODES):
            yield words.TRAIL[engine]


def _piece(read: Read, index: int, spellings: Mapping[str, str]) -> str:
    """The token as text; a name that could be taken for a word of Cypher gets back-ticks."""
    token = read.tokens[index]
    if index in read.called:
        return spellings.get(token.value.lower(), token.text)
    is_word_too = token.value in words.KNOWN or token.value in words.FORBIDDEN
    return f"`{token.text}`" if index in read.names and is_word_too else written(token)
