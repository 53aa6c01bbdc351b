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
from threading import Event, Lock, Timer
from typing import IO, Any, BinaryIO, cast

from graph.cypher import frames
from graph.model import Document
from loaders.errors import DocumentUnreadable, Failure
from loaders.sources.columns import Columns
from loaders.sources.forms import Form

START_SECONDS, SECONDS = 60.0, 60.0
_LONGEST_ANSWER = 1 << 28
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")  # of the environment: what starting a program needs
_PROGRAM = "import json, sys; sys.path[:] = json.loads(sys.argv.pop()); from loaders.sources.worker import main; main()"


def documents(form: Form, data: bytes, source: str, columns: Columns) -> Iterator[Document | Failure]:
    """The documents in a file of this form; raises `DocumentUnreadable` where it cannot be read as a whole."""
    request = {"form": form, "source": source, "columns": dict(columns.given), "bytes": len(data)}
    answer = _desk().ask(request, data)
    if "unreadable" in answer:
        raise DocumentUnreadable(answer["unreadable"])
    yield from map(_outcome, answer["documents"])


class Desk:
    """Has one process read for it, and starts another one when that is gone. Safe to use from any thread."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, request: dict[str, Any], data: bytes) -> dict[str, Any]:
        """What the process answers; `DocumentUnreadable` if it had to be ended."""
        with self._lock:
            self._start()
            answer, was_late = self._exchange(request, data, self._seconds)
            if answer is None:
                self.end()
        if answer is not None:
            return answer
        if was_late:
            raise DocumentUnreadable(f"takes longer than {self._seconds:g} s to be read: save its text as a .txt.")
        raise DocumentUnreadable("breaks the program that reads it: save its text as a .txt.")

    def end(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    _close(pipe)
            self._process = None

    def _start(self) -> None:
        """Have a process that is ready."""
        if self._process is not None and self._process.poll() is None:
            return
        self.end()
        self._process = _started()
        ready, _ = self._exchange(None, b"", START_SECONDS)
        if ready is None:
            self.end()
            raise DocumentUnreadable("cannot be read: the process that reads such files does not start.")

    def _exchange(
        self, request: dict[str, Any] | None, data: bytes, seconds: float
    ) -> tuple[dict[str, Any] | None, bool]:
        """The answer, if there is one, and whether the process was ended for being late."""
        process = cast("subprocess.Popen[bytes]", self._process)
        late = Event()
        timer = Timer(seconds, _end, [process, late])
        timer.daemon = True
        timer.start()
        try:
            if request is not None:
                frames.send(cast(BinaryIO, process.stdin), request)
                cast(BinaryIO, process.stdin).write(data)
                cast(BinaryIO, process.stdin).flush()
            return frames.receive(cast(BinaryIO, process.stdout), _LONGEST_ANSWER), late.is_set()
        except OSError:
            return None, late.is_set()
        finally:
            timer.cancel()


def _end(process: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    process.kill()


def _close(pipe: IO[bytes]) -> None:
    """Close a pipe that may hold what the other side no longer takes."""
    try:
        pipe.close()
    except OSError:
        return


def _started() -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            [sys.executable, "-I", "-B", "-c", _PROGRAM, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            start_new_session=True,
        )
    except OSError as problem:
        raise DocumentUnreadable(f"cannot be read: no process can be started for it ({problem}).") from problem


@cache
def _desk() -> Desk:
    desk = Desk()
    atexit.register(desk.end)
    return desk


def _outcome(answer: dict[str, Any]) -> Document | Failure:
    if "failure" in answer:
        return Failure(**answer["failure"])
    fields = answer["document"]
    published = fields["published_at"]
    return Document(**(fields | {"published_at": date.fromisoformat(published) if published else None}))
