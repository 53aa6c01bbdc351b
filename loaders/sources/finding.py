"""Which files there are to read: those given, those in folders, and those that a pattern such as `*.html` fits."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from loaders.sources.columns import Columns
from loaders.sources.forms import holds_documents, window_on
from loaders.sources.text import SUFFIXES

USUAL = Columns()


@dataclass(slots=True)
class Found:
    """The files to read, in order, and the files in folders whose form is not one of documents."""

    documents: list[Path] = field(default_factory=list)
    left_out: list[Path] = field(default_factory=list)


def found(paths: Iterable[Path], *, columns: Columns = USUAL) -> Found:
    """The files given, those within the folders given, and those that fit the patterns given, in order.

    A path that cannot be read (missing, a folder without documents, a folder that may not be listed, a pattern that
    fits nothing) is among the documents, so that `read` tells what is wrong with it. Hidden files and folders are left
    out unless given by name.
    """
    every = Found()
    for path in chain.from_iterable(map(_fitting, paths)):
        if path.is_dir():
            _survey(path, columns, every)
        else:
            every.documents.append(path)
    return every


def is_document(path: Path, columns: Columns = USUAL) -> bool:
    """True for a file of text by its name, and for one of another form by what is in it."""
    if path.name.lower().endswith(SUFFIXES):
        return True
    try:
        with path.open("rb") as file:
            return holds_documents(window_on(file, path.name), columns)
    except OSError:
        return False


def _fitting(path: Path) -> list[Path]:
    """What a pattern fits, as a shell would list it; of `**`, the files alone. What is no pattern fits itself."""
    pattern = str(path)
    if not glob.has_magic(pattern) or "\0" in pattern or os.path.lexists(path):
        return [path]
    fitting = sorted(map(Path, glob.iglob(str(path.expanduser()), recursive=True)))  # noqa: PTH207 - or hidden ones fit
    if "**" in path.parts:
        fitting = [one for one in fitting if not one.is_dir()]
    return fitting or [path]


def _survey(folder: Path, columns: Columns, every: Found) -> None:
    """Add the files below the folder, and folders that cannot be listed; itself if there is nothing to read."""
    closed: list[OSError] = []
    documents: list[Path] = []
    for at, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(at, name) for name in sorted(files) if not name.startswith(".")):
            if path.is_file() or path.is_symlink():
                (documents if is_document(path, columns) else every.left_out).append(path)
    every.documents += sorted(documents + [Path(error.filename) for error in closed]) or [folder]
