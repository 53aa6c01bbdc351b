"""All that a store holds is read for many documents at once, and never for many long ones."""

from __future__ import annotations

from collections import defaultdict

import pytest
from stories import doubt, pairing, quarter

from graph import Store, contents
from graph.store import Row

TEXTS = {each.document.id: each.document.text for each in (pairing(), quarter(), doubt())}


@pytest.mark.parametrize(("characters", "together"), [(1, 1), (sum(map(len, TEXTS.values())), 3)])
def test_as_many_documents_are_read_together_as_have_so_many_characters(
    filled: Store, monkeypatch: pytest.MonkeyPatch, characters: int, together: int
) -> None:
    monkeypatch.setattr(contents, "CHARACTERS", characters)
    asked: defaultdict[str, list[list[str]]] = defaultdict(list)
    read = type(filled).read

    def noted(store: Store, query: str, /, **parameters: object) -> list[Row]:
        if isinstance(ids := parameters.get("ids"), list):
            asked[query].append(ids)
        return read(store, query, **parameters)  # type: ignore[arg-type]

    monkeypatch.setattr(type(filled), "read", noted)
    assert [each.document["id"] for each in contents.documents_of(filled)] == sorted(TEXTS)
    assert max(len(ids) for ids in asked["documents.passages"]) == together
