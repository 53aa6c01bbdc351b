"""`streetgraph extract`: what documents hold, as JSON, without a store."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from api.cli.documents import READ_FROM_STDIN, STDIN, Failure, complain_about, exit_code, extractions, sources
from api.cli.options import Paths, Processes
from api.cli.session import session_of
from api.errors import PlaceUnusable
from graph.model import Extraction

Formed = tuple[str, str]  # where the document came from, and the JSON text
Out = Annotated[
    Path | None, typer.Option("--out", metavar="DIR", file_okay=False, help="Write NAME.json for each document.")
]


def extract(context: typer.Context, paths: Paths, out: Out = None, processes: Processes = 1) -> None:
    """Show who said what in documents, as JSON (JSON Lines for several), without storing it."""
    session = session_of(context)
    every, failures, done = sources(paths), list[Failure](), 0
    names = _names(every) if out else {}
    form = _indented if out or len(every) == 1 else _on_one_line
    for source, text in extractions(session, every, failures.append, form, processes):
        done += 1
        if out:
            _write(text, out / names[source])
        else:
            sys.stdout.write(text)
    if out and done:
        session.say(f"{done} written to {out}")
    complain_about(failures, "extract")
    raise typer.Exit(exit_code(failures, done))


def _indented(extraction: Extraction) -> Formed:
    return _formed(extraction, indent=2)


def _on_one_line(extraction: Extraction) -> Formed:
    return _formed(extraction, indent=None)


def _formed(extraction: Extraction, *, indent: int | None) -> Formed:
    from loaders.contract import to_json

    return extraction.document.source or "", json.dumps(to_json(extraction), ensure_ascii=False, indent=indent) + "\n"


def _names(every: list[str]) -> dict[str, str]:
    """The file that each document's result goes to; two with one name would overwrite each other."""
    names = {
        READ_FROM_STDIN if source == STDIN else source: f"{'stdin' if source == STDIN else Path(source).stem}.json"
        for source in every
    }
    repeated = sorted({name for name in names.values() if list(names.values()).count(name) > 1})
    if repeated:
        raise PlaceUnusable(
            f"Several documents would be written to {', '.join(repeated)}: extract them into folders of their own."
        )
    return names


def _write(text: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
