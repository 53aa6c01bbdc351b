"""The notebooks as pages: run on the samples, with the tables and pictures that they show."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbconvert import MarkdownExporter
from nbformat import NotebookNode

from docs.building.pages import linked, put

SECONDS = 600
_STYLE = re.compile(r"<style scoped>.*?</style>\s*", re.DOTALL)
_FRAME = '<table border="1" class="dataframe">'


def write_notebook(path: Path, folder: Path, *, run: bool = True) -> None:
    """Write a notebook and its pictures into `folder`; as it is kept, without outputs, if it is not to be run."""
    notebook = nbformat.read(path, as_version=4)
    if run:
        NotebookClient(notebook, timeout=SECONDS, resources={"metadata": {"path": path.parent}}).execute()
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = linked(cell.source, f"notebooks/{path.name}", folder)
        for output in cell.get("outputs", []):
            _make_plain(output)
    text, more = MarkdownExporter().from_notebook_node(notebook, {"unique_key": path.stem})
    for name, picture in more.get("outputs", {}).items():
        (folder / "notebooks" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "notebooks" / name).write_bytes(picture)
    put(folder / "notebooks" / f"{path.stem}.md", text)


def _make_plain(output: NotebookNode) -> None:
    """Leave what a page can show: a drawing as it stands, and tables in the style of the site."""
    data = output.get("data", {})
    if "image/svg+xml" in data:
        drawn = data["image/svg+xml"]
        data.clear()
        data["text/html"] = drawn
    if "text/html" in data:
        table = _STYLE.sub("", data["text/html"]).replace(_FRAME, "<table>")
        data["text/html"] = f'<div class="shown">{table}</div>'
