"""Data to standard output: exactly one JSON document, or what people like to read."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, is_dataclass
from datetime import date, datetime


def plain(value: object) -> object:
    """The value in terms that JSON has."""
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form")


def print_json(value: object, *, indent: int | None = 2) -> None:
    """The value as one JSON document."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=indent, default=plain) + "\n")
