"""What a query calls: functions that compute from what they are given, and nothing else."""

from __future__ import annotations

from graph.cypher import words
from graph.cypher.bounds import Read
from graph.cypher.states import Bracket
from graph.cypher.tokens import Kind

_NAMES = (Kind.WORD, Kind.QUOTED)
_REASONS = {
    "reduce": "it may grow without bound: take the list apart with UNWIND, and use sum() or collect().",
    "repeat": "a text made of repetitions may fill the memory.",
    "lpad": "a text made of repetitions may fill the memory.",
    "rpad": "a text made of repetitions may fill the memory.",
    "current_setting": "settings are not part of the graph.",
    "nextval": "it writes.",
}


def check(read: Read, functions: frozenset[str]) -> None:
    """Raise CypherRefused for a call of anything else, under whatever name."""
    for last in read.called:
        first = last
        while read.has_sign(first - 1, ".") and first >= 2 and read.tokens[first - 2].kind in _NAMES:
            first -= 2
        chain = read.tokens[first : last + 1]
        name = "".join(token.text for token in chain)
        is_quoted = any(token.kind is Kind.QUOTED for token in chain)
        if is_quoted or name.lower() not in functions or _belongs_to_more(read, first):
            raise read.refusal(first, f"The function {name[:80]} cannot be used: {_why_not(name, functions)}")


def _belongs_to_more(read: Read, index: int) -> bool:
    """Whether the name that begins here is a label, or what is called is part of a value."""
    if read.has_sign(index - 1, ":"):
        is_in_map = read.brackets[index] is Bracket.MAP
        return not is_in_map or not read.has_sign(index - 3, "{", ",")
    return read.has_sign(index - 1, ".")


def _why_not(name: str, functions: frozenset[str]) -> str:
    if name.lower() in _REASONS:
        return _REASONS[name.lower()]
    if any(name.lower() in known for known in words.FUNCTIONS.values()):
        near = sorted(function for function in functions if _plain(function) == _plain(name))
        return f"this engine has none of that name{', but ' + near[0] if near else ''}."
    return "it is not one of those that do nothing but compute."


def _plain(function: str) -> str:
    return function.lower().replace("_", "").removeprefix("list")
