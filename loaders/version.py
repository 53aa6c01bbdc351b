"""What reads documents, as a few digits: other code, other lists or another model read something else out of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

MAJOR = "1"
_FOLDER = Path(__file__).parent
_READS = ("extract", "data", "models", "reference", "curated.py", "curated_amounts.py", "pipeline.py")
_FORMS = {".py", ".csv", ".json", ".onnx"}
_DIGITS = 8


@cache
def reading_version(names_model: str = "") -> str:
    """The same wherever the same is read out of the same text: `1+5f3a9c1e`."""
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
