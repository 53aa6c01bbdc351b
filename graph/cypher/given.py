"""The parameters of a query: values as JSON has them, every one that the text names and no other."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from graph.cypher import caps
from graph.cypher.escapes import unescaped
from graph.cypher.tokens import Kind, tokens_of
from graph.errors import CypherRefused, ParameterInvalid

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,199}")
_LARGEST = 2**63


def parameters_in(text: str) -> frozenset[str]:
    """The names of the parameters of a query; of one that cannot be read, those before the place where that shows."""
    return frozenset(_names_in(text))


def check(given: Mapping[str, Any]) -> None:
    """Raise ParameterInvalid for one that engines do not take, or too much of them."""
    if len(given) > caps.PARAMETERS:
        raise ParameterInvalid(f"A query takes at most {caps.PARAMETERS} parameters.")
    for name, value in given.items():
        if not _NAME.fullmatch(name):
            raise ParameterInvalid(f"{name[:80]!r} is no name of a parameter: letters, digits and _ make one.")
        _check_value(f"${name}", value, caps.PARAMETER_DEPTH)
    if len(json.dumps(given)) > caps.PARAMETER_BYTES:
        raise ParameterInvalid(f"The parameters have at most {caps.PARAMETER_BYTES:,} bytes together, as JSON.")


def check_used(given: Mapping[str, Any], used: set[str]) -> None:
    """Raise ParameterInvalid for one that is missing, which an engine may take for nothing, or never used."""
    for names, what in ((used - given.keys(), "is missing"), (given.keys() - used, "is not in the query")):
        if names:
            raise ParameterInvalid(f"{', '.join(f'${name}' for name in sorted(names))} {what}.")


def _names_in(text: str) -> Iterator[str]:
    with suppress(CypherRefused):
        for token in tokens_of(unescaped(text)):
            if token.kind is Kind.PARAMETER:
                yield token.value


def _check_value(name: str, value: object, depth: int) -> None:
    if depth == 0:
        raise ParameterInvalid(f"{name} is nested deeper than {caps.PARAMETER_DEPTH} levels.")
    if isinstance(value, Mapping):
        for key, item in value.items():
            _text(name, key)
            _check_value(name, item, depth - 1)
    elif isinstance(value, list):
        if len({frozenset(item) for item in value if isinstance(item, Mapping)}) > 1:
            raise ParameterInvalid(f"{name} has maps with different keys in a list, which an engine may mix up.")
        for item in value:
            _check_value(name, item, depth - 1)
    elif isinstance(value, str):
        _text(name, value)
    else:
        _check_scalar(name, value)


def _check_scalar(name: str, value: object) -> None:
    if value is None or isinstance(value, bool):
        return
    if not isinstance(value, int | float):
        raise ParameterInvalid(f"{name} is none of the values that JSON has.")
    is_held = -_LARGEST <= value < _LARGEST if isinstance(value, int) else math.isfinite(value)
    if not is_held:
        raise ParameterInvalid(f"{name} is a number that 64 bits do not hold.")


def _text(name: str, text: object) -> str:
    if not isinstance(text, str) or "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise ParameterInvalid(f"{name} holds a character that is no text.")
    return text
