"""What a page shows at the moment, kept in its address: whoever is sent the address sees the same."""

from __future__ import annotations

from nicegui import ui

from api.explorer.addresses import at
from api.explorer.visit import Visit

_BETWEEN = ","


class ViewState:
    """The parameters of the page's address, but for the moment, which the frame sees to."""

    def __init__(self, visit: Visit, path: str) -> None:
        self._visit, self._path = visit, path
        self._given = {name: value for name, value in visit.parameters.items() if name not in ("as_of", "known_at")}

    def one(self, name: str, default: str = "") -> str:
        """The value of a parameter."""
        return self._given.get(name) or default

    def several(self, name: str) -> list[str]:
        """The values of a parameter that has several, between commas."""
        return [value for value in self._given.get(name, "").split(_BETWEEN) if value]

    def set(self, **values: str | list[str]) -> None:
        """Change parameters, in the address as well; one that is empty is left out."""
        for name, value in values.items():
            self._given[name] = value if isinstance(value, str) else _BETWEEN.join(value)
        ui.navigate.history.replace(self.address)

    @property
    def address(self) -> str:
        """The address of the page as it is now."""
        return at(self._path, self._visit.moment, **{name: value for name, value in self._given.items() if value})
