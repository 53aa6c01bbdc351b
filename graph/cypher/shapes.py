"""Nodes, relationships and paths as plain maps and lists, the same on every engine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import Any

Plain = dict[str, Any]


class Edge(dict[str, Any]):
    """A relationship as a map; what users return as a map is never taken for one."""


def node(labels: Iterable[str], properties: Mapping[str, Any]) -> Plain:
    """A node. Properties without a value are left out, as an engine without tables leaves them."""
    return {"id": properties.get("id"), "labels": list(labels), "properties": _given(properties)}


def relationship(kind: str, source: Hashable, target: Hashable, properties: Mapping[str, Any]) -> Edge:
    """A relationship between two places of the engine, which `identify` turns into ids."""
    return Edge(id=None, type=kind, source=source, target=target, properties=_given(properties))


def identify(rows: Iterable[Any], find: Callable[[set[Hashable]], Mapping[Hashable, str]]) -> None:
    """Give each relationship in these rows the ids of its nodes, and an id of its own that follows from its content."""
    found = list(_relationships(rows))
    places = {one[end] for one in found for end in ("source", "target")}
    ids = find(places) if places else {}
    for one in found:
        one["source"], one["target"] = ids.get(one["source"]), ids.get(one["target"])
        content = json.dumps([one["type"], one["source"], one["target"], one["properties"]], sort_keys=True)
        one["id"] = hashlib.sha256(content.encode()).hexdigest()[:16]


def scalar(value: object) -> Any:  # noqa: ANN401
    """A value that JSON has."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if isfinite(value) else str(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    return str(value)


def _given(properties: Mapping[str, Any]) -> Plain:
    return {name: value for name, value in sorted(properties.items()) if value is not None}


def _relationships(value: object) -> Iterable[Edge]:
    if isinstance(value, Edge):
        yield value
        return
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _relationships(item)
