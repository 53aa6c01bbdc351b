"""What the documentation says of Neo4j is true on a real one."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from neo4j_server import Neo4jServer

from graph.schema import neo4j_statements

ROOT = Path(__file__).parent.parent
PAGES = {
    name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/neo4j.md", "docs/graph-model.md")
}
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
LOCAL = "bolt://localhost:7687"
PROGRAM = Path(sys.executable).with_name("streetgraph")


def commands(page: str) -> list[str]:
    lines = [line for block in CONSOLE.findall(PAGES[page]) for line in block.splitlines()]
    return [line for line in lines if line.startswith("streetgraph ")]


def run(command: str, server: Neo4jServer, folder: Path) -> subprocess.CompletedProcess[str]:
    login = {"STREETGRAPH_NEO4J_USER": server.user, "STREETGRAPH_NEO4J_PASSWORD": server.password}
    words = shlex.split(command.replace(LOCAL, server.uri))
    return subprocess.run(
        [PROGRAM, *words[1:]], cwd=folder, env={**os.environ, **login}, capture_output=True, text=True, timeout=120
    )


@pytest.mark.parametrize("page", ["README.md", "docs/neo4j.md"])
def test_the_commands_for_neo4j_run_one_after_the_other(neo4j_server: Neo4jServer, tmp_path: Path, page: str) -> None:
    samples = ROOT / "loaders" / "samples"
    assert run(f"streetgraph --store ladybug:my-graph.db load {samples}", neo4j_server, tmp_path).returncode == 0
    assert len(commands(page)) >= 2
    for command in commands(page):
        done = run(command, neo4j_server, tmp_path)
        assert done.returncode == 0, f"{command}: {done.stderr}"
        assert done.stdout.strip(), f"{command} says nothing"


def test_the_server_knows_every_setting_that_the_containers_and_the_documentation_give(
    neo4j_server: Neo4jServer,
) -> None:
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    told = re.findall(r"NEO4J_[a-z]\w+", PAGES["docs/neo4j.md"])
    given = {name for name in [*compose["services"]["neo4j"]["environment"], *told] if name != "NEO4J_AUTH"}
    settings = {name.removeprefix("NEO4J_").replace("__", " ").replace("_", ".").replace(" ", "_") for name in given}
    assert len(settings) > 5
    known = {row["name"] for row in neo4j_server.query("SHOW SETTINGS YIELD name")}
    assert settings <= known


def test_the_page_on_the_graph_names_every_constraint_and_index() -> None:
    made = set(re.findall(r"\bstreetgraph_\w+", " ".join(neo4j_statements())))
    assert made == set(re.findall(r"\bstreetgraph_\w+", PAGES["docs/graph-model.md"]))
