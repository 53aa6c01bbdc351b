"""Filters as an address has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from api.parameters import Parameters


def asked(parameters: type[Parameters], filters: Mapping[str, object]) -> dict[str, object]:
    """The filters under the names that the address has for them; what is misspelt is refused."""
    given = {name: _one(value) for name, value in filters.items() if value is not None}
    return parameters.model_validate(given).model_dump(mode="json", by_alias=True, exclude_unset=True)


def _one(value: object) -> object:
    """Several values as the one text that the API takes."""
    return ",".join(map(str, value)) if isinstance(value, Sequence) and not isinstance(value, str) else value
