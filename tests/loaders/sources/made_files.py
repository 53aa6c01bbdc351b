"""Files of all forms, made for the tests."""

from __future__ import annotations

import io
import textwrap
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime

import docx
from pypdf import PdfReader, PdfWriter

Pages = Sequence[Sequence[str]]
SENTENCES = [f"Tin rose {number}% on the exchange, said Ann Brook of Shale & Co." for number in range(1, 8)]


def pdf(pages: Pages, *, title: str = "", password: str | None = None) -> bytes:
    """A PDF file with these lines on its pages, written by hand."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, lines in enumerate(pages):
        shown = " ".join(f"({_escaped(line)}) Tj T*" for line in lines)
        content = f"BT /F1 10 Tf 14 TL 50 780 Td {shown} ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /Contents {5 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> >> "
            "/MediaBox [0 0 595 842] >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    body = "".join(f"{number} 0 obj\n{one}\nendobj\n" for number, one in enumerate(objects, start=1))
    plain = f"%PDF-1.4\n{body}trailer << /Root 1 0 R /Size {len(objects) + 1} >>\nstartxref\n0\n%%EOF\n".encode(
        "cp1252"
    )
    return _saved(plain, title, password)


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _saved(plain: bytes, title: str, password: str | None) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(plain)))
    writer.add_metadata({"/Title": title, "/CreationDate": "D:20250304101500Z"})
    if password is not None:
        writer.encrypt(password, "owner", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def wrapped(*paragraphs: str, width: int = 60) -> list[str]:
    """The lines that paragraphs take on a page."""
    return [line for paragraph in paragraphs for line in textwrap.wrap(paragraph, width)]


def word(*paragraphs: str, title: str = "", rows: Sequence[Sequence[str]] = ()) -> bytes:
    """A Word document with a title, paragraphs and a table."""
    made = docx.Document()
    if title:
        made.add_heading(title, level=0)
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    if rows:
        table = made.add_table(rows=len(rows), cols=len(rows[0]))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    made.core_properties.modified = datetime(2025, 3, 4, tzinfo=UTC)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def page(*paragraphs: str, head: str = "", around: str = "") -> bytes:
    """A web page with an article."""
    article = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body><nav><a href='/'>Home</a> <a href='/m'>Markets</a></nav>"
        f"{around}<article><h1>Tin rallies</h1>{article}</article><footer>All rights reserved</footer></body></html>"
    ).encode()


def packed_pdf(content: bytes) -> bytes:
    """A PDF file of one page, whose content is packed."""
    stream = zlib.compress(content)
    return (
        b"%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 595 842] /Resources "
        b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>\nendobj\n"
        b"4 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream\nendobj\n" % (len(stream), stream)
    ) + b"trailer << /Root 1 0 R /Size 5 >>\nstartxref\n0\n%%EOF\n"
