"""Records with named values, such as rows of a table, to documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from graph.model import Document
from loaders import curated
from loaders.curated_amounts import amount_of
from loaders.errors import DocumentUnreadable, Failure
from loaders.sources.columns import FIELDS, Columns
from loaders.sources.days import day_of
from loaders.sources.paragraphs import paragraphs

_MARKUP = re.compile(r"</(?:p|div|a|span|li|strong|em)>|<br ?/?>", re.IGNORECASE)
_MOST_NAMED = 12


def outcome_of(record: Mapping[str, object], source: str, columns: Columns) -> Document | Failure:
    """The document in a record, or why there is none in it."""
    try:
        check_columns(record, columns)
        return _article(record, source, columns) if columns.has_text(record) else _claim(record, source, columns)
    except DocumentUnreadable as problem:
        return Failure(source, f"{source} {problem}")


def check_columns(names: Iterable[str], columns: Columns) -> None:
    """Raise `DocumentUnreadable` where a record with these fields is no document."""
    every = list(map(str, names))
    if not columns.holds_documents(every):
        known = ", ".join(every[:_MOST_NAMED]) or "none"
        raise DocumentUnreadable(f"has no column of texts among {known}: name it with --columns text=NAME.")


def _article(record: Mapping[str, object], source: str, columns: Columns) -> Document:
    values = {name: columns.value(name, record) for name in FIELDS}
    text = values["text"]
    body = paragraphs(text) if _MARKUP.search(text) else text
    published = day_of(values["published_at"]) if values["published_at"] else None
    return Document(
        body.strip(), values["title"], values["publisher"] or None, _address(values["url"]), published, source
    )


def _claim(record: Mapping[str, object], source: str, columns: Columns) -> Document:
    """A row of a curated table, whose words are the text that its claim rests on."""
    day, publisher, url = (columns.value(name, record) for name in ("published_at", "publisher", "url"))
    published = day_of(day) if day else None
    said = {name: columns.value(name, record) for name in columns.claim_fields(record)}
    text = curated.text_of(said | {"date": str(published or "")})
    if "a" not in said or "b" not in said:
        amount_of(said)
    return Document(text, curated.title_of(said), publisher or None, _address(url), published, source)


def _address(url: str) -> str | None:
    return url if re.match(r"https?://\S+\Z", url) else None
