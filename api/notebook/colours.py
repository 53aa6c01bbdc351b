"""The colour of each kind of node: that of the style sheet for Neo4j Browser, so that it is the same everywhere."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

OTHERS = "#8a919e"
_RULE = re.compile(r"node\.(?P<kind>\w+) \{[^}]*?\bcolor: (?P<colour>#[0-9a-f]{6});")


@cache
def fills() -> dict[str, str]:
    """The colour that nodes of a kind or label are filled with, as `#rrggbb`."""
    sheet = (files("api") / "pages" / "neo4j" / "streetgraph.grass").read_text(encoding="utf-8")
    return {rule["kind"]: rule["colour"] for rule in _RULE.finditer(sheet)}
