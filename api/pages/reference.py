"""The reference at /docs, drawn from the OpenAPI document. It works without scripts and without the internet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple
from urllib.parse import urlencode

from api.pages.html import Html, element, joined, page, prose, table

_MISSING = object()


class Operation(NamedTuple):
    """One method of one address."""

    method: str
    path: str
    spec: dict[str, Any]

    @property
    def tag(self) -> str:
        """The heading that it stands under."""
        return str(self.spec["tags"][0])

    def parameters(self, place: str) -> list[dict[str, Any]]:
        """Its parameters in the path or in the query."""
        return [given for given in self.spec.get("parameters", []) if given["in"] == place]


def reference(openapi: dict[str, Any]) -> Html:
    """The page for this OpenAPI document."""
    info, operations = openapi["info"], list(_operations(openapi))
    intro = [element("h1", info["title"]), *(element("p", prose(part)) for part in info["description"].split("\n\n"))]
    tags = {tag["name"]: tag["description"] for tag in openapi["tags"]}
    groups = [(tag, list(members)) for tag, members in groupby(operations, key=lambda operation: operation.tag)]
    content = [part for tag, members in groups for part in _group(tag, tags.get(tag, ""), members, openapi)]
    return page(f"{info['title']} · reference", _navigation(groups), [*intro, *content, _models(openapi)])


def _operations(openapi: dict[str, Any]) -> Iterator[Operation]:
    order = [tag["name"] for tag in openapi["tags"]]
    every = (
        Operation(method, path, spec) for path, methods in openapi["paths"].items() for method, spec in methods.items()
    )
    return iter(sorted(every, key=lambda operation: order.index(operation.tag)))


def _navigation(groups: list[tuple[str, list[Operation]]]) -> list[str]:
    links: list[str] = [element("a", element("strong", "streetgraph"), href="#")]
    for tag, members in groups:
        links.append(element("h2", tag))
        links += [
            element("a", operation.spec["summary"], href=f"#{operation.spec['operationId']}") for operation in members
        ]
    more = [("#models", "Models"), ("/problems", "Problems"), ("/openapi.json", "OpenAPI document")]
    return [*links, element("h2", "More"), *(element("a", text, href=href) for href, text in more)]


def _group(tag: str, description: str, members: list[Operation], openapi: dict[str, Any]) -> list[str]:
    return [element("h2", tag), element("p", prose(description)), *(_operation(member, openapi) for member in members)]


def _operation(operation: Operation, openapi: dict[str, Any]) -> Html:
    heading = element(
        "h3", element("span", operation.method.upper(), class_=f"method {operation.method}"), " ", operation.path
    )
    parts = [heading, element("p", prose(operation.spec["description"]))]
    if given := operation.spec.get("parameters"):
        parts.append(table(["Parameter", "", "Meaning"], [_parameter(one) for one in given]))
    parts += [_body(operation), element("pre", _curl(operation)), _form(operation), _answers(operation, openapi)]
    return element("section", *parts, id=operation.spec["operationId"])


def _parameter(given: dict[str, Any]) -> list[str]:
    return [
        element("code", given["name"]),
        _type(given["schema"], required=given.get("required", False)),
        prose(given.get("description", "")),
    ]


def _type(schema: dict[str, Any], *, required: bool) -> str:
    options = schema.get("anyOf", [schema])
    names = [_type_name(option) for option in options if option.get("type") != "null"]
    bounds = [
        f"{word} {option[key]}"
        for option in options
        for word, key in (("from", "minimum"), ("to", "maximum"))
        if key in option
    ]
    default = [f"default {schema['default']}"] if schema.get("default") is not None else []
    return ", ".join([" or ".join(names), *bounds, *default, *(["required"] if required else [])])


def _type_name(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if schema.get("type") == "array":
        return f"list of {_type_name(schema['items'])}"
    return str(schema.get("format") or schema.get("type", "any"))


def _body(operation: Operation) -> Html:
    body = operation.spec.get("requestBody")
    if body is None:
        return Html("")
    schema = body["content"]["application/json"]["schema"]
    return joined([element("p", prose(body["description"])), _fields(schema)])


def _fields(schema: dict[str, Any]) -> Html:
    needed = schema.get("required", [])
    rows = [
        [element("code", name), _type(field, required=name in needed), prose(field.get("description", ""))]
        for name, field in schema["properties"].items()
    ]
    return table(["Field", "", "Meaning"], rows)


def _curl(operation: Operation) -> str:
    """A command that works on the samples."""
    path = operation.path
    for given in operation.parameters("path"):
        path = path.replace(f"{{{given['name']}}}", str(_example(given)))
    asked = {
        given["name"]: _example(given) for given in operation.parameters("query")[:2] if _example(given) is not None
    }
    address = f"http://127.0.0.1:8000{path}{'?' + urlencode(asked) if asked else ''}"
    if operation.method == "post":
        return f"curl -H 'Content-Type: text/plain' --data-binary @note.txt {address}"
    return f"curl '{address}'"


def _example(given: dict[str, Any]) -> object:
    return next(iter(given["schema"].get("examples", [])), None)


def _form(operation: Operation) -> Html:
    """Fields to try the address with; the browser shows the answer."""
    if operation.method != "get" or operation.parameters("path") or not operation.parameters("query"):
        return Html("")
    fields = [_field(given) for given in operation.parameters("query")]
    form = element("form", *fields, element("button", "Ask", type="submit"), action=operation.path, method="get")
    return element("details", element("summary", "Try it"), form)


def _field(given: dict[str, Any]) -> Html:
    hint = _example(given)
    required = "required" if given.get("required") else None
    entry = element("input", name=given["name"], placeholder=None if hint is None else str(hint), required=required)
    return element("label", given["name"], entry)


def _answers(operation: Operation, openapi: dict[str, Any]) -> Html:
    rows = [[status, _links(answer, openapi)] for status, answer in sorted(operation.spec["responses"].items())]
    return element("details", element("summary", "Answers"), table(["Status", ""], rows))


def _links(answer: dict[str, Any], openapi: dict[str, Any]) -> Html:
    content: dict[str, Any] = next(iter(answer.get("content", {}).values()), {})
    parts: list[str] = [answer["description"]]
    parts += [joined([" ", element("a", name, href=f"/problems/{name}")]) for name in content.get("examples", {})]
    if name := _wrapped(content.get("schema", {}), openapi):
        parts += [" ", element("a", name, href=f"#model-{name}")]
    return joined(parts)


def _wrapped(schema: dict[str, Any], openapi: dict[str, Any]) -> str | None:
    """The name of the model that an envelope holds."""
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    data = openapi["components"]["schemas"].get(name, {}).get("properties", {}).get("data", {})
    inner = data.get("items", data).get("$ref")
    return str(inner).rpartition("/")[2] if inner else (name or None)


def _models(openapi: dict[str, Any]) -> Html:
    schemas = openapi["components"]["schemas"].items()
    shown = [
        _model(name, schema)
        for name, schema in schemas
        if "properties" in schema and "data" not in schema["properties"]
    ]
    return joined([element("h2", "Models", id="models"), *shown])


def _model(name: str, schema: dict[str, Any]) -> Html:
    example = {key: field["examples"][0] for key, field in schema["properties"].items() if field.get("examples")}
    shown = element("pre", json.dumps(example, indent=2, ensure_ascii=False)) if example else ""
    return element(
        "section",
        element("h3", name),
        element("p", prose(schema.get("description", ""))),
        _fields(schema),
        shown,
        id=f"model-{name}",
    )
