"""Adjectives of places."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def places_by_adjective() -> dict[str, str]:
    """The id of the place that an adjective or a word for its people means."""
    source = files("loaders").joinpath("data", "demonyms.csv").read_text(encoding="utf-8")
    return {word: row["place"] for row in csv.DictReader(source.splitlines()) for word in row["words"].split("|")}
