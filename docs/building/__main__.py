"""Write all that the site's tool sets: pages, navigation and configuration."""

from __future__ import annotations

import argparse
import json
import re
import shutil
from pathlib import Path

from docs.building import queries, reference
from docs.building.navigation import navigation
from docs.building.notebooks import write_notebook
from docs.building.pages import ROOT, put, sorted_notebooks, write_pages

CONFIGURATION = Path(__file__).with_name("zensical.toml")
STYLE = Path(__file__).with_name("style.css")
MADE = {
    "reference/queries.md": queries.reading,
    "reference/writing-queries.md": queries.writing,
    "reference/settings.md": reference.settings,
    "reference/command-line.md": reference.command_line,
    "reference/python.md": reference.python,
}
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def write_site(folder: Path, *, run_notebooks: bool = True) -> None:
    """Write `zensical.toml` and `pages/` into a folder, anew."""
    pages = folder / "pages"
    shutil.rmtree(pages, ignore_errors=True)
    write_pages(pages)
    for place, made in MADE.items():
        put(pages / place, made())
    for path in sorted_notebooks():
        write_notebook(path, pages, run=run_notebooks)
    put(pages / "style.css", STYLE.read_text(encoding="utf-8"))
    put(folder / "zensical.toml", _configuration(pages))


def _configuration(pages: Path) -> str:
    """The configuration with what depends on the pages there are, and on where the repository stands."""
    written = {path.relative_to(pages).as_posix(): _title(path) for path in pages.rglob("*.md")}
    text = CONFIGURATION.read_text(encoding="utf-8")
    listed = json.dumps(navigation(written), ensure_ascii=False)
    # JSON is TOML where every `:` between a key and its value is a `=`.
    nav = re.sub(r'(?<=")(?P<key>(?:[^"\\]|\\.)*)": ', r'\g<key>" = ', listed)
    return text.replace("@NAVIGATION@", nav).replace("@ROOT@", ROOT.as_posix())


def _title(page: Path) -> str:
    found = _TITLE.search(page.read_text(encoding="utf-8"))
    return found[1].replace("`", "") if found else page.stem


if __name__ == "__main__":
    asked = argparse.ArgumentParser(prog="python -m docs.building", description=__doc__)
    asked.add_argument("folder", type=Path, help="where to write")
    asked.add_argument(
        "--as-kept", action="store_true", help="leave the notebooks as they are kept, without running them"
    )
    given = asked.parse_args()
    write_site(given.folder, run_notebooks=not given.as_kept)
