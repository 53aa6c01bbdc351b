"""How the demo lays out what it shows; everything fits into 80 columns."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from api.cli.tables import path_tree, plain_table
from api.cli.wording import figure_line, printable, quoted, stance_mark
from graph.model import Stance

if TYPE_CHECKING:
    from api.cli.views import Change, Debate
    from graph.store import Row

INDENT = (0, 0, 0, 2)
ACCENT = "cyan"
MOST_TELLING = 3
NOTHING = Text("  nothing in these notes", style="dim")


def opening(summary: Mapping[str, Any]) -> RenderableType:
    """What was loaded, in one box."""
    documents = sum(summary["documents"][status] for status in ("added", "changed", "replaced", "unchanged"))
    what = Text(
        "Who said what about which company, when,\nwith which numbers, and in which exact words.\n\n", style="bold"
    )
    numbers = " · ".join(
        [f"{documents} notes", *(f"{summary[name]} {name}" for name in ("entities", "claims", "figures"))]
    )
    return Panel(
        what.append(numbers, style=f"not bold {ACCENT}").append(
            f"  in {summary['seconds']:.1f} s", style="not bold dim"
        )
    )


def heading(title: str, command: str | None) -> RenderableType:
    """A line across, and the command that shows the same."""
    parts: list[RenderableType] = [Text(""), Rule(Text(title, style="bold"), align="left", style=ACCENT)]
    return Group(*parts, Text(f"$ {command}", style="dim")) if command else Group(*parts)


def pairs(rows: Sequence[Row]) -> RenderableType:
    """The pairs and who sets them."""
    table = plain_table("Company", "is measured against", "by", "on")
    for row in rows:
        table.add_row(
            Text(row["a"], style="bold"),
            Text(row["b"], style="bold"),
            row["by"] or "the document",
            str(row["published_at"]),
        )
    return table


def voices(groups: Mapping[str, Sequence[Row]]) -> Iterator[RenderableType]:
    """Each voice with the most telling of its claims, and how to see the others."""
    for name, claims in groups.items():
        yield Text(f"\n{printable(name)}", style="bold")
        statements = list(_statements(claims))
        telling = sorted(statements, key=lambda one: one["stance"] == Stance.NEUTRAL and not one["figures"])[
            :MOST_TELLING
        ]
        for statement in statements:
            if statement in telling:
                yield Padding(_statement(statement), INDENT)
        if more := len(statements) - len(telling):
            yield Padding(
                Text(f"… {more} more: streetgraph claims --speaker {claims[0]['speaker_id']}", style="dim"), INDENT
            )


def debates(found: Sequence[Debate]) -> Iterator[RenderableType]:
    """Subjects with the voices on either side."""
    about = shlex.quote(found[0].subject) if found else "ENTITY"
    yield heading("Where they agree, and where they do not", f"streetgraph claims --about {about}")
    table = plain_table("On", "▲ in favour", "▼ against", "", lines=True)
    for one in found:
        verdict = Text("dissent", style="bold red") if one.is_dissent else Text("agreement", style="bold green")
        sides = ("\n".join(one.positive), "\n".join(one.negative))
        table.add_row(
            Text(one.subject, style="bold"), Text(sides[0], style="green"), Text(sides[1], style="red"), verdict
        )
    yield table if found else NOTHING


def changes(found: Sequence[Change]) -> Iterator[RenderableType]:
    """What was said before and after."""
    speaker = found[0].claim["speaker_id"] if found else "ENTITY"
    yield heading("Who changed their mind", f"streetgraph claims --speaker {speaker}")
    table = plain_table("Who", "On", "Before", "", "After", "When")
    for one in found:
        arrow = stance_mark(Stance.POSITIVE if one.rises else Stance.NEGATIVE)
        after = Text(one.after, style="bold green" if one.rises else "bold red")
        table.add_row(Text(one.voice, style="bold"), one.subject, Text(one.before, style="dim"), arrow, after, one.day)
    yield table if found else NOTHING


def path(hops: Sequence[Row]) -> RenderableType:
    """A path with the words of each step."""
    return Padding(path_tree(hops), INDENT)


def _statements(claims: Sequence[Row]) -> Iterator[Row]:
    """Claims in turn; those that share their words are shown as one."""
    for _, group in groupby(claims, key=lambda claim: (claim["document_id"], claim["start"], claim["end"])):
        same = list(group)
        about = {one["id"]: one for claim in same for one in claim["about"]}
        figures = {figure["id"]: figure for claim in same for figure in claim["figures"]}
        yield {**same[0], "about": list(about.values()), "figures": list(figures.values())}


def _statement(claim: Row) -> RenderableType:
    """Day and stance to the left, what is said to the right."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=10)
    grid.add_column(width=1)
    grid.add_column()
    about = ", ".join(one["name"] for one in claim["about"])
    head = Text(claim["type"], style="bold").append(f" · {about}" if about else "", style="not bold")
    figures = [figure_line(figure, claim["about"]) for figure in claim["figures"]]
    day = Text(str(claim["published_at"] or ""), style="dim")
    grid.add_row(day, stance_mark(claim["stance"]), Group(head, *figures, quoted(claim["quote"])))
    return grid
