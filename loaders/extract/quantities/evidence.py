"""What speaks for or against an entity as the subject of an amount, as labels that a table of weights knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from graph.model import Kind
from loaders.extract.quantities import subjects
from loaders.extract.quantities.amount import Amount
from loaders.extract.quantities.masking import Name
from loaders.extract.quantities.metrics import measure_of
from loaders.extract.quantities.places import only_describes
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.standing import Standing
from loaders.extract.quantities.terms import any_in, group

_WORD = re.compile(r"[\w'’]+")
_AMOUNT = re.compile(r"#+")
_DESCRIBED = re.compile(
    rf"(?i)\b(?:the|this|that|its|his|her)\s(?:[a-z-]+\s){{0,2}}?(?P<noun>{any_in('described')})(?:'s|’s)?\b"
)
_PRONOUN = re.compile(r"(?i)(?:it|its|they|their|he|she|his|her)\b")
_PREPOSITION = re.compile(r"\b(?:of|in|for|by|on|from|at|to)\b")
_OTHER = re.compile(rf"(?i)\b{any_in('other_subject')}\b")
_MACRO = frozenset(group("macro_metric"))
_NEAR_OTHER, _TIGHT = 60, 12  # characters
NO_ONE = ""  # the candidate that stands for a subject that is no entity


@dataclass(frozen=True)
class Case:
    """One amount, with all that is known before its subject is."""

    scene: Scene  # its names with the references among them
    amount: Amount
    standing: Standing
    metric: str
    by_rule: str | None  # the subject that the rules would give it
    before: str | None  # the subject of the amount before it in the sentence; "" where that has none

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names within reach, without a place that only describes another."""
        near = self.scene.names_near(self.amount)
        return tuple(name for name in near if not only_describes(self.scene.text, name))

    @cached_property
    def told_of(self) -> list[Name]:
        """The names of those who are no source here."""
        return [
            name for name in self.names if name.is_scored and not subjects.is_outside(self.scene, self.amount, name)
        ]

    @cached_property
    def fits(self) -> dict[str, float]:
        """How well each name fits by the rules."""
        found: dict[str, float] = {}
        for name in self.names:
            fit = subjects.fit(self.scene, self.amount, name)
            found[name.id] = max(fit, found.get(name.id, fit))
        return found

    @cached_property
    def described(self) -> str | None:
        """The noun of the last description to the left: "the bank", "its shares"."""
        found = list(_DESCRIBED.finditer(self.scene.left_of(self.amount)))
        return found[-1]["noun"].lower() if found else None

    def candidates(self) -> list[str]:
        """The entities that it may be about."""
        by_rule = [self.by_rule] if self.by_rule else []
        found = dict.fromkeys([*(name.id for name in self.names), *by_rule, *self.standing.candidates()])
        if self.metric not in _MACRO:
            return list(found)
        return [e for e in found if self.standing.kinds.get(e) != Kind.PERSON and e not in self.only_heard]

    @cached_property
    def only_heard(self) -> frozenset[str]:
        """Who is only cited, or named for a person's post: a figure of the whole economy is never theirs."""
        heard = (subjects.is_employer, subjects.is_cited)
        told = {name.id for name in self.names if not any(is_so(self.scene, name) for is_so in heard)}
        return frozenset({name.id for name in self.names} - told)

    def is_far_place(self, entity: str) -> bool:
        """True for a place that the sentence does not name."""
        return self.standing.kinds.get(entity) == Kind.PLACE and all(name.id != entity for name in self.names)

    @property
    def is_of_goods(self) -> bool:
        """True where a sentence without names speaks of gold, oil or a currency."""
        return not self.names and bool(_OTHER.search(self.scene.around(self.amount)))


def labels_of_no_one(case: Case) -> Iterator[str]:
    """What speaks for a subject that is no entity: the price of gold, a country that is not named."""
    measure = measure_of(case.amount.unit or "")
    yield from ("none", f"none:{measure}", f"none:metric:{case.metric}")
    yield f"none:here:{min(2, len({name.id for name in case.told_of}))}"
    yield f"none:dominant:{case.standing.has_dominant}"
    if _OTHER.search(case.scene.around(case.amount)):
        yield "none:other"
    if _OTHER.search(case.scene.left_of(case.amount)[-_NEAR_OTHER:]):
        yield "none:other-near"
    if case.metric in _MACRO:
        yield "none:macro"
    if case.before == NO_ONE:
        yield "none:before"
    if case.by_rule is None:
        yield "none:rule"


def labels_of(case: Case, entity: str) -> Iterator[str]:
    """What speaks for or against an entity."""
    kind = case.standing.kinds.get(entity, "")
    left = [name for name in case.names if name.id == entity and name.end <= case.amount.start]
    right = [name for name in case.names if name.id == entity and name.start >= case.amount.end]
    where = "left" if left else "right" if right else "absent"
    yield from (f"kind:{kind}", f"kind:{kind}>{measure_of(case.amount.unit or '')}", f"metric:{case.metric}>{kind}")
    yield from _by_rule(case, entity, where, kind)
    if left:
        yield from _to_the_left(case, left[-1])
    if right:
        yield from _to_the_right(case, right[0], "also" if left else "right")
    yield f"{where}>others:{any(name.id != entity for name in case.told_of)}"
    yield from _in_the_text(case, entity, kind, "absent" if where == "absent" else "here")
    yield from _after_another(case, entity)


def _by_rule(case: Case, entity: str, where: str, kind: str) -> Iterator[str]:
    if case.by_rule == entity:
        yield from ("rule", f"rule>{where}", f"rule>{where}>{kind}")
    if entity in case.fits:
        behind = max(case.fits.values()) - case.fits[entity]
        step = _step(behind, (0.01, 0.3, 0.7, 1.2, 2, 3.5, 6))
        yield from (f"behind:{step}", f"behind:{step}>{kind}", f"fit:{_step(case.fits[entity], (-4, -2, -1, 0, 1, 2))}")


def _to_the_left(case: Case, name: Name) -> Iterator[str]:
    scene, gap, before = case.scene, case.scene.between(name, case.amount), case.scene.before_name(name)
    others = [o for o in case.names if o.id != name.id and name.end <= o.start < case.amount.start]
    named = [other for other in others if other.is_scored and not other.is_reference]
    yield from (f"left:{name.kind}", f"left:nearest:{not others}", f"left:reference:{name.is_reference}>{name.kind}")
    yield f"left:names:{min(2, len(named))}"
    yield from _distance("left", gap)
    role = subjects.role_of(before)
    yield from (f"left:role:{role}", f"left:role:{role}>{name.kind}", f"left:role:{role}>nearest:{not named}")
    yield f"left:next:{_next_word(gap)}"
    first = next((other.id for other in case.names if other.is_scored), None)
    if first == name.id:
        yield "left:first"
    if subjects.is_aside(before, gap):
        yield "left:aside"
    yield from (f"left:{label}" for label in _as_source(scene, name))
    if subjects.judges(scene, case.amount, name):
        yield "left:judges"


def _to_the_right(case: Case, name: Name, side: str) -> Iterator[str]:
    gap = subjects.gap_to_the_right(case.scene, case.amount, name)
    others = [o for o in case.names if o.id != name.id and case.amount.end <= o.start < name.start]
    yield from (side, f"{side}:{name.kind}", f"{side}:nearest:{not others}")
    yield from _distance(side, gap)
    if subjects.is_attributive(gap):
        yield f"{side}:attributive>{name.kind}"
    elif subjects.is_attached(gap):
        preposition = _PREPOSITION.findall(gap)[-1:]
        yield from (f"{side}:attached:{word}>{name.kind}" for word in preposition)
        yield f"{side}:attached>{case.scene.lead_of(case.amount).is_attributive}"
        yield f"{side}:attached>nearest:{not others}>{_step(len(_WORD.findall(gap)), (3, 6))}"
    yield from (f"{side}:{label}" for label in _as_source(case.scene, name))
    if name.is_reference:
        yield f"{side}:reference"
    if all(other.start >= name.start for other in case.told_of):
        yield f"{side}:only"


def _as_source(scene: Scene, name: Name) -> Iterator[str]:
    if subjects.is_cited(scene, name):
        yield "cited"
    if subjects.says(scene, name):
        yield f"says>{name.kind}"
    if subjects.is_employer(scene, name):
        yield "employer"


def _distance(side: str, gap: str) -> Iterator[str]:
    yield f"{side}:words:{_step(len(_WORD.findall(gap)), (0, 1, 2, 4, 7, 12, 20))}"
    yield f"{side}:amounts:{min(3, len(_AMOUNT.findall(gap)))}"
    yield f"{side}:clauses:{min(2, subjects.clauses_in(gap))}"


def _in_the_text(case: Case, entity: str, kind: str, where: str) -> Iterator[str]:
    others = any(name.id != entity for name in case.told_of)
    for label in case.standing.labels(entity, where):
        yield from (label, f"{label}>others:{others}")
    if case.described is not None:
        yield f"described:{case.described}>{kind}>{where}"
        yield f"called:{case.standing.is_called(entity, case.described)}>{where}"
    if (pronoun := _PRONOUN.match(case.scene.text)) is not None:
        yield f"pronoun:{pronoun[0].lower()}>{kind}>{where}"
    if where == "absent" and _OTHER.search(case.scene.around(case.amount)):
        yield "absent:other"


def _after_another(case: Case, entity: str) -> Iterator[str]:
    """Whether it goes on with the subject of the amount before."""
    earlier = case.scene.before(case.amount)
    if earlier is None or case.before is None:
        return
    gap = case.scene.between(earlier, case.amount)
    named = any(earlier.end <= name.start and name.end <= case.amount.start for name in case.names)
    if case.before == entity:
        yield from (f"before>named:{named}", f"before>clauses:{min(1, subjects.clauses_in(gap))}>{named}")
        yield f"before>tight:{len(gap) < _TIGHT}"
    elif not named:
        yield "other-than-before"


def _next_word(gap: str) -> str:
    if gap.startswith(("'s", "’s")):
        return "'s"
    word = _WORD.match(gap.lstrip(" "))
    return word[0].lower() if word else gap.strip()[:1]


def _step(value: float, steps: tuple[float, ...]) -> str:
    """The first of the steps that a value does not pass."""
    return next((f"{step:g}" for step in steps if value <= step), "more")
