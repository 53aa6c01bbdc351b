"""Columns and rows of a query as what a notebook works with: a table, and a graph where there are nodes in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import networkx
import pandas

_NODE = {"id", "labels", "properties"}
_RELATIONSHIP = {"id", "type", "source", "target", "properties"}
_NAMES = ("name", "title", "text")  # the first that a node has is what it is called; others go by their label


class Answered(NamedTuple):
    """What a query found: `table` without the columns that hold nothing but pieces of `graph`."""

    table: pandas.DataFrame
    graph: networkx.MultiDiGraph[str] | None


def answered(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> Answered:
    """The rows as a table with nullable types, and all nodes, relationships and paths in them as one graph."""
    pieces = [piece for row in rows for piece in _pieces(row)]
    drawn = {name for at, name in enumerate(columns) if any(_is_drawn(row[at]) for row in rows)}
    table = pandas.DataFrame([list(row) for row in rows], columns=list(columns))
    kept = [name for name in columns if name not in drawn]
    return Answered(table[kept].convert_dtypes(), _graph_of(pieces) if pieces else None)


def _is_drawn(value: object) -> bool:
    return any(True for _ in _pieces(value))


def _pieces(value: object) -> Iterator[Mapping[str, Any]]:
    """The nodes and relationships in a value, however deep in lists and maps."""
    if isinstance(value, Mapping):
        if value.keys() in (_NODE, _RELATIONSHIP):
            yield value
        else:
            yield from _pieces(list(value.values()))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _pieces(part)


def _graph_of(pieces: Sequence[Mapping[str, Any]]) -> networkx.MultiDiGraph[str]:
    """The graph of these pieces; the other end of a relationship that came without it goes by its id."""
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for piece in pieces:
        if "labels" in piece:
            graph.add_node(piece["id"], **_node(piece))
    for piece in pieces:
        if "type" in piece:
            more = {**piece["properties"], "relation": piece["type"]}
            graph.add_edge(piece["source"], piece["target"], key=piece["id"], **more)
    return graph


def _node(piece: Mapping[str, Any]) -> dict[str, Any]:
    """The properties of a node, with a `name` and a `kind` whatever its label."""
    properties, label = piece["properties"], piece["labels"][0]
    named = next((properties[name] for name in _NAMES if properties.get(name)), label)
    return {**properties, "name": named, "kind": properties.get("kind", label), "label": label}
