"""What an amount measures, by the terms around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extract.quantities import currencies
from loaders.extract.quantities.ages import is_age
from loaders.extract.quantities.amount import BPS, MULTIPLE, PERCENT, PERCENTAGE_POINTS, POINTS, Amount
from loaders.extract.quantities.counts import COUNTS, noun_counted
from loaders.extract.quantities.movement import Movement
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.terms import any_in, any_of, cell, table

_TERMS = {term.lower(): (row["metric"], row["sign"] == "-") for row in table("metrics") for term in cell(row["terms"])}
_MEASURED_IN = {row["metric"]: cell(row["measured_in"]) for row in table("metrics")}
_SORTS = {BPS: PERCENT, PERCENTAGE_POINTS: PERCENT}
_TERM = re.compile(rf"(?i)(?<![\w-])(?P<term>{any_of(_TERMS)})(?![\w]|\sholders\b)")
_STEP = rf"(?!{any_in('term_stop')}\b)[\w'’.◇◆-]+\s"
_AFTER = re.compile(
    rf"(?i)(?:\s\([^()]*\)|\))?[\s-](?:(?:in|of|worth\sof|per)\s)?(?:{_STEP}){{0,3}}?(?P<term>{any_of(_TERMS)})(?![\w-])"
)
_PER_SHARE = re.compile(r"(?i)\s(?:(?:a|per)\sshare|apiece)\b")
_PER_THING = re.compile(rf"(?i)\s(?:an?|per)\s{any_in('measured_by')}|-a-\w+")
_EARNED = re.compile(rf"(?i)\b{any_in('earned')}\b")
_TARGETED = re.compile(rf"(?i)\b{any_in('targeted')}\b")
_TRADED_FLOW = re.compile(rf"(?i)\s(?:worth\s)?in\s(?:[\w.'’]+\s|[◇◆]+\s){{0,3}}{any_in('flow_object')}\b")
_SELLING = re.compile(rf"(?i)\b{any_in('selling')}\s$")
_BUYING = re.compile(rf"(?i)\b{any_in('buying')}\s$")
_SHARES = re.compile(r"(?i)\b(?:shares?|stock)\b(?![-\s](?:offer|sale|buyback|purchase))")
_LOSS_OF = re.compile(r"(?i)\b(?:a|its|the)\s(?:\w+\s)?loss\sof\s(?:[\w-]+\s){0,2}$")
_OTHERWISE = re.compile(rf"(?i)\b{any_in('earned', 'targeted')}\b")
_DEAREST, _NEAR = 10_000, 40  # no share costs more; how far back words belong to an amount
_RATE_PLACES = 2
_FUNDS = re.compile(rf"(?i)\b{any_in('fund_noun')}\b")


@dataclass(frozen=True, slots=True)
class Metric:
    """The name of what is measured; `is_loss` where a level counts as negative."""

    name: str
    is_loss: bool = False


# "A deficit of 3% of GDP" is no growth of GDP.
_OF_OUTPUT = re.compile(r"(?i)\sof\s(?:[\w'’◇◆-]+\s){0,3}?(?:GDP|gross\sdomestic\sproduct|economic\soutput)\b")


def metric_of(scene: Scene, amount: Amount, movement: Movement, kind: str | None) -> Metric:
    """What an amount measures; `kind` is that of the entity it is about."""
    for found in (_per_share(scene, amount), _flow(scene, amount), _after(scene, amount)):
        if found is not None:
            return found
    if movement.is_change and amount.unit == PERCENT and _follows_name(scene, amount):
        return Metric("return")
    if _is_quoted(scene, amount, movement):
        return Metric("share_price")
    found = _before(scene, amount)
    if found is None:
        return Metric(_default(scene, amount, movement, kind))
    if (
        movement.is_change
        and amount.unit == PERCENT
        and (found.name == "share_price" or _LOSS_OF.search(_left(scene, amount)))
    ):
        return Metric("return")
    return _of_index(found, scene, amount) if kind == "Index" else found


def _left(scene: Scene, amount: Amount) -> str:
    return scene.text[max(0, amount.start - _NEAR) : amount.start]


def _is_quoted(scene: Scene, amount: Amount, movement: Movement) -> bool:
    """True for what shares trade at: "shares closed at $15"."""
    is_plain = amount.unit in currencies.CODES and amount.scale == 1 and amount.low < _DEAREST
    if not is_plain or not _SHARES.search(scene.left_of(amount)) or _OTHERWISE.search(_left(scene, amount)):
        return False
    return movement.is_change or scene.lead_of(amount).preposition in (
        "at",
        "to",
        "from",
        "of",
        "below",
        "above",
        "than",
    )


def _after(scene: Scene, amount: Amount) -> Metric | None:
    if _OF_OUTPUT.match(scene.right_of(amount)):
        return _before(scene, amount)
    match = _AFTER.match(scene.right_of(amount))
    found = Metric(*_TERMS[match["term"].lower()]) if match else None
    return found if found and _fits(found, amount) else None


def _before(scene: Scene, amount: Amount) -> Metric | None:
    """The nearest term to the left that the unit can measure."""
    terms = [Metric(*_TERMS[match["term"].lower()]) for match in _TERM.finditer(scene.left_of(amount))]
    return next((metric for metric in reversed(terms) if _fits(metric, amount)), None)


def _fits(metric: Metric, amount: Amount) -> bool:
    """True where the unit can measure the metric: no ratio in dollars, no share price in people, nor in millions."""
    is_too_much = metric.name == "share_price" and amount.unit in currencies.CODES and amount.scale > 1
    return not is_too_much and measure_of(amount.unit or "") in _MEASURED_IN[metric.name]


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
            if movement.is_change and kind in ("Company", "Index", "Product")
            else "growth"
            if movement.is_change
            else "share"
        )
    if amount.unit in currencies.CODES:
        return _of_money(scene, amount)
    if amount.unit in COUNTS and (noun := noun_counted(scene, amount)) is not None:
        return "people" if noun == "persons" else noun
    if is_age(scene, amount):
        return "age"
    names = {BPS: "rate", PERCENTAGE_POINTS: "rate", MULTIPLE: "multiple", "people": "people", "shares": "shares"}
    return names.get(amount.unit or "", "duration" if amount.unit in ("years", "months", "days") else "count")


def _of_money(scene: Scene, amount: Amount) -> str:
    """The rate of a currency, the price of a thing, or else an amount."""
    if amount.decimals >= _RATE_PLACES and amount.scale == 1 and currencies.named_in(scene.left_of(amount)):
        return "exchange_rate"
    small = amount.scale == 1 and amount.low < _DEAREST
    return "price" if small or _PER_THING.match(scene.right_of(amount)) else "amount"
