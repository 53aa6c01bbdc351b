"""An inbox of files of all forms: right text or a clear reason for each, none lost, in bounded time and memory."""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from inbox import INBOX, LEFT_OUT, Made

from graph.model import Document
from loaders.documents import Outcome, found, read_all
from loaders.errors import Failure, LeftOut

LONGEST_SECONDS, MOST_BYTES = 75, 600_000_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The inbox in a folder, with what else a folder may have."""
    folder = tmp_path_factory.mktemp("inbox")
    for name, file in INBOX.items():
        (folder / name).write_bytes(file.data)
    (folder / ".hidden.txt").write_text("Tin rose.")
    (folder / "again").symlink_to(folder, target_is_directory=True)
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    return folder


def memory_bytes() -> int:
    """The most that this process has ever taken."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def shown(outcomes: Iterator[Outcome]) -> list[str]:
    return [
        outcome.text
        if isinstance(outcome, Document)
        else f"!{outcome.reason}"
        if isinstance(outcome, Failure)
        else LEFT_OUT
        for outcome in outcomes
    ]


def test_no_file_of_a_folder_is_lost(folder: Path) -> None:
    every = found([folder])
    left_out = {name for name, file in INBOX.items() if file.expected == (LEFT_OUT,)}
    assert {path.name for path in every.left_out} == left_out
    assert {path.name for path in every.documents} == INBOX.keys() - left_out | {"gone.txt"}
    assert len(INBOX) >= 60


@pytest.mark.parametrize("name", [name for name, file in INBOX.items() if file.expected != (LEFT_OUT,)])
def test_a_file_gives_the_right_text_or_a_clear_reason(folder: Path, name: str) -> None:
    file, started, before = INBOX[name], time.monotonic(), memory_bytes()
    if file.documents is not None:
        assert sum(isinstance(one, Document) for one in read_all(folder / name)) == file.documents
    else:
        check(file, folder / name)
    assert time.monotonic() - started < LONGEST_SECONDS
    assert memory_bytes() - before < MOST_BYTES


def check(file: Made, path: Path) -> None:
    outcomes = list(read_all(path))
    texts = shown(iter(outcomes))
    assert len(texts) == len(file.expected), texts
    for text, expected in zip(texts, file.expected, strict=True):
        assert text.startswith(expected[:1]) or not expected.startswith(("!", LEFT_OUT)), text[:300]
        assert expected.lstrip("!") in text, text[:300]
    for one in outcomes:
        assert str(one.source).startswith(str(path))
        if isinstance(one, Failure):
            assert one.reason.startswith(one.source)
            assert len(one.reason) > len(one.source) + len(" is empty")
        else:
            assert isinstance(one, Document | LeftOut)


def test_a_file_given_by_name_is_never_passed_over_in_silence(folder: Path) -> None:
    for name, file in INBOX.items():
        if file.expected == (LEFT_OUT,):
            [outcome] = read_all(folder / name)
            assert isinstance(outcome, Document | Failure), name
