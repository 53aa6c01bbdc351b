"""Documents read by several processes: the same bytes, in the same order."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app

NOTE = "Goldman Sachs raised its target for the CSI 300 Index to 4,700 points."


@pytest.mark.parametrize("command", ["extract", "load"])
def test_several_processes_write_what_one_writes(tmp_path: Path, command: str) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"{NOTE} UBS expects a gain of {number + 2}%.")
    (tmp_path / "3.txt").write_text("It rained.")
    cli, written = CliRunner(), {}
    for processes in ("1", "2"):
        store = ["--store", f"ladybug:{tmp_path / processes}.db"]
        result = cli.invoke(app, [*store, command, "--processes", processes, str(tmp_path)])
        assert result.exit_code == 3, result.output
        assert "names nobody" in result.stderr
        written[processes] = (
            result.stdout_bytes if command == "extract" else cli.invoke(app, [*store, "stats", "--json"]).stdout_bytes
        )
    assert written["1"].replace(b"/1.db", b"/2.db") == written["2"]
