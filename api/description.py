"""How the API describes itself: the OpenAPI document, from which the reference, the tests and the client follow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI

from api.envelope import ProblemOut

DESCRIPTION = """Who said what about which company, when, with which numbers, and in which exact words.

Entities are named by id, name, alias or ticker everywhere: `/v1/claims?about=BABA` and `/v1/claims?about=alibaba` are
one question. Every claim carries the words that make it and where they stand: `text[start:end] == quote`.

An answer holds `data` and `meta`; a list also holds `page`, which says how much there is and whether more follows: give
`page.next` as `cursor` to go on. A parameter that an address does not know is refused, never ignored. Failures are
`application/problem+json`, and their `type` leads to a page that explains them."""

TAGS = [
    {"name": "Documents", "description": "What was read. What is posted is noted as a job, and read at once."},
    {"name": "Claims", "description": "Who said what about whom, with which numbers, in which words."},
    {"name": "Views", "description": "Who holds what, who changed their mind, and where the street disagrees."},
    {"name": "Entities", "description": "Companies, institutions, people, indices, products and places."},
    {"name": "Resolution", "description": "Which entities may be one, what was judged of them, and judging."},
    {"name": "Relations", "description": "How entities hang together, and who says so."},
    {"name": "Cypher", "description": "Questions of your own, where the operator allows them."},
    {"name": "Service", "description": "Whether the server is well, and how much it knows."},
]

_EMPTY: dict[str, Any] = {"type": "string", "maxLength": 0}


class App(FastAPI):
    """FastAPI, whose OpenAPI document says what else holds."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI document."""
        if self.openapi_schema is None:
            document = super().openapi()
            document["components"]["schemas"].setdefault(ProblemOut.__name__, ProblemOut.model_json_schema())
            for operation in _operations(document):
                _describe_successes(operation)
                _allow_empty(operation)
        return super().openapi()


def _operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (operation for methods in document["paths"].values() for operation in methods.values())


def _describe_successes(operation: dict[str, Any]) -> None:
    for status, success in operation["responses"].items():
        if status.startswith("2"):
            success["description"] = success["description"].replace("Successful Response", "What was asked for")


def _allow_empty(operation: dict[str, Any]) -> None:
    """An empty parameter counts as not given, as an empty field of a form does."""
    for given in operation.get("parameters", []):
        if given["in"] == "query" and not given["required"]:
            schema = given["schema"]
            choices = [one for one in schema.pop("anyOf", None) or [_type_of(schema)] if one != {"type": "null"}]
            schema["anyOf"] = [*choices, _EMPTY]


def _type_of(schema: dict[str, Any]) -> dict[str, Any]:
    """What constrains the values of a schema, taken out of it; what describes it stays."""
    described = {"title", "description", "default", "examples"}
    return {name: schema.pop(name) for name in list(schema) if name not in described}
