"""The command line `streetgraph`."""

from api.cli.app import app, main

__all__ = ["app", "main"]
