"""Archives (zip, tar) and packed files (gzip, bzip2): the files in them, unpacked one by one and never by name.

What is unpacked goes to nameless files, so that no name in an archive can lead anywhere. Formats that may ask for
gigabytes of memory at once (LZMA) are left to the user.
"""

from __future__ import annotations

import bz2
import gzip
import stat
import struct
import tarfile
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO, cast

from loaders.errors import DocumentUnreadable, Failure

MOST_MEMBERS, DEEPEST = 100_000, 3
LEAST_BYTES, MOST_TIMES = 100_000_000, 200  # what may be unpacked: so much, or so many times what is packed
_IN_MEMORY, _PIECE = 1 << 23, 1 << 16
_LARGEST_READ = 1 << 24  # a list of files, or a name, that takes more is no list and no name
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
_ENCRYPTED = 0x1
_DAMAGED = (
    *(OSError, EOFError, ValueError, KeyError, RuntimeError, NotImplementedError, OverflowError, MemoryError),
    *(zlib.error, zipfile.BadZipFile, tarfile.TarError, struct.error),
)


@dataclass(slots=True)
class Allowance:
    """How much may still be unpacked of an archive and of those within it."""

    bytes_left: int
    members_left: int = MOST_MEMBERS

    def take(self, size: int) -> None:
        """Count what was unpacked; raises `DocumentUnreadable` once it is too much."""
        self.bytes_left -= size
        if self.bytes_left < 0:
            raise DocumentUnreadable("unpacks to far too much: unpack it yourself, and load what you need of it.")

    def take_member(self) -> None:
        """Count a file."""
        self.members_left -= 1
        if self.members_left < 0:
            raise DocumentUnreadable(f"holds more than {MOST_MEMBERS:,} files: unpack it, and load the folder.")


@dataclass(frozen=True, slots=True)
class Member:
    """A file within an archive, and what it is called there."""

    name: str
    file: BinaryIO


def allowance_for(size: int, most_bytes: int) -> Allowance:
    """What may be unpacked of an archive of this size."""
    return Allowance(min(most_bytes, max(LEAST_BYTES, MOST_TIMES * size)))


def members(file: BinaryIO, allowed: Allowance) -> Iterator[Member | Failure]:
    """The files in a zip or tar archive, in its order and without hidden ones; a failure is called by a file's name."""
    careful = cast(BinaryIO, _Careful(file))
    is_zip = file.read(2) == b"PK"
    file.seek(0)
    try:
        yield from _told_apart(_zipped(careful, allowed) if is_zip else _taped(careful, allowed))
    except _DAMAGED as problem:
        raise DocumentUnreadable(
            f"is an archive that is damaged ({type(problem).__name__}): what comes behind is not read."
        ) from problem


def unpacked(file: BinaryIO, allowed: Allowance) -> BinaryIO:
    """The one file in a packed one."""
    start = file.read(2)
    file.seek(0)
    opened = bz2.BZ2File(file) if start == b"BZ" else gzip.GzipFile(fileobj=file, mode="rb")
    try:
        return _spooled(cast(IO[bytes], opened), allowed)
    except _DAMAGED as problem:
        raise DocumentUnreadable(
            f"is a packed file that is damaged ({type(problem).__name__}): pack or save it anew."
        ) from problem


def _zipped(file: BinaryIO, allowed: Allowance) -> Iterator[Member | Failure]:
    with zipfile.ZipFile(file) as archive:
        for info in archive.infolist():
            allowed.take_member()
            if info.is_dir() or _is_hidden(info.filename):
                continue
            refusal = _refusal(info.filename) or _refusal_of_zipped(info)
            yield _member(info.filename, refusal, partial(archive.open, info), allowed)


def _taped(file: BinaryIO, allowed: Allowance) -> Iterator[Member | Failure]:
    with tarfile.open(fileobj=file, mode="r:") as archive:
        for info in archive:
            allowed.take_member()
            if info.isdir() or _is_hidden(info.name):
                continue
            refusal = _refusal(info.name) or ("" if info.isreg() else "is a link or a device, which is not followed.")
            yield _member(info.name, refusal, partial(archive.extractfile, info), allowed)
        file.seek(archive.offset)
        if file.read(tarfile.BLOCKSIZE).strip(b"\0"):  # the library takes it for the end
            raise tarfile.ReadError("no header")


def _told_apart(found: Iterable[Member | Failure]) -> Iterator[Member | Failure]:
    """The members; those that are called as one before with a number: one is no later version of the other."""
    taken, numbers = set[PurePosixPath](), defaultdict[PurePosixPath, Iterator[int]](partial(count, 2))
    for each in found:
        if isinstance(each, Failure):
            yield each
            continue
        path = free = PurePosixPath(each.name)
        while free in taken:
            free = path.with_stem(f"{path.stem} ({next(numbers[path])})")
        taken.add(free)
        yield replace(each, name=str(free))


def _member(name: str, refusal: str, opening: Callable[[], IO[bytes] | None], allowed: Allowance) -> Member | Failure:
    """The member, unpacked, or why it is not."""
    if refusal:
        return Failure(_shown(name), refusal)
    try:
        with cast(IO[bytes], opening()) as packed:
            return Member(_shown(name), _spooled(packed, allowed))
    except _DAMAGED as problem:
        return Failure(_shown(name), f"is damaged ({type(problem).__name__}): pack it anew.")


def _spooled(packed: IO[bytes], allowed: Allowance) -> BinaryIO:
    """What a stream unpacks to, as a file without a name."""
    kept = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - whoever reads it closes it
    while piece := packed.read(_PIECE):
        allowed.take(len(piece))
        kept.write(piece)
    kept.seek(0)
    return cast(BinaryIO, kept)


def _refusal(name: str) -> str:
    """Why nothing of this name is read, or nothing."""
    plain = name.replace("\\", "/")
    is_outside = plain.startswith("/") or ".." in plain.split("/") or plain[1:2] == ":"
    return "leads out of the archive, and is not read." if is_outside else ""


def _refusal_of_zipped(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & _ENCRYPTED:
        return "is locked with a password: unpack it, and load the folder."
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a link or a device, which is not followed."
    return (
        "" if info.compress_type in _METHODS else "is packed in a way that is not read: unpack it, and load the folder."
    )


def _is_hidden(name: str) -> bool:
    """True for what a folder would hide, and for what a Mac adds to an archive."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part.startswith(".") and part != ".." for part in parts) or "__MACOSX" in parts


def _shown(name: str) -> str:
    """The name in one line, of characters that can be shown."""
    plain = "".join(char if char.isprintable() else "\ufffd" for char in name)
    return plain.removeprefix("./") or "a file without a name"


class _Careful:
    """A file that refuses to be read in large pieces, which a damaged list of files may ask for."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        """So many bytes, or all."""
        piece = self._file.read(_LARGEST_READ + 1 if size < 0 else min(size, _LARGEST_READ + 1))
        if len(piece) > _LARGEST_READ:
            raise ValueError("too large a piece")
        return piece
