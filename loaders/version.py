"""What reads documents: its name, and a version that changes with its code, its lists and its models.

It is told without loading any of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from graph.model import Document
from loaders.curated import rows_in
from loaders.extract.tiers import Tier
from loaders.reference.given import given_digest

TABLES = "streetgraph-tables"  # reads the rows of curated tables
MAJOR = "1"
_FOLDER = Path(__file__).parent
_READS = (
    "extract",
    "data",
    "models",
    "reference/starter.py",
    "reference/given.py",
    "curated.py",
    "curated_amounts.py",
    "pipeline.py",
)
_FORMS = {".py", ".csv", ".json", ".onnx"}
_DIGITS = 8


def extractor_name(tier: Tier) -> str:
    """What a tier is called among those that read documents."""
    return f"streetgraph-{tier}"


def extractor_of(document: Document, *, tier: Tier, names_model: str = "") -> tuple[str, str]:
    """The name and version under which `loaders.pipeline.extract` leaves what it reads out of this document."""
    return TABLES if is_curated(document) else extractor_name(tier), reading_version(names_model)


def is_curated(document: Document) -> bool:
    """True for a document whose text is the rows of a curated table."""
    return bool(rows_in(document.text))


def reading_version(names_model: str = "") -> str:
    """The same wherever the same is read out of the same text: `1+5f3a9c1e`; names that are given add to it."""
    digest = given_digest()
    return f"{_own_version(names_model)}.{digest}" if digest else _own_version(names_model)


@cache
def _own_version(names_model: str) -> str:
    found = hashlib.sha256()
    for path in _files():
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
        found.update(f"{path.relative_to(_FOLDER).as_posix()} {content}\n".encode())
    for package in ("spacy", *filter(None, [names_model])):
        found.update(f"{package} {_version_of(package)}\n".encode())
    return f"{MAJOR}+{found.hexdigest()[:_DIGITS]}"


def _files() -> Iterator[Path]:
    for name in _READS:
        place = _FOLDER / name
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        yield from (path for path in files if path.suffix in _FORMS and path.is_file())


def _version_of(package: str) -> str:
    try:
        return version(package.replace("_", "-"))
    except PackageNotFoundError:
        return ""
