from __future__ import annotations

import zipfile

import pytest
from inbox import taped, zipped
from made_files import SENTENCES, pdf

from graph.model import Document
from loaders.documents import parse_all

TIN = "Tin rose 2% on Tuesday, said Ann Brook."
PAPER_FIRST = {"a.pdf": pdf([SENTENCES], title="Tin"), "b.txt": TIN.encode()}


@pytest.mark.parametrize(
    "data",
    [taped(PAPER_FIRST), taped(PAPER_FIRST, mode="w:gz"), zipped(PAPER_FIRST, zipfile.ZIP_STORED)],
    ids=["tar", "packed tar", "zip"],
)
def test_an_archive_that_begins_with_a_pdf_file_is_read_to_its_end(data: bytes) -> None:
    paper, text = parse_all(data, source="news")
    assert isinstance(paper, Document)
    assert isinstance(text, Document)
    assert [paper.source, text.source] == ["news/a.pdf", "news/b.txt"]
    assert paper.text.startswith(SENTENCES[0])
    assert text.text == TIN
