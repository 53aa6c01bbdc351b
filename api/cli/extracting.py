"""`streetgraph extract`: what documents hold, as JSON, without a store."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from api.cli.documents import Known, complain_about, exit_code, extractions
from api.cli.options import ColumnNames, Paths, Processes
from api.cli.session import session_of
from api.cli.sources import READ_FROM_STDIN, STDIN, documents_of, given_as, sources, tell_left_out
from api.errors import PlaceUnusable
from graph.model import Extraction
from loaders.errors import Failure

Formed = tuple[str, str]  # where the document came from, and the JSON text
Out = Annotated[
    Path | None, typer.Option("--out", metavar="DIR", file_okay=False, help="Write NAME.json for each document.")
]


def extract(
    context: typer.Context, paths: Paths, out: Out = None, columns: ColumnNames = "", processes: Processes = 1
) -> None:
    """Show who said what in documents, as JSON (JSON Lines for several), without storing it."""
    session = session_of(context)
    given, failures, done = sources(paths, columns), list[Failure](), 0
    names = _names(given.every) if out else {}
    found = extractions(
        session, documents_of(given, session), partial(_note, failures), _indented if out else _on_one_line, processes
    )
    for source, text in found if out or len(given.every) > 1 else _indented_if_alone(found):
        done += 1
        if out:
            _write(text, out / _name(source, names))
        else:
            sys.stdout.write(text)
    if out and done:
        session.say(f"{done} written to {out}")
    tell_left_out(session, given)
    complain_about(failures, "extract", given)
    raise typer.Exit(exit_code(failures, done))


def _note(failures: list[Failure], outcome: Failure | Known) -> None:
    if isinstance(outcome, Failure):
        failures.append(outcome)


def _indented(extraction: Extraction) -> Formed:
    return _formed(extraction, indent=2)


def _indented_if_alone(found: Iterator[Formed]) -> Iterator[Formed]:
    """What came out of one file, which may hold several documents: a line for each of them."""
    first, second = next(found, None), next(found, None)
    if first is not None and second is None:
        yield first[0], json.dumps(json.loads(first[1]), ensure_ascii=False, indent=2) + "\n"
        return
    yield from (formed for formed in (first, second) if formed is not None)
    yield from found


def _on_one_line(extraction: Extraction) -> Formed:
    return _formed(extraction, indent=None)


def _formed(extraction: Extraction, *, indent: int | None) -> Formed:
    from loaders.contract import to_json

    return extraction.document.source or "", json.dumps(to_json(extraction), ensure_ascii=False, indent=indent) + "\n"


def _names(every: list[str]) -> dict[str, str]:
    """The file that each document's result goes to; two with one name would overwrite each other."""
    names = {source: f"{'stdin' if source == STDIN else Path(source).stem}.json" for source in every}
    repeated = sorted({name for name in names.values() if list(names.values()).count(name) > 1})
    if repeated:
        raise PlaceUnusable(
            f"Several documents would be written to {', '.join(repeated)}: extract them into folders of their own."
        )
    return names


def _name(source: str, names: Mapping[str, str]) -> str:
    """The file for a document; of a file with several, each has its number or its name there: `news-3.json`."""
    given = given_as(source, names)
    place = re.sub(r"[^\w.]+", "-", source.removeprefix(READ_FROM_STDIN if given == STDIN else given)).strip("-")
    return f"{names[given].removesuffix('.json')}-{place}.json" if place else names[given]


def _write(text: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
