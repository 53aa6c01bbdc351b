"""The command line: one list of commands, and one place where failures end."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from api.cli import (
    access,
    asking,
    comparing,
    demonstrating,
    doctoring,
    extracting,
    judging,
    keeping,
    loading,
    moving,
    querying,
    referring,
    reviewing,
    serving,
    watching,
)
from api.cli.failures import report
from api.cli.session import Session

_ANYWHERE = {"--store": True, "--quiet": False, "-q": False}  # option → whether a value follows


class Commands(TyperGroup):
    """Typer's group, with failures in the words of the table and global options before or after the command."""

    def main(self, args: Sequence[str] | None = None, **more: Any) -> Any:  # type: ignore[override]  # noqa: ANN401
        """Run a command, and leave with its exit code."""
        arguments = list(sys.argv[1:] if args is None else args)
        try:
            code = super().main(
                global_first(arguments), **{**more, "prog_name": "streetgraph", "standalone_mode": False}
            )
        except typer.Abort:
            code = 130
        except Exception as error:
            code = report(error, arguments)
        sys.exit(code or 0)


def global_first(arguments: list[str]) -> list[str]:
    """The same arguments with the global options moved to the front, where the parser wants them."""
    moved: list[str] = []
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            return [*moved, *rest, word, *words]
        if word.partition("=")[0] not in _ANYWHERE:
            rest.append(word)
            continue
        moved.append(word)
        if _ANYWHERE.get(word):
            moved += [value for value in [next(words, None)] if value is not None]
    return [*moved, *rest]


app = typer.Typer(
    cls=Commands,
    help="Who said what about which company, when, with which numbers, and in which exact words.",
    epilog="--store and --quiet may stand before or after the command. Start with: streetgraph demo",
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@app.callback()
def start(
    context: typer.Context,
    store: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Where the graph is kept: ladybug:PATH or a Bolt address.")
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No remarks and no progress, only data and errors.")
    ] = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    """Who said what about which company, when, with which numbers, and in which exact words."""
    context.obj = Session({"store": store} if store else {}, quiet)
    if version:
        from importlib.metadata import version as version_of

        print(f"streetgraph {version_of('streetgraph')}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help(), end="")


_PANELS: dict[str, tuple[Any, ...]] = {
    "Start": (demonstrating.demo, loading.load, watching.watch, extracting.extract, serving.serve),
    "Ask": (
        asking.claims,
        comparing.timeline,
        comparing.views,
        comparing.consensus,
        asking.pairs,
        asking.entity,
        asking.neighbors,
        asking.path,
        asking.search,
        keeping.query,
        querying.cypher,
    ),
    "Who is who": (judging.resolve, reviewing.review, judging.judge, judging.judgements),
    "Keep": (
        keeping.stats,
        referring.reference,
        keeping.verify,
        doctoring.doctor,
        keeping.export,
        keeping.remove,
        moving.init_store,
        moving.copy,
        serving.config,
    ),
}
for _panel, _commands in _PANELS.items():
    for _command in _commands:
        app.command(_command.__name__.replace("_", "-"), rich_help_panel=_panel)(_command)
app.add_typer(access.keys, rich_help_panel="Keep")


def main() -> None:
    """The entry point `streetgraph`."""
    try:
        app()
    finally:
        _let_go_of_output()


def _let_go_of_output() -> None:
    """A reader that has gone away, as `head` does, is no error: what is left goes nowhere."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
