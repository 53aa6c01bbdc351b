"""Pairs of entities and what was judged of them, as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from api.cli.tables import plain_table
from api.cli.wording import printable

if TYPE_CHECKING:
    from rich.console import RenderableType

    from graph.store import Row

_WORDS = {"same": "same as", "different": "not", "unsure": "perhaps"}


def candidates_table(rows: Sequence[Row]) -> RenderableType:
    """Which entity would be kept, which one would go into it, and why."""
    table = plain_table("Kept", "Merged into it", "Score", "Why")
    table.columns[2].justify = "right"
    for row in rows:
        table.add_row(_named(row["left"]), _named(row["right"]), f"{row['score']:.2f}", Text(printable(row["why"])))
    return table


def judgements_table(rows: Sequence[Row]) -> RenderableType:
    """What was judged of which ids, why, by whom and when, and under which id of its own."""
    table = plain_table("Judged", "Why", "By", "Id", lines=True)
    table.columns[0].no_wrap = table.columns[3].no_wrap = True
    for row in rows:
        ends = Text(row["left"], style="bold").append(f"\n{_WORDS[row['verdict']]} {row['right']}", style="not bold")
        by = Text(printable(row["by"])).append(f"\n{row['at'][:10]}", style="dim")
        table.add_row(ends, Text(printable(row["why"])), by, Text(row["id"], style="dim"))
    return table


def pair_lines(row: Row, number: int, total: int) -> Iterator[Text]:
    """One candidate with both sides, as whoever judges it wants to see it."""
    yield Text(f"\n{number} of {total}  ", style="dim").append(
        f"{row['score']:.2f}  {printable(row['why'])}", style="not dim"
    )
    for side in (row["left"], row["right"]):
        yield _side(side)
        if context := side["context"]:
            yield _in_words(context)


def _named(side: Row) -> Text:
    return Text(printable(side["name"])).append(f" {side['id']}", style="dim")


def _side(side: Row) -> Text:
    told = [side["kind"], side["id"], *side["tickers"][:3], *side["roles"][:2]]
    told.append("reference data" if side["is_listed"] else f"in {side['documents']:,}")
    others = [alias for alias in side["aliases"] if alias != side["name"]][:4]
    line = Text(f"  {printable(side['name'])}", style="bold").append(f"  {' · '.join(told)}", style="not bold dim")
    return line.append(f"  also {printable(', '.join(others))}", style="not bold") if others else line


def _in_words(context: Row) -> Text:
    """The sentence, with the name in bold."""
    text, start, end = printable(context["text"]), context["start"], context["end"]
    words = Text("    “").append(text[:start]).append(text[start:end], style="bold").append(f"{text[end:]}”")
    return words.append(f"  {printable(context['title'])}", style="dim")
