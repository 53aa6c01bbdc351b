"""The operations of an OpenAPI document, as every form of the reference tells them."""

from __future__ import annotations

import json
from typing import Any, NamedTuple
from urllib.parse import urlencode

from api.pages.types import Types

PAGING = ("limit", "cursor")
_SHOWN = "http://127.0.0.1:8000"
_JSON = "application/json"


class Operation(NamedTuple):
    """One method of one address."""

    method: str
    path: str
    spec: dict[str, Any]
    types: Types

    @property
    def tag(self) -> str:
        """The heading that it stands under."""
        return str(self.spec["tags"][0])

    @property
    def parameters(self) -> list[dict[str, Any]]:
        """What it takes, those that only turn pages last."""
        return sorted(self.spec.get("parameters", []), key=lambda given: given["name"] in PAGING)

    def among(self, place: str) -> list[dict[str, Any]]:
        """What it takes in the path or in the query."""
        return [given for given in self.parameters if given["in"] == place]


def operations(openapi: dict[str, Any], types: Types) -> list[Operation]:
    """Every operation, in the order of the tags."""
    order = [tag["name"] for tag in openapi["tags"]]
    paths = openapi["paths"].items()
    every = [Operation(method, path, spec, types) for path, methods in paths for method, spec in methods.items()]
    return sorted(every, key=lambda operation: order.index(operation.tag))


def example(given: dict[str, Any]) -> str:
    """An example of what a parameter takes, if there is one."""
    return str(next(iter(given["schema"].get("examples", [])), ""))


def body_of(one: Operation) -> dict[str, Any]:
    """The schema of what it takes as JSON; where one or several things may be sent, that of one."""
    schema: dict[str, Any] = one.spec["requestBody"]["content"][_JSON]["schema"]
    first: dict[str, Any] = schema.get("oneOf", [schema])[0]
    return one.types.resolved(first)


def curl(one: Operation) -> str:
    """A command that asks this."""
    path = one.path
    for given in one.among("path"):
        path = path.replace(f"{{{given['name']}}}", example(given) or given["name"].upper())
    telling = [given for given in one.among("query") if example(given) and given["name"] not in PAGING]
    needed = [given for given in telling if given.get("required")]
    asked = {given["name"]: example(given) for given in needed or telling[:1]}
    address = f"'{_SHOWN}{path}{'?' + urlencode(asked) if asked else ''}'"
    method = "" if one.method in ("get", "post") else f"-X {one.method.upper()} "
    return f"curl {method}{_sent(one)}{address}"


def _sent(one: Operation) -> str:
    if "requestBody" not in one.spec:
        return ""
    if "text/plain" in one.spec["requestBody"]["content"]:
        return "-H 'Content-Type: text/plain' --data-binary @note.txt "
    fields = body_of(one)["properties"].items()
    body = {name: field["examples"][0] for name, field in fields if field.get("examples")}
    return f"-H 'Content-Type: {_JSON}' -d '{json.dumps(body, ensure_ascii=False)}' "
