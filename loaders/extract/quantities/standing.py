"""How each entity stands in a text as it goes by: who leads, who was measured last, who opened the paragraph."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph.model import Kind
from loaders.extract.quantities.masking import Name
from loaders.extract.quantities.places import is_venue, main_place
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.subjects import is_employer, is_oblique, is_source
from loaders.extract.quantities.topics import dominant

_WORD = re.compile(r"[\w'’]+")
LEADERS, RECENT = 3, 6  # how many of the most named, and of the last named, are kept
FEW = 4  # of the last named that may be a subject


class Standing:
    """The places of the entities of a text, up to the sentence that is being read."""

    def __init__(self, names: Sequence[Name], text: str) -> None:
        plain = [name for name in names if not name.is_reference]
        self.kinds = {name.id: name.kind for name in [*names, *plain]}
        self._words: defaultdict[str, set[str]] = defaultdict(set)
        for name in plain:
            self._words[name.id] |= {word.lower().rstrip("s") for word in _WORD.findall(text[name.start : name.end])}
        most_named = Counter(name.id for name in names if _is_organised(name)).most_common(LEADERS)
        self._ranks = {entity: rank for rank, (entity, _) in enumerate(most_named)}
        lead = dominant(names)
        self._roles = {
            "dominant": lead.id if lead else None,
            "place": main_place(plain, text),
            "first": next((name.id for name in plain if _is_organised(name)), None),
        }
        self._before: list[str] = []  # the entities of the sentence before
        self._recent: list[str] = []
        self._heard: set[str] = set()  # who was named only as a source or an employer so far
        self._told: set[str] = set()

    @property
    def has_dominant(self) -> bool:
        """True where one company, institution or index is named far more often than any other."""
        return self._roles["dominant"] is not None

    def is_called(self, entity: str, noun: str) -> bool:
        """True where a name of the entity holds this noun: "the bank" for Dorado Bank."""
        return noun.rstrip("s") in self._words[entity]

    def candidates(self) -> Iterator[str]:
        """Who may be the subject of a sentence that does not name it."""
        kept = ("measured", "paragraph", "last", "dominant", "first", "place", "last-place")
        yield from (entity for role in kept if (entity := self._roles.get(role)))
        yield from (entity for entity in self._recent[:FEW] if self.kinds[entity] != Kind.PLACE)
        yield from self._ranks

    def labels(self, entity: str, where: str) -> Iterator[str]:
        """What the text before says for or against an entity; `where` is "here" or "absent"."""
        yield from (f"{role}>{where}" for role, holder in self._roles.items() if holder == entity)
        if self._before[:1] == [entity]:
            yield f"opened-before>{where}"
        if entity in self._before:
            yield f"named-before>{where}"
        if entity in self._heard:
            yield from (f"heard>{where}", f"heard>{where}>{self.kinds.get(entity)}")
        if entity in self._ranks:
            yield f"rank:{self._ranks[entity]}>{where}"
        if where == "absent":
            place = self._recent.index(entity) if entity in self._recent else "none"
            yield f"recent:{place}>{self.kinds.get(entity)}"

    def new_paragraph(self) -> None:
        """Forget what only holds within a paragraph."""
        self._before = []
        self._roles |= {"paragraph": None, "paragraph-first": None, "paragraph-measured": None}

    def move_on(self, scene: Scene, measured: Iterable[str | None]) -> None:
        """Take in the names of a sentence and the subjects of its amounts."""
        if (subject := _subject_of(scene)) is not None:
            first = self._roles.get("paragraph-first") or subject
            self._roles |= {"paragraph": subject, "last": subject, "paragraph-first": first}
        self._hear(scene)
        if scene.names:
            self._before = [name.id for name in scene.names]
        for name in scene.names:
            self._recent = [name.id, *(other for other in self._recent if other != name.id)]
        self._recent = self._recent[:RECENT]
        for entity in measured:
            if entity:
                self._roles |= {"measured": entity, "paragraph-measured": entity}

    def _hear(self, scene: Scene) -> None:
        """Note who was told of, who was only heard, and which place was spoken of."""
        for name in scene.names:
            if is_source(scene, name) or is_employer(scene, name):
                self._heard |= {name.id} - self._told
            elif not is_venue(scene.text, name):
                self._told.add(name.id)
                self._heard.discard(name.id)
                if name.kind == Kind.PLACE:
                    self._roles["last-place"] = name.id


def _is_organised(name: Name) -> bool:
    return name.is_scored and name.kind != Kind.PERSON


def _subject_of(scene: Scene) -> str | None:
    """The first company, institution or index that is no source, best not after a preposition."""
    told = [name for name in scene.names if _is_organised(name) and not is_source(scene, name)]
    return next((name.id for name in told if not is_oblique(scene, name)), told[0].id if told else None)
