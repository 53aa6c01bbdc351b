"""Why a document could not be read."""

from __future__ import annotations

from dataclasses import dataclass


class DocumentUnreadable(Exception):
    """The input is not a text that can be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that did not make it, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file within an archive whose form is not one of documents."""

    source: str


class ProcessLost(Exception):
    """A process that read documents was killed from outside."""


class ModelMissing(Exception):
    """A model that was asked for is not installed, or cannot do what it is asked for."""
