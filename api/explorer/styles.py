"""Looks and scripts that only some pages need."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from nicegui import ui


def style(name: str) -> None:
    """Give the page the style sheet of this name."""
    ui.add_css(_file(name))


def script(name: str) -> None:
    """Give the page the script of this name."""
    ui.add_body_html(f"<script>{_file(name)}</script>")


@cache
def _file(name: str) -> str:
    return (files("api.explorer") / name).read_text(encoding="utf-8")
