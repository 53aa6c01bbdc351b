"""`streetgraph extract`: what documents hold, as JSON, without a store."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from api.cli.documents import READ_FROM_STDIN, STDIN, Failure, complain_about, exit_code, extractions, sources
from api.cli.options import Paths
from api.cli.output import print_json
from api.cli.session import session_of
from api.errors import PlaceUnusable
from graph.model import Extraction

Out = Annotated[
    Path | None, typer.Option("--out", metavar="DIR", file_okay=False, help="Write NAME.json for each document.")
]


def extract(context: typer.Context, paths: Paths, out: Out = None) -> None:
    """Show who said what in documents, as JSON (JSON Lines for several), without storing it."""
    session = session_of(context)
    every, failures, done = sources(paths), list[Failure](), 0
    names = _names(every) if out else {}
    for extraction in extractions(session, every, failures.append):
        done += 1
        if out:
            _write(extraction, out / names[extraction.document.source or ""])
        else:
            print_json(_form(extraction), indent=2 if len(every) == 1 else None)
    if out and done:
        session.say(f"{done} written to {out}")
    complain_about(failures, "extract")
    raise typer.Exit(exit_code(failures, done))


def _form(extraction: Extraction) -> object:
    from loaders.contract import to_json

    return to_json(extraction)


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


def _write(extraction: Extraction, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(_form(extraction), ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8")
