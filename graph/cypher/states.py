"""Where in a query one is: what is expected, and within which brackets."""

from __future__ import annotations

from enum import Enum, auto


class Expected(Enum):
    """What the text has come to."""

    CLAUSE = auto()
    VALUE = auto()  # a name, a constant, a bracket that opens
    REST = auto()  # a value has ended: a sign, or a word that goes on


class Bracket(Enum):
    """What a bracket that is open holds."""

    GROUP = "("
    LIST = "["
    RELATIONSHIP = "-["
    MAP = "{"
    SUBQUERY = "EXISTS {"
    QUANTIFIER = "->{"
    CASE = "CASE"
