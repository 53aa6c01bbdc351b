"""What to type to run streetgraph."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from shutil import which

NAME = "streetgraph"


def program() -> str:
    """Its name where the shell finds it, else the path that it was run by."""
    run = Path(sys.argv[0])
    if which(NAME) or run.stem != NAME:
        return NAME
    here = run.absolute()
    return shlex.quote(str(here.relative_to(Path.cwd()) if here.is_relative_to(Path.cwd()) else here))


def typed(command: str) -> str:
    """A command that begins with the name of the program, as it works when pasted here."""
    name, space, rest = command.partition(" ")
    return f"{program()}{space}{rest}" if name == NAME else command
