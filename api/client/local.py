"""A server of one's own: for notebooks and scripts that have none to ask.

    graph = Streetgraph(own_server())

It runs in a process beside, on this machine alone and with Cypher switched on, and ends with the one that asked for it.
"""

from __future__ import annotations

import atexit
import os
import re
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import IO

from api.client.streetgraph import Streetgraph

STORE = "STREETGRAPH_NOTEBOOK_STORE"
_RUN = (sys.executable, "-c", "from api.cli import main; main()", "serve", "--port", "0")
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
_LAST_LINES = 20
LONGEST_LOAD_SECONDS = 600.0


class ServerNotStarted(Exception):
    """The server ended before it could be asked; the message holds what it said."""


@cache
def own_server(*, with_samples: bool = True) -> str:
    """The address of a server that is started once, with the three notes that ship or with nothing in it.

    Its store is a new one in a temporary folder, or the one whose address the variable STREETGRAPH_NOTEBOOK_STORE
    holds. ServerNotStarted says why there is none.
    """
    with ExitStack() as until_loaded:
        address = until_loaded.enter_context(running_server(os.environ.get(STORE)))
        if with_samples:
            _load_samples(address)
        atexit.register(until_loaded.pop_all().close)
    return address


@contextmanager
def running_server(store: str | None = None) -> Iterator[str]:
    """The address of a server over this store, or over a new one, which runs until the `with` ends."""
    with TemporaryDirectory(prefix="streetgraph-", ignore_cleanup_errors=True) as folder:
        server = subprocess.Popen(_RUN, env=_environment(Path(folder), store), stderr=subprocess.PIPE, text=True)
        try:
            assert server.stderr is not None
            yield _address_told(server.stderr)
        finally:
            server.terminate()
            server.wait()


def _load_samples(address: str) -> None:
    with as_file(files("loaders") / "samples") as folder, Streetgraph(address) as graph:
        graph.upload(*sorted(folder.glob("*.txt")), wait=LONGEST_LOAD_SECONDS)


def _environment(folder: Path, store: str | None) -> dict[str, str]:
    """This process's own, with nothing of what is set for other servers but the log-in to Neo4j."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("STREETGRAPH_") or name.startswith("STREETGRAPH_NEO4J_")
    }
    return {
        **kept,
        "STREETGRAPH_STORE": store or f"ladybug:{folder / 'graph.db'}",
        "STREETGRAPH_KEYS": str(folder / "keys.db"),
        "STREETGRAPH_JOBS": str(folder / "jobs.db"),
        "STREETGRAPH_CYPHER": "true",
    }


def _address_told(said: IO[str]) -> str:
    """The address from what the server says when it starts; what it says later is read too, or it would wait."""
    last: deque[str] = deque(maxlen=_LAST_LINES)
    for line in said:
        last.append(line)
        if found := _ADDRESS.search(line):
            Thread(target=last.extend, args=(said,), daemon=True).start()
            return found[0]
    raise ServerNotStarted("".join(last).strip() or "It said nothing.")
