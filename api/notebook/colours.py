"""Colours of nodes: of each kind that of the style sheet for Neo4j Browser, so that it is the same everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

NONE = "#8a919e"
OTHERS = ("#2f6fde", "#d9793a", "#2b9a72", "#7a4fc9", "#c0508f", "#7d8a3c", "#4fb3bf", "#b35e5e")
_RULE = re.compile(r"node\.(?P<kind>\w+) \{[^}]*?\bcolor: (?P<colour>#[0-9a-f]{6});")


@cache
def fills() -> dict[str, str]:
    """The colour that nodes of a kind or label are filled with, as `#rrggbb`."""
    sheet = (files("api") / "pages" / "neo4j" / "streetgraph.grass").read_text(encoding="utf-8")
    return {rule["kind"]: rule["colour"] for rule in _RULE.finditer(sheet)}


def colours_of(values: Iterable[object]) -> dict[str, str]:
    """A colour for each value, as text: of kinds and labels their own, of others one after the other."""
    sought = sorted({str(value) for value in values if value is not None})
    others = [value for value in sought if value not in fills()]
    return {**fills(), **{value: OTHERS[number % len(OTHERS)] for number, value in enumerate(others)}}
