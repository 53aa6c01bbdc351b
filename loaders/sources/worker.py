"""The process that reads files of other forms than text. What a hostile file breaks, it breaks here.

It is started by `loaders.sources.apart`, gets files on standard input and answers on standard output. It gives up the
network, files of its own and memory beyond a limit before it reads anything, and is killed when it takes too long.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from graph.cypher import frames
from graph.cypher.confinement import confine, limit_processor
from graph.model import Document
from loaders.errors import DocumentUnreadable, Failure
from loaders.sources import reading
from loaders.sources.columns import Columns
from loaders.sources.forms import Form

MEMORY_BYTES = 3 << 30
MOST_SECONDS = 90.0  # of the processor, for one file: for when nobody is left to end this process
LONGEST_REQUEST = 1 << 20
NO_MEMORY = "needs more memory to be read than a document should: save its text as a .txt."


def main() -> None:
    """Read files until there are no more."""
    requests, answers = _pipes()
    folders = [Path(path) for path in {*sys.path, sysconfig.get_path("stdlib")} if path and Path(path).is_dir()]
    frames.send(answers, {"confined": confine(folders, MEMORY_BYTES)})
    while (request := frames.receive(requests, LONGEST_REQUEST)) is not None:
        data = requests.read(request["bytes"])
        limit_processor(MOST_SECONDS)
        frames.send(answers, _answer(request, data))


def _answer(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    """The documents in a file, or why it cannot be read."""
    try:
        return {"documents": list(_read(request, data))}
    except DocumentUnreadable as problem:
        return {"unreadable": str(problem)}
    except MemoryError:
        return {"unreadable": NO_MEMORY}
    except Exception as problem:  # a library that stumbles over a file
        return {"unreadable": f"is a {request['form']} that is damaged ({type(problem).__name__}): save it anew."}


def _read(request: dict[str, Any], data: bytes) -> Iterator[dict[str, Any]]:
    form, columns = Form(request["form"]), Columns(request["columns"])
    for outcome in reading.documents(form, data, request["source"], columns):
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
