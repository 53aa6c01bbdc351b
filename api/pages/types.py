"""JSON schemas in words: types, bounds, tables of fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from api.pages.html import Html, element, joined, prose, table

Schema = dict[str, Any]
_BOUNDS = (("from", "minimum"), ("to", "maximum"))


class Types:
    """The models of an OpenAPI document."""

    def __init__(self, models: dict[str, Schema]) -> None:
        self._models = models

    def words(self, schema: Schema, *, required: bool) -> str:
        """The type, its bounds, its default and whether it has to be given."""
        options = [option for option in schema.get("anyOf", [schema]) if _says_something(option)]
        names = " or ".join(map(self._name, options))
        bounds = [f"{word} {option[key]}" for option in options for word, key in _BOUNDS if key in option]
        default = [f"default {schema['default']}"] if schema.get("default") not in (None, "", []) else []
        return ", ".join([names, *bounds, *default, *(["required"] if required else [])])

    def choices(self, schema: Schema) -> list[str]:
        """The values that may be given, where they are few and known."""
        options = [self.resolved(option) for option in schema.get("anyOf", [schema])]
        return [str(value) for option in options for value in option.get("enum", [])]

    def rows(self, schema: Schema) -> list[tuple[str, str, str]]:
        """Name, type and meaning of each field of an object."""
        needed = schema.get("required", [])
        fields = schema["properties"].items()
        return [(name, self.words(one, required=name in needed), one.get("description", "")) for name, one in fields]

    def fields(self, schema: Schema) -> Html:
        """A table of the fields of an object."""
        rows = [[element("code", name), words, prose(meaning)] for name, words, meaning in self.rows(schema)]
        return table(["Field", "", "Meaning"], rows)

    def wrapped(self, schema: Schema) -> str | None:
        """The name of the model that an envelope holds (the first of several), or of the schema itself."""
        name = _named(schema)
        data = self._models.get(name, {}).get("properties", {}).get("data", {})
        held = data.get("items", data)
        return _named(held.get("anyOf", [held])[0]) or name or None

    def models(self) -> Iterator[tuple[str, Schema]]:
        """Every model but the envelopes."""
        return (
            (name, one) for name, one in self._models.items() if "data" not in one.get("properties", {"data": None})
        )

    def sections(self) -> Iterator[Html]:
        """Every model but the envelopes, with an example."""
        return (self._section(name, schema) for name, schema in self.models())

    def _section(self, name: str, schema: Schema) -> Html:
        example = {key: field["examples"][0] for key, field in schema["properties"].items() if field.get("examples")}
        parts = [element("h3", name), element("p", prose(schema.get("description", ""))), self.fields(schema)]
        if example:
            parts.append(element("pre", json.dumps(example, indent=2, ensure_ascii=False)))
        return element("section", joined(parts), id=f"model-{name}")

    def _name(self, schema: Schema) -> str:
        if choices := self.choices(schema):
            return ", ".join(choices[:-1]) + f" or {choices[-1]}"
        if schema.get("type") == "array":
            return f"list of {self._name(schema['items'])}"
        return _named(schema) or str(schema.get("format") or schema.get("type", "any"))

    def resolved(self, schema: Schema) -> Schema:
        """The schema itself, or the model that it refers to."""
        return self._models.get(_named(schema), schema)


def _says_something(option: Schema) -> bool:
    """Whether it is more than a way to leave the value out."""
    return option.get("type") != "null" and option.get("maxLength") != 0


def _named(schema: Schema) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]
