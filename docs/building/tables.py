"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """The rows under their heads; nothing if there are none."""
    lines = [tuple(row) for row in rows]
    if not lines:
        return ""
    head = tuple(heads)
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in (head, ("---",) * len(head), *lines))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
