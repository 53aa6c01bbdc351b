"""Processes that run users' queries, kept warm, and killed when a query takes too long."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from threading import Event, Lock, Timer
from typing import Any, BinaryIO, cast

from graph.cypher import frames
from graph.cypher.cut import Limits
from graph.errors import CypherFailed, CypherTimedOut

START_SECONDS = 30.0
GRACE_SECONDS = 0.5  # after which a query that the engine has not ended by itself is ended with its process
PARTS = {"network", "files", "resources"}
_ANSWER_SLACK = 1 << 20  # columns, ids of relationships and what JSON puts around a row
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")  # of the environment: what starting a program needs
_PROGRAM = "import json, sys; sys.path[:] = json.loads(sys.argv.pop()); from graph.cypher.worker import main; main()"
_log = logging.getLogger("streetgraph.cypher")


class Worker:
    """One process. It has nothing of this one's environment, files or folder, but for the folder it may read."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-B", "-c", _PROGRAM, str(folder), json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            cwd=folder,
            close_fds=True,
            start_new_session=True,
        )
        self._is_ready = False

    @property
    def is_alive(self) -> bool:
        """Whether it can take another query."""
        return self._process.poll() is None

    def ask(self, request: Mapping[str, Any], limits: Limits) -> dict[str, Any]:
        """Its answer; CypherTimedOut or CypherFailed if there is none. It is dead then."""
        if not self._is_ready:
            self._await_start()
        answer, was_late = self._exchange(request, limits.seconds + GRACE_SECONDS, limits.bytes + _ANSWER_SLACK)
        if was_late or (answer or {}).get("timed_out"):
            raise CypherTimedOut(f"The query was ended after {limits.seconds:g} s: ask for less.")
        if answer is None:
            self.kill()
            raise CypherFailed("The engine gave up: the query needs more memory than it may have.")
        return answer

    def kill(self) -> None:
        """End it now, whatever it does."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _await_start(self) -> None:
        answer, _ = self._exchange(None, START_SECONDS, _ANSWER_SLACK)
        if answer is None:
            self.kill()
            raise CypherFailed("The process that runs queries does not start.")
        if lacking := PARTS - set(answer["confined"]):
            _log.warning("queries of users are not kept from these: %s", ", ".join(sorted(lacking)))
        self._is_ready = True

    def _exchange(
        self, request: Mapping[str, Any] | None, seconds: float, most_bytes: int
    ) -> tuple[dict[str, Any] | None, bool]:
        """The answer, and whether it was cut short for being late."""
        late = Event()
        timer = Timer(seconds, self._end, [late])
        timer.start()
        try:
            if request is not None:
                frames.send(cast(BinaryIO, self._process.stdin), dict(request))
            return frames.receive(cast(BinaryIO, self._process.stdout), most_bytes), late.is_set()
        except OSError:
            return None, late.is_set()
        finally:
            timer.cancel()

    def _end(self, late: Event) -> None:
        late.set()
        self._process.kill()


class Workers:
    """As many as run at the same time; each is used again, and one that died is replaced at once."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._folder, self._limits = folder, limits
        self._idle = [Worker(folder)]
        self._lock = Lock()

    def ask(self, path: Path, text: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """What a worker answers for the copy of the store at this path."""
        request = {"path": str(path), "text": text, "parameters": parameters, "limits": asdict(self._limits)}
        worker = self._taken()
        try:
            return worker.ask(request, self._limits)
        finally:
            self._give_back(worker)

    def close(self) -> None:
        """End them all."""
        with self._lock:
            while self._idle:
                self._idle.pop().kill()

    def _taken(self) -> Worker:
        with self._lock:
            while self._idle:
                if (worker := self._idle.pop()).is_alive:
                    return worker
                worker.kill()
        return Worker(self._folder)

    def _give_back(self, worker: Worker) -> None:
        """Keep it for the next query, or begin another in its place, which starts while nobody waits for it."""
        if not worker.is_alive:
            worker.kill()
            worker = Worker(self._folder)
        with self._lock:
            self._idle.append(worker)
