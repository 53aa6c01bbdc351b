"""Which engines there are, and which of them a test ran on."""

from __future__ import annotations

import pytest

ENGINES = ("ladybug", "neo4j")


def ran_on(test: pytest.Item, engine: str) -> None:
    """Note that the test uses this engine."""
    test.user_properties.append(("engine", engine))


def engines_of(report: pytest.TestReport) -> set[str]:
    """The engines that the test used."""
    return {str(value) for name, value in report.user_properties if name == "engine"}
