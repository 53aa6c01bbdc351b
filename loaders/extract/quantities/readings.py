"""The amounts of a sentence with their movement, their metric and the entity that they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from loaders.extract.quantities import goods
from loaders.extract.quantities.ages import whose_age
from loaders.extract.quantities.amount import MULTIPLE, Amount
from loaders.extract.quantities.clauses import restates, told_of
from loaders.extract.quantities.evidence import NO_ONE, Case
from loaders.extract.quantities.metrics import Metric, metric_of
from loaders.extract.quantities.movement import Movement, movement_of
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.standing import Standing
from loaders.extract.quantities.strangers import is_of_stranger
from loaders.extract.quantities.subjects import respective, speaks_of_both, subjects
from loaders.extract.quantities.terms import group
from loaders.extract.quantities.topics import Topics

_MACRO = frozenset(group("macro_metric"))  # of a country, not of the company that the text is about
STRANGER = ""  # whom no entity of the text stands for: better no number than one of somebody else
Choice = Callable[[Case], str | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """An amount with all that its sentence says of it; `by_rule` is what the rules alone take it to be about."""

    amount: Amount
    movement: Movement
    metric: Metric
    about: str | None
    by_rule: str | None

    @property
    def sign(self) -> int:
        """-1 where a fall or a loss is written without a minus sign."""
        amount = self.amount
        if amount.signed or amount.unit == MULTIPLE:
            return 1
        is_loss = self.metric.is_loss and len(amount.unit or "") == 3 and not self.movement.is_change
        return -1 if self.movement.sign < 0 or is_loss else 1


def readings(scene: Scene, topics: Topics, standing: Standing, choose: Choice) -> list[Reading]:
    """What a sentence says of each of its amounts, but for those of nobody known.

    Where two lists are paired, nothing is left to choose.
    """
    if not scene.amounts:
        return []
    spoken = list(topics.currencies(scene))
    names = sorted([*scene.names, *topics.references(scene), *spoken], key=lambda name: name.start)
    told = replace(scene, names=tuple(names))
    paired = _paired(scene, told, topics)
    named = subjects(told)
    found: list[Reading] = []
    for at, (amount, movement) in enumerate(_moving(scene)):
        metric = metric_of(scene, amount, movement, None)
        by_rule = paired.get(at) or named.get(at) or _unnamed(scene, amount, metric, topics)
        before = (found[-1].by_rule or NO_ONE) if found else None
        about = whose_age(scene, amount)
        if about is not None:
            by_rule = about
        elif goods.is_subject(scene, amount):
            about = by_rule = goods.last_currency(amount, spoken)
        elif found and restates(scene, found[-1].amount, amount):
            about, by_rule = found[-1].about, found[-1].by_rule
        elif is_of_stranger(scene, amount):
            about, by_rule = STRANGER, None
        else:
            case = Case(told, amount, standing, metric.name, by_rule, before)
            about = paired.get(at) or told_of(scene, amount) or choose(case)
        metric = metric_of(scene, amount, movement, standing.kinds.get(about or ""))
        found.append(Reading(amount, movement, metric, about, by_rule))
    return [one for one in found if one.about != STRANGER]


def _moving(scene: Scene) -> Iterator[tuple[Amount, Movement]]:
    movement: Movement | None = None
    for amount in scene.amounts:
        movement = movement_of(scene, amount, movement)
        yield amount, movement


def _paired(scene: Scene, told: Scene, topics: Topics) -> dict[int, str]:
    """The subjects of two lists that "respectively" or "both" sets side by side."""
    pair = topics.pair(len(scene.amounts)) if speaks_of_both(scene, scene.amounts[0]) else []
    return dict(enumerate(pair)) if pair else respective(told)


def _unnamed(scene: Scene, amount: Amount, metric: Metric, topics: Topics) -> str | None:
    return None if metric.name in _MACRO else topics.unnamed(scene, amount)
