"""Processes that run users' queries, kept warm, and killed when a query takes too long."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from math import inf
from pathlib import Path
from threading import Event, Lock, Timer
from time import monotonic
from typing import Any, BinaryIO, cast

from graph.cypher import frames
from graph.cypher.cut import Limits
from graph.errors import CypherFailed, CypherTimedOut, StoreUnavailable

START_SECONDS = 30.0
RESTED_SECONDS = 30.0  # after which a worker is prepared anew: what it holds may have been lost meanwhile
_ANSWER_SLACK = 1 << 20  # columns, ids of relationships and what JSON puts around a row
# Of the environment: what starting a program and trusting a server need.
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SSL_CERT_FILE", "SSL_CERT_DIR")
_START = (
    "import json, sys; module, without, sys.path[:] = json.loads(sys.argv.pop()); "
    "sys.modules.update(dict.fromkeys(without)); from importlib import import_module; import_module(module).main()"
)
_log = logging.getLogger("streetgraph.cypher")


@dataclass(frozen=True, slots=True)
class Program:
    """What a worker is."""

    module: str  # with its `main`
    told: Mapping[str, Any] = field(repr=False)  # what it gets to know when it starts, such as how to log in
    folder: Path  # where it runs
    parts: frozenset[str]  # of `network`, `files` and `resources`: what it has to give up
    grace_seconds: float  # after which a query that the engine has not ended by itself is ended with its process
    without: tuple[str, ...] = ()  # libraries that it does not load, even where they are installed
    preparation: Mapping[str, Any] | None = None  # a request that it answers before it is asked, in time of its own
    preparation_seconds: float = START_SECONDS


class Worker:
    """One process. It has nothing of this one's environment, files or folder but what it is told."""

    def __init__(self, program: Program) -> None:
        self._program = program
        arguments = json.dumps([program.module, program.without, sys.path])
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-B", "-c", _START, arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            cwd=program.folder,
            close_fds=True,
            start_new_session=True,
        )
        with suppress(OSError):  # it has ended already, which shows when its answer is awaited
            frames.send(cast(BinaryIO, self._process.stdin), dict(program.told))
        self._has_started, self._ready_at = False, -inf  # by the clock that never goes back

    @property
    def is_alive(self) -> bool:
        """Whether it can take another query."""
        return self._process.poll() is None

    def hindrance(self) -> dict[str, Any] | None:
        """What keeps it from being asked, as it answers itself, once it has started; CypherFailed if it does not."""
        if not self._has_started:
            self._await_start()
        if self._program.preparation is not None and monotonic() - self._ready_at > RESTED_SECONDS:
            answer = self._begun(self._program.preparation, self._program.preparation_seconds)
            if "failure" in answer:
                return answer
            self._ready_at = monotonic()
        return None

    def ask(self, request: Mapping[str, Any], limits: Limits) -> dict[str, Any]:
        """Its answer, if nothing hinders it; CypherTimedOut or CypherFailed if there is none. It is dead then."""
        seconds = limits.seconds + self._program.grace_seconds
        answer, was_late = self._exchange(request, seconds, limits.bytes + _ANSWER_SLACK)
        if was_late or (answer or {}).get("timed_out"):
            raise CypherTimedOut(f"The query was ended after {limits.seconds:g} s: ask for less.")
        if answer is None:
            self.kill()
            raise CypherFailed("The engine gave up: the query needs more memory than it may have.")
        self._ready_at = -inf if answer.get("failure") == StoreUnavailable.__name__ else monotonic()
        return answer

    def end(self) -> None:
        """End it now, whatever it does; who waits for it is left to `kill` it."""
        self._process.kill()

    def kill(self) -> None:
        """End it now, and let go of it."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not sent any more cannot be
                    pipe.close()

    def _await_start(self) -> None:
        answer = self._begun(None, START_SECONDS)
        if lacking := self._program.parts - set(answer["confined"]):
            _log.warning("queries of users are not kept from these: %s", ", ".join(sorted(lacking)))
        self._has_started = True

    def _begun(self, request: Mapping[str, Any] | None, seconds: float) -> dict[str, Any]:
        answer, _ = self._exchange(request, seconds, _ANSWER_SLACK)
        if answer is None:
            self.kill()
            raise CypherFailed("The process that runs queries does not start.")
        return answer

    def _exchange(
        self, request: Mapping[str, Any] | None, seconds: float, most_bytes: int
    ) -> tuple[dict[str, Any] | None, bool]:
        """The answer, and whether the process was ended for being late, if only by a moment."""
        late = Event()
        timer = Timer(seconds, self._end, [late])
        timer.start()
        try:
            answer = self._passed(request, most_bytes)
        finally:
            timer.cancel()
            timer.join()  # now it has ended the process or never will: half ended, it would be asked again
        if late.is_set():
            self._process.wait()
        return answer, late.is_set()

    def _passed(self, request: Mapping[str, Any] | None, most_bytes: int) -> dict[str, Any] | None:
        try:
            if request is not None:
                frames.send(cast(BinaryIO, self._process.stdin), dict(request))
            return frames.receive(cast(BinaryIO, self._process.stdout), most_bytes)
        except OSError:
            return None

    def _end(self, late: Event) -> None:
        late.set()
        self.end()


class Workers:
    """As many as run at the same time; each is used again, and one that died is replaced at once."""

    def __init__(self, program: Program, limits: Limits) -> None:
        self._program, self._limits = program, limits
        self._idle, self._busy = [Worker(program)], set[Worker]()
        self._lock = Lock()
        self._is_open = True

    def ask(self, request: Mapping[str, Any], when_ready: Callable[[], object] = lambda: None) -> dict[str, Any]:
        """What a worker answers within the limits, which count from when it is ready; StoreUnavailable once closed."""
        worker = self._taken()
        try:
            if hindrance := worker.hindrance():
                return hindrance
            when_ready()
            return worker.ask({**request, "limits": asdict(self._limits)}, self._limits)
        except CypherFailed:
            self.check_open()  # or it was ended, and the query is not to blame
            raise
        finally:
            self._give_back(worker)

    def check_open(self) -> None:
        """Raise StoreUnavailable if no query is taken any more."""
        if not self._is_open:
            raise StoreUnavailable("The server is closing and takes no more queries.")

    def close(self) -> None:
        """End them all; who waits for one is told so."""
        with self._lock:
            self._is_open = False
            for worker in self._busy:
                worker.end()
            while self._idle:
                self._idle.pop().kill()

    def _taken(self) -> Worker:
        with self._lock:
            self.check_open()
            while self._idle:
                if (worker := self._idle.pop()).is_alive:
                    break
                worker.kill()
            else:
                worker = Worker(self._program)
            self._busy.add(worker)
            return worker

    def _give_back(self, worker: Worker) -> None:
        """Keep it for the next query, or begin another in its place, which starts while nobody waits for it."""
        with self._lock:
            self._busy.discard(worker)
            is_wanted = self._is_open and len(self._idle) < self._limits.at_once
            if worker.is_alive and is_wanted:
                self._idle.append(worker)
                return
            worker.kill()
            if is_wanted:
                self._idle.append(Worker(self._program))
