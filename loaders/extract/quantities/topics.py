"""Whom a text is speaking of when a sentence does not name it: the last subject of the paragraph, or of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.model import Kind
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.terms import any_in

_TAKEN_UP = re.compile(rf"(?i)\b{any_in('taken_up')}\b")
_OWN = re.compile(rf"(?i)\b{any_in('own_metric')}\b")


class Topics:
    """Keeps the last subject while the sentences of a text go by."""

    def __init__(self) -> None:
        self._of_paragraph: str | None = None
        self._of_text: str | None = None
        self._pair: list[str] = []

    def new_paragraph(self) -> None:
        """Forget the subject of the paragraph; that of the text stays."""
        self._of_paragraph = None

    def taken_up(self, scene: Scene) -> str | None:
        """The subject that a sentence without a name of its own goes on with, if it does."""
        if _TAKEN_UP.search(scene.text) or _OWN.search(scene.text):
            return self._of_paragraph or self._of_text
        return self._of_paragraph if not any(name.is_scored for name in scene.names) else None

    def pair(self, count: int) -> list[str]:
        """The subjects of the last list, where it has so many."""
        return self._pair if len(self._pair) == count else []

    def move_on(self, scene: Scene, abouts: Iterable[str | None]) -> None:
        """Take the subject of this sentence as the one to go on with."""
        measured = [about for about in abouts if about]
        self._pair = list(dict.fromkeys(measured)) or self._pair
        main = _main_name(scene)
        subject = main or (measured[0] if measured else None)
        if subject:
            self._of_paragraph = self._of_text = subject


def _main_name(scene: Scene) -> str | None:
    """The first company, institution or index that the sentence names."""
    for name in scene.names:
        if name.is_scored and name.kind != Kind.PERSON:
            return name.id
    return None
