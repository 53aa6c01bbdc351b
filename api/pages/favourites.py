"""The saved queries for Neo4j Browser, read from one file: comment, query, semicolon."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "neo4j"
_SPLIT = re.compile(r";\s*\n\s*")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that a zip file knows: same queries, same bytes


@dataclass(frozen=True, slots=True)
class Favourite:
    """A query with what it answers."""

    title: str
    explanation: str
    cypher: str

    @property
    def text(self) -> str:
        """The query as Browser keeps it: the first comment is its name in the list."""
        comments = [f"// {line}" for line in (self.title, self.explanation) if line]
        return "\n".join([*comments, self.cypher])


@cache
def favourites() -> tuple[Favourite, ...]:
    """Every saved query, in the order of the file."""
    text = (FOLDER / "favourites.cypher").read_text(encoding="utf-8")
    return tuple(_favourite(part) for part in _SPLIT.split(text) if part.strip())


def _favourite(text: str) -> Favourite:
    lines = text.strip().splitlines()
    comments = [line.removeprefix("//").strip() for line in lines if line.startswith("//")]
    query = [line for line in lines if not line.startswith("//")]
    return Favourite(comments[0], " ".join(comments[1:]), "\n".join(query))


def zipped() -> bytes:
    """The saved queries, a file for each: Browser makes a folder of favourites from such a zip file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, one in enumerate(favourites(), 1):
            name = re.sub(r"[^a-z0-9]+", "-", one.title.lower()).strip("-")
            archive.writestr(zipfile.ZipInfo(f"streetgraph/{number:02}-{name}.cypher", _EPOCH), one.text)
    return buffer.getvalue()
