"""The process that reads files of other forms than text. What a hostile file breaks, it breaks here.

It is started by `loaders.sources.apart`, gets files on standard input and answers on standard output. It gives up the
network, files of its own and memory beyond a limit before it reads anything, and is killed when it takes too long.
"""

from __future__ import annotations

import io
import os
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from time import monotonic
from typing import Any, BinaryIO

from graph.cypher import frames
from graph.cypher.confinement import confine, limit_processor
from graph.model import Document
from loaders.errors import DocumentUnreadable, Failure
from loaders.sources import chunks, parquet, reading
from loaders.sources.columns import Columns
from loaders.sources.forms import Form

MEMORY_BYTES = 3 << 30
MOST_SECONDS = 90.0  # of the processor, from one answer to the next: for when nobody is left to end this process
LONGEST_REQUEST = 1 << 20
AT_A_TIME, CHARACTERS_AT_A_TIME, SECONDS_AT_A_TIME = 100, 1 << 20, 5.0
NO_MEMORY = "needs more memory to be read than a document should: save its text as a .txt."


def main() -> None:
    """Read files until there are no more."""
    if sys.argv[1:]:
        parquet.load()  # what it loads itself lies in folders that cannot be read any more in a moment
    requests, answers = _pipes()
    folders = [Path(path) for path in {*sys.path, sysconfig.get_path("stdlib")} if path and Path(path).is_dir()]
    frames.send(answers, {"confined": confine(folders, MEMORY_BYTES)})
    while (request := frames.receive(requests, LONGEST_REQUEST)) is not None:
        file = chunks.Incoming(requests)
        limit_processor(MOST_SECONDS)
        for answer in _answers(request, io.BufferedReader(file)):
            frames.send(answers, answer)
            limit_processor(MOST_SECONDS)
        file.pass_over()


def _answers(request: dict[str, Any], file: BinaryIO) -> Iterator[dict[str, Any]]:
    """The documents in a file, some at a time; behind them the end, or why the rest cannot be read."""
    try:
        for documents in _some_at_a_time(_read(request, file)):
            yield {"documents": documents}
    except DocumentUnreadable as problem:
        yield {"unreadable": str(problem)}
    except MemoryError:
        yield {"unreadable": NO_MEMORY}
    except Exception as problem:  # a library that stumbles over a file
        yield {"unreadable": f"is a {request['form']} that is damaged ({type(problem).__name__}): save it anew."}
    else:
        yield {"end": True}


def _some_at_a_time(documents: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The documents in lists that are neither long nor long in coming."""
    some: list[dict[str, Any]] = []
    since, characters = monotonic(), 0
    for document in documents:
        some.append(document)
        characters += len(document.get("document", {}).get("text", ""))
        if len(some) == AT_A_TIME or characters > CHARACTERS_AT_A_TIME or monotonic() - since > SECONDS_AT_A_TIME:
            yield some
            some, since, characters = [], monotonic(), 0
    if some:
        yield some


def _read(request: dict[str, Any], file: BinaryIO) -> Iterator[dict[str, Any]]:
    form, columns = Form(request["form"]), Columns(request["columns"])
    for outcome in reading.documents(form, file, request["source"], columns):
        yield _as_data(outcome)


def _as_data(outcome: Document | Failure) -> dict[str, Any]:
    if isinstance(outcome, Failure):
        return {"failure": asdict(outcome)}
    fields = asdict(outcome)
    del fields["id"]
    return {"document": fields | {"published_at": str(outcome.published_at) if outcome.published_at else None}}


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes; what a library prints goes nowhere."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    return requests, answers
