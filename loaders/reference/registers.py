"""Which register a file is from, told by what is in it, and its records one after the other."""

from __future__ import annotations

import gzip
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from graph.naming import slug
from loaders.errors import DocumentUnreadable
from loaders.reference import alias_tables, gleif, market_codes, openfigi, sec
from loaders.reference.entries import Entry, delimiter_of

REACH = 1 << 16  # bytes at the start of a file that tell which register it is from
NAMES_TITLE = "table of names"
_KEY = re.compile(r'"(\w+)"\s*:')
_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"
_UNKNOWN = (
    "is of no register that is known: give the SEC's company_tickers.json, the LEI golden copy of GLEIF as CSV, "
    "results of OpenFIGI, the market codes of ISO 10383 as CSV, or a table of names with columns id, label, aliases."
)


@dataclass(frozen=True, slots=True)
class Register:
    """A register: its name as `source` of its records, what it is called, and how its file is read.

    One that `lists_everybody` has millions of entries, most of which no document will ever name.
    """

    source: str
    title: str
    entries: Callable[[BinaryIO], Iterator[Entry]]
    lists_everybody: bool = False


_SEC = Register(sec.SOURCE, "SEC company tickers", sec.entries)
_GLEIF = Register(gleif.SOURCE, "GLEIF legal entities", gleif.entries, lists_everybody=True)
_ISINS = Register(gleif.ISIN_SOURCE, "GLEIF ISINs of legal entities", gleif.isin_entries, lists_everybody=True)
_FIGI = Register(openfigi.SOURCE, "OpenFIGI results", openfigi.entries)
_MARKETS = Register(market_codes.SOURCE, "ISO 10383 market codes", market_codes.entries)
_COLUMNS = (
    ({"LEI", "Entity.LegalName"}, _GLEIF),
    ({"LEI", "ISIN"}, _ISINS),
    ({"MIC", "OPERATING MIC"}, _MARKETS),
)
RESERVED = frozenset(each.source for each in (_SEC, _GLEIF, _ISINS, _FIGI, _MARKETS))


@contextmanager
def opened(path: Path, *, source: str = "") -> Iterator[tuple[Register, Iterator[Entry]]]:
    """The register that the file is from, and its entries, read as they are taken.

    A table of names is its own register, called `source` or else as the file is. A zip or gzip with one file in it is
    read as that file. Raises `DocumentUnreadable` where there are no entries.
    """
    try:
        with _unpacked(path) as file:
            register = _register(file.read(REACH), source or slug(path.name.partition(".")[0]))
        with _unpacked(path) as file:
            yield register, register.entries(file)
    except (zipfile.BadZipFile, zlib.error, EOFError, gzip.BadGzipFile) as problem:
        raise DocumentUnreadable(f"is a packed file that is damaged ({problem}).") from problem


@contextmanager
def _unpacked(path: Path) -> Iterator[BinaryIO]:
    with path.open("rb") as file:
        head = file.read(4)
        file.seek(0)
        if head.startswith(_GZIP):
            with gzip.open(file) as unpacked:
                yield cast(BinaryIO, unpacked)
        elif head.startswith(_ZIP):
            with zipfile.ZipFile(file) as archive, archive.open(_only_file(archive)) as member:
                yield cast(BinaryIO, member)
        else:
            yield file


def _only_file(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    files = [each for each in archive.infolist() if not each.is_dir()]
    if len(files) != 1:
        raise DocumentUnreadable(f"is an archive of {len(files)} files: unpack it, and give the one that is meant.")
    return files[0]


def _register(head: bytes, source: str) -> Register:
    opening = head.decode("utf-8-sig", errors="replace").lstrip()
    if not opening:
        raise DocumentUnreadable("is empty.")
    found = _of_json(opening, source) if opening[0] in "{[" else _of_table(opening.splitlines()[0], source)
    if found is None:
        raise DocumentUnreadable(_UNKNOWN)
    if found.source in RESERVED and found.title == NAMES_TITLE:
        raise DocumentUnreadable(f"cannot be called {found.source!r}, which is a register's own name: use --source.")
    return found


def _of_table(line: str, source: str) -> Register | None:
    names = {name.strip().strip('"') for name in line.split(delimiter_of(line))}
    for wanted, register in _COLUMNS:
        if wanted <= names:
            return register
    return _names(alias_tables.of_table, source) if alias_tables.is_table(names) else None


def _of_json(opening: str, source: str) -> Register | None:
    if (line := _first_object(opening)) is not None and alias_tables.is_table(line):
        return _names(alias_tables.of_lines, source)
    names = set(_KEY.findall(opening))
    if "cik_str" in names or {"fields", "data"} <= names:
        return _SEC
    if names & {"marketSector", "shareClassFIGI"} or ("warning" in names and "label" not in names):
        return _FIGI
    return _names(alias_tables.of_json, source) if "bindings" in names or alias_tables.is_table(names) else None


def _first_object(opening: str) -> dict[str, Any] | None:
    """The object that the first line is, if it is one."""
    try:
        found = json.loads(opening.splitlines()[0])
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _names(entries: Callable[[BinaryIO, str], Iterator[Entry]], source: str) -> Register:
    return Register(source, NAMES_TITLE, lambda file: entries(file, source))
