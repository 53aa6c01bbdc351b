"""The reference of the command line, the settings and the Python interface."""

from __future__ import annotations

from collections.abc import Iterator

import typer
from typer.main import get_command

from api.cli.app import app
from api.settings import PREFIX, Settings
from docs.building.tables import table

PYTHON = {
    "Over HTTP": ("api.client.streetgraph.Streetgraph", "api.client.connection.Problem", "api.client.local.own_server"),
    "In a notebook": ("api.notebook.drawing.draw", "api.notebook.marked.marked", "api.notebook.magic.CypherMagic"),
    "The store": (
        "graph.opening.open_store",
        "graph.store.Store",
        "graph.ingest.ingest",
        "graph.verify",
        "graph.errors",
    ),
    "Questions": ("graph.explore",),
    "What is read out of a document": ("loaders.documents", "loaders.pipeline", "graph.model"),
}


def python() -> str:
    """The page of the Python interface: directives that the site's tool fills in from docstrings."""
    parts = ["# Python", "From the docstrings. [The recipes](../recipes.md) show it at work."]
    for section, names in PYTHON.items():
        parts += [f"## {section}", *(f"::: {name}" for name in names)]
    return "\n\n".join(parts) + "\n"


def settings() -> str:
    """The page of all settings."""
    fields = Settings.model_fields.items()
    rows = ((f"`{PREFIX}{name.upper()}`", field.description or "", _default(name)) for name, field in fields)
    opening = "Each is an environment variable; `streetgraph config` shows what holds here, and where that comes from."
    return "\n\n".join(["# Settings", opening, table(("Variable", "What for", "Unless set"), rows)]) + "\n"


def command_line() -> str:
    """The page of all commands with their options, from the program's own help."""
    group = get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    commands = (part for name, command in group.commands.items() for part in _command(name, command))
    parts = ["# Command line", group.help or "", *commands, ""]
    return "\n\n".join(part for part in parts if part) + "\n"


def _command(name: str, command: typer.core.TyperCommand | typer.core.TyperGroup, level: int = 2) -> Iterator[str]:
    yield f"{'#' * level} {name}"
    yield command.help or ""
    if isinstance(command, typer.core.TyperGroup):
        for inner, member in command.commands.items():
            yield from _command(f"{name} {inner}", member, level + 1)
        return
    taken = [_taken(parameter) for parameter in command.params if not getattr(parameter, "hidden", False)]
    yield table(("Takes", "What for"), taken)


def _taken(parameter: typer.core.TyperOption | typer.core.TyperArgument) -> tuple[str, str]:
    """An argument by its placeholder, an option by its names."""
    if isinstance(parameter, typer.core.TyperArgument):
        return f"`{parameter.metavar or str(parameter.name).upper()}`", parameter.help or ""
    return ", ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts)), parameter.help or ""


def _default(name: str) -> str:
    """The default as it is written, or what takes its place where that depends on the machine."""
    field = Settings.model_fields[name]
    if field.default_factory is not None:
        return "in the user's data folder"
    value = str(field.default).lower() if isinstance(field.default, bool) else field.default
    return "" if value in (None, "") else f"`{value}`"
