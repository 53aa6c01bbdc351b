"""The reference of the named queries, made from their headers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from docs.building.tables import table
from graph import queries
from graph.parameters import Parameter
from graph.queries import PORTABLE, Query

READING = """# Named queries

Every question that the product asks is a file in `cypher/`: its path is its name, its header its contract, and its
text can be pasted into Neo4j Browser. Those with a command can be asked by name. How such a file is written is told in
[the conventions](../query-files.md); those that write are on [a page of their own](writing-queries.md)."""
WRITING = """# Queries that write

Only `graph.ingest` and what else keeps the store in order run these. [Those that read](queries.md) are for everyone."""


def reading() -> str:
    """The page of all queries that read."""
    return _page(READING, [one for one in _all() if one.mode == "read"])


def writing() -> str:
    """The page of all queries that write."""
    return _page(WRITING, [one for one in _all() if one.mode == "write"])


def _all() -> list[Query]:
    return [queries.query(name) for name in queries.names()]


def _page(opening: str, found: Iterable[Query]) -> str:
    return "\n\n".join([opening, *_sections(found)]) + "\n"


def _sections(found: Iterable[Query]) -> Iterator[str]:
    for folder, members in groupby(found, lambda one: one.name.partition(".")[0]):
        yield f"## {folder}"
        for one in members:
            yield from filter(None, _section(one))


def _section(one: Query) -> Iterator[str]:
    yield f"### {one.name}"
    yield one.doc
    if one.for_users:
        asked = " ".join(f"{given.name}=…" for given in one.params if given.is_required)
        yield f"```sh\nstreetgraph query {' '.join(filter(None, [one.name, asked]))}\n```"
    yield table(("Parameter", "Type", "Unless given"), map(_parameter, one.params))
    yield table(
        ("Column", "Type"), ((f"`{column.name}`", _type(column.type, column.nullable)) for column in one.returns)
    )
    yield _text("Text", one)
    yield from (_text(f"Text for {engine}", queries.query(one.name, engine)) for engine in _engines(one.name))


def _parameter(given: Parameter) -> tuple[str, str, str]:
    default = "required" if given.is_required else f"`{given.default!r}`"
    return f"`${given.name}`", _type(given.type, given.nullable), default


def _type(name: str, nullable: bool) -> str:
    return f"{name} or null" if nullable else name


def _engines(name: str) -> list[str]:
    """The engines that have a text of their own for the query."""
    named = map(queries.name_of, queries.all_files())
    return [engine for found, engine in named if found == name and engine != PORTABLE]


def _text(title: str, one: Query) -> str:
    """The text, folded away."""
    lines = "\n".join(f"    {line}".rstrip() for line in one.text.splitlines())
    return f'??? note "{title}"\n\n    ```cypher\n{lines}\n    ```'
