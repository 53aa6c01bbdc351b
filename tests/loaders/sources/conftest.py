from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.model import Document
from loaders.documents import parse_all
from loaders.errors import Failure


@pytest.fixture
def read() -> Callable[..., Document]:
    """The one document in a file."""

    def document(data: bytes, source: str = "file") -> Document:
        [outcome] = parse_all(data, source=source)
        assert isinstance(outcome, Document), outcome
        return outcome

    return document


@pytest.fixture
def refusal() -> Callable[..., str]:
    """Why a file cannot be read."""

    def reason(data: bytes, source: str = "file") -> str:
        [outcome] = parse_all(data, source=source)
        assert isinstance(outcome, Failure), outcome
        assert outcome.reason.startswith(f"{source} ")
        return outcome.reason

    return reason
