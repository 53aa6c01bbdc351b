"""API keys: made once, shown once, kept as hashes in a small file of their own.

A key reads `sg_ID_SECRET`. The secret is 256 random bits, so one pass of SHA-256 keeps it as well as a slow hash would
keep a password; who reads the file cannot make the key from it.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from api.errors import KeyUnknown, PlaceUnusable

_PREFIX = "sg"
_TABLE = """CREATE TABLE IF NOT EXISTS api_key(
  id TEXT PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, scopes TEXT NOT NULL, rate TEXT,
  created_at TEXT NOT NULL, revoked_at TEXT) STRICT"""


class Scope(StrEnum):
    """What a key may be used for; none includes another."""

    READ = "read"
    WRITE = "write"
    CYPHER = "cypher"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Key:
    """A key without its secret."""

    id: str
    name: str
    scopes: frozenset[Scope]
    rate: str | None  # such as "100/minute"; null: what the server allows
    created_at: str
    revoked_at: str | None = None


class KeyFile:
    """The keys of a server, read anew each time: what is revoked is refused at once."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def create(self, name: str, scopes: Iterable[Scope], *, rate: str | None = None) -> tuple[Key, str]:
        """A new key, and its text, which nobody can read again."""
        secret = secrets.token_urlsafe(32)
        key = Key(secrets.token_hex(4), name, frozenset(scopes), rate, _now())
        row = (key.id, name, _hash(secret), " ".join(sorted(key.scopes)), rate, key.created_at, None)
        with self._open(make=True) as keys:
            keys.execute("INSERT INTO api_key VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        return key, f"{_PREFIX}_{key.id}_{secret}"

    def all(self) -> list[Key]:
        """Every key there was, the oldest first."""
        with self._open() as keys:
            return [_key(row) for row in keys.execute("SELECT * FROM api_key ORDER BY created_at, id")]

    def revoke(self, key_id: str) -> Key:
        """The key, which is refused from now on; KeyUnknown if there is none of this id."""
        with self._open() as keys:
            keys.execute("UPDATE api_key SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?", (_now(), key_id))
            return _key(_row(keys, key_id))

    def verified(self, text: str) -> Key | None:
        """The key that this is the text of, if there is one and it was not revoked."""
        prefix, _, rest = text.partition("_")
        key_id, _, secret = rest.partition("_")
        if prefix != _PREFIX:
            return None
        try:
            with self._open() as keys:
                row = _row(keys, key_id)
        except KeyUnknown:
            return None
        is_right = hmac.compare_digest(row["hash"], _hash(secret))
        return _key(row) if is_right and row["revoked_at"] is None else None

    @contextmanager
    def _open(self, *, make: bool = False) -> Iterator[sqlite3.Connection]:
        """The file as a database, committed at the end; one that is not there holds no keys and is not made."""
        try:
            if make:
                _make(self.path)
            with closing(sqlite3.connect(self.path if self.path.exists() else ":memory:", timeout=10)) as keys, keys:
                keys.row_factory = sqlite3.Row
                keys.execute(_TABLE)
                yield keys
        except (OSError, sqlite3.Error) as problem:
            raise PlaceUnusable(f"The file with the keys, {self.path}, cannot be used: {problem}.") from problem


def _make(path: Path) -> None:
    """The file, for its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _row(keys: sqlite3.Connection, key_id: str) -> sqlite3.Row:
    row: sqlite3.Row | None = keys.execute("SELECT * FROM api_key WHERE id = ?", (key_id,)).fetchone()
    if row is None:
        raise KeyUnknown(f"No key has the id {key_id!r}.")
    return row


def _key(row: sqlite3.Row) -> Key:
    scopes = frozenset(map(Scope, row["scopes"].split()))
    return Key(row["id"], row["name"], scopes, row["rate"], row["created_at"], row["revoked_at"])


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
