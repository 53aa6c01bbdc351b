"""What reads which form, but for text, which needs no library."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from graph.model import Document
from loaders.errors import Failure
from loaders.sources import feed, json_lines, mail, pdf, table, web_page, word
from loaders.sources.columns import Columns
from loaders.sources.forms import Form

Outcome = Document | Failure
_ONE: Mapping[Form, Callable[[bytes, str], Document]] = {
    Form.WEB_PAGE: web_page.document,
    Form.PDF: pdf.document,
    Form.MAIL: mail.document,
    Form.WORD: word.document,
}
_RECORDS: Mapping[Form, Callable[[bytes, str, Columns], Iterator[Outcome]]] = {
    Form.JSON_LINES: json_lines.documents,
    Form.TABLE: table.documents,
}


def documents(form: Form, data: bytes, source: str, columns: Columns) -> Iterator[Outcome]:
    """The documents in a file of this form; raises `DocumentUnreadable` where it cannot be read as a whole."""
    if form in _ONE:
        yield _ONE[form](data, source)
    elif form is Form.FEED:
        yield from feed.documents(data, source)
    else:
        yield from _RECORDS[form](data, source, columns)
