"""What reads which form, but for text, which needs no library."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from graph.model import Document
from loaders.errors import Failure
from loaders.sources import feed, json_lines, mail, mailbox, parquet, pdf, table, web_page, word
from loaders.sources.columns import Columns
from loaders.sources.forms import Form

Outcome = Document | Failure
_ONE: Mapping[Form, Callable[[bytes, str], Document]] = {
    Form.WEB_PAGE: web_page.document,
    Form.PDF: pdf.document,
    Form.MAIL: mail.document,
    Form.WORD: word.document,
}
_RECORDS: Mapping[Form, Callable[[BinaryIO, str, Columns], Iterator[Outcome]]] = {
    Form.JSON_LINES: json_lines.documents,
    Form.MAILBOX: mailbox.documents,
    Form.TABLE: table.documents,
    Form.PARQUET: parquet.documents,
}


def documents(form: Form, file: BinaryIO, source: str, columns: Columns) -> Iterator[Outcome]:
    """The documents in a file of this form; raises `DocumentUnreadable` where it cannot be read, or not to its end."""
    if form in _ONE:
        yield _ONE[form](file.read(), source)
    elif form is Form.FEED:
        yield from feed.documents(file.read(), source)
    else:
        yield from _RECORDS[form](file, source, columns)
