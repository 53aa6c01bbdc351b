"""How far apart the numbers are that voices give for a subject: for each measure a scale with everybody on it."""

from __future__ import annotations

from api.amounts import amount, number
from api.explorer import states
from api.explorer.addresses import claim_address
from api.explorer.markup import Words
from api.explorer.still import Markup, still, tag
from api.explorer.visit import Visit
from graph.store import Row

_NARROWEST = 1e-9


def ranges(visit: Visit, found: Row) -> None:
    """The measures of which most voices speak first."""
    if not found["measures"]:
        states.empty("Nobody gives a number in this time.", symbol="straighten")
        return
    still(*(_measure(visit, measure) for measure in found["measures"]), css="measures")
    if found["measures_total"] > len(found["measures"]):
        Words("p", f"The first {len(found['measures'])} of {found['measures_total']} measures.", "soft small")


def measure_name(row: Row) -> str:
    """What is measured: `index target, 2025H1`."""
    basis = f"({row['basis']})" if row["basis"] else ""
    return ", ".join(filter(None, (f"{row['metric']} {basis}".strip(), row["period"]))).replace("_", " ")


def _measure(visit: Visit, measure: Row) -> Markup:
    voices = measure["voices"]
    counted = tag("span", f"{voices} voice{'' if voices == 1 else 's'}", css="soft small")
    head = tag("div", tag("h3", measure_name(measure)), counted, css="measure-head")
    values = tag("ul", *(_value(visit, value, measure["unit"]) for value in measure["values"]), css="values")
    scale = _scale(measure) if voices > 1 else ()
    return tag("section", head, *scale, values, css="measure", aria_label=measure_name(measure))


def _value(visit: Visit, value: Row, unit: str | None) -> Markup:
    told = tag("b", amount({**value, "unit": unit}))
    address = claim_address(value["claim_id"], visit.moment)
    return tag("li", tag("a", f"{value['voice']} ", told, css="quiet", href=address))


def _scale(measure: Row) -> tuple[Markup, Markup]:
    """Low, median and high on a line, and a dot or a stretch for each voice."""
    low, median, high = (measure[name] for name in ("low", "median", "high"))
    told = f"low {number(low)}, median {number(median)}, high {number(high)}"
    middle = tag("span", css="scale-median", style=f"left:{_share(median, low, high):.2f}%")
    dots = [_dot(value, low, high) for value in measure["values"]]
    line = tag("div", tag("span", css="scale-line"), *dots, middle, css="scale", role="img", aria_label=told)
    named = (("low", low), ("median", median), ("high", high))
    words = (tag("span", tag("b", number(value)), tag("span", f" {name}", css="soft")) for name, value in named)
    return line, tag("div", *words, css="scale-words", aria_hidden="true")


def _dot(value: Row, low: float, high: float) -> Markup:
    start, end = (_share(value[one], low, high) for one in ("low", "high"))
    return tag("span", css="scale-dot", style=f"left:{start:.2f}%;width:calc({end - start:.2f}% + .7rem)")


def _share(value: float, low: float, high: float) -> float:
    """Where a value lies between low and high, in percent."""
    return 100 * (value - low) / max(high - low, _NARROWEST)
