"""Which addresses on the web may be visited: those of the world, not those of this machine and the networks around it.

A name is looked up once, and what it stood for then is what is visited, so that nobody can swap it in between.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from urllib.parse import quote, urlsplit, urlunsplit

from loaders.errors import DocumentUnreadable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_SAFE = "/%:@!$&'()*+,;=~?"
_THROUGH = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")))  # to IPv4 networks


def is_address(source: str) -> bool:
    """True for what is an address on the web, and no path."""
    return _ADDRESS.match(source) is not None


def plain_address(url: str) -> str:
    """The address in ASCII and without its fragment; raises `DocumentUnreadable` for none, or one with a password."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError as problem:
        raise DocumentUnreadable(f"is no address ({problem}): check its spelling.") from problem
    if parts.scheme not in ("http", "https") or not host:
        raise DocumentUnreadable("is no address of the web: it has to begin with https:// or http:// and a name.")
    if parts.username is not None:
        raise DocumentUnreadable("holds a user or a password, which would be stored: save the page, and load the file.")
    name = f"[{host}]" if ":" in host else _in_ascii(host)
    place = name if port is None else f"{name}:{port}"
    return urlunsplit((parts.scheme, place, quote(parts.path or "/", _SAFE), quote(parts.query, _SAFE), ""))


def addresses_of(host: str, port: int, *, allow_private: bool) -> list[str]:
    """What a name stands for now, in the order to try; `DocumentUnreadable` where it leads into a closed network."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise DocumentUnreadable(f"cannot be fetched: the name {host} is not known here.") from problem
    addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
    closed = [] if allow_private else [one for one in addresses if not is_public(one)]
    if closed:
        raise DocumentUnreadable(
            f"leads to {closed[0]}, within this machine or a closed network; STREETGRAPH_FETCH_PRIVATE=true allows it."
        )
    return addresses


def is_public(address: str) -> bool:
    """True for an address that anybody in the world would reach; what is wrapped in it counts as well."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    wrapped = _wrapped(parsed)
    return parsed.is_global and not parsed.is_multicast and (wrapped is None or is_public(str(wrapped)))


def _wrapped(address: Address) -> Address | None:
    """The address of the older protocol that an address stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if any(address in network for network in _THROUGH):
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def _in_ascii(host: str) -> str:
    try:
        return host.encode("idna").decode()
    except UnicodeError as problem:
        raise DocumentUnreadable(f"is no address ({problem}): check its spelling.") from problem
