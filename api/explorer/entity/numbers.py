"""The numbers that are given for an entity, over time and by whose they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from nicegui import ui

from api.amounts import amount
from api.explorer import states
from api.explorer.addresses import claim_address
from api.explorer.chart import Chart, Options
from api.explorer.choices import selection
from api.explorer.markup import Words, box
from api.explorer.view_state import ViewState
from api.explorer.visit import Visit
from graph import explore
from graph.store import Row

_MOST_MEASURES, _MOST_VOICES = 8, 9
_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_NOBODY = "The document itself"
# Told apart by those who see few colours, and by their shapes.
_LINES = ("company", "person", "index", "product", "institution", "place", "positive", "negative", "neutral")
_SHAPES = ("circle", "rect", "triangle", "diamond", "pin", "arrow")

Measure = tuple[str, str, str | None]  # metric, unit, basis


async def numbers(visit: Visit, entity: Row, state: ViewState) -> None:
    """A chart of one measure, with a choice of the others."""
    page = await visit.ask(explore.figures, entity["id"], moment=visit.moment)
    dated = [row for row in page.rows if row["published_at"]]
    if not dated:
        states.empty("No number with a date is given for it.", symbol="show_chart")
        return
    measures = {_name(one): one for one, _ in _by_frequency(dated)}
    wanted = state.one("measure")
    first = wanted if wanted in measures else next(iter(measures))
    with box("div", "choices-line"):
        selection({name: name for name in measures}, first, lambda name: show(name), label="What is measured")
    place = box("div")

    async def show(name: str) -> None:
        state.set(measure=name)
        place.clear()
        with place:
            _chart(visit, [row for row in dated if _measure(row) == measures[name]], name)

    with place:
        _chart(visit, [row for row in dated if _measure(row) == measures[first]], first)
    for warning in page.warnings:
        Words("p", warning, "soft small")


def _by_frequency(rows: Iterable[Row]) -> list[tuple[Measure, int]]:
    """The measures of which there are most numbers, targets before others."""
    counted = Counter(map(_measure, rows))
    ranked = sorted(counted.items(), key=lambda one: (not one[0][0].endswith("target"), -one[1], str(one[0])))
    return ranked[:_MOST_MEASURES]


def _measure(row: Row) -> Measure:
    return row["metric"], row["unit"], row["basis"]


def _name(measure: Measure) -> str:
    metric, unit, basis = measure
    parts = [metric, f"({basis})" if basis else "", f"in {unit}"]
    return " ".join(filter(None, parts)).replace("_", " ")


def _chart(visit: Visit, rows: Sequence[Row], name: str) -> None:
    if is_drawn := len(rows) > 1:
        chart = Chart(number_options(rows), label=f"{name} over time, by who gives it: the table below says the same")
        chart.classes("numbers")
        chart.on_pick(lambda _, data: _open(visit, data))
    with box("details", "as-table", open=None if is_drawn else ""):
        Words("summary", f"As a table: {len(rows)} {'number' if len(rows) == 1 else 'numbers'}")
        _table(visit, rows)


def _open(visit: Visit, data: dict[str, Any]) -> None:
    if claim_id := data.get("claim"):
        ui.navigate.to(claim_address(claim_id, visit.moment))


def _table(visit: Visit, rows: Sequence[Row]) -> None:
    with box("div", "scroll", tabindex="0", role="region", aria_label="Numbers as a table"), box("table", "table"):
        with box("thead"), box("tr"):
            for head in ("Day", "Who", "Number", "For", "Words"):
                Words("th", head, scope="col")
        with box("tbody"):
            for row in rows:
                with box("tr"):
                    Words("td", row["published_at"], "nowrap")
                    Words("td", row["voice"] or _NOBODY)
                    Words("td", amount(row), "number")
                    Words("td", row["period"] or "")
                    with box("td"):
                        Words("a", row["quote"], "quiet", href=claim_address(row["claim_id"], visit.moment))


def number_options(rows: Sequence[Row]) -> Options:
    """A line for each voice through its numbers, and a stroke where one is a range; documents are no one voice."""
    voices: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda one: one["published_at"]):
        voices[row["voice"] or _NOBODY].append(row)
    loudest = sorted(voices, key=lambda one: (-len(voices[one]), one))[:_MOST_VOICES]
    scale, unit = _scale(rows)
    return {
        "grid": {"left": 8, "right": 24, "top": 64, "bottom": 8, "containLabel": True},
        "legend": {"type": "scroll", "top": 0, "left": 0, "textStyle": {"color": "var(--ink)"}, "icon": "circle"},
        "tooltip": {"trigger": "item", **_BOX},
        "xAxis": {"type": "time", "axisLabel": {**_LABEL, "formatter": _DAYS}, "axisLine": _RULE, **_ROOM, **_A_DAY},
        "yAxis": {"type": "value", "scale": True, "axisLabel": _LABEL, "splitLine": _RULE, **_ROOM, **_named(unit)},
        "series": [_series(name, voices[name], at, scale) for at, name in enumerate(loudest)],
    }


def _scale(rows: Sequence[Row]) -> tuple[float, str]:
    """By what the numbers are divided so that they fit beside the axis, and the unit that they then have."""
    largest = max(max(abs(row["low"]), abs(row["high"])) for row in rows)
    scale, name = next(((scale, name) for scale, name in _SCALES if largest >= scale), (1.0, ""))
    return scale, f"{name} {rows[0]['unit'].replace('_', ' ')}".strip()


def _named(unit: str) -> dict[str, Any]:
    return {"name": unit, "nameTextStyle": {"color": "var(--soft)", "align": "left"}, "nameGap": 12}


_BOX = {
    "confine": True,
    "backgroundColor": "var(--card)",
    "borderColor": "var(--line)",
    "textStyle": {"color": "var(--ink)"},
}
_LABEL = {"color": "var(--soft)", "hideOverlap": True}
_RULE = {"lineStyle": {"color": "var(--line)"}}
_ROOM = {"boundaryGap": ["6%", "6%"]}
_A_DAY = {"minInterval": 24 * 3600 * 1000}
_DAYS = {"year": "{yyyy}", "month": "{MMM} {yyyy}", "day": "{d} {MMM}"}


def _series(name: str, rows: Sequence[Row], at: int, scale: float) -> dict[str, Any]:
    colour = f"var(--{_LINES[at % len(_LINES)]})"
    return {
        "name": name,
        "id": name,
        "type": "line",
        "color": colour,
        "symbol": _SHAPES[at % len(_SHAPES)],
        "symbolSize": 11,
        "lineStyle": {"width": 1.5, "opacity": 0 if name == _NOBODY else 0.6},
        "data": [_point(name, row, scale) for row in rows],
        "markLine": {
            "symbol": ["none", "none"],
            "silent": True,
            "animation": False,
            "label": {"show": False},
            "lineStyle": {"type": "solid", "width": 3, "opacity": 0.5, "color": colour},
            "data": [_stroke(row, scale) for row in rows if row["low"] != row["high"]],
        },
    }


def _point(name: str, row: Row, scale: float) -> dict[str, Any]:
    when = ", for ".join(filter(None, (row["published_at"], row["period"])))
    return {
        "value": [row["published_at"], (row["low"] + row["high"]) / 2 / scale],
        "claim": row["claim_id"],
        "hint": [f"{name}: {amount(row)}", when, row["quote"][:240]],
    }


def _stroke(row: Row, scale: float) -> list[dict[str, Any]]:
    return [{"coord": [row["published_at"], row[end] / scale]} for end in ("low", "high")]
