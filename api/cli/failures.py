"""Failures on the command line: one message, the next thing to type, and the exit code that scripts rely on."""

from __future__ import annotations

import shlex
import sys
import traceback
from collections.abc import Sequence
from os import environ

import typer

from api import problems
from api.cli.output import print_json
from api.cli.program import typed
from api.errors import PlaceUnusable, UsageWrong
from api.problems import PROBLEMS, UNEXPECTED
from api.problems.problem import Problem

PARTIAL, NOT_VERIFIED = 3, 5
USAGE = PROBLEMS[UsageWrong]


def report(error: Exception, arguments: Sequence[str]) -> int:
    """Show the failure, as JSON where the command was asked for JSON; the exit code is returned."""
    if isinstance(error, OSError):
        error = PlaceUnusable(f"{error.filename or 'The disk'}: {error.strerror or error}.")
    if isinstance(error, typer.TyperException):
        problem, document = USAGE, {"title": USAGE.title, "detail": error.format_message()}
    else:
        problem, document = problems.problem_of(error), problems.described(error)
    following = _next_step(error, problem, arguments)
    if problem is UNEXPECTED:
        document["detail"] = f"{type(error).__name__}: {error}"
        _show_origin(error)
    if "--json" in arguments:
        print_json({"error": document | {"name": problem.name, "exit_code": problem.exit_code, "next": following}})
    else:
        complain(document["detail"], following)
    return problem.exit_code


def complain(message: str, following: str) -> None:
    """A failure on standard error, with the next thing to type."""
    print(f"Error: {message}\nTry:   {typed(following)}", file=sys.stderr)


def _next_step(error: Exception, problem: Problem, arguments: Sequence[str]) -> str:
    """The command that helps, with what the user was after filled in."""
    if problem is UNEXPECTED:
        return "the same command with STREETGRAPH_LOG_LEVEL=debug before it, to see where it failed"
    reference = getattr(error, "reference", "NAME")
    if instead := [*getattr(error, "nearest", ()), *getattr(error, "candidates", ())]:
        return shlex.join(["streetgraph", *(instead[0] if word == reference else word for word in arguments)])
    following = problem.next_step.replace("NAME", shlex.quote(reference))
    return following.replace("streetgraph COMMAND", _command_of(error, arguments))


def _command_of(error: Exception, arguments: Sequence[str]) -> str:
    """The command that was meant, as far as that is known."""
    if (context := getattr(error, "ctx", None)) is not None:
        return str(context.command_path)
    from api.cli.app import app

    names = {command.name for command in app.registered_commands}
    return " ".join(["streetgraph", *[word for word in arguments if word in names][:1]])


def _show_origin(error: Exception) -> None:
    if environ.get("STREETGRAPH_LOG_LEVEL", "").lower() == "debug":
        traceback.print_exception(error)
