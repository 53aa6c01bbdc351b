"""A choice of a few: buttons in a line, of which one is pressed, or several."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from api.explorer.markup import Words, box, set_attributes

Chosen = Callable[[str], Awaitable[None]]


def choice(options: Mapping[str, str], value: str, chosen: Chosen, *, label: str) -> None:
    """One of several, by its value."""
    buttons: dict[str, Words] = {}

    async def press(pressed: str) -> None:
        for one, button in buttons.items():
            _press(button, one == pressed)
        await chosen(pressed)

    with box("div", "choice", role="group", aria_label=label):
        for one, text in options.items():
            buttons[one] = Words("button", text, "choice-one", type="button").on("click", partial(press, one))
            _press(buttons[one], one == value)


def selection(options: Mapping[str, str], value: str, chosen: Chosen, *, label: str) -> None:
    """One of many, by its value."""
    with box("select", "input selection", aria_label=label) as field:
        for one, text in options.items():
            Words("option", text, value=one, selected="" if one == value else None)
    field.on("change", lambda event: chosen(str(event.args)), js_handler="(event) => emit(event.target.value)")


def toggles(options: Mapping[str, str], values: list[str], toggled: Chosen, *, label: str, dots: bool = False) -> None:
    """Any of several, by their values; a dot before each has the colour of its value as a kind."""
    pressed = set(values)

    async def press(one: str) -> None:
        pressed.symmetric_difference_update({one})
        _press(buttons[one], one in pressed)
        await toggled(one)

    buttons: dict[str, Words] = {}
    with box("div", "toggles", role="group", aria_label=label):
        for one, text in options.items():
            with box("button", f"toggle {one.lower()}", type="button").on("click", partial(press, one)) as button:
                if dots:
                    box("span", "dot")
                Words("span", text)
            buttons[one] = button
            _press(button, one in pressed)


def _press(button: Words, is_pressed: bool) -> None:
    set_attributes(button, aria_pressed="true" if is_pressed else "false")
    button.update()
