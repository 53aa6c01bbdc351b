"""streetgraph as a program: started, asked, stopped and killed from outside."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

NAMES = ("Nvidia", "Tesla", "Meta", "Amazon", "Microsoft", "Alibaba", "Tencent", "Xiaomi", "Google", "Apple")
PROGRAM = Path(sys.executable).parent / "streetgraph"
ADDRESS = r"http://[\d.:]+"


@pytest.fixture
def engine() -> str:
    """The embedded one: how a file is opened, locked and left behind is what is tested here."""
    return "ladybug"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A user of their own, with nothing set."""
    own = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "XDG_DATA_HOME": str(tmp_path / "data")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("STREETGRAPH_", "XDG_"))}
    return kept | own | {"PATH": f"{PROGRAM.parent}:{os.environ['PATH']}"}


def run(environment: dict[str, str], *words: object, **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM, *map(str, words)], env=environment, capture_output=True, text=True, timeout=120, **more
    )


def seconds_of_children() -> float:
    """What ended processes took of the processor, whatever else it had to do."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def read(environment: dict[str, str], *words: object) -> dict:
    result = run(environment, *words, "--json")
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)["data"]


def test_help_comes_at_once(environment: dict[str, str]) -> None:
    run(environment, "--help")  # compiles what was never run
    before = seconds_of_children()
    assert run(environment, "--help").returncode == 0
    assert seconds_of_children() - before < 1.0


def test_help_loads_none_of_the_heavy_libraries(environment: dict[str, str]) -> None:
    heavy = ("spacy", "fastapi", "pydantic", "uvicorn", "rich.table")
    code = f"import sys, api.cli; print([name for name in {heavy} if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_the_store_of_a_new_user_is_a_file_in_their_data_folder(environment: dict[str, str], tmp_path: Path) -> None:
    missing = run(environment, "claims")
    assert (missing.returncode, missing.stdout) == (1, "")
    assert "streetgraph load PATH" in missing.stderr
    (tmp_path / "note.txt").write_text("UBS said Nvidia may rise 3%.")
    assert run(environment, "load", tmp_path / "note.txt").returncode == 0
    assert (tmp_path / "data" / "streetgraph" / "streetgraph.db").exists()
    assert read(environment, "search", "nvidia")["entities"]


def test_output_that_is_cut_off_by_the_reader_is_no_error(environment: dict[str, str], address: str) -> None:
    command = f"'{PROGRAM}' --store '{address}' export | head -c 10"
    result = subprocess.run(["bash", "-c", command], env=environment, capture_output=True, text=True, timeout=60)
    assert (len(result.stdout), result.stderr) == (10, "")


def test_colours_are_for_terminals_and_can_be_forbidden(environment: dict[str, str], address: str) -> None:
    assert "\x1b[" not in run(environment, "claims", "--store", address).stdout
    assert "\x1b[" in run(environment | {"FORCE_COLOR": "1"}, "claims", "--store", address).stdout
    bare = run(environment | {"FORCE_COLOR": "1", "NO_COLOR": "1"}, "claims", "--store", address).stdout
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", bare)


def test_the_demo_can_be_followed_by_pasting_what_it_says(environment: dict[str, str], tmp_path: Path) -> None:
    demo = run(environment, "demo", cwd=tmp_path)
    assert demo.returncode == 0, demo.stderr
    assert "Traceback" not in demo.stderr
    for part in ("Cambricon", "Nvidia", "UBS", "Scott Rubner", "“", "eddie-wu"):
        assert part in demo.stdout
    story, _, following = demo.stdout.partition("How to go on")
    assert max(map(len, story.splitlines())) <= 80
    commands = [line.strip() for line in following.splitlines() if line.startswith("  ")]
    script = "\n".join(line for line in commands if not re.search(r" (serve|load) ", line))
    pasted = subprocess.run(
        ["bash", "-ec", script], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert pasted.returncode == 0, pasted.stderr
    assert "Alibaba" in pasted.stdout
    again = run(environment, "demo", cwd=tmp_path)
    assert again.stdout.count("\n") == demo.stdout.count("\n")


def test_the_demo_never_touches_a_store_that_is_there(environment: dict[str, str], address: str) -> None:
    path = Path(address.removeprefix("ladybug:"))
    before = path.read_bytes()
    result = run(environment, "demo", "--store", address)
    assert result.returncode == 1
    assert "exists" in result.stderr
    assert path.read_bytes() == before
    assert run(environment | {"STREETGRAPH_STORE": address}, "demo").returncode == 0
    assert path.read_bytes() == before


def answered(base: str, request: bytes) -> bytes:
    """What a server says to these bytes before it hangs up."""
    host, port = base.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection, connection.makefile("rb") as answer:
        connection.sendall(request + b" HTTP/1.1\r\n\r\n")
        return answer.read()


def test_a_server_answers_keeps_others_off_its_store_and_ends_on_ctrl_c(
    environment: dict[str, str], address: str
) -> None:
    command = [PROGRAM, "serve", "--port", "0", "--store", address]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        lines = iter(server.stderr.readline, "")
        base = next(found[0] for line in lines if (found := re.search(ADDRESS, line)))
        with urllib.request.urlopen(f"{base}/v1/claims?speaker=rubner", timeout=30) as answer:
            assert json.load(answer)["page"]["total"] == 2
        assert b"\r\ncontent-type: application/problem+json\r\n" in answered(base, b"GET /" + b"x" * 100_000)
        beside = run(environment, "claims", "--store", address)
        assert beside.returncode == 1
        assert "in use by another process" in beside.stderr
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=30) == 0
    assert run(environment, "claims", "--store", address).returncode == 0


def test_a_server_ends_though_somebody_watches_a_job(environment: dict[str, str], address: str) -> None:
    long = "UBS said Nvidia may rise 3%. " * 200
    body = json.dumps([{"text": f"{long} {number}"} for number in range(150)]).encode()
    command = [PROGRAM, "serve", "--port", "0", "--store", address]
    fast = environment | {"STREETGRAPH_TIER": "fast"}
    with subprocess.Popen(command, env=fast, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        base = next(found[0] for line in iter(server.stderr.readline, "") if (found := re.search(ADDRESS, line)))
        posted = urllib.request.Request(f"{base}/v1/documents", body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(posted, timeout=30) as answer:
            where = answer.headers["Location"]
        with urllib.request.urlopen(f"{base}{where}/events", timeout=30) as events:
            assert events.readline()
            server.send_signal(signal.SIGTERM)
            assert server.wait(timeout=30) is not None


def test_a_port_that_is_taken_is_said_so(environment: dict[str, str], address: str) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run(environment, "serve", "--port", taken.getsockname()[1], "--store", address)
    assert result.returncode == 1
    assert "Cannot listen" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("kill_at", [2, 7])
def test_a_load_that_is_killed_leaves_whole_documents_and_can_be_run_again(
    environment: dict[str, str], tmp_path: Path, kill_at: int
) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    for number, name in enumerate(NAMES):
        text = f"{name} rose {number + 1}%. UBS said {name} may fall 5%. Goldman Sachs sees it at $100 billion."
        (notes / f"{number}.txt").write_text(text)
    whole = environment | {"STREETGRAPH_STORE": f"ladybug:{tmp_path / 'whole.db'}"}
    broken = environment | {"STREETGRAPH_STORE": f"ladybug:{tmp_path / 'broken.db'}"}
    read(whole, "load", notes)

    _kill_while_loading(broken, notes, kill_at)

    expected = {document["id"]: document for document in read(whole, "query", "documents.list")}
    survived = read(broken, "query", "documents.list")
    assert len(survived) < len(NAMES)
    for document in survived:
        for part in ("entities", "claims", "title"):
            assert document[part] == expected[document["id"]][part]
    assert read(broken, "verify")["faults"] == []
    assert read(broken, "load", notes)["documents"]["unchanged"] == len(survived)
    assert read(broken, "stats")["nodes"] == read(whole, "stats")["nodes"]
    assert read(broken, "stats")["relationships"] == read(whole, "stats")["relationships"]


def _kill_while_loading(environment: dict[str, str], notes: Path, at: int) -> None:
    """Make one document a pipe, which tells when the load has come to it, and kill the process before the pipe ends."""
    text = (notes / f"{at}.txt").read_text()
    (notes / f"{at}.txt").unlink()
    os.mkfifo(notes / f"{at}.txt")
    by_name = sorted(notes.iterdir())  # a pipe is read only where it is named
    with (
        subprocess.Popen([PROGRAM, "load", *by_name], env=environment, stderr=subprocess.DEVNULL) as process,
        (notes / f"{at}.txt").open("w") as pipe,  # waits until the load opens it for reading
    ):
        pipe.write(text)
        pipe.flush()
        process.kill()
        process.wait()
    (notes / f"{at}.txt").unlink()
    (notes / f"{at}.txt").write_text(text)
