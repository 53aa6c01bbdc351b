"""How numbers, stances and quotes read on a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.text import Text

from api.amounts import amount

MARKS = {"positive": ("▲", "green"), "negative": ("▼", "red"), "neutral": ("●", "yellow")}
_QUOTATION_MARKS = frozenset('"“«„')


def stance_mark(stance: str) -> Text:
    """An arrow up, down or a dot, in the colour of the stance."""
    mark, colour = MARKS.get(stance, MARKS["neutral"])
    return Text(mark, style=colour)


def figure_line(figure: Mapping[str, Any], known: Sequence[Mapping[str, Any]] = ()) -> Text:
    """What is measured, of what unless that is the one subject known already, and the number."""
    about = "" if [one["id"] for one in known] == [figure.get("about_id")] else figure.get("about") or ""
    basis = figure.get("basis")
    words = [
        figure["metric"].replace("_", " "),
        about,
        f"({basis.replace('_', ' ')})" if basis else "",
    ]
    return Text(" ".join(filter(None, words)) + " ").append(amount(figure), style="bold")


def quoted(words: str | None) -> Text:
    """Exact words in quotation marks; what a terminal would obey is shown instead."""
    shown = printable(words or "").strip()
    return Text(shown if shown[:1] in _QUOTATION_MARKS else f"“{shown}”", style="italic")


def printable(words: str) -> str:
    """The words in one line, without control characters."""
    return "".join(char if char.isprintable() else " " for char in words)
