"""How numbers read, on a terminal and on a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_SUFFIXES = {"percent": "%", "multiple": "x", "percentage_points": " pp"}


def amount(figure: Mapping[str, Any]) -> str:
    """The number with its unit: `−61bn USD`, `50–100%`, `≈15%`."""
    low, high, unit = figure["low"], figure["high"], figure["unit"]
    numbers = number(low) if low == high else f"{number(low)}–{number(high)}"
    about = "≈" if figure.get("approximate") else ""
    return f"{about}{numbers}{_SUFFIXES.get(unit, ' ' + unit.replace('_', ' '))}"


def number(value: float) -> str:
    """A number in at most six digits, large ones as m, bn or tn."""
    for scale, name in _SCALES:
        if abs(value) >= scale:
            return f"{value / scale:,.5g}{name}".replace("-", "−")
    shown = f"{value:,.2f}".rstrip("0").rstrip(".") if abs(value) < 1e6 else f"{value:,.0f}"
    return shown.replace("-", "−")
