"""What an amount measures, by the terms around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extract.quantities import currencies
from loaders.extract.quantities.amount import BPS, MULTIPLE, PERCENT, PERCENTAGE_POINTS, POINTS, Amount
from loaders.extract.quantities.movement import Movement
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.terms import any_in, any_of, cell, table

_TERMS = {term.lower(): (row["metric"], row["sign"] == "-") for row in table("metrics") for term in cell(row["terms"])}
_MEASURED_IN = {row["metric"]: cell(row["measured_in"]) for row in table("metrics")}
_SORTS = {BPS: PERCENT, PERCENTAGE_POINTS: PERCENT}
_TERM = re.compile(rf"(?i)(?<![\w-])(?P<term>{any_of(_TERMS)})(?![\w])")
_STEP = rf"(?!{any_in('term_stop')}\b)[\w'’.◇◆-]+\s"
_AFTER = re.compile(
    rf"(?i)(?:\s\([^()]*\))?[\s-](?:(?:in|of|worth\sof|per)\s)?(?:{_STEP}){{0,3}}?(?P<term>{any_of(_TERMS)})(?![\w-])"
)
_PER_SHARE = re.compile(r"(?i)\s(?:(?:a|per)\sshare|apiece)\b")
_PER_THING = re.compile(rf"(?i)\s(?:an?|per)\s{any_in('measured_by')}|-a-\w+")
_EARNED = re.compile(rf"(?i)\b{any_in('earned')}\b")
_TARGETED = re.compile(rf"(?i)\b{any_in('targeted')}\b")
_TRADED_FLOW = re.compile(rf"(?i)\s(?:worth\s)?in\s(?:[\w.'’]+\s|[◇◆]+\s){{0,3}}{any_in('flow_object')}\b")
_SELLING = re.compile(rf"(?i)\b{any_in('selling')}\s$")
_BUYING = re.compile(rf"(?i)\b{any_in('buying')}\s$")
_FUNDS = re.compile(rf"(?i)\b{any_in('fund_noun')}\b")


@dataclass(frozen=True, slots=True)
class Metric:
    """The name of what is measured; `is_loss` where a level counts as negative."""

    name: str
    is_loss: bool = False


def metric_of(scene: Scene, amount: Amount, movement: Movement, kind: str | None) -> Metric:
    """What an amount measures; `kind` is that of the entity it is about."""
    for found in (_per_share(scene, amount), _flow(scene, amount), _after(scene, amount)):
        if found is not None:
            return found
    if movement.is_change and amount.unit == PERCENT and _follows_name(scene, amount):
        return Metric("return")
    found = _before(scene, amount)
    if found is not None:
        return _of_index(found, scene, amount) if kind == "Index" else found
    return Metric(_default(scene, amount, movement, kind))


def _after(scene: Scene, amount: Amount) -> Metric | None:
    match = _AFTER.match(scene.right_of(amount))
    found = Metric(*_TERMS[match["term"].lower()]) if match else None
    return found if found and _fits(found, amount) else None


def _before(scene: Scene, amount: Amount) -> Metric | None:
    """The nearest term to the left that the unit can measure."""
    terms = [Metric(*_TERMS[match["term"].lower()]) for match in _TERM.finditer(scene.left_of(amount))]
    return next((metric for metric in reversed(terms) if _fits(metric, amount)), None)


def _fits(metric: Metric, amount: Amount) -> bool:
    """True where the unit can measure the metric: no price-to-earnings ratio in dollars, no share price in people."""
    return measure_of(amount.unit or "") in _MEASURED_IN[metric.name]


def measure_of(unit: str) -> str:
    """What a unit is one of: money, a count, percent, points or a multiple; a length of time is itself."""
    if unit in currencies.CODES:
        return "money"
    return "count" if unit in ("people", "units", "shares") else _SORTS.get(unit, unit)


def _per_share(scene: Scene, amount: Amount) -> Metric | None:
    if amount.unit not in currencies.CODES or not _PER_SHARE.match(scene.right_of(amount)):
        return None
    earned = list(_EARNED.finditer(scene.left_of(amount)))
    if not earned:
        return Metric("share_price")
    return Metric("eps", is_loss=earned[-1][0].lower().startswith("loss"))


def _flow(scene: Scene, amount: Amount) -> Metric | None:
    """Money that funds move into or out of stocks or bonds."""
    if amount.unit not in currencies.CODES or not _FUNDS.search(scene.left_of(amount)):
        return None
    before = scene.lead_of(amount).before
    if _SELLING.search(before) and _TRADED_FLOW.match(scene.right_of(amount)):
        return Metric("fund_flow", is_loss=True)
    return Metric("fund_flow") if _BUYING.search(before) and _FUNDS.search(before[-40:]) else None


def _follows_name(scene: Scene, amount: Amount) -> bool:
    """True where no term stands between the nearest name and the amount."""
    ends = [name.end for name in scene.names_near(amount) if name.end <= amount.start]
    return bool(ends) and not _TERM.search(scene.text, max(ends), amount.start)


def _of_index(metric: Metric, scene: Scene, amount: Amount) -> Metric:
    is_target = metric.name in ("price_target", "index_level") and _TARGETED.search(scene.around(amount))
    return Metric("index_target") if is_target else metric


def _default(scene: Scene, amount: Amount, movement: Movement, kind: str | None) -> str:
    if amount.unit == POINTS:
        targeted = not movement.is_change and _TARGETED.search(scene.around(amount))
        return "index_change" if movement.is_change else "index_target" if targeted else "index_level"
    if amount.unit == PERCENT:
        return (
            "return"
            if movement.is_change and kind in ("Company", "Index")
            else "growth"
            if movement.is_change
            else "share"
        )
    if amount.unit in currencies.CODES:
        return "price" if _PER_THING.match(scene.right_of(amount)) else "amount"
    names = {BPS: "rate", PERCENTAGE_POINTS: "rate", MULTIPLE: "multiple", "people": "people", "shares": "shares"}
    return names.get(amount.unit or "", "duration" if amount.unit in ("years", "months", "days") else "count")
