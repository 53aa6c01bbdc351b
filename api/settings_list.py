"""Every setting with its value and where that came from, as `streetgraph config` shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import SecretStr

from api.masking import masked
from api.settings import PREFIX, Settings


class Setting(NamedTuple):
    """One line of `streetgraph config`."""

    name: str
    value: object
    origin: Literal["default", "environment", "option"]
    variable: str
    description: str


def listed(settings: Settings, options: frozenset[str] = frozenset()) -> list[Setting]:
    """Every setting with its value and where that came from; passwords are masked."""
    return [
        Setting(
            name,
            _shown(getattr(settings, name)),
            _origin(name, settings, options),
            f"{PREFIX}{name.upper()}",
            field.description or "",
        )
        for name, field in Settings.model_fields.items()
    ]


def _origin(name: str, settings: Settings, options: frozenset[str]) -> Literal["default", "environment", "option"]:
    if name in options:
        return "option"
    return "environment" if name in settings.model_fields_set else "default"


def _shown(value: object) -> object:
    if isinstance(value, SecretStr | Path):
        return str(value)
    return masked(value) if isinstance(value, str) else value
