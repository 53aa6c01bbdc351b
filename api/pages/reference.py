"""The reference at /docs, drawn from the OpenAPI document. It works without scripts and without the internet."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from api.pages.html import Html, element, joined, page, prose, table
from api.pages.operations import Operation, body_of, curl, example, operations
from api.pages.types import Types


def reference(openapi: dict[str, Any]) -> Html:
    """The page for this OpenAPI document."""
    info, types = openapi["info"], Types(openapi["components"]["schemas"])
    groups = [(tag, list(members)) for tag, members in groupby(operations(openapi, types), lambda one: one.tag)]
    descriptions = {tag["name"]: tag["description"] for tag in openapi["tags"]}
    intro = [element("h1", info["title"]), *(element("p", prose(part)) for part in info["description"].split("\n\n"))]
    content = [part for tag, members in groups for part in _group(tag, descriptions[tag], members)]
    models = [element("h2", "Models", id="models"), *types.sections()]
    return page(f"{info['title']} · reference", _navigation(groups), [*intro, *content, *models])


def _navigation(groups: list[tuple[str, list[Operation]]]) -> list[str]:
    links: list[str] = [element("a", element("strong", "streetgraph"), href="#")]
    for tag, members in groups:
        links.append(element("h2", tag))
        links += [element("a", one.spec["summary"].capitalize(), href=f"#{one.spec['operationId']}") for one in members]
    more = [("#models", "Models"), ("/problems", "Problems"), ("/openapi.json", "OpenAPI document")]
    return [*links, element("h2", "More"), *(element("a", text, href=href) for href, text in more)]


def _group(tag: str, description: str, members: list[Operation]) -> list[str]:
    return [element("h2", tag), element("p", prose(description)), *map(_operation, members)]


def _operation(one: Operation) -> Html:
    method = element("span", one.method.upper(), class_=f"method {one.method}")
    parts = [element("h3", method, " ", one.path), element("p", prose(one.spec["description"]))]
    if one.parameters:
        parts.append(table(["Parameter", "", "Meaning"], [_parameter(one, given) for given in one.parameters]))
    parts += [_body(one), element("pre", curl(one)), _form(one), _answers(one)]
    return element("section", *parts, id=one.spec["operationId"])


def _parameter(one: Operation, given: dict[str, Any]) -> list[str]:
    words = one.types.words(given["schema"], required=given.get("required", False))
    return [element("code", given["name"]), words, prose(given.get("description", ""))]


def _body(one: Operation) -> Html:
    body = one.spec.get("requestBody")
    if body is None:
        return Html("")
    return joined([element("p", prose(body.get("description", ""))), one.types.fields(body_of(one))])


def _form(one: Operation) -> Html:
    """Fields to try the address with; the browser shows the answer."""
    if one.method != "get" or one.among("path") or not one.parameters:
        return Html("")
    button = element("button", "Ask", type="submit")
    form = element("form", *(_field(one, given) for given in one.parameters), button, action=one.path, method="get")
    return element("details", element("summary", "Try it"), form)


def _field(one: Operation, given: dict[str, Any]) -> Html:
    name, required = given["name"], "required" if given.get("required") else None
    if choices := one.types.choices(given["schema"]):
        options = [element("option", choice) for choice in ["", *choices]]
        return element("label", name, element("select", *options, name=name, required=required))
    return element("label", name, element("input", name=name, placeholder=example(given) or None, required=required))


def _answers(one: Operation) -> Html:
    rows = [[status, _answer(one, answer)] for status, answer in sorted(one.spec["responses"].items())]
    return element("details", element("summary", "Answers"), table(["Status", ""], rows))


def _answer(one: Operation, answer: dict[str, Any]) -> Html:
    content: dict[str, Any] = next(iter(answer.get("content", {}).values()), {})
    links = [element("a", name, href=f"/problems/{name}") for name in content.get("examples", {})]
    if model := one.types.wrapped(content.get("schema", {})):
        links.append(element("a", model, href=f"#model-{model}"))
    return joined([part for link in [answer["description"], *links] for part in (link, " · ")][:-1])
