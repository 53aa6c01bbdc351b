"""How far apart the numbers are that voices give for a subject: for each measure a scale with everybody on it."""

from __future__ import annotations

from api.amounts import amount, number
from api.explorer import states
from api.explorer.addresses import claim_address
from api.explorer.markup import Words, box, link
from api.explorer.visit import Visit
from graph.store import Row

_NARROWEST = 1e-9


def ranges(visit: Visit, found: Row) -> None:
    """The measures of which most voices speak first."""
    if not found["measures"]:
        states.empty("Nobody gives a number in this time.", symbol="straighten")
        return
    with box("div", "measures"):
        for measure in found["measures"]:
            _measure(visit, measure)
    if found["measures_total"] > len(found["measures"]):
        Words("p", f"The first {len(found['measures'])} of {found['measures_total']} measures.", "soft small")


def measure_name(row: Row) -> str:
    """What is measured: `index target, 2025H1`."""
    basis = f"({row['basis']})" if row["basis"] else ""
    return ", ".join(filter(None, (f"{row['metric']} {basis}".strip(), row["period"]))).replace("_", " ")


def _measure(visit: Visit, measure: Row) -> None:
    voices = measure["voices"]
    with box("section", "measure", aria_label=measure_name(measure)):
        with box("div", "measure-head"):
            Words("h3", measure_name(measure))
            Words("span", f"{voices} voice{'' if voices == 1 else 's'}", "soft small")
        if voices > 1:
            _scale(measure)
        with box("ul", "values"):
            for value in measure["values"]:
                with box("li"):
                    words = f"{value['voice']} "
                    with link(words, claim_address(value["claim_id"], visit.moment), "quiet"):
                        Words("b", amount({**value, "unit": measure["unit"]}))


def _scale(measure: Row) -> None:
    """Low, median and high on a line, and a dot or a stretch for each voice."""
    low, high = measure["low"], measure["high"]
    told = f"low {number(low)}, median {number(measure['median'])}, high {number(high)}"
    with box("div", "scale", role="img", aria_label=told):
        box("span", "scale-line")
        for value in measure["values"]:
            start, end = (_share(value[one], low, high) for one in ("low", "high"))
            box("span", "scale-dot", style=f"left:{start:.2f}%;width:calc({end - start:.2f}% + .7rem)")
        box("span", "scale-median", style=f"left:{_share(measure['median'], low, high):.2f}%")
    with box("div", "scale-words", aria_hidden="true"):
        for name, value in (("low", low), ("median", measure["median"]), ("high", high)):
            with box("span"):
                Words("b", number(value))
                Words("span", f" {name}", "soft")


def _share(value: float, low: float, high: float) -> float:
    """Where a value lies between low and high, in percent."""
    return 100 * (value - low) / max(high - low, _NARROWEST)
