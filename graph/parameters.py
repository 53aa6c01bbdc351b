"""What a query may be given, and whether it was: missing, unknown and ill-typed parameters never reach an engine.

An engine is no help here: ladybug takes a missing parameter for null and ignores an unknown one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import ParameterInvalid

REQUIRED = object()
LEAST, GREATEST = -(2**63), 2**63 - 1  # whole numbers that an engine holds


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query's header says of one `$name` in its text."""

    name: str
    type: str
    nullable: bool = False
    default: Any = REQUIRED

    @property
    def is_required(self) -> bool:
        """Whether a call has to give it."""
        return self.default is REQUIRED


def _is_int(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _all(kind: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list | tuple) and all(isinstance(item, kind) for item in value)


CHECKS: dict[str, Callable[[object], bool]] = {
    "string": lambda value: isinstance(value, str),
    "entity": lambda value: isinstance(value, str),  # an entity's id; users may give any of its names
    "int": _is_int,
    "float": lambda value: isinstance(value, float) or _is_int(value),
    "bool": lambda value: isinstance(value, bool),
    "strings": _all(str),
    "rows": _all(dict),
}


def checked(query: str, parameters: Iterable[Parameter], given: Mapping[str, Any]) -> dict[str, Any]:
    """All parameters of the query, defaults filled in; ParameterInvalid names the first that is wrong."""
    declared = {parameter.name: parameter for parameter in parameters}
    _refuse_unknown(query, declared, given)
    return {name: _value(query, parameter, given) for name, parameter in declared.items()}


def coerced(query: str, parameters: Iterable[Parameter], raw: Mapping[str, str]) -> dict[str, Any]:
    """Words from a command line as values of the types that the query declares."""
    declared = {parameter.name: parameter for parameter in parameters}
    _refuse_unknown(query, declared, raw)
    return {name: _parsed(query, declared[name], text) for name, text in raw.items()}


def _refuse_unknown(query: str, declared: Mapping[str, Parameter], given: Mapping[str, Any]) -> None:
    for name in given:
        if name not in declared:
            known = ", ".join(declared) or "none"
            raise ParameterInvalid(f"{query} has no parameter {name!r}. Its parameters: {known}.")


def _value(query: str, parameter: Parameter, given: Mapping[str, Any]) -> object:
    value = given.get(parameter.name, parameter.default)
    if value is REQUIRED:
        raise ParameterInvalid(f"{query} needs the parameter {parameter.name!r} ({parameter.type}).")
    if value is None and parameter.nullable:
        return None
    if not CHECKS[parameter.type](value):
        raise ParameterInvalid(f"{query}: {parameter.name!r} must be of type {parameter.type}, not {value!r:.80}.")
    if wrong := _what_no_engine_takes(parameter, value):
        raise ParameterInvalid(f"{query}: {parameter.name!r} {wrong}.")
    return float(value) if isinstance(value, int) and parameter.type == "float" else value


def _what_no_engine_takes(parameter: Parameter, value: object) -> str | None:
    """What is wrong with a value of the right type."""
    if isinstance(value, int) and not LEAST <= value <= GREATEST:
        return f"must be between {LEAST} and {GREATEST}"
    if isinstance(value, int) and parameter.name == "limit" and value < 0:
        return f"must be at least 0, not {value}"
    if not _is_encodable(value):
        return "holds half a character, such as a lone surrogate, which no text has"
    return None


def _is_encodable(value: object) -> bool:
    """Whether all texts in it can be; `json` looks through a long list of rows in no time."""
    try:
        json.dumps(value, ensure_ascii=False, default=str).encode()
    except UnicodeEncodeError:
        return False
    return True


_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_PARSERS: dict[str, Callable[[str], Any]] = {
    "string": str,
    "entity": str,
    "int": int,
    "float": float,
    "bool": lambda text: _TRUTH[text.casefold()],
    "strings": lambda text: [part.strip() for part in text.split(",") if part.strip()],
    "rows": json.loads,
}


def _parsed(query: str, parameter: Parameter, text: str) -> object:
    try:
        return _PARSERS[parameter.type](text)
    except (ValueError, KeyError) as error:
        message = f"{query}: {parameter.name!r} must be of type {parameter.type}, not {text!r:.80}."
        raise ParameterInvalid(message) from error
