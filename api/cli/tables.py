"""Rows of the graph as tables that fit into 80 columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from api.cli.wording import figure_line, printable, quoted, stance_mark

if TYPE_CHECKING:
    from api.settings_list import Setting
    from graph.parameters import Parameter
    from graph.queries import Query
    from graph.store import Row
    from graph.verify import Fault

THE_DOCUMENT = "the document"
NARROWEST = 14  # characters that a column needs to be read


def plain_table(*columns: str, lines: bool = False, title: str | None = None) -> Table:
    """An empty table in the house style."""
    table = Table(
        box=box.SIMPLE_HEAD, show_lines=lines, title=title, title_justify="left", title_style="bold", expand=False
    )
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def claims_table(rows: Sequence[Row]) -> RenderableType:
    """Who and when, on what with which numbers, and the words."""
    table = plain_table("Who", "On what", "In which words", lines=True)
    table.columns[0].max_width = 20
    table.columns[1].max_width = 26
    for row in rows:
        table.add_row(_who(row), _on_what(row), _words(row))
    return table


def pairs_table(rows: Sequence[Row]) -> RenderableType:
    """Company, benchmark, and who sets them against each other."""
    table = plain_table("Company", "Benchmark", "By", "When", "Claim")
    for row in rows:
        claim = Text(row["claim_id"], style="dim")
        table.add_row(_bold(row["a"]), _bold(row["b"]), row["by"] or THE_DOCUMENT, _day(row), claim)
    return table


def neighbors_table(rows: Sequence[Row]) -> RenderableType:
    """Relation and neighbour, and who says so in which words."""
    table = plain_table("Relation", "With", "Who says so, in which words", lines=True)
    for row in rows:
        relation = Text(f"{'→' if row['direction'] == 'out' else '←'} {row['relation'].lower().replace('_', ' ')}")
        said = Text(row["by"] or THE_DOCUMENT, style="bold").append("\n").append_text(quoted(row["quote"]))
        role = f"\n{row['role']}" if row.get("role") else ""
        table.add_row(relation, _bold(row["name"]).append(f"\n{row['kind']}{role}", style="not bold dim"), said)
    return table


def entities_table(rows: Sequence[Row]) -> RenderableType:
    """Entities with the names that commands take."""
    table = plain_table("Id", "Name", "Kind", "Tickers")
    for row in rows:
        table.add_row(
            Text(row["id"], style="cyan"), _bold(row["name"]), row["kind"], ", ".join(row.get("tickers") or [])
        )
    return table


def entity_card(row: Row) -> RenderableType:
    """An entity with all its names."""
    head = _bold(row["name"]).append(f"  {row['kind']}  ", style="not bold").append(row["id"], style="not bold cyan")
    names = [("also", row.get("aliases") or []), ("tickers", row.get("tickers") or []), *_identity(row)]
    said = f"{row['claims_made'] + row['claims_on_behalf']:,} claims by it or for it, {row['claims_about']:,} about it"
    counts = Text(f"named in {row['documents']:,} documents; {said}")
    return Group(
        head, counts, *(Text(f"{label}: {', '.join(values)}", style="dim") for label, values in names if values)
    )


def _identity(row: Row) -> Iterator[tuple[str, list[str]]]:
    """What registers say of an entity, identifiers with the names of those that give them."""
    for each in row.get("identifiers") or []:
        yield each["scheme"].upper(), [f"{each['value']} ({', '.join(each['sources'])})"]
    yield "country", [row["country"]] if row.get("country") else []
    yield "exchanges", row.get("exchanges") or []


def path_tree(hops: Sequence[Row]) -> RenderableType:
    """A path as steps, each with its words."""
    tree = Tree(_bold(hops[0]["source"]))
    for hop in hops:
        arrow = "──▶" if hop["forward"] else "◀──"
        step = Text(f"{hop['relation'].lower().replace('_', ' ')} {arrow} ", style="cyan").append_text(
            _bold(hop["target"])
        )
        role, by = hop.get("role"), hop.get("by")
        step.append(f"  {role}" if role else "", style="dim").append(f"  by {by}" if by else "", style="dim")
        tree.add(Group(step, quoted(hop["quote"])) if hop.get("quote") else step)
    return tree


def any_rows(rows: Sequence[Row], width: int) -> RenderableType:
    """Rows of any query in its own columns: as a table if there is room, else one record below the other."""
    if len(rows[0]) * NARROWEST > width:
        return Group(*map(_record, rows))
    table = plain_table(*rows[0])
    for row in rows:
        table.add_row(*map(_cell, row.values()))
    return table


def _record(row: Row) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    for name, value in row.items():
        grid.add_row(Text(name, style="dim"), _cell(value))
    return Group(grid, Text())


def queries_table(queries: Iterable[Query]) -> RenderableType:
    """Named queries with what they take and return."""
    table = plain_table("Query", "Takes", "What it answers", lines=True)
    for query in queries:
        takes = Text("\n").join(_parameter(parameter) for parameter in query.params)
        table.add_row(
            Text(query.name, style="cyan"), takes, Text(query.doc).append(f"\n{', '.join(query.columns)}", style="dim")
        )
    return table


def settings_table(settings: Iterable[Setting]) -> RenderableType:
    """Settings with the variable that sets each, value, origin and meaning."""
    table = plain_table("Variable", "Value", "What it is", lines=True)
    table.columns[0].no_wrap = True
    for one in settings:
        value = Text(str(one.value), style="bold").append(f"\n{one.origin}", style="not bold dim")
        table.add_row(Text(one.variable, style="cyan"), value, Text(one.description.replace("`", "")))
    return table


def faults_table(faults: Iterable[Fault]) -> RenderableType:
    """Quotes that do not stand where they should, with what stands there."""
    table = plain_table("Document", "What", "Should say", "Says", lines=True)
    for fault in faults:
        where = f"{fault.kind} {fault.id}\n{fault.start}-{fault.end}"
        table.add_row(Text(fault.document_id, style="cyan"), where, quoted(fault.expected), quoted(fault.found))
    return table


def counts_table(nodes: Mapping[str, int], relationships: Mapping[str, int]) -> RenderableType:
    """How many there are of each kind, nodes beside relationships."""
    grid = Table.grid(padding=(0, 4))
    grid.add_row(_counts("Nodes", nodes), _counts("Relationships", relationships))
    return grid


def _counts(title: str, counts: Mapping[str, int]) -> Table:
    table = plain_table(title, "")
    table.columns[1].justify = "right"
    for name, number in counts.items():
        table.add_row(Text(name, style="" if number else "dim"), Text(f"{number:,}", style="bold" if number else "dim"))
    return table


def _who(row: Row) -> Text:
    text = _bold(row["speaker"] or THE_DOCUMENT)
    text.append(f"\n{row['org']}" if row.get("org") else "", style="not bold")
    return text.append(f"\n{_day(row)}", style="not bold dim")


def _on_what(row: Row) -> Text:
    text = stance_mark(row["stance"]).append(f" {row['type']}", style="bold")
    text.append(f" · {row['modality']}" if row["modality"] != "stated" else "", style="dim")
    text.append("\n" + ", ".join(one["name"] for one in row["about"]) if row["about"] else "", style="default")
    for figure in row["figures"]:
        text.append("\n").append_text(figure_line(figure, row["about"]))
    return text


def _words(row: Row) -> Text:
    return quoted(row["quote"]).append(f"\n{row['claim_id']}", style="not italic dim")


def _day(row: Row) -> str:
    return str(row.get("published_at") or "undated")[:10]


def _bold(words: str) -> Text:
    return Text(printable(words), style="bold")


def _parameter(parameter: Parameter) -> Text:
    needed = "" if parameter.is_required else f" = {json.dumps(parameter.default)}"
    return Text(f"{parameter.name}").append(f" {parameter.type}{needed}", style="dim")


def _cell(value: object) -> Text:
    shown = (
        value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False, default=str)
    )
    return Text(printable(shown))
