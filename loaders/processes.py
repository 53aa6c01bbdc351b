"""The same work on many things in several processes: results in order, never far ahead of who takes them."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from typing import TypeVar

from loaders.errors import ProcessLost

T = TypeVar("T")
R = TypeVar("R")
AHEAD = 4  # things a process that wait to be worked on or to be taken: enough that no process idles


def in_order(
    work: Callable[[T], R],
    things: Iterable[T],
    *,
    processes: int = 1,
    starting: Callable[[], object] | None = None,
    is_little: Callable[[T], bool] = lambda _: False,
) -> Iterator[R]:
    """What the work makes of each thing, in the order of the things; each process calls `starting` first.

    What is little work is done here: where all of it is, no process is started.

    The work and what it takes and returns have to be picklable if there are several processes. Raises `ProcessLost`
    where a process was killed from outside, which an operating system does that is short of memory.
    """
    if processes == 1:
        return map(work, things)
    return _spread(work, things, processes, starting, is_little)


def _spread(
    work: Callable[[T], R],
    things: Iterable[T],
    processes: int,
    starting: Callable[[], object] | None,
    is_little: Callable[[T], bool],
) -> Iterator[R]:
    pool = ProcessPoolExecutor(processes, mp_context=_context(), initializer=_start, initargs=(starting,))
    waiting: deque[Future[R]] = deque()
    try:
        for thing in things:
            waiting.append(_done(work(thing)) if is_little(thing) else pool.submit(work, thing))
            if len(waiting) > AHEAD * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as lost:
        raise ProcessLost("A process that read documents was killed: use fewer processes, or more memory.") from lost
    finally:
        pool.shutdown(cancel_futures=True)


def _done(result: R) -> Future[R]:
    future: Future[R] = Future()
    future.set_result(result)
    return future


def _context() -> BaseContext:
    """New processes fork from one that has nothing open: forking this one would copy threads and locks amid their work.

    What they all need is imported there, once.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["loaders.pipeline"])
    return context


def _start(starting: Callable[[], object] | None) -> None:
    """Leave an interruption from the keyboard to the process that all of this is for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if starting is not None:
        starting()
