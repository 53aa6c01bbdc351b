"""What a query of a user can reach once it runs: the graph as it was, and nothing else, even without the guard."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from stories import doubt, pairing, quarter

from graph import Store, ingest, open_store
from graph.cypher import Console, Limits
from graph.cypher.guard import Allowed
from graph.cypher.on_ladybug import LadybugConsole
from graph.errors import CypherBusy, CypherFailed, CypherTimedOut, StoreUnavailable
from graph.export import export_json
from graph.ladybug_store import LadybugStore

HERE = Path(__file__).parent
SLOW = "MATCH (a), (b), (c), (d), (e), (f), (g) WHERE a.id + b.id < c.id + d.id RETURN sum(size(e.id + f.id)) AS n"
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux confines processes like this")


def harmless() -> Iterator[str]:
    for line in (HERE / "harmless.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            try:
                yield json.loads(line)
            except ValueError:
                yield line


@pytest.fixture
def file_store(tmp_path: Path, now: datetime) -> Iterator[LadybugStore]:
    """A store in a file, with two documents."""
    store = open_store(f"ladybug:{tmp_path / 'graph.lbug'}")
    assert isinstance(store, LadybugStore)
    for extraction in (pairing(), doubt()):
        ingest(store, extraction, now=now)
    yield store
    store.close()


@pytest.fixture
def unguarded(file_store: LadybugStore) -> Iterator[LadybugConsole]:
    """What stands behind the guard, by itself."""
    with closing(LadybugConsole(file_store, Limits(seconds=5))) as console:
        yield console


def files_beside(store: LadybugStore) -> dict[str, bytes]:
    with store.at_rest() as path:
        folder = path.parent
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_what_looks_like_an_attack_and_is_none_changes_nothing(filled: Store) -> None:
    before = b"".join(export_json(filled))
    with closing(Console(filled)) as console:
        for text in harmless():
            parameters = {"text": "'; MATCH (n) DETACH DELETE n //"} if "$text" in text else {}
            assert console.ask(text, parameters).rows, text
    assert b"".join(export_json(filled)) == before


@only_linux
@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n:Entity) DETACH DELETE n",
        "CREATE (:Entity {id: 'x'})",
        "LOAD FROM '/etc/passwd' (file_format='csv', header=false) RETURN *",
        "LOAD FROM '/proc/self/environ' (file_format='csv', header=false) RETURN *",
        "COPY (MATCH (e:Entity) RETURN e.id) TO '{folder}/out.csv'",
        "COPY (MATCH (e:Entity) RETURN e.id) TO '{folder}/graph.lbug.cypher/out.csv'",
        "EXPORT DATABASE '{folder}/out'",
        "ATTACH '{folder}/graph.lbug' AS other (dbtype lbug)",
        "INSTALL json",
        "INSTALL json FROM 'http://127.0.0.1:9/'",
        "LOAD EXTENSION '{folder}/x.so'",
        "CHECKPOINT",
        "DROP TABLE Claim",
        "RETURN size(repeat('x', 4000000000)) AS n",
        "RETURN size(range(1, 1000000000)) AS n",
    ],
)
def test_an_attack_reaches_nothing_even_behind_the_guard(
    unguarded: LadybugConsole, file_store: LadybugStore, text: str, tmp_path: Path
) -> None:
    unguarded.run(Allowed("RETURN 1 AS one", {}))
    before = files_beside(file_store)
    with pytest.raises((CypherFailed, CypherTimedOut)):
        unguarded.run(Allowed(text.replace("{folder}", str(tmp_path)), {}))
    assert files_beside(file_store) == before
    assert unguarded.run(Allowed("RETURN 1 AS one", {}))[0].rows == [[1]]


@only_linux
def test_the_process_knows_nothing_of_the_environment(
    file_store: LadybugStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STREETGRAPH_NEO4J_PASSWORD", "not for everybody")
    with closing(Console(file_store)) as console:
        assert console.ask("RETURN 1 AS one").rows == [[1]]
        environments = [path.read_bytes() for path in _children()]
    assert environments
    assert not any(b"STREETGRAPH" in environment for environment in environments)


def _children() -> list[Path]:
    """The environments of the processes that answer queries."""
    found = [path for path in Path("/proc").glob("[0-9]*/cmdline") if b"graph.cypher.ladybug_worker" in _read(path)]
    return [path.with_name("environ") for path in found]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # it has ended meanwhile
        return b""


def test_a_query_is_ended_in_time_and_another_one_runs(file_store: LadybugStore) -> None:
    with closing(Console(file_store, Limits(seconds=0.5))) as console:
        with pytest.raises(CypherTimedOut, match=r"0\.5 s"):
            console.ask(SLOW)
        assert console.ask("RETURN 1 AS one").rows == [[1]]


def test_once_it_is_closed_nothing_is_answered_and_no_copy_made(file_store: LadybugStore) -> None:
    console = Console(file_store)
    console.close()
    with pytest.raises(StoreUnavailable, match="closing"):
        console.ask("RETURN 1 AS one")
    assert not [name for name in files_beside(file_store) if ".cypher" in name]


def test_those_that_would_wait_too_long_are_told_so(file_store: LadybugStore) -> None:
    with closing(Console(file_store, Limits(seconds=0.5, at_once=1))) as console, ThreadPoolExecutor(8) as pool:
        console.ask("RETURN 1 AS one")
        failures = [future.exception() for future in [pool.submit(console.ask, SLOW) for _ in range(8)]]
    assert {type(failure) for failure in failures} == {CypherTimedOut, CypherBusy}


def test_queries_read_what_was_written_last_and_leave_nothing_behind(file_store: LadybugStore, now: datetime) -> None:
    count = "MATCH (d:Document) RETURN count(d) AS documents"
    with closing(Console(file_store)) as console:
        before = console.ask(count)
        ingest(file_store, pairing(), now=now)
        same = console.ask(count)
        ingest(file_store, quarter(), now=now)
        after = console.ask(count)
    assert (before.rows, same.rows, after.rows) == ([[2]], [[2]], [[3]])
    assert before.revision == same.revision < after.revision
    assert not [name for name in files_beside(file_store) if ".cypher" in name]
