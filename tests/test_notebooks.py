"""The notebooks run from top to bottom on every engine, show something in every cell, and are kept without outputs."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

from api.client.local import STORE
from graph.bolt import Neo4jAccess

FOLDER = Path(__file__).parent.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
SHOWS_NOTHING = re.compile(r"Empty DataFrame|\b0 rows ×|<tbody>\s*</tbody>|of 0 nodes")
SECONDS = 300


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def shown_by(cell: NotebookNode) -> str:
    """All that a cell shows, as text and as HTML."""
    parts = [output.get("text", "") or " ".join(map(str, output.get("data", {}).values())) for output in cell.outputs]
    return "\n".join(parts)


def is_to_show(cell: NotebookNode) -> bool:
    """Whether a cell ends with something to look at: it neither prepares, nor keeps its answer, nor clears up."""
    first, last = cell.source.splitlines()[0], cell.source.splitlines()[-1]
    prepares = re.match(r"\w[\w, ]* = |pd\.set_option|%load_ext|store\.close|figure, |panel\.", last)
    return not first.endswith("<<") and not prepares


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_top_to_bottom_and_shows_something_in_every_cell(
    path: Path, empty_address: str, access: Neo4jAccess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(STORE, empty_address)
    if access.password is not None:
        monkeypatch.setenv("STREETGRAPH_NEO4J_USER", access.user)
        monkeypatch.setenv("STREETGRAPH_NEO4J_PASSWORD", access.password)
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=SECONDS, resources={"metadata": {"path": FOLDER}}).execute()
    to_show = [cell for cell in code_cells(notebook) if is_to_show(cell)]
    assert len(to_show) > 5
    for cell in to_show:
        assert shown_by(cell).strip(), f"shows nothing:\n{cell.source}"
        assert not SHOWS_NOTHING.search(shown_by(cell)), f"finds nothing:\n{cell.source}"


def test_there_are_the_five_that_the_documentation_names() -> None:
    assert [path.stem[:2] for path in NOTEBOOKS] == ["01", "02", "03", "04", "05"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_outputs(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert not [cell.source for cell in code_cells(notebook) if cell.outputs or cell.execution_count is not None]
    assert "widgets" not in notebook.metadata


def test_the_tour_asks_twenty_questions_in_cypher() -> None:
    notebook = nbformat.read(FOLDER / "02-cypher-tour.ipynb", as_version=4)
    headings = [cell.source for cell in notebook.cells if re.match(r"### \d+\. ", cell.source)]
    assert [int(re.findall(r"\d+", heading)[0]) for heading in headings] == list(range(1, 21))
    asked = [cell.source for cell in code_cells(notebook) if cell.source.startswith("%%cypher\n")]
    assert len(asked) == 20
