"""The reference as Markdown, for `docs/api.md`: `python -m api.pages.markdown` prints it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from api.pages.operations import Operation, body_of, curl, operations
from api.pages.types import Types


def markdown(openapi: dict[str, Any]) -> str:
    """The reference of this OpenAPI document."""
    return "\n\n".join(_parts(openapi)) + "\n"


def _parts(openapi: dict[str, Any]) -> Iterator[str]:
    types = Types(openapi["components"]["schemas"])
    descriptions = {tag["name"]: tag["description"] for tag in openapi["tags"]}
    yield "# The API"
    yield "Made from the OpenAPI document by `make docs`. A running server shows the same at `/docs`."
    yield openapi["info"]["description"]
    for tag, members in groupby(operations(openapi, types), lambda one: one.tag):
        yield f"## {tag}"
        yield descriptions[tag]
        for one in members:
            yield from _operation(one)
    yield "## Models"
    for name, schema in types.models():
        yield f"### {name}"
        yield schema.get("description", "").strip()
        if "properties" in schema:
            yield _table(("Field", "Type", "Meaning"), types.rows(schema))


def _operation(one: Operation) -> Iterator[str]:
    yield f"### {one.method.upper()} {one.path}"
    yield one.spec["description"]
    if one.parameters:
        yield _table(("Parameter", "Type", "Meaning"), map(_parameter, one.parameters, [one] * len(one.parameters)))
    if "requestBody" in one.spec:
        yield one.spec["requestBody"].get("description", "The body is a JSON object.")
        yield _table(("Field", "Type", "Meaning"), one.types.rows(body_of(one)))
    yield f"```sh\n{curl(one)}\n```"
    yield _table(("Status", "Answer"), _answers(one))


def _parameter(given: dict[str, Any], one: Operation) -> tuple[str, str, str]:
    return given["name"], one.types.words(given["schema"], required=given["required"]), given.get("description", "")


def _answers(one: Operation) -> Iterator[tuple[str, str]]:
    for status, answer in sorted(one.spec["responses"].items()):
        content: dict[str, Any] = next(iter(answer.get("content", {}).values()), {})
        model = one.types.wrapped(content.get("schema", {}))
        yield status, f"{answer['description']} `{model}`" if model else answer["description"]


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *((f"`{name}`", *more) for name, *more in rows)]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    from api.app import create_app

    print(markdown(create_app().openapi()), end="")
