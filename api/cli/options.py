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
    typer.Argument(
        metavar="PATH…",
        help="Files, folders, patterns, archives (zip, tar), addresses on the web, or `-` for standard input. Read are "
        "plain text, Markdown, web pages, PDF, Word (.docx), e-mail (.eml), feeds (RSS, Atom), JSON lines, CSV and "
        "Parquet, told apart by what is in them.",
    ),
]
ColumnNames = Annotated[
    str,
    typer.Option(
        "--columns",
        metavar="FIELD=NAME,…",
        help="Which columns of a CSV, Parquet or JSON lines file hold text, title, publisher, url, published_at, where "
        "they are not called so: text=body,title=headline. Of curated tables: by, a, b, subject, metric, value ….",
    ),
]
Processes = Annotated[
    int,
    typer.Option("--processes", "-j", min=1, metavar="N", help="Read so many documents at the same time."),
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="Only what was published by this day.")]
KnownAt = Annotated[
    str | None, typer.Option("--known-at", metavar="TIME", help="Only what was loaded by this day or time, in UTC.")
]
