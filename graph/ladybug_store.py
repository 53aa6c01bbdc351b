"""The embedded engine: one local file, one process that writes it, readers beside the writer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, cast

import ladybug

from graph import queries, schema
from graph.errors import QueryFailed, QueryInvalid, StoreUnavailable
from graph.ontology import SCHEMA_VERSION
from graph.queries import Query
from graph.readers import Readers
from graph.revision import revision
from graph.row_tables import tabled
from graph.store import Row, Run, T, View
from graph.word_index import ANSWERS, COUNTS, WordIndex, Write

ENGINE = "ladybug"
MAX_DB_BYTES = 1 << 38  # address space that opening reserves; the engine's default of 8 TiB fails under `ulimit -v`
BUFFER_BYTES = 1 << 30
LOG_BYTES = 1 << 25  # of writes before tables are written anew, which costs; a killed process's log is read in seconds
_LOCKED = "Could not set lock"
_IN_USE = (
    "{} is in use by another process, and only one can have it open. "
    "Ask through the API of that process (`streetgraph serve`), or wait until it ends."
)
_UNASKED = {"unasked": True}  # the driver keeps the plan of a text only if it comes with a parameter


class _Connection(ladybug.Connection):
    """A connection, which keeps the plan of each text until it is closed, and with it some of the buffer pool."""

    def __init__(self, handle: ladybug.Database) -> None:
        super().__init__(handle)
        self.texts: set[str] = set()

    def run(
        self, text: str, parameters: Row | None = None, *, threads: int | None = None, is_kept: bool = True
    ) -> ladybug.QueryResult:
        """The result, by so many threads, all (0), or as before. A plan that is kept keeps the table that it reads."""
        try:
            if threads is not None:
                self.set_max_threads_for_exec(threads)
            if is_kept:
                self.texts.add(text)
            result = self.execute(text if is_kept else ladybug.PreparedStatement(self, text, parameters), parameters)
        except RuntimeError as error:
            raise QueryFailed(str(error)) from error
        assert isinstance(result, ladybug.QueryResult), "a query file holds one statement"
        return result


class _Database:
    """One open file with all its connections, shared by the stores of this process that use it."""

    def __init__(self, path: Path) -> None:
        self.path, self.users, self.is_closed = path, 0, False
        self.writing = threading.Lock()
        self._handle = _opened(path)
        self.readers = Readers(lambda: _Connection(self._handle))
        self.writer = _Connection(self._handle)
        self.words = WordIndex(path.with_name(f"{path.name}.words"))

    def close(self) -> None:
        self.is_closed = True
        self.words.close()
        self.readers.close()
        self.writer.close()
        self._handle.close()


_open_databases: dict[Path, _Database] = {}
_opening = threading.RLock()


class LadybugStore:
    """A store in one file. Opening the same file again in this process shares it; close each one that was opened."""

    engine = ENGINE

    def __init__(self, path: Path) -> None:
        with _opening:
            self._database = _acquired(path.expanduser().resolve())
            self._is_open = True
            self.address = f"{ENGINE}:{self._database.path}"
            try:
                self.ensure_schema()
            except BaseException:
                self.close()
                raise

    def read(self, query: str, /, **parameters: object) -> list[Row]:
        """The rows of a named read query."""
        if query in ANSWERS or query == COUNTS:
            return self._by_words(query, parameters)
        with self._usable() as database, database.readers.one() as connection:
            return _rows(connection, queries.reading(query, ENGINE), parameters)

    @contextmanager
    def view(self) -> Iterator[View]:
        """Reads of one state of the store, the one that it was in when the view began."""
        with self._usable() as database, database.readers.one() as connection:
            transaction = _Transaction(connection, queries.reading, "READ ONLY")
            try:
                yield View(ENGINE, transaction)
            finally:
                transaction.roll_back()

    def write(self, work: Callable[[Run], T]) -> T:
        """What `work` returns, once all that it ran is stored: in one transaction, all of it or nothing."""
        with self._usable() as database, database.writing:
            transaction = _Transaction(database.writer, queries.query)
            try:
                result = work(transaction)
                transaction.commit()
            except BaseException:
                transaction.roll_back()
                raise
            database.words.follow(transaction.writes, revision(self))
            return result

    def _by_words(self, query: str, parameters: Row) -> list[Row]:
        """What the index of words beside the store answers, once it is of the store's revision."""
        with self._usable() as database:
            database.words.catch_up(database.writing, lambda: revision(self), self.read)
            return database.words.counts(self.read) if query == COUNTS else database.words.answer(query, parameters)

    @contextmanager
    def at_rest(self) -> Iterator[Path]:
        """The file, which nobody writes meanwhile."""
        with self._usable() as database, database.writing:
            yield database.path

    def close(self) -> None:
        """Let go of the file, unless another store of this process still uses it. Safe to call again."""
        if self._is_open:
            self._is_open = False
            _release(self._database)

    @contextmanager
    def _usable(self) -> Iterator[_Database]:
        """The database; what fails because it is closed meanwhile fails as if it had been closed before."""
        closed = StoreUnavailable(f"The store {self.address} is closed.")
        if not self._is_open:
            raise closed
        try:
            yield self._database
        except (RuntimeError, QueryFailed) as error:
            if self._database.is_closed:
                raise closed from error
            raise

    def ensure_schema(self) -> None:
        """Make the tables of a new store; SchemaMismatch if those that are there are of another version."""
        tables = {row["name"] for row in self.read("schema.tables")}
        if not tables:
            self._database.words.forget()
            self.write(self._make_schema)
        else:
            found = self.read("schema.version") if "Schema" in tables else []
            schema.check_version(found[0]["version"] if found else None)
            schema.check_shape(tables, self._columns_of)

    def _columns_of(self, table: str) -> set[str]:
        text = schema.ladybug_columns_of(table)
        with self._usable() as database, database.readers.one() as reader, reader.run(text, is_kept=False) as found:
            return {str(cast(Row, row)["name"]) for row in found.rows_as_dict()}

    def _make_schema(self, run: Run) -> None:
        for statement in schema.ladybug_statements():
            self._database.writer.run(statement).close()
        run("schema.set_version", version=SCHEMA_VERSION)


class _Transaction:
    """Runs queries on one connection; after one failure it takes no more, since the engine has rolled back."""

    def __init__(self, connection: _Connection, find: Callable[[str, str], Query], mode: str = "") -> None:
        self._connection, self._find, self._has_ended = connection, find, False
        self.writes: list[Write] = []
        connection.run(f"BEGIN TRANSACTION {mode}").close()

    def __call__(self, query: str, /, **parameters: object) -> list[Row]:
        if self._has_ended:
            raise QueryFailed("The transaction has ended or failed already; nothing more can be asked or stored in it.")
        found = self._find(query, ENGINE)
        if found.mode == "write":
            self.writes.append((query, parameters))
        try:
            return _rows(self._connection, found, parameters)
        except QueryFailed:
            self._has_ended = True
            raise

    def commit(self) -> None:
        if self._has_ended:
            raise QueryFailed("A query of the transaction failed; nothing of it is stored.")
        self._connection.run("COMMIT").close()
        self._has_ended = True

    def roll_back(self) -> None:
        self._has_ended = True
        with suppress(QueryFailed):  # after a failed query the engine has rolled back already
            self._connection.run("ROLLBACK").close()


def _acquired(path: Path) -> _Database:
    with _opening:
        database = _open_databases.get(path) or _Database(path)
        _open_databases[path] = database
        database.users += 1
        return database


def _release(database: _Database) -> None:
    with _opening:
        database.users -= 1
        if not database.users:
            del _open_databases[database.path]
            database.close()


def _opened(path: Path) -> ladybug.Database:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return ladybug.Database(
            path, buffer_pool_size=BUFFER_BYTES, max_db_size=MAX_DB_BYTES, checkpoint_threshold=LOG_BYTES
        )
    except (OSError, RuntimeError) as error:
        why = _IN_USE.format(path) if _LOCKED in str(error) else f"Cannot open {path}: {str(error).splitlines()[0]}"
        raise StoreUnavailable(why) from error


def _rows(connection: _Connection, query: Query, parameters: dict[str, Any]) -> list[Row]:
    bound = query.bound(parameters)
    if query.has_nothing_to_do(bound):
        return []  # the engine cannot tell the type of an empty batch
    # A second thread speeds up who looks at everything, and only costs who knows where to begin.
    threads = 1 if query.begins_at else 0
    text, given = tabled(query, bound)
    with connection.run(text, given or _UNASKED, threads=threads, is_kept=given is bound) as result:
        rows = [cast(Row, row) for row in result.rows_as_dict()]
        if query.returns and tuple(result.get_column_names()) != query.columns:
            raise QueryInvalid(f"{query.name} returns {result.get_column_names()}, its header says {query.columns}.")
        return rows
