"""An engine is loaded when a store of its kind is opened: what starts at once must not wait for a driver."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ENGINES = ("ladybug", "neo4j")


def loaded_after(code: str, folder: Path) -> list[str]:
    """The engines that a new process has loaded when it has run this."""
    shown = f"import sys\n{code}\nprint([name for name in {ENGINES} if name in sys.modules])"
    root = Path(__file__).parent.parent.parent
    command = [sys.executable, "-c", shown, str(folder / "graph.lbug")]
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root).stdout
    return [name for name in ENGINES if name in said]


@pytest.mark.parametrize(
    "module", ["graph", "graph.model", "graph.opening", "graph.ingest", "graph.explore", "api.settings"]
)
def test_importing_loads_no_engine(tmp_path: Path, module: str) -> None:
    assert loaded_after(f"import {module}", tmp_path) == []


def test_opening_a_file_loads_the_embedded_engine_alone(tmp_path: Path) -> None:
    assert loaded_after("from graph import open_store; open_store(sys.argv[1]).close()", tmp_path) == ["ladybug"]


def test_opening_a_server_loads_the_driver_alone(tmp_path: Path) -> None:
    code = """
from graph import open_store
from graph.errors import StoreUnavailable
try:
    open_store("bolt://127.0.0.1:1")
except StoreUnavailable:
    pass"""
    assert loaded_after(code, tmp_path) == ["neo4j"]
