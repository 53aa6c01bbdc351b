"""Passwords stay out of what is shown."""

from __future__ import annotations

import re

_PASSWORD = re.compile(r"(?<=://)([^/@:\s]*):[^/@\s]*(?=@)")


def masked(text: str) -> str:
    """The text with the password of every address in it left out: `bolt://reader:***@graph.example`."""
    return _PASSWORD.sub(r"\1:***", text)
