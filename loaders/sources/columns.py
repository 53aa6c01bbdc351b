"""Records with named values, such as rows of a table, to documents: which column says what."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.model import Document
from loaders.decoding import cleaned
from loaders.errors import DocumentUnreadable
from loaders.sources.days import day_of
from loaders.sources.paragraphs import paragraphs

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
_DELIMITERS = ",;\t|"
_FEWEST_KNOWN = 2  # columns, of what is not called a table: prose may open with "Text, …"
_MARKUP = re.compile(r"</(?:p|div|a|span|li|strong|em)>|<br ?/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what, where it does not go by a usual name."""

    given: Mapping[str, str] = field(default_factory=dict)

    def has_text(self, record: object) -> bool:
        """True for a record with a column that holds the text of a document."""
        return isinstance(record, Mapping) and self._column("text", record) is not None

    def known_in(self, names: Sequence[str]) -> int:
        """How many fields of a document these columns hold; none if they hold no text."""
        record = dict.fromkeys(names)
        return sum(self._column(name, record) is not None for name in FIELDS) if self.has_text(record) else 0

    def document(self, record: Mapping[str, object], source: str) -> Document:
        """The document in a record; raises `DocumentUnreadable` where there is none."""
        values = {name: self._value(name, record) for name in FIELDS}
        text = values["text"]
        if self._column("text", record) is None:
            names = ", ".join(list(map(str, record))[:12]) or "none"
            raise DocumentUnreadable(f"has no column of texts among {names}: name it with --columns text=NAME.")
        body = paragraphs(text) if _MARKUP.search(text) else text
        published = day_of(values["published_at"]) if values["published_at"] else None
        url = values["url"] if re.match(r"https?://\S+\Z", values["url"]) else None
        return Document(body.strip(), values["title"], values["publisher"] or None, url, published, source)

    def _value(self, name: str, record: Mapping[str, object]) -> str:
        column = self._column(name, record)
        value = record[column] if column is not None else None
        if isinstance(value, Mapping):  # as in {"source": {"id": null, "name": "Example Wire"}}
            value = value.get("name")
        known = isinstance(value, str | int | float) and not isinstance(value, bool)
        return cleaned(str(value)).strip() if known else ""

    def _column(self, name: str, record: Mapping[str, object]) -> str | None:
        """What the column is called in this record; none if it has no such column."""
        if name in self.given:
            return self._given(name, record)
        by_name = {_plain(column): column for column in record}
        return next((by_name[usual] for usual in FIELDS[name] if usual in by_name), None)

    def _given(self, name: str, record: Mapping[str, object]) -> str | None:
        column = self.given[name]
        return column if column in record else None


def columns_of(text: str) -> Columns:
    """The columns in `text=body,title=headline`; raises `ValueError` with what is wrong."""
    pairs = [part.partition("=") for part in text.split(",") if part.strip()]
    given = {name.strip(): column.strip() for name, _, column in pairs}
    if wrong := [name for name, column in given.items() if name not in FIELDS or not column]:
        raise ValueError(f"{wrong[0]!r} is not one of {', '.join(FIELDS)}, each with =NAME behind it")
    return Columns(given)


def delimiter_of(line: str, columns: Columns) -> str | None:
    """What stands between the columns of a table that opens with this line; none if it opens no table of texts."""
    for delimiter in _DELIMITERS:
        names = names_in(line, delimiter)
        if len(names) == len(set(names)) and columns.known_in(names) >= _FEWEST_KNOWN:
            return delimiter
    return None


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
