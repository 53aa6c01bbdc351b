"""Paths of variable length: each says how long it may get."""

from __future__ import annotations

from collections.abc import Iterator

from graph.cypher import caps, words
from graph.cypher.bounds import Read, whole
from graph.cypher.states import Bracket
from graph.cypher.tokens import Kind

_ENDS = ("WHERE", "RETURN", "WITH", "UNWIND", "ORDER", "SKIP", "LIMIT", "OFFSET", "UNION")


def check(read: Read) -> None:
    """Raise CypherRefused for a path that has no end, or one too far away."""
    for index, is_pattern in enumerate(_in_patterns(read)):
        if read.has_sign(index, "*", "+"):
            _repeated(read, index, is_pattern=is_pattern)
        elif read.has_sign(index, "{") and _follows_arrow(read, index):
            _quantifier(read, index)
        elif read.has_word(index, "SHORTEST"):
            _shortest(read, index)


def _in_patterns(read: Read) -> Iterator[bool]:
    """For each token, whether it belongs to a pattern that is sought, not to what is asked of it."""
    seeks = [False]
    for index in range(len(read.tokens)):
        if read.brackets[index] is Bracket.SUBQUERY and read.has_sign(index, "}"):
            seeks.pop()
        elif read.brackets[index] in (None, Bracket.SUBQUERY):
            seeks[-1] = read.has_word(index, "MATCH") or (seeks[-1] and not read.has_word(index, *_ENDS))
        yield seeks[-1]
        if read.has_sign(index, "{") and read.brackets[index + 1] is Bracket.SUBQUERY:
            seeks.append(read.has_sign(index + 1, "("))


def _repeated(read: Read, index: int, *, is_pattern: bool) -> None:
    if is_variable(read, index):
        _length(read, index)
        return
    bracket = read.brackets[index]
    is_bare = bracket in (None, Bracket.SUBQUERY) or (bracket is Bracket.GROUP and read.has_sign(index - 1, ")"))
    if (is_pattern and is_bare) or _follows_arrow(read, index):
        raise read.refusal(index, _NO_END)


def is_variable(read: Read, index: int) -> bool:
    """Whether this is the star of a relationship of variable length."""
    is_inside = read.brackets[index] is Bracket.RELATIONSHIP
    return is_inside and read.has_sign(index, "*") and not _is_computed(read, index)


def _is_computed(read: Read, index: int) -> bool:
    """Whether the sign stands behind the WHERE of a relationship, where it multiplies."""
    for at in range(index, -1, -1):
        if read.brackets[at] is Bracket.RELATIONSHIP and read.has_word(at, "WHERE"):
            return True
        if read.has_sign(at, "[") and read.has_sign(at - 1, "-"):
            return False
    return False


def _length(read: Read, star: int) -> None:
    """`*`, how to walk, and `n..m`, of which the upper bound has to be there."""
    index = star + 1
    while read.has_word(index, *words.PATH_MODES):
        index += 1
    while read.tokens[index].kind is Kind.NUMBER and read.has_sign(index + 1, ".."):
        index += 2
    if read.has_sign(index, ".."):
        index += 1
    _check_bound(read, star, index)
    if not (read.has_sign(index + 1, "]", "{") or read.has_word(index + 1, "WHERE")):
        raise read.refusal(index, _NO_END)


def _quantifier(read: Read, index: int) -> None:
    """`{n,m}` behind an arrow."""
    end = index + 1
    while not read.has_sign(end, "}"):
        end += 1
    _check_bound(read, index, end - 1)


def _check_bound(read: Read, at: int, index: int) -> None:
    token = read.tokens[index]
    is_whole = token.kind is Kind.NUMBER and token.text.isdigit()
    if not is_whole:
        raise read.refusal(at, _NO_END)
    if whole(token.text) > caps.HOPS:
        raise read.refusal(index, f"A path has at most {caps.HOPS} steps.")


def _shortest(read: Read, index: int) -> None:
    token = read.tokens[index + 1]
    is_count = token.kind in (Kind.NUMBER, Kind.PARAMETER) and read.brackets[index] is not Bracket.RELATIONSHIP
    if is_count and not (token.text.isdigit() and whole(token.text) <= caps.SHORTEST):
        raise read.refusal(index + 1, f"At most {caps.SHORTEST} shortest paths are sought.")


def _follows_arrow(read: Read, index: int) -> bool:
    """Whether a relationship ends right before: `-` or `->` behind `]` or `-`."""
    at = index - 2 if read.has_sign(index - 1, ">") else index - 1
    return read.has_sign(at, "-") and read.has_sign(at - 1, "]", "-")


_NO_END = f"A path of variable length needs an upper bound, such as *1..{caps.HOPS} or {{1,{caps.HOPS}}}."
