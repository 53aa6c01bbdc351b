"""`streetgraph keys`: who may ask the server, and what for."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.access.keys import KeyFile, Scope
from api.cli.options import JsonFlag
from api.cli.output import print_json
from api.cli.session import session_of
from api.errors import UsageWrong

if TYPE_CHECKING:
    from api.access.keys import Key

keys = typer.Typer(name="keys", help="Make, list and revoke the keys of the HTTP API.", no_args_is_help=True)


@keys.command()
def create(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whose key it is, or what for.")],
    scope: Annotated[list[Scope] | None, typer.Option(help="What it is for, `read` if not given; repeatable.")] = None,
    rate: Annotated[str | None, typer.Option(help="How often it may ask, such as 100/minute.")] = None,
    json: JsonFlag = False,
) -> None:
    """Make a key and print it. It is shown this once: the server keeps only its hash."""
    made, text = _file(context).create(name, scope or [Scope.READ], rate=_checked(rate))
    if json:
        print_json({"data": _form(made) | {"key": text}})
        return
    print(text)
    session_of(context).say(f"Keep it: it is not shown again. {made.id} may {', '.join(sorted(made.scopes))}.")


@keys.command("list")
def list_(context: typer.Context, json: JsonFlag = False) -> None:
    """Every key that was made, with what it is for, and whether it was revoked."""
    from api.cli.tables import any_rows

    rows = [_form(key) for key in _file(context).all()]
    session = session_of(context)
    if json:
        print_json({"data": rows})
    elif rows:
        session.out.print(any_rows(rows, session.out.width))
    else:
        session.say("No keys yet: streetgraph keys create NAME")


@keys.command()
def revoke(
    context: typer.Context,
    key: Annotated[str, typer.Argument(metavar="ID", help="Id of the key, as the list shows it.")],
    json: JsonFlag = False,
) -> None:
    """Refuse a key from now on."""
    revoked = _file(context).revoke(key)
    print_json({"data": _form(revoked)}) if json else print(f"Revoked {revoked.id} ({revoked.name})")


def _file(context: typer.Context) -> KeyFile:
    return KeyFile(session_of(context).settings.keys)


def _checked(rate: str | None) -> str | None:
    from api.access.rates import rate_of

    if rate is not None:
        try:
            rate_of(rate)
        except ValueError as problem:
            raise UsageWrong(f"--rate {rate!r} is not a rate such as 100/minute.") from problem
    return rate


def _form(key: Key) -> dict[str, Any]:
    return asdict(key) | {"scopes": sorted(key.scopes)}
