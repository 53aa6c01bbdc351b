"""`streetgraph demo`."""

from __future__ import annotations

import typer


def demo(context: typer.Context) -> None:
    """Load the sample documents into a new store and show what the graph can tell."""
