"""Which column of a table, or field of a record, says what."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from loaders import curated
from loaders.decoding import cleaned

FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "article_text", "full_text", "story", "maintext"),
    "title": ("title", "headline", "heading", "subject"),
    "publisher": ("publisher", "source", "outlet", "publication", "provider", "site", "sitename"),
    "url": ("url", "link", "address", "source_url", "web_url"),
    "published_at": (
        *("published_at", "published", "publishedat", "publish_date", "published_date", "publication_date"),
        *("pub_date", "pubdate", "date", "datetime", "timestamp", "date_publish"),
    ),
}
CLAIM_FIELDS: Mapping[str, tuple[str, ...]] = {
    "by": ("by", "broker", "firm", "house", "institution"),
    "org": ("org", "organisation", "organization", "on_behalf_of"),
    "a": ("a", "company_a"),
    "b": ("b", "benchmark", "peer", "rival", "company_b"),
    "subject": ("subject", "about", "entity", "company", "index", "security", "ticker", "symbol"),
    "metric": ("metric", "measure"),
    "value": ("value", "target", "level"),
    "low": ("low",),
    "high": ("high",),
    "unit": ("unit", "currency"),
    "period": ("period",),
}
_USUAL: Mapping[str, tuple[str, ...]] = {**FIELDS, **CLAIM_FIELDS}
_DELIMITERS = ",;\t|"
_HINT = re.compile(r"\Asep=.\s*(?:\n|\Z)", re.IGNORECASE)
_FEWEST_KNOWN = 2  # columns, of what is not called a table: prose may open with "Text, …"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what, where it does not go by a usual name."""

    given: Mapping[str, str] = field(default_factory=dict)

    def has_text(self, record: object) -> bool:
        """True for a record with a column that holds the text of a document."""
        return isinstance(record, Mapping) and self._column("text", record) is not None

    def has_claim(self, record: object) -> bool:
        """True for a record that is no text but a claim: who sets which two against each other, or expects what."""
        if not isinstance(record, Mapping) or self.has_text(record):
            return False
        return curated.is_claim(self.claim_fields(record))

    def claim_fields(self, record: Mapping[str, object]) -> list[str]:
        """What a record may say of a claim."""
        return [name for name in CLAIM_FIELDS if self._column(name, record) is not None]

    def holds_documents(self, names: Iterable[str]) -> bool:
        """True for columns of these names of which each row is a document."""
        record = dict.fromkeys(names)
        return self.has_text(record) or self.has_claim(record)

    def known_in(self, names: Sequence[str]) -> int:
        """How many fields of a document these columns hold; none if they hold none."""
        record = dict.fromkeys(names)
        return sum(self._column(name, record) is not None for name in _USUAL) if self.holds_documents(names) else 0

    def wanted_of(self, names: Sequence[str]) -> list[str]:
        """Those of these columns that hold something of a document."""
        record = dict.fromkeys(names)
        wanted = {self._column(name, record) for name in _USUAL}
        return [name for name in names if name in wanted]

    def value(self, name: str, record: Mapping[str, object]) -> str:
        """What a record says in a field, or nothing."""
        column = self._column(name, record)
        value = record[column] if column is not None else None
        if isinstance(value, Mapping):  # as in {"source": {"id": null, "name": "Example Wire"}}
            value = value.get("name")
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        known = isinstance(value, str | int | float) and not isinstance(value, bool)
        return cleaned(str(value)).strip() if known else ""

    def _column(self, name: str, record: Mapping[str, object]) -> str | None:
        """What the column is called in this record; none if it has no such column."""
        if name in self.given:
            column = self.given[name]
            return column if column in record else None
        by_name = {_plain(column): column for column in record}
        return next((by_name[usual] for usual in _USUAL[name] if usual in by_name), None)


def columns_of(text: str) -> Columns:
    """The columns in `text=body,title=headline`; raises `ValueError` with what is wrong."""
    pairs = [part.partition("=") for part in text.split(",") if part.strip()]
    given = {name.strip(): column.strip() for name, _, column in pairs}
    if wrong := [name for name, column in given.items() if name not in _USUAL or not column]:
        raise ValueError(f"{wrong[0]!r} is not one of {', '.join(_USUAL)}, each with =NAME behind it")
    return Columns(given)


def delimiter_of(line: str, columns: Columns) -> str | None:
    """What stands between the columns of a table that opens with this line; none if it opens no table of documents."""
    for delimiter in _DELIMITERS:
        names = names_in(line, delimiter)
        if len(names) == len(set(names)) and columns.known_in(names) >= _FEWEST_KNOWN:
            return delimiter
    return None


def without_hint(text: str) -> str:
    """The text without the line by which a table tells Excel what stands between its columns: `sep=;`."""
    return _HINT.sub("", text, count=1)


def likely_delimiter(line: str) -> str:
    """What stands between the columns of a table whose columns say nothing to us: the most frequent one."""
    return max(_DELIMITERS, key=line.count)


def names_in(line: str, delimiter: str) -> list[str]:
    """The names of columns in the first line of a table."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _plain(column: object) -> str:
    return re.sub(r"[\s-]+", "_", str(column).strip().casefold())


def numbered(source: str, number: int) -> str:
    """What a part of a file is called: `news.csv:3`."""
    return f"{source}:{number}"


def first_of(names: Iterable[str]) -> str:
    """The first name that is not empty, or nothing."""
    return next((name for name in names if name), "")
