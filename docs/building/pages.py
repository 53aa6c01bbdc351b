"""Pages of the repository as pages of the site: the same text, with links that lead on within the site."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]
# Pages that do not stand in docs/, with their place on the site.
ELSEWHERE = {
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "cypher/README.md": "query-files.md",
    "loaders/models/README.md": "models.md",
}
SOURCES = "source"  # where other files that pages link to are put
_FENCED = re.compile(r"(^(?:```|~~~).*?^(?:```|~~~)\s*$)", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?P<head>\]\()(?P<target>(?!\w+:|#)[^)\s#]+)(?P<anchor>#[^)\s]*)?\)")


def places() -> dict[str, str]:
    """Where each page of the repository stands on the site."""
    written = {f"docs/{path.name}": path.name for path in sorted((ROOT / "docs").glob("*.md"))}
    notebooks = {f"notebooks/{path.name}": f"notebooks/{path.stem}.md" for path in sorted_notebooks()}
    return {**written, **ELSEWHERE, **notebooks}


def sorted_notebooks() -> list[Path]:
    """The notebooks, in their order."""
    return sorted((ROOT / "notebooks").glob("*.ipynb"))


def write_pages(folder: Path) -> None:
    """Write every page that is a text already, and the pictures that stand beside them."""
    for repository, site in places().items():
        if repository.endswith(".md"):
            text = (ROOT / repository).read_text(encoding="utf-8")
            put(folder / site, linked(text, repository, folder))


def put(path: Path, text: str) -> None:
    """Write a page, whatever folders that takes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def linked(text: str, repository: str, folder: Path) -> str:
    """The text of a page of the repository with its links as they are on the site; code stays as it is.

    A file that is no page is copied into `folder`, so that the link to it leads somewhere. FileNotFoundError if it is
    not there.
    """
    parts = _FENCED.split(text)
    return "".join(
        part if number % 2 else _LINK.sub(lambda link: _followed(link, repository, folder), part)
        for number, part in enumerate(parts)
    )


def _followed(link: re.Match[str], repository: str, folder: Path) -> str:
    target = os.path.normpath(PurePosixPath(repository).parent / link["target"])
    here = PurePosixPath(places()[repository]).parent
    to = places().get(target) or _copied(target, folder)
    return f"{link['head']}{os.path.relpath(to, here)}{link['anchor'] or ''})"


def _copied(target: str, folder: Path) -> str:
    """The place of a file that is no page: pictures of docs/ stand where they stood, all else under `SOURCES`."""
    place = target.removeprefix("docs/") if target.startswith("docs/") else f"{SOURCES}/{target}"
    (folder / place).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / target, folder / place)
    return place
