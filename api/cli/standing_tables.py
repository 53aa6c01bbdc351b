"""What claims come to when they are held against each other, as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from api.amounts import amount, number
from api.cli.tables import claims_table, plain_table
from api.cli.wording import printable, quoted, stance_mark

if TYPE_CHECKING:
    from rich.console import RenderableType

    from graph.store import Row

MOST_SHOWN = 10  # of each part of a consensus; --json has them all


def spoken_table(rows: Sequence[Row]) -> RenderableType:
    """Claims of a speaker; those that later ones took the place of say so."""
    return claims_table([row if row["is_current"] else {**row, "type": f"{row['type']} (superseded)"} for row in rows])


def voices_table(rows: Sequence[Row]) -> RenderableType:
    """Who holds what of a subject, and in which words."""
    table = plain_table("Voice", "Holds", "In which words", lines=True)
    for row in rows:
        past = f"\n{row['superseded_total']} before" if row["superseded_total"] else ""
        voice = Text(printable(row["voice"]), style="bold").append(f"\n{_day(row)}{past}", style="not bold dim")
        words = Text("\n").join(quoted(claim["quote"]) for claim in [*row["current"], *row["superseded"]])
        table.add_row(voice, _side(row["stance"]), words)
    return table


def consensus_parts(found: Row) -> Iterator[RenderableType]:
    """How many are on each side, the numbers, the dissenters and the contradictions, as far as there are any."""
    stances = found["stances"]
    head = Text(printable(found["entity"]["name"]), style="bold")
    heard = f"{found['voices']} voices in {found['independent_sources']} independent sources"
    days = f"{found['since'] or '…'} to {found['until'] or '…'}"
    head.append(f"  {heard}, {days}: ", style="not bold")
    for stance, count in stances.items():
        head.append_text(stance_mark(stance)).append(f" {count}  ", style="not bold")
    yield head
    if found["measures"]:
        yield _measures(found["measures"][:MOST_SHOWN])
    if found["dissenters"]:
        yield _sides("Dissenters", found["dissenters"][:MOST_SHOWN])
    if found["contradictions"]:
        yield _contradictions(found["contradictions"][:MOST_SHOWN], found["contradictions_total"])


def _measures(rows: Sequence[Row]) -> RenderableType:
    table = plain_table("Measure", "Voices", "Low", "Median", "High")
    for row in rows:
        what = " ".join(filter(None, (row["metric"].replace("_", " "), row["period"], row["basis"])))
        low, high = (f"{number(row[end])}\n{', '.join(row[f'{end}_by'][:3])}" for end in ("low", "high"))
        table.add_row(f"{what}\n{row['unit']}", str(row["voices"]), low, number(row["median"]), high)
    return table


def _sides(title: str, rows: Sequence[Row]) -> RenderableType:
    table = plain_table(title, "Side", "In which words", lines=True)
    for row in rows:
        words = quoted(row["claim"]["quote"]) if row["claim"] else Text()
        table.add_row(Text(printable(row["voice"]), style="bold"), _side(row["stance"]), words)
    return table


def _contradictions(rows: Sequence[Row], total: int) -> RenderableType:
    table = plain_table("One", "The other", lines=True, title=f"Contradictions: {total}")
    for row in rows:
        table.add_row(_said(row["a"], row["unit"]), _said(row["b"], row["unit"]))
    return table


def _said(row: Row, unit: str | None) -> Text:
    value = "" if row["low"] is None else f"  {amount({**row, 'unit': unit or ''})}"
    who = Text(printable(row["speaker"] or row["org"] or ""), style="bold").append(value)
    return who.append(f"  {_day(row)}\n", style="not bold dim").append_text(quoted(row["quote"]))


def _side(stance: str | None) -> Text:
    return stance_mark(stance).append(f" {stance}") if stance else Text("facts alone", style="dim")


def _day(row: Row) -> str:
    return str(row.get("published_at") or "undated")[:10]
