"""A command as it was given, rebuilt from what the parser understood, with one option changed."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from datetime import datetime
from enum import Enum

import typer

from api.cli.session import session_of

_EMPTY = (None, False)


def again(context: typer.Context, **changed: object) -> str:
    """What to type, behind the name of the program, to run the same command with these parameters changed."""
    given = context.params | changed
    words: list[str] = []
    arguments: list[str] = []
    for parameter in context.command.params:
        if parameter.name is None or (value := given.get(parameter.name)) in _EMPTY or value == parameter.default:
            continue
        if parameter.param_type_name == "argument":
            arguments += _shown(value)
        else:
            words += _option(parameter.opts[0], value)
    apart = ["--"] if any(word.startswith("-") for word in arguments) else []
    return shlex.join([*_global(context), str(context.info_name), *words, *apart, *arguments])


def _global(context: typer.Context) -> Iterator[str]:
    session = session_of(context)
    if store := session.options.get("store"):
        yield from ("--store", str(store))


def _option(name: str, value: object) -> Iterator[str]:
    if value is True:
        yield name
        return
    for word in _shown(value):
        yield from (name, word)


def _shown(value: object) -> list[str]:
    if isinstance(value, list | tuple):
        return [word for one in value for word in _shown(one)]
    if isinstance(value, datetime):
        return [value.date().isoformat()]
    return [str(value.value if isinstance(value, Enum) else value)]
