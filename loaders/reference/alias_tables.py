"""Tables of names such as Wikidata gives: an id, a label and aliases, and what else is known, as CSV or JSON.

Columns go by the names in `COLUMNS`; several values in a cell are separated by `|` or `;`. JSON is a list of objects,
the answer of a SPARQL service, or an object a line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, BinaryIO

from graph.model import Kind
from graph.naming import slug
from graph.records import Record
from loaders.decoding import text_on
from loaders.reference.entries import Entry, RowFault, checked, country_code, json_of, table_rows

COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id", "item", "qid", "wikidata"),
    "label": ("label", "name", "itemlabel"),
    "aliases": ("aliases", "alias", "altlabel", "itemaltlabel", "altlabels"),
    "kind": ("kind", "type"),
    "tickers": ("tickers", "ticker", "symbol"),
    "isin": ("isin", "isins"),
    "lei": ("lei",),
    "cik": ("cik",),
    "figi": ("figi", "figis"),
    "country": ("country",),
    "exchanges": ("exchanges", "exchange", "mic"),
}
_SEPARATED, _SEPARATED_BY_SERVICE = re.compile(r"[|;]"), re.compile(r", ")
_QID = re.compile(r"(?:https?://\S+/)?(Q[1-9][0-9]*)")


def is_table(names: Iterable[str]) -> bool:
    """Whether columns of these names make a table of names: a label, and an id, aliases or an identifier."""
    fields = _fields(names)
    return "label" in fields and bool(fields.keys() & {"id", "aliases", "tickers", "isin", "lei", "cik", "figi"})


def of_table(file: BinaryIO, source: str) -> Iterator[Entry]:
    """A record for each row of a CSV table, or what is wrong with it."""
    return _entries(table_rows(file), source)


def of_json(file: BinaryIO, source: str) -> Iterator[Entry]:
    """A record for each object of a JSON list or of an answer to SPARQL, or what is wrong with it."""
    content = json_of(file)
    if isinstance(content, Mapping) and "results" in content:
        content = [_plain(binding) for binding in content["results"]["bindings"]]
    return _entries(enumerate(content, start=1), source)


def of_lines(file: BinaryIO, source: str) -> Iterator[Entry]:
    """A record for each line that holds a JSON object, or what is wrong with it."""
    for number, line in enumerate(text_on(file, newline="\n"), start=1):
        try:
            row = json.loads(line) if line.strip() else None
        except (ValueError, RecursionError) as problem:
            yield RowFault(number, f"is no JSON ({problem})")
            continue
        yield from _entries([(number, row)], source) if row is not None else ()


def _entries(rows: Iterable[tuple[int, Any]], source: str) -> Iterator[Entry]:
    for number, row in rows:
        try:
            yield _record(row, source)
        except (AttributeError, TypeError, ValueError) as problem:
            yield RowFault(number, str(problem))


def _record(row: Mapping[str, Any], source: str) -> Record:
    column_of = _fields(row)
    told = {field: _values(row[column], column) for field, column in column_of.items()}
    label = next(iter(told.get("label", [])), "")
    if not slug(label):
        raise ValueError("has no label")
    qid = _QID.fullmatch(next(iter(told.get("id", [])), ""))
    return Record(
        source=source,
        key=qid[1] if qid else next(iter(told.get("id", [])), "") or slug(label),
        name=label,
        kind=_kind(told.get("kind", [])),
        aliases=tuple(name for name in dict.fromkeys(told.get("aliases", [])) if slug(name) and name != label),
        tickers=tuple(dict.fromkeys(ticker.upper() for ticker in told.get("tickers", []))),
        identifiers=checked(
            {scheme: told.get(scheme, []) for scheme in ("isin", "lei", "cik", "figi")}
            | {"wikidata": [qid[1]] if qid else []}
        ),
        country=country_code(next(iter(told.get("country", [])), "")),
        exchanges=tuple(dict.fromkeys(told.get("exchanges", []))),
    )


def _fields(names: Iterable[str]) -> dict[str, str]:
    """Which column holds which field."""
    by_name = {name.casefold().replace("_", "").replace(" ", ""): name for name in names}
    found = (
        (field, next((by_name[each] for each in usual if each in by_name), None)) for field, usual in COLUMNS.items()
    )
    return {field: column for field, column in found if column is not None}


def _values(cell: Any, column: str) -> list[str]:  # noqa: ANN401 - whatever JSON holds
    """The values in a cell; a label may hold any sign."""
    if isinstance(cell, list):
        return [str(value).strip() for value in cell if value is not None and str(value).strip()]
    if cell is None:
        return []
    if column in COLUMNS["label"] or column == "itemLabel":
        return [str(cell).strip()]
    separator = _SEPARATED_BY_SERVICE if column == "itemAltLabel" else _SEPARATED
    return [value.strip() for value in separator.split(str(cell)) if value.strip()]


def _kind(told: list[str]) -> Kind | None:
    """The kind that is told, in whatever case; ValueError if there is none of this name."""
    if not told:
        return None
    kinds = {kind.value.casefold(): kind for kind in Kind}
    if (kind := kinds.get(told[0].casefold())) is None:
        raise ValueError(f"the kind {told[0]!r:.60} is none of {', '.join(Kind)}")
    return kind


def _plain(binding: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """A row of an answer to SPARQL, as names and values."""
    return dict(chain.from_iterable([(name, value["value"])] for name, value in binding.items()))
