"""Whatever is in a file: a document or a reason, in time."""

from __future__ import annotations

import io
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from inbox import parquet, taped, zipped
from made_files import SENTENCES, page, pdf, word

from graph.model import Document
from loaders.documents import parse_all
from loaders.errors import DocumentUnreadable, Failure, LeftOut
from loaders.sources.apart import Desk

MAIL = b"From: a@example.org\nTo: b@example.org\nSubject: Tin\n\nTin rose.\n"
FEED = b"<rss><channel><item><title>Tin</title><description>Tin rose.</description></item></channel></rss>"
LINES, TABLE = b'{"text": "Tin rose."}\n' * 3, b"title,text\nTin,Tin rose.\n"
WHOLE = {
    "page": page(*SENTENCES),
    "pdf": pdf([SENTENCES]),
    "mail": MAIL,
    "mailbox": b"From a@example.org Tue Mar  4 10:00:00 2025\n" + MAIL,
    "list": b'[{"text": "Tin rose."}, {"text": "Lead fell."}]',
    "word": word(*SENTENCES),
    "lines": LINES,
    "table": TABLE,
    "feed": FEED,
    "parquet": parquet(title=["Tin"] * 3, text=["Tin rose."] * 3),
    "zip": zipped({"a.txt": "Tin rose.", "b.csv": TABLE}),
    "tar": taped({"a.txt": b"Tin rose.", "b.csv": TABLE}),
    "packed tar": taped({"a.txt": b"Tin rose.", "b.csv": TABLE}, mode="w:gz"),
}


def check(data: bytes) -> None:
    for outcome in parse_all(data, source="file"):
        assert isinstance(outcome, Document | Failure | LeftOut)
        if isinstance(outcome, Document):
            assert any(map(str.isalnum, outcome.text))
            assert str(outcome.source).startswith("file")
            (outcome.text + outcome.title + (outcome.publisher or "")).encode()
        elif isinstance(outcome, Failure):
            assert outcome.reason.startswith("file")


@pytest.mark.parametrize("form", WHOLE)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_damaged_file_gives_a_document_or_a_reason(form: str, data: st.DataObject) -> None:
    whole = bytearray(WHOLE[form])
    for _ in range(data.draw(st.integers(1, 8))):
        start = data.draw(st.integers(0, len(whole)))
        whole[start : start + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=20))
    check(bytes(whole))


@settings(max_examples=60, deadline=None)
@given(
    opening=st.sampled_from([b"%PDF-1.4\n", b"PK\x03\x04word/document.xml", b"<html>", b"<rss>", MAIL, LINES, TABLE]),
    rest=st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
)
def test_any_bytes_behind_any_opening_give_a_document_or_a_reason(opening: bytes, rest: bytes) -> None:
    check(opening + rest)


@pytest.mark.parametrize(
    "data",
    [
        b"<html>" + b"<" * 300_000,
        b"<!--" * 100_000,
        b"<html><body>" + b"<div>" * 100_000,
        b'{"text": ' + b"[" * 200_000,
        b"From: a\nTo: b\nSubject: c\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\n" * 20_000,
        b'title,text\n"' + b"Tin rose. " * 200_000,
        b"%PDF-1.4\n1 0 obj\n" + b"<<" * 100_000,
        b"<rss>" + b"<item>" * 20_000,
        b"A: b\n" * 100_000,
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><rss><channel><item>&b;</item></channel></rss>',
    ],
    ids=lambda data: data[:12].decode(),
)
def test_a_file_made_to_exhaust_its_reader_ends_soon(data: bytes) -> None:
    started = time.monotonic()
    check(data)
    assert time.monotonic() - started < 75


def test_a_reader_that_takes_too_long_is_ended_and_the_next_file_is_read() -> None:
    data, request = pdf([SENTENCES] * 900), {"form": "PDF file", "source": "file", "columns": {}}
    desk = Desk(seconds=0.05)
    with pytest.raises(DocumentUnreadable, match=r"takes longer than 0\.05 s to be read"):
        list(desk.ask(request, io.BytesIO(data)))
    patient = Desk()
    try:
        assert "documents" in next(patient.ask(request, io.BytesIO(WHOLE["pdf"])))
    finally:
        patient.end()
        desk.end()


def test_a_reader_that_breaks_is_replaced() -> None:
    desk = Desk()
    request = {"form": "table", "source": "file", "columns": {}}
    with pytest.raises(DocumentUnreadable, match="breaks the program that reads it"):
        list(desk.ask({"form": "table", "source": "file", "padding": " " * (1 << 21)}, io.BytesIO()))
    try:
        documents, end = desk.ask(request, io.BytesIO(TABLE))
        assert (len(documents["documents"]), end) == (1, {"end": True})
    finally:
        desk.end()
