"""Documents at addresses on the web: within limits, and never out of a closed network unless that is allowed."""

from __future__ import annotations

import gzip
import io
import socket
import threading
import time
import zipfile
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest
from made_files import SENTENCES, page, pdf
from web_server import Web, serving

from graph.model import Document
from loaders.documents import Outcome
from loaders.errors import Failure
from loaders.fetched import fetch, read_at
from loaders.sources.addresses import is_public, plain_address
from loaders.sources.visits import Fetching, Mark

HERE = Fetching(seconds=20, allow_private=True)
FEED = b"<rss><channel><item><title>Tin</title><description>Tin rose.</description></item></channel></rss>"


@pytest.fixture(scope="module")
def running() -> Iterator[Web]:
    with serving() as web:
        yield web


@pytest.fixture
def web(running: Web) -> Web:
    running.at.clear()
    running.asked.clear()
    return running


def read(address: str, fetching: Fetching = HERE) -> list[Outcome]:
    return list(read_at(address, fetching=fetching))


def document(address: str) -> Document:
    [outcome] = read(address)
    assert isinstance(outcome, Document), outcome
    return outcome


def reason(address: str, fetching: Fetching = HERE) -> str:
    [outcome] = read(address, fetching)
    assert isinstance(outcome, Failure), outcome
    assert outcome.reason.startswith(address)
    return outcome.reason


def test_a_page_gives_its_article_and_the_address_that_it_was_found_at(web: Web) -> None:
    address = web.put("/markets/tin", page(*SENTENCES), Content_Type="text/html; charset=utf-8")
    found = document(address)
    assert SENTENCES[0] in found.text
    assert (found.url, found.source) == (address, address)


def test_a_page_cannot_speak_for_another_site(web: Web) -> None:
    head = '<link rel="canonical" href="https://bank.example/report">'
    address = web.put("/tin", page(*SENTENCES, head=head), Content_Type="text/html")
    assert document(address).url == address


def test_a_form_is_told_by_what_is_there(web: Web) -> None:
    assert SENTENCES[0] in document(web.put("/note?id=7", pdf([SENTENCES]))).text
    assert document(web.put("/rows", b"title,text\nTin,Tin rose.\n", Content_Type="text/csv")).source.endswith(
        "/rows:1"
    )
    assert document(web.put("/feed", FEED)).title == "Tin"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "Tin rose.")
    assert document(web.put("/all.zip", packed.getvalue())).source.endswith("/all.zip/a.txt")


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_a_packed_answer_is_unpacked(web: Web, pack) -> None:
    packing = "gzip" if pack is gzip.compress else "deflate"
    assert document(web.put("/a.txt", pack(b"Tin rose."), Content_Encoding=packing)).text == "Tin rose."


def test_what_is_too_large_is_given_up(web: Web) -> None:
    small = Fetching(most_bytes=1000, allow_private=True)
    assert "is larger than 0.001 MB" in reason(web.put("/a.txt", b"Tin. " * 1000), small)
    bomb = gzip.compress(b"Tin. " * 1_000_000)
    assert "is larger than 0.001 MB" in reason(web.put("/b.txt", bomb, Content_Encoding="gzip"), small)
    assert "comes packed and damaged" in reason(web.put("/c.txt", b"Tin rose.", Content_Encoding="gzip"))
    assert "breaks off" in reason(web.put("/d.txt", bomb[:100], Content_Encoding="gzip"))
    assert "comes packed as br" in reason(web.put("/e.txt", b"Tin.", Content_Encoding="br"))


def test_what_comes_in_drops_is_given_up_in_time(web: Web) -> None:
    never = threading.Event()

    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        try:
            for _ in range(200):
                request.wfile.write(b"T")
                never.wait(0.05)
        except OSError:
            return

    web.at["/slow.txt"] = drip
    started = time.monotonic()
    assert "took longer than 0.3 s" in reason(f"{web.address}/slow.txt", Fetching(seconds=0.3, allow_private=True))
    assert time.monotonic() - started < 5


def test_an_answer_that_is_none_is_told(web: Web) -> None:
    assert "is answered with 404" in reason(f"{web.address}/nowhere")
    web.at["/broken"] = lambda request: request.wfile.write(b"no http at all\r\n\r\n")
    assert "cannot be fetched" in reason(f"{web.address}/broken")
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        assert "cannot be fetched" in reason(f"http://127.0.0.1:{closed.getsockname()[1]}/")


def test_redirects_are_followed_but_not_for_ever(web: Web) -> None:
    web.put("/there/a.txt", b"Tin rose.")
    first = web.put("/here", b"", status=302, Location="/between")
    web.put("/between", b"", status=308, Location=f"{web.address}/there/a.txt")
    found = document(first)
    assert (found.text, found.url) == ("Tin rose.", f"{web.address}/there/a.txt")
    loop = web.put("/loop", b"", status=301, Location="/loop")
    assert "leads on from one address to the next more than 5 times" in reason(loop)
    for place in ("file:///etc/passwd", "ftp://example.org/a", "gopher://x"):
        assert "is no address of the web" in reason(web.put("/away", b"", status=302, Location=place))


def test_this_machine_and_closed_networks_are_refused(web: Web) -> None:
    address = web.put("/secret.txt", b"Tin rose.")
    port = web.address.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "0x7f.1", "2130706433", "0"):
        assert "within this machine or a closed network" in reason(f"http://{host}:{port}/secret.txt", Fetching())
    assert "within this machine" in reason(address, Fetching())
    assert not web.asked


PUBLIC = "93.184.215.14"


def resolving(monkeypatch: pytest.MonkeyPatch, names: dict[str, list[list[str]]]) -> None:
    """Have names stand for other addresses each time that they are asked for."""
    usual = socket.getaddrinfo

    def look_up(host: str, *more: object, **options: object) -> list:
        if host not in names:
            return usual(host, *more, **options)
        found = names[host].pop(0) if len(names[host]) > 1 else names[host][0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, more[0])) for one in found]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


def connecting(monkeypatch: pytest.MonkeyPatch, web: Web) -> list[str]:
    """Have connections to public addresses end here; which ones were made is returned."""
    made: list[str] = []
    usual = socket.create_connection

    def connect(address: tuple[str, int], *more: object, **options: object) -> socket.socket:
        made.append(address[0])
        return usual(("127.0.0.1", int(web.address.rpartition(":")[2])), *more, **options)

    monkeypatch.setattr(socket, "create_connection", connect)
    return made


def test_a_name_is_looked_up_once_and_what_it_stood_for_is_visited(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    resolving(monkeypatch, {"news.example": [[PUBLIC], ["127.0.0.1"]]})
    made = connecting(monkeypatch, web)
    web.put("/a.txt", b"Tin rose.")
    [found] = read("http://news.example/a.txt", Fetching())
    assert isinstance(found, Document)
    assert made == [PUBLIC]
    assert web.asked[0][1]["Host"] == "news.example"


@pytest.mark.parametrize("addresses", [["127.0.0.1"], [PUBLIC, "10.0.0.7"], ["169.254.169.254"]])
def test_a_name_that_leads_into_a_closed_network_is_refused(
    web: Web, monkeypatch: pytest.MonkeyPatch, addresses: list[str]
) -> None:
    resolving(monkeypatch, {"rebound.example": [addresses]})
    made = connecting(monkeypatch, web)
    assert "within this machine or a closed network" in reason("http://rebound.example/a.txt", Fetching())
    assert not made


def test_a_redirect_into_a_closed_network_is_refused(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    resolving(monkeypatch, {"news.example": [[PUBLIC]], "inside.example": [["192.168.1.1"]]})
    made = connecting(monkeypatch, web)
    web.put("/a", b"", status=302, Location="http://inside.example/admin")
    assert "leads to 192.168.1.1" in reason("http://news.example/a", Fetching())
    assert made == [PUBLIC]


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
        ),
        *("::1", "::", "fe80::1%eth0", "fd00::1", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"),
        *("::127.0.0.1", "255.255.255.255", "198.18.0.1", "2001:0:7f00:1::"),
    ],
)
def test_addresses_that_nobody_else_reaches_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", PUBLIC, "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_addresses_that_anybody_reaches_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("https://user:secret@example.org/", "holds a user or a password"),
        ("http:///a", "is no address of the web"),
        ("http://example.org:99999/", "is no address"),
        ("http://exa\udcffmple.org/", "is no address"),
    ],
)
def test_an_address_that_is_none_is_told(address: str, why: str) -> None:
    assert why in reason(address)


def test_an_address_is_written_in_ascii_and_without_its_fragment() -> None:
    assert plain_address("https://münchen.example/a b?q=ü#part") == "https://xn--mnchen-3ya.example/a%20b?q=%C3%BC"


def test_what_has_not_changed_is_not_fetched_again(web: Web) -> None:
    address = web.put("/feed", FEED, ETag='"1"', Last_Modified="Tue, 04 Mar 2025 10:00:00 GMT")
    first = fetch(address, HERE)
    assert first.mark == Mark('"1"', "Tue, 04 Mar 2025 10:00:00 GMT")
    web.put("/feed", b"", status=304)
    again = fetch(address, HERE, first.mark)
    assert (again.file, again.mark) == (None, first.mark)
    assert web.asked[-1][1]["If-None-Match"] == '"1"'
    assert web.asked[-1][1]["If-Modified-Since"] == "Tue, 04 Mar 2025 10:00:00 GMT"
