"""How many rows the lists of a query can make: `range()` and `UNWIND` are cheap to write and dear to run."""

from __future__ import annotations

from graph.cypher import caps, words
from graph.cypher.bounds import Read, whole
from graph.cypher.states import Bracket
from graph.cypher.tokens import Kind

_MEASURES = ("SIZE", "LENGTH", "CARDINALITY")


def check(read: Read) -> None:
    """Raise CypherRefused for a range that is too long, or lists that make too many rows with each other."""
    _check_nesting(read)
    rows = 1
    for index in range(len(read.tokens)):
        if read.has_word(index, "RANGE") and read.has_sign(index + 1, "("):
            rows *= _length_of_range(read, index)
        elif read.has_word(index - 1, "UNWIND"):
            rows *= max(_length(read, index), 1)
        if rows > caps.PRODUCT:
            raise read.refusal(index, f"The lists of this query would make more than {caps.PRODUCT:,} rows.")


def _check_nesting(read: Read) -> None:
    """Neo4j looks at the clock between rows alone, and lists gone through within each other are one row.

    What can be seen in a text is refused. Lists that are compared, searched or split off for each item of another one
    cannot, since names have no types here; that they do not pile up is left to `on_neo4j`.
    """
    going: list[bool] = []
    for index in range(len(read.tokens)):
        if read.has_sign(index, "(", "[", "{"):
            going.append(_goes_through(read, index))
        elif read.has_sign(index, ")", "]", "}"):
            going.pop()
        if sum(going) > caps.LOOPS:
            raise read.refusal(index, "No list is gone through within another one: use UNWIND.")


def _goes_through(read: Read, index: int) -> bool:
    """Whether `[x IN`, `any(x IN` or `toStringList(` stands there."""
    if read.has_word(index - 1, *words.OF_ALL_ITEMS) and read.has_sign(index, "("):
        return True
    is_quantified = read.has_word(index - 1, *words.QUANTIFIERS) and read.has_sign(index, "(")
    return read.has_word(index + 2, "IN") and (is_quantified or read.has_sign(index, "["))


def _length(read: Read, index: int) -> int:
    """Items of the list that begins here, as far as that can be seen."""
    token = read.tokens[index]
    if token.kind is Kind.PARAMETER:
        value = read.parameters.get(token.value)
        return len(value) if isinstance(value, list) else 1
    if not token.is_sign("["):
        return 1
    return len(read.arguments(index - 1)) if read.brackets[index] is not Bracket.RELATIONSHIP else 1


def _length_of_range(read: Read, index: int) -> int:
    """The greatest number in its arguments stands for its length; what is not seen to be small is refused."""
    most = 1
    for argument in read.arguments(index):
        at = argument.start
        while at < argument.stop:
            if read.has_word(at, *_MEASURES) and read.has_sign(at + 1, "("):
                at = read.arguments(at)[-1].stop
            else:
                most = max(most, _number(read, at, index))
            at += 1
    return most


def _number(read: Read, at: int, call: int) -> int:
    token = read.tokens[at]
    if token.is_sign("+", "-"):
        return 1
    value = read.parameters.get(token.value) if token.kind is Kind.PARAMETER else None
    if token.kind is Kind.NUMBER and token.text.isdigit():
        value = whole(token.text)
    if not isinstance(value, int) or abs(value) > caps.RANGE:
        raise read.refusal(
            call,
            f"range() takes numbers up to {caps.RANGE:,}, parameters as small, and size() of something, with + and - "
            "between them.",
        )
    return abs(value)
