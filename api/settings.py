"""Every setting in one place. Each can be given as an environment variable, some as an option of the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

from platformdirs import user_cache_path, user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.masking import masked

PREFIX = "STREETGRAPH_"


def default_store() -> str:
    """One local file in the user's data folder."""
    return f"ladybug:{user_data_path('streetgraph') / 'streetgraph.db'}"


def demo_path() -> Path:
    """Where `streetgraph demo` keeps its store, which it makes anew each time."""
    return user_cache_path("streetgraph") / "demo.db"


class Settings(BaseSettings):
    """What can be set, with the reason why one would."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True)

    store: str = Field(
        default_factory=default_store,
        description="Where the graph is kept: `ladybug:PATH` for one local file, or a Bolt address such as "
        "`bolt://localhost:7687` for Neo4j.",
    )
    host: str = Field(default="127.0.0.1", description="Address that the server listens on; `0.0.0.0` is every one.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port that the server listens on; 0 takes a free one.")
    max_document_bytes: int = Field(
        default=5_000_000, ge=1, description="Longest document that is read, in bytes, from a file or a request."
    )
    page_limit: int = Field(default=50, ge=1, description="Rows on a page of a list where no `limit` is asked for.")
    max_page_limit: int = Field(default=500, ge=1, description="Most rows on a page, whatever `limit` asks for.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning", description="What is logged to standard error; `debug` shows where a failure arose."
    )


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
    return masked(value) if isinstance(value, str) else value
