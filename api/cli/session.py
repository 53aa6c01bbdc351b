"""What a command works with: settings, a store, and where to write."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

import typer

from api.errors import SettingInvalid

if TYPE_CHECKING:  # heavy: `streetgraph --help` does without them
    from rich.console import Console

    from api.settings import Settings
    from graph.store import Store


@dataclass(slots=False)
class Session:
    """One run of the command line."""

    options: dict[str, Any] = field(default_factory=dict)  # settings given as options
    quiet: bool = False

    @cached_property
    def settings(self) -> Settings:
        """Environment and options together."""
        from pydantic import ValidationError

        from api.operation.logs import log_to_standard_error
        from api.settings import Settings

        try:
            settings = Settings(**self.options)
        except ValidationError as problem:
            raise SettingInvalid(_wrong_settings(problem)) from problem
        log_to_standard_error(settings.log_level, settings.log_format)
        return settings

    @contextmanager
    def store(self, address: str | None = None, *, make: bool = False) -> Iterator[Store]:
        """The store, open for as long as the command needs it. Only a command that loads makes a new one."""
        from graph.opening import open_store

        store = open_store(address or self.settings.store, access=self.settings.neo4j_access, make=make)
        try:
            yield store
        finally:
            store.close()

    @cached_property
    def out(self) -> Console:
        """Standard output, for data."""
        from rich.console import Console

        return Console(highlight=False, soft_wrap=False)

    def say(self, text: str) -> None:
        """A remark for people, on standard error; quiet runs go without."""
        if not self.quiet:
            print(text, file=sys.stderr)


def session_of(context: typer.Context) -> Session:
    """The session that the options before the command set up."""
    return cast(Session, context.obj)


def _wrong_settings(problem: Exception) -> str:
    from pydantic import ValidationError

    from api.settings import PREFIX

    assert isinstance(problem, ValidationError)
    return " ".join(f"{PREFIX}{str(error['loc'][0]).upper()}: {error['msg']}." for error in problem.errors())
