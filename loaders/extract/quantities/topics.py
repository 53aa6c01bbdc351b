"""Whom a text is speaking of when a sentence does not name it: the last subject of the paragraph, or of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from graph.model import Kind
from loaders.extract.quantities.amount import Amount
from loaders.extract.quantities.currencies import home_of, spoken_of
from loaders.extract.quantities.masking import Name
from loaders.extract.quantities.places import adjectives, is_venue
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.subjects import is_oblique, is_source
from loaders.extract.quantities.terms import any_in

_TAKEN_UP = re.compile(rf"(?i)(?<!\w){any_in('taken_up')}(?!\w)")
_PERSONAL = re.compile(r"(?i)(?<!\w)(?:he|his|him|she|her)(?!\w)")
_OTHER = re.compile(rf"(?i)\b{any_in('other_subject')}\b")
DOMINANT = 1.5  # how many times as often as the next


class Topics:
    """Keeps the last subjects while the sentences of a text go by."""

    def __init__(self, names: Iterable[Name]) -> None:
        names = list(names)
        self._main = dominant(names)
        self._places = {name.id for name in names if name.kind == Kind.PLACE}
        self._of_paragraph: Name | None = None
        self._last: Name | None = None
        self._person: Name | None = None
        self._place: Name | None = None
        self._pair: list[str] = []

    @property
    def _of_text(self) -> Name | None:
        """Whom the text is mostly about, or where there is no such name, whom it spoke of last."""
        return self._main or self._last

    def new_paragraph(self) -> None:
        """Forget the subject of the paragraph; that of the text stays."""
        self._of_paragraph = None

    def pair(self, count: int) -> list[str]:
        """The subjects of the last list, where it has so many."""
        return self._pair if len(self._pair) == count else []

    def references(self, scene: Scene) -> Iterator[Name]:
        """Words such as "its" or "the company" with the entity that they most likely refer to."""
        known = {name.start for name in scene.names if name.is_reference}
        for match in _TAKEN_UP.finditer(scene.text):
            if match.start() in known:
                continue
            before = [name for name in scene.names if name.end <= match.start()]
            told = _main_name(name for name in before if not is_source(scene, name))
            subject = told or _main_name(before) or self._of_paragraph or self._of_text
            if subject is not None:
                yield Name(*match.span(), subject.id, subject.kind, is_reference=True)
        for match in _PERSONAL.finditer(scene.text):
            if match.start() in known:
                continue
            people = [name for name in scene.names if name.kind == Kind.PERSON and name.end <= match.start()]
            if (person := people[-1] if people else self._person) is not None:
                yield Name(*match.span(), person.id, person.kind, is_reference=True)
        yield from adjectives(scene.text, self._places)

    def currencies(self, scene: Scene) -> Iterator[Name]:
        """Words such as "the yen" with the country whose money it is, where the text names that country."""
        for start, end, code in spoken_of(scene.text):
            if (home := home_of(code)) in self._places:
                yield Name(start, end, home, Kind.PLACE, is_reference=True)

    def unnamed(self, scene: Scene, amount: Amount) -> str | None:
        """The subject of a sentence that has none of its own: of the text, the paragraph, or whoever was named last."""
        text = scene.around(amount)
        if _OTHER.search(text):
            return None
        topic = self._main or self._of_paragraph or self._last or self._place
        return topic.id if topic else None

    def move_on(self, scene: Scene, abouts: Iterable[str | None]) -> None:
        """Take the subject of this sentence as the one to go on with."""
        measured = [about for about in abouts if about]
        self._pair = list(dict.fromkeys(measured)) or self._pair
        self._person = next((name for name in reversed(scene.names) if name.kind == Kind.PERSON), self._person)
        self._place = next(
            (name for name in scene.names if not name.is_scored and not is_venue(scene.text, name)), self._place
        )
        names = [name for name in scene.names if not is_source(scene, name)]
        subject = _main_name(name for name in names if not is_oblique(scene, name)) or _main_name(names)
        if subject is not None:
            self._of_paragraph = self._last = subject


def dominant(names: Iterable[Name]) -> Name | None:
    """The company, institution or index that is named far more often than any other."""
    subjects = [name for name in names if name.is_scored and name.kind != Kind.PERSON and not name.is_reference]
    ranked = Counter(name.id for name in subjects).most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] < DOMINANT * ranked[1][1]):
        return None
    return next(name for name in subjects if name.id == ranked[0][0])


def _main_name(names: Iterable[Name]) -> Name | None:
    """The first company, institution or index."""
    return next((name for name in names if name.is_scored and name.kind != Kind.PERSON), None)
