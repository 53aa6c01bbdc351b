"""Drawings in the colours of the page: the graph around an entity, and figures over time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import nicegui.elements.echart
from nicegui import ui
from nicegui.events import GenericEventArguments

_LIBRARY = Path(nicegui.elements.echart.__file__).parent / "dist"
Options = dict[str, Any]
Picked = Callable[[str, dict[str, Any]], Awaitable[None] | None]


class Chart(ui.element, component="chart.js", esm={"nicegui-echart": str(_LIBRARY)}):
    """A drawing with ECharts. A text `var(--company)` among its options is that colour of the page."""

    def __init__(self, options: Options, *, label: str) -> None:
        """The label is what a reader of screens says in place of the drawing."""
        super().__init__()
        self.props.update({"options": options, "label": label})

    def show(self, options: Options) -> None:
        """Draw something else."""
        self.props["options"] = options
        self.update()

    def on_pick(self, picked: Picked, opened: Picked | None = None) -> None:
        """Call these with the type and the data of what was clicked, or clicked twice."""
        self._on("picked", picked)
        if opened is not None:
            self._on("opened", opened)

    def save(self, name: str) -> None:
        """Let the browser keep the drawing as a picture."""
        self.run_method("save", name)

    def _on(self, event: str, call: Picked) -> None:
        def handle(told: GenericEventArguments) -> Awaitable[None] | None:
            return call(told.args["type"], told.args["data"] or {})

        self.on(event, handle)
