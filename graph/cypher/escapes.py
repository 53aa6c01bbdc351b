r"""`\uXXXX`, which Neo4j turns into characters before it looks at the text, as this does."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from graph.errors import CypherRefused

_ESCAPE = re.compile(r"(?<!\\)\\+u")
_HEX = re.compile(r"[0-9A-Fa-f]{4}")
_WIDTH = len(r"\u0041")


@dataclass(frozen=True, slots=True)
class Source:
    """A text without Unicode escapes that still knows where each character stood."""

    text: str
    escapes: list[int] = field(default_factory=list)  # positions of characters that were escaped

    def refusal(self, at: int, reason: str) -> CypherRefused:
        """The refusal of what stands at this position, with the line and column that the user sees."""
        before = self.text[:at]
        line_start = max(before.rfind("\n"), before.rfind("\r")) + 1
        escaped = bisect_left(self.escapes, at) - bisect_left(self.escapes, line_start)
        line = before.count("\n") + before.count("\r") - before.count("\r\n") + 1
        return CypherRefused(reason, line=line, column=at - line_start + escaped * (_WIDTH - 1) + 1)


def unescaped(text: str) -> Source:
    """The text with its Unicode escapes decoded; CypherRefused for one that could end a quotation or a comment.

    Engines differ in whether a backslash before the escape takes its meaning away, so that is refused as well.
    """
    parts: list[str] = []
    escapes: list[int] = []
    done = length = 0
    for found in _ESCAPE.finditer(text):
        parts.append(text[done : found.start()])
        length += found.start() - done
        if (character := _character(text, found)) is None:
            raise Source("".join(parts), escapes).refusal(
                length, "Only letters and digits may be written as \\uXXXX: write the character, or use a parameter."
            )
        parts.append(character)
        escapes.append(length)
        length += 1
        done = found.end() + 4
    return Source("".join(parts) + text[done:], escapes)


def _character(text: str, found: re.Match[str]) -> str | None:
    digits = _HEX.match(text, found.end())
    if digits is None or len(found[0]) > 2:
        return None
    character = chr(int(digits[0], 16))
    return character if character.isalnum() else None
