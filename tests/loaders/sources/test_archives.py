from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inbox import taped, zipped
from made_files import SENTENCES, pdf

from graph.model import Document
from loaders.documents import parse_all

TIN = "Tin rose 2% on Tuesday, said Ann Brook."
PAPER_FIRST = {"a.pdf": pdf([SENTENCES], title="Tin"), "b.txt": TIN.encode()}
NAMES = ["a.txt", "./a.txt", "a (2).txt", "a (3).txt", "a (2) (2).txt", "b/a.txt", "b//a.txt", "b/a (2).txt"]


def called(names: Sequence[str]) -> bytes:
    """A tar archive of texts of these names."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name in names:
            info = tarfile.TarInfo(name)
            info.size = len(TIN)
            archive.addfile(info, io.BytesIO(TIN.encode()))
    return file.getvalue()


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


def test_a_number_that_tells_files_of_one_name_apart_is_free() -> None:
    told = [outcome.source for outcome in parse_all(called(["a.txt", "a.txt", "a (2).txt", "a.txt"]), source="news")]
    assert told == ["news/a.txt", "news/a (2).txt", "news/a (2) (2).txt", "news/a (3).txt"]


@given(names=st.lists(st.sampled_from(NAMES), max_size=12))
def test_no_two_files_of_an_archive_are_called_the_same(names: list[str]) -> None:
    told = [outcome.source for outcome in parse_all(called(names), source="news") if isinstance(outcome, Document)]
    assert len(set(told)) == len(told) == len(names)
