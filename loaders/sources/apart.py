"""Reads files in a process of its own, kept warm, which is killed when one takes too long or too much memory."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from threading import Event, Lock, Thread, Timer
from typing import IO, Any, BinaryIO, cast

from graph.cypher import frames
from graph.model import Document
from loaders.errors import DocumentUnreadable, Failure
from loaders.sources import chunks
from loaders.sources.columns import Columns
from loaders.sources.forms import Form

READS_PARQUET = "parquet"  # an option of the process
START_SECONDS, SECONDS = 60.0, 60.0
_LONGEST_ANSWER = 1 << 28
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")  # of the environment: what starting a program needs
_PROGRAM = "import json, sys; sys.path[:] = json.loads(sys.argv.pop()); from loaders.sources.worker import main; main()"


def documents(form: Form, file: BinaryIO, source: str, columns: Columns) -> Iterator[Document | Failure]:
    """The documents in a file of this form; raises `DocumentUnreadable` where it cannot be read, or not to its end."""
    request = {"form": form, "source": source, "columns": dict(columns.given)}
    for answer in _desk(form is Form.PARQUET).ask(request, file):
        yield from map(_outcome, answer.get("documents", ()))
        if "unreadable" in answer:
            raise DocumentUnreadable(answer["unreadable"])


class Desk:
    """Has one process read for it, and starts another one when that is gone. Safe to use from any thread."""

    def __init__(self, seconds: float = SECONDS, *, reads_parquet: bool = False) -> None:
        self._seconds, self._reads_parquet = seconds, reads_parquet
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, request: dict[str, Any], file: BinaryIO) -> Iterator[dict[str, Any]]:
        """What the process answers, part by part; `DocumentUnreadable` if it had to be ended.

        The file is handed over while answers come, so that neither has to fit in memory.
        """
        with self._lock:
            process = self._started()
            broken: list[str] = []
            feeder = Thread(target=_feed, args=(process, request, file, broken), daemon=True)
            feeder.start()
            is_done = False
            try:
                while not is_done:
                    answer = self._awaited(process, broken)
                    is_done = "documents" not in answer
                    yield answer
            finally:
                if not is_done:
                    self.end()
                feeder.join()

    def end(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    _close(pipe)
            self._process = None

    def _started(self) -> subprocess.Popen[bytes]:
        """A process that is ready."""
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.end()
        self._process = _new_process([READS_PARQUET] if self._reads_parquet else [])
        if _answer(self._process, START_SECONDS)[0] is None:
            self.end()
            raise DocumentUnreadable("cannot be read: the process that reads such files does not start.")
        return self._process

    def _awaited(self, process: subprocess.Popen[bytes], broken: list[str]) -> dict[str, Any]:
        answer, was_late = _answer(process, self._seconds)
        if answer is not None:
            return answer
        if broken:
            raise DocumentUnreadable(f"cannot be read to its end ({broken[0]}): check the disk.")
        if was_late:
            raise DocumentUnreadable(f"takes longer than {self._seconds:g} s to be read: save its text as a .txt.")
        raise DocumentUnreadable("breaks the program that reads it: save its text as a .txt.")


def _answer(process: subprocess.Popen[bytes], seconds: float) -> tuple[dict[str, Any] | None, bool]:
    """The next answer, if there is one, and whether the process was ended for being late."""
    late = Event()
    timer = Timer(seconds, _end, [process, late])
    timer.daemon = True
    timer.start()
    try:
        return frames.receive(cast(BinaryIO, process.stdout), _LONGEST_ANSWER), late.is_set()
    except OSError:
        return None, late.is_set()
    finally:
        timer.cancel()


def _feed(process: subprocess.Popen[bytes], request: dict[str, Any], file: BinaryIO, broken: list[str]) -> None:
    """Hand over a request and its file; of one that breaks, the process that waits for the rest is ended."""
    pipe = cast(BinaryIO, process.stdin)
    try:
        frames.send(pipe, request)
        chunks.send(file, pipe)
    except (BrokenPipeError, ValueError):  # the process is gone, or was ended
        return
    except OSError as problem:
        broken.append(problem.strerror or str(problem))
        process.kill()


def _end(process: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    process.kill()


def _close(pipe: IO[bytes]) -> None:
    """Close a pipe that may hold what the other side no longer takes."""
    try:
        pipe.close()
    except OSError:
        return


def _new_process(options: list[str]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            [sys.executable, "-I", "-B", "-c", _PROGRAM, *options, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            start_new_session=True,
        )
    except OSError as problem:
        raise DocumentUnreadable(f"cannot be read: no process can be started for it ({problem}).") from problem


@cache
def _desk(reads_parquet: bool) -> Desk:
    """One for each sort of process: the library for Parquet takes as long to load as all others."""
    desk = Desk(reads_parquet=reads_parquet)
    atexit.register(desk.end)
    return desk


def _outcome(answer: dict[str, Any]) -> Document | Failure:
    if "failure" in answer:
        return Failure(**answer["failure"])
    fields = answer["document"]
    published = fields["published_at"]
    return Document(**(fields | {"published_at": date.fromisoformat(published) if published else None}))
