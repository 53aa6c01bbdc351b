"""Files from the web: one address, within limits of time, size and redirects, and never into a closed network."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, cast
from urllib.parse import urljoin

import httpcore2

from loaders.errors import DocumentUnreadable
from loaders.sources.addresses import addresses_of, plain_address
from loaders.sources.visits import NO_MARK, Fetching, Mark

MOST_REDIRECTS = 5
_REDIRECTS, _UNCHANGED, _FINE = frozenset({301, 302, 303, 307, 308}), 304, 200
_CONNECT_SECONDS = 15.0
_IN_MEMORY, _PIECE = 1 << 23, 1 << 16
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: a file, or none where nothing has changed since the mark."""

    address: str  # behind all redirects
    file: BinaryIO | None
    content_type: str
    mark: Mark


def fetch(url: str, fetching: Fetching, mark: Mark = NO_MARK) -> Fetched:
    """What the address gives; raises `DocumentUnreadable` with why it gives nothing."""
    deadline = time.monotonic() + fetching.seconds
    address = plain_address(url)
    backend = _Guarded(deadline, allow_private=fetching.allow_private)
    with httpcore2.ConnectionPool(network_backend=backend) as pool:
        for _ in range(MOST_REDIRECTS + 1):
            found = _asked(pool, address, fetching, mark)
            if isinstance(found, Fetched):
                return found
            address = plain_address(urljoin(address, found))
    raise DocumentUnreadable(f"leads on from one address to the next more than {MOST_REDIRECTS} times.")


def _asked(pool: httpcore2.ConnectionPool, address: str, fetching: Fetching, mark: Mark) -> Fetched | str:
    """What an address gives, or where it leads on to."""
    try:
        with pool.stream("GET", address, headers=_headers(mark)) as response:
            given = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            if response.status in _REDIRECTS and "location" in given:
                return given["location"]
            if response.status not in (_FINE, _UNCHANGED):
                raise DocumentUnreadable(f"is answered with {response.status}: check the address in a browser.")
            is_new = response.status == _FINE
            file = _kept(response.iter_stream(), given, fetching.most_bytes) if is_new else None
    except httpcore2.TimeoutException as late:
        raise DocumentUnreadable(f"took longer than {fetching.seconds:g} s to be fetched.") from late
    except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as problem:
        raise DocumentUnreadable(f"cannot be fetched ({problem or type(problem).__name__}).") from problem
    known = Mark(given.get("etag", mark.etag), given.get("last-modified", mark.last_modified))
    return Fetched(address, file, given.get("content-type", "").partition(";")[0].strip().lower(), known)


def _headers(mark: Mark) -> list[tuple[str, str]]:
    every = {
        "User-Agent": f"streetgraph/{version('streetgraph')}",
        "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
        "Accept-Encoding": "gzip",
        "If-None-Match": mark.etag,
        "If-Modified-Since": mark.last_modified,
    }
    return [(name, value) for name, value in every.items() if value]


def _kept(pieces: Iterable[bytes], given: Mapping[str, str], most_bytes: int) -> BinaryIO:
    """The body, unpacked, as a file without a name."""
    packing = given.get("content-encoding", "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip", "deflate", ""):
        raise DocumentUnreadable(f"comes packed as {packing[:20]}, which was not asked for.")
    file, size = SpooledTemporaryFile(_IN_MEMORY), 0  # noqa: SIM115 - whoever reads it closes it
    for piece in pieces if packing in ("identity", "") else _unpacked(pieces):
        size += len(piece)
        if size > most_bytes:
            raise DocumentUnreadable(f"is larger than {most_bytes / 1e6:g} MB, too large to be fetched.")
        file.write(piece)
    file.seek(0)
    return cast(BinaryIO, file)


def _unpacked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What pieces unpack to, never much at once."""
    unpacking = zlib.decompressobj(_GZIP_OR_ZLIB)
    try:
        for piece in pieces:
            while piece and not unpacking.eof:
                yield unpacking.decompress(piece, _PIECE)
                piece = unpacking.unconsumed_tail
    except zlib.error as problem:
        raise DocumentUnreadable("comes packed and damaged: try again.") from problem
    if not unpacking.eof:
        raise DocumentUnreadable("breaks off before its end: try again.")


class _Guarded(httpcore2.NetworkBackend):
    """Connects to what a name stood for when it was checked, until a moment at which all ends."""

    def __init__(self, deadline: float, *, allow_private: bool) -> None:
        self._deadline, self._allow_private = deadline, allow_private
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first address that answers."""
        problem: Exception = httpcore2.ConnectError(f"{host} has no address")
        for address in addresses_of(host, port, allow_private=self._allow_private):
            try:
                left = min(_left_until(self._deadline), timeout or _CONNECT_SECONDS)
                return _Timed(
                    self._plain.connect_tcp(address, port, left, local_address, socket_options), self._deadline
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as failed:
                problem = failed
        raise problem


class _Timed(httpcore2.NetworkStream):
    """A connection that ends at a moment, however little comes at a time."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: float) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._stream.read(max_bytes, _left_until(self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, _left_until(self._deadline))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: Any,  # noqa: ANN401
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        left = _left_until(self._deadline)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401
        return self._stream.get_extra_info(info)


def _left_until(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore2.ReadTimeout("the time is over")
    return left
