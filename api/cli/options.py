"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

JsonFlag = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=1, help="Most rows to show.")]
Cursor = Annotated[str | None, typer.Option("--cursor", help="Go on where the last page ended.")]
Entity = Annotated[str, typer.Argument(metavar="ENTITY", help="Id, name, alias or ticker.")]
EntityOption = Annotated[str | None, typer.Option(metavar="ENTITY", help="Id, name, alias or ticker.")]
Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH…", help="Files, folders, or `-` for standard input: plain text or Markdown."),
]
Processes = Annotated[
    int,
    typer.Option("--processes", "-j", min=1, metavar="N", help="Read so many documents at the same time."),
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="Only what was published by this day.")]
KnownAt = Annotated[
    str | None, typer.Option("--known-at", metavar="TIME", help="Only what was loaded by this day or time, in UTC.")
]
