"""The words of claims and passages of an embedded store, in a file beside it: SQLite with its full-text index FTS5.

The index is a copy. It is written right after each write of the store, under the same lock, and bears the revision of
the store that it shows. A crash between the two leaves it behind: it is then made anew when somebody next searches.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any

from graph import queries
from graph.errors import QueryFailed
from graph.store import Row
from graph.tokens import JOINERS, forms_of

Write = tuple[str, dict[str, Any]]
Read = Callable[..., list[Row]]

ANSWERS = {"search.claims": "claims", "search.passages": "passages"}  # queries that are answered here
_MADE_BY = "2"  # of the words and tables below: an index that was made otherwise is made anew
_PIECE = 5000
_TEXTS = {"save.claims": "claims", "save.passages": "passages"}
_REMOVED = {"remove.claims": "claims", "remove.passages": "passages"}
_WORDLESS = ("link.", "schema.")
_WITHOUT_WORDS = {
    *(f"save.{part}" for part in ("documents", "entities", "evidence", "figures", "folded", "mentions", "names")),
    *(
        f"save.{part}"
        for part in ("bands", "new_bands", "new_sources", "same_story", "source_names", "sources", "stories")
    ),
    *(f"save.{part}" for part in ("claim_ends", "found", "judgements", "redirects")),
    *(f"remove.{part}" for part in ("about", "made_by", "measures", "mentions", "names", "on_behalf_of")),
    *(f"remove.{part}" for part in ("judgements", "redirects")),
    *(f"remove.{part}" for part in ("document", "entities", "entity_edges", "figures")),
    *(f"remove.{part}" for part in ("bands", "read_from", "same_story", "sources")),
}
_NAMES = ("id", "text", "document_id", "published_at", "recorded_at")
_COLUMNS = ", ".join(_NAMES)
_TOKENIZER = f"""unicode61 remove_diacritics 0 tokenchars '{JOINERS.replace("'", "''")}'"""
_TABLES = (
    "CREATE TABLE {table} (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL, "
    "document_id TEXT NOT NULL, published_at TEXT, recorded_at TEXT)",
    "CREATE INDEX {table}_of ON {table} (document_id)",
    f"CREATE VIRTUAL TABLE {{table}}_words USING fts5(words, content='', tokenize=\"{_TOKENIZER}\")",
)
COUNTS = "search.indexed"
_COUNTED = {
    table: f"SELECT count(*) FROM {table} JOIN {table}_words_docsize AS words ON words.id = {table}.place"
    for table in ANSWERS.values()
}
_FOUND = """
    SELECT held.id, held.text, held.document_id, held.published_at
    FROM {table}_words JOIN {table} AS held ON held.place = {table}_words.rowid
    WHERE {table}_words MATCH :words
      AND (:as_of = '' OR held.published_at <= :as_of) AND (:known_at = '' OR held.recorded_at <= :known_at)
    ORDER BY rank, held.id LIMIT :limit
"""


class WordIndex:
    """The index in one file. It may be used from any thread, by one at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None

    def forget(self) -> None:
        """Begin anew beside a store that is new: whatever the file holds is of another."""
        with self._lock:
            self.close()
            self._remove_file()
            with self._writing() as connection:
                _empty(connection, revision=0)

    def follow(self, writes: Sequence[Write], revision: int) -> None:
        """Take over what was written to the store, which is now of this revision; unless that would leave a gap."""
        counted = sum(name == "schema.count_write" for name, _ in writes)
        if not counted or not all(map(_is_known, writes)):
            return
        with self._lock, suppress(sqlite3.Error), self._writing() as connection:  # a gap is closed by the next search
            if _revision(connection) == revision - counted:
                _apply(connection, writes)
                _note(connection, "revision", str(revision))

    def answer(self, query: str, parameters: Row) -> list[Row]:
        """The rows of a query on words, as the index has them."""
        bound = queries.query(query, "neo4j").bound(parameters)  # one contract for both engines
        with self._lock:
            try:
                cursor = self._opened().execute(_FOUND.format(table=ANSWERS[query]), bound)
            except sqlite3.Error as error:
                raise QueryFailed(f"{query}: {error}") from error
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def counts(self, read: Read) -> list[Row]:
        """For claims and passages, how many the store holds and how many of them the index has words of."""
        [held] = read("search.held")
        with self._lock:
            return [
                {"part": table, "held": held[table], "found": self._opened().execute(_COUNTED[table]).fetchone()[0]}
                for table in sorted(ANSWERS.values())
            ]

    def catch_up(self, writing: AbstractContextManager[object], revision: Callable[[], int], read: Read) -> None:
        """Make the index anew from what `read` gives unless it is of the store's revision; nobody writes meanwhile."""
        if self.revision == revision():
            return
        with writing, self._lock:
            if self.revision != (now := revision()):
                with self._writing() as connection:
                    _empty(connection, now)
                    for table in ANSWERS.values():
                        for rows in _all(read, table):
                            _put(connection, table, rows)

    @property
    def revision(self) -> int | None:
        """The revision of the store that the index shows; None if it shows nothing."""
        with self._lock:
            try:
                return _revision(self._opened())
            except sqlite3.DatabaseError:  # no index, or one that a power cut has torn
                self.close()
                self._remove_file()
                return None

    def close(self) -> None:
        """Let go of the file. It is opened again when it is needed."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        connection = self._opened()
        connection.execute("BEGIN")
        try:
            yield connection
        except BaseException:
            connection.rollback()
            raise
        connection.commit()

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = sqlite3.connect(self.path, check_same_thread=False, isolation_level=None)
            self._connection.execute("PRAGMA synchronous = OFF")  # what is lost is made anew
        return self._connection

    def _remove_file(self) -> None:
        for suffix in ("", "-journal"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)


def _is_known(write: Write) -> bool:
    name = write[0]
    return name in _TEXTS or name in _REMOVED or name in _WITHOUT_WORDS or name.startswith(_WORDLESS)


def _apply(connection: sqlite3.Connection, writes: Iterable[Write]) -> None:
    documents: dict[str, Row] = {}
    for name, given in writes:
        if name == "save.documents":
            documents.update((row["id"], row) for row in given["rows"])
        elif name in _TEXTS:
            dated = [{**_dates(documents.get(row["document_id"])), **row} for row in given["rows"]]
            _put(connection, _TEXTS[name], [row for row in dated if row.get("type") != "relation"])
        elif name in _REMOVED:
            _take_out(connection, _REMOVED[name], given["document_id"])


def _dates(document: Row | None) -> Row:
    return {name: document and document[name] for name in ("published_at", "recorded_at")}


def _put(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    [[last]] = connection.execute(f"SELECT coalesce(max(place), 0) FROM {table}")
    placed = list(enumerate(rows, last + 1))
    values = ((place, *(row[name] for name in _NAMES)) for place, row in placed)
    connection.executemany(f"INSERT INTO {table} (place, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)", values)
    words = ((place, _spaced(row["text"])) for place, row in placed)
    connection.executemany(f"INSERT INTO {table}_words (rowid, words) VALUES (?, ?)", words)


def _take_out(connection: sqlite3.Connection, table: str, document_id: str) -> None:
    held = connection.execute(f"SELECT place, text FROM {table} WHERE document_id = ?", (document_id,)).fetchall()
    removing = f"INSERT INTO {table}_words ({table}_words, rowid, words) VALUES ('delete', ?, ?)"
    connection.executemany(removing, ((place, _spaced(text)) for place, text in held))
    connection.execute(f"DELETE FROM {table} WHERE document_id = ?", (document_id,))


def _spaced(text: str) -> str:
    """The words of a text with spaces between them, which is all that SQLite has to tell apart."""
    return " ".join(forms_of(text))


def _empty(connection: sqlite3.Connection, revision: int) -> None:
    for table in ANSWERS.values():
        connection.execute(f"DROP TABLE IF EXISTS {table}_words")
        connection.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in _TABLES:
            connection.execute(statement.format(table=table))
    connection.execute("CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
    _note(connection, "made_by", _MADE_BY)
    _note(connection, "revision", str(revision))


def _note(connection: sqlite3.Connection, name: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO notes (name, value) VALUES (?, ?)", (name, value))


def _revision(connection: sqlite3.Connection) -> int | None:
    notes = dict(connection.execute("SELECT name, value FROM notes"))
    return int(notes["revision"]) if notes.get("made_by") == _MADE_BY else None


def _all(read: Read, table: str) -> Iterator[list[Row]]:
    query, after = {"claims": "search.stored_claims", "passages": "search.stored_passages"}[table], ""
    while rows := read(query, after=after, limit=_PIECE):
        after = rows[-1]["id"]
        yield rows
