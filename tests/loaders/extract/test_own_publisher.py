"""The publisher of a document is part of its story only where the text uses it as more than the one that asks."""

from __future__ import annotations

import pytest

from graph.model import Document
from loaders.pipeline import Tier, extract


def names(text: str, publisher: str | None = "Reuters (via Zawya)") -> set[str]:
    return {entity.name for entity in extract(Document(text, publisher=publisher), tier=Tier.FAST).entities}


@pytest.mark.parametrize(
    "text",
    [
        "Tesla did not respond to a request for comment from Reuters.",
        "Reuters has reached out to Tesla.",
        "Tesla rose 3%.\n\nReuters",
    ],
)
def test_who_only_asks_or_signs_is_left_out(text: str) -> None:
    assert names(text) == {"Tesla"}


@pytest.mark.parametrize(
    "text",
    [
        "Tesla will grow, its chief executive told Reuters.",
        "Tesla declined to comment, a person told Reuters.",
        "Economists in a Reuters poll expect Tesla to grow. Reuters asked Tesla for comment.",
    ],
)
def test_who_is_cited_stays(text: str) -> None:
    assert "Reuters" in names(text)


def test_another_publisher_than_the_document_s_own_stays() -> None:
    assert "Reuters" in names("Reuters has reached out to Tesla.", publisher="CNN")
    assert "Reuters" in names("Reuters has reached out to Tesla.", publisher=None)
