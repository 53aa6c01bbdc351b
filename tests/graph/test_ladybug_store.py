"""What is particular to the embedded engine: one file, one process, and what a killed process leaves."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import ladybug
import pytest
from stories import pairing, quarter

from graph import Store, ingest, open_store, remove
from graph.errors import SchemaMismatch, StoreUnavailable
from graph.ontology import SCHEMA_VERSION
from graph.verify import verify

FOLDER = Path(__file__).parent


def in_another_process(code: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=FOLDER.parent.parent
    )


def test_a_store_is_made_with_the_folders_it_needs(tmp_path: Path) -> None:
    store = open_store(f"{tmp_path}/a/b/graph.lbug")
    assert store.address == f"ladybug:{tmp_path}/a/b/graph.lbug"
    store.close()
    assert (tmp_path / "a/b/graph.lbug").exists()


def test_what_is_stored_is_there_after_opening_again(tmp_path: Path, now) -> None:
    for _ in range(2):
        store = open_store(f"ladybug:{tmp_path}/graph")
        ingest(store, quarter(), now=now)
        assert store.read("documents.count") == [{"total": 1}]
        store.close()


def test_opening_a_file_twice_shares_it_until_the_last_is_closed(tmp_path: Path, now) -> None:
    first, second = open_store(f"{tmp_path}/graph"), open_store(f"{tmp_path}/x/../graph")
    ingest(first, quarter(), now=now)
    assert second.read("documents.count") == [{"total": 1}]
    first.close()
    assert second.read("documents.count") == [{"total": 1}]
    second.close()


def test_who_reads_while_the_store_is_closed_is_told_so(tmp_path: Path, now) -> None:
    for _ in range(10):
        store = open_store(f"{tmp_path}/graph")
        ingest(store, quarter(), now=now)
        begun = threading.Barrier(4)

        def read_on(store: Store = store, begun: threading.Barrier = begun) -> None:
            begun.wait()
            while True:
                store.read("documents.list")

        with ThreadPoolExecutor(3) as pool:
            readers = [pool.submit(read_on) for _ in range(3)]
            begun.wait()
            for _ in range(5):
                store.read("documents.count")
            store.close()
            failures = [reader.exception(timeout=30) for reader in readers]
        assert [type(failure) for failure in failures] == [StoreUnavailable] * 3


def test_a_second_process_is_told_to_use_the_api(tmp_path: Path) -> None:
    store = open_store(f"{tmp_path}/graph")
    code = """
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from graph import open_store
from graph.errors import StoreUnavailable
try:
    open_store(sys.argv[1])
except StoreUnavailable as error:
    print(error)
"""
    said, wrong = in_another_process(code, tmp_path / "graph").communicate(timeout=60)
    store.close()
    assert "in use by another process" in said, wrong
    assert "streetgraph serve" in said


@pytest.mark.parametrize("address", ["", "ladybug:", "postgres://host/db"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(StoreUnavailable, match="no address of a store"):
        open_store(address)


def test_a_folder_or_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Not a graph.\n" * 1000)
    with pytest.raises(StoreUnavailable, match=r"notes\.txt"):
        open_store(f"{tmp_path}/notes.txt")
    with pytest.raises(StoreUnavailable, match="Cannot open"):
        open_store(str(tmp_path))


def test_a_store_of_another_schema_version_says_what_to_do(tmp_path: Path) -> None:
    store = open_store(f"{tmp_path}/graph")
    store.write(lambda run: run("schema.set_version", version=99))
    store.close()
    for _ in range(2):  # the refusal lets go of the file
        with pytest.raises(SchemaMismatch, match=rf"version 99.*version {SCHEMA_VERSION}.*load the documents again"):
            open_store(f"{tmp_path}/graph")


@pytest.mark.parametrize(
    ("lost", "named"),
    [
        ("ALTER TABLE `Claim` DROP `horizon_end`", "without Claim.horizon_end;"),
        ("ALTER TABLE `MENTIONS` DROP `start`", "without MENTIONS.start;"),
        ("DROP TABLE `Form`", "without Form;"),
    ],
)
def test_a_store_without_a_part_of_its_version_is_refused_when_it_is_opened(
    tmp_path: Path, lost: str, named: str
) -> None:
    """As one that was written while the version was being made: most questions would be answered, some fail."""
    open_store(f"{tmp_path}/graph").close()
    with ladybug.Database(f"{tmp_path}/graph") as database, ladybug.Connection(database) as connection:
        connection.execute(lost)
    for _ in range(2):
        with pytest.raises(SchemaMismatch, match=rf"version {SCHEMA_VERSION} {named}.*load the documents again"):
            open_store(f"{tmp_path}/graph")


def test_a_loader_that_is_killed_leaves_whole_documents_and_can_go_on(tmp_path: Path, now) -> None:
    """The child loads without end and is killed at a moment that nobody chose."""
    code = """
import itertools, sys
from datetime import UTC, datetime
sys.path.insert(0, sys.argv[2])
from graph import ingest, open_store
from stories import pairing, renamed
store = open_store(sys.argv[1])
for number in itertools.count():
    ingest(store, renamed(pairing(), f"version {number}"), now=datetime.now(UTC))
    print(number, flush=True)
"""
    acknowledged = -1
    for _ in range(3):
        child = in_another_process(code, tmp_path / "graph", FOLDER)
        assert child.stdout is not None
        for _ in range(7):
            acknowledged = int(child.stdout.readline())
        child.send_signal(signal.SIGKILL)
        rest = child.communicate(timeout=60)[0].split()
        acknowledged = int(rest[-1]) if rest else acknowledged
        store = open_store(f"{tmp_path}/graph")
        [stored] = store.read("documents.list")
        assert int(stored["title"].removeprefix("version ")) >= acknowledged
        assert (stored["claims"], stored["entities"]) == (len(pairing().claims), len(pairing().entities))
        assert verify(store).faults == ()
        ingest(store, quarter(), now=now)
        assert store.read("documents.count") == [{"total": 2}]
        remove(store, quarter().document.id)
        store.close()
