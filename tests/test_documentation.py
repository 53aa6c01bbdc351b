"""What the documentation says is true: its commands run, its tables are complete."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest

from graph.ontology import EDGES, NODES

ROOT = Path(__file__).parent.parent
SERVER = "http://localhost:8000"
README = "README.md"
PAGES = (README, "docs/tutorial.md", "docs/recipes.md", "docs/time.md")  # what their blocks show is run
BLOCK = re.compile(r"```(?P<language>\w+)\n(?P<text>.*?)```", re.DOTALL)
SECONDS = 120
PROGRAM = Path(sys.executable).with_name("streetgraph")


def blocks(language: str, page: str = README) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return [match["text"] for match in BLOCK.finditer(text) if match["language"] == language]


def commands(program: str, page: str = README) -> list[str]:
    lines = (line for block in blocks("sh", page) for line in block.splitlines())
    return [line for line in lines if line.split(" ")[0] == program]


def workplace(folder: Path) -> None:
    """A folder that looks like a clone to whoever only reads the samples."""
    (folder / "loaders").symlink_to(ROOT / "loaders")


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    own = {"STREETGRAPH_STORE": f"ladybug:{folder / 'store.db'}", "STREETGRAPH_KEYS": str(folder / "keys.db")}
    path = f"{PROGRAM.parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, **own, "PATH": path}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)


def script(page: str) -> str:
    """What a page has one type, in one go: all but what makes, serves, or asks a server."""
    lines = "".join(blocks("sh", page)).splitlines()
    return "\n".join(line for line in lines if not re.match(r"make |curl |streetgraph serve", line))


def test_the_commands_of_the_readme_run_one_after_the_other(tmp_path: Path) -> None:
    workplace(tmp_path)
    told = [command for command in commands("streetgraph") if "serve" not in command]
    assert len(told) > 10
    for command in told:
        done = run([str(PROGRAM), *shlex.split(command)[1:]], tmp_path)
        assert done.returncode == 0, f"{command}: {done.stderr}"
        assert done.stdout.strip() or "--output" in command or " load " in command, f"{command} says nothing"


@pytest.mark.parametrize("page", ["docs/tutorial.md", "docs/recipes.md", "docs/resolution.md"])
def test_what_a_page_has_one_type_runs_as_it_stands(page: str, tmp_path: Path) -> None:
    workplace(tmp_path)
    done = run(["bash", "-euxo", "pipefail", "-c", script(page)], tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("+ streetgraph ") == len(
        [line for line in commands("streetgraph", page) if "serve" not in line]
    )


def test_the_make_targets_of_the_documentation_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))):
        told = set(re.findall(r"(?:`|^)make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE))
        assert told <= targets, f"{page.name} names {told - targets}"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that has the samples."""
    folder = tmp_path_factory.mktemp("server")
    workplace(folder)
    assert run([str(PROGRAM), "load", "loaders/samples"], folder).returncode == 0
    environment = {**os.environ, "STREETGRAPH_STORE": f"ladybug:{folder / 'store.db'}", "STREETGRAPH_PORT": "0"}
    server = subprocess.Popen([PROGRAM, "serve"], env=environment, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr is not None
        lines = iter(server.stderr.readline, "")
        yield next(match[0] for line in lines if (match := re.search(r"http://127\.0\.0\.1:\d+", line)))
    finally:
        server.terminate()
        server.communicate(timeout=30)


@pytest.mark.parametrize("page", PAGES)
def test_the_requests_of_a_page_are_answered(page: str, address: str) -> None:
    for command in commands("curl", page):
        path = re.search(r"localhost:8000([^'\s]*)", command)
        assert path is not None
        if "-X POST" in command:
            note = ROOT / str(re.search(r"@(\S+)", command)[1])  # type: ignore[index]
            answer = httpx.post(
                address + path[1], content=note.read_bytes(), headers={"content-type": "text/plain"}, timeout=SECONDS
            )
        else:
            answer = httpx.get(address + path[1], timeout=SECONDS)
        assert answer.is_success, f"{command}: {answer.text}"
        found = answer.text.splitlines()[1:] if "format=" in command else answer.json()["data"]
        assert found, f"{command} finds nothing"


@pytest.mark.parametrize("page", PAGES)
def test_the_python_of_a_page_that_asks_a_server_is_answered(page: str, address: str, tmp_path: Path) -> None:
    told = [code for code in blocks("python", page) if SERVER in code]
    assert told
    for code in told:
        done = run([sys.executable, "-c", code.replace(SERVER, address)], tmp_path)
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip()


@pytest.mark.parametrize("page", PAGES)
def test_the_python_of_a_page_runs_in_its_order(page: str, tmp_path: Path) -> None:
    workplace(tmp_path)
    for code in (code for code in blocks("python", page) if SERVER not in code):
        done = run([sys.executable, "-c", code], tmp_path)
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip()


def test_links_of_the_documentation_lead_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_page_on_the_graph_names_every_label_relationship_and_property() -> None:
    page = (ROOT / "docs" / "graph-model.md").read_text(encoding="utf-8")
    for kind in (*NODES, *EDGES):
        for name in (kind.name, *kind.properties):
            assert f"`{name}`" in page, f"{kind.name}: {name} is missing"
