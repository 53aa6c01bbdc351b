"""What the OpenAPI document says about failures, from the one table."""

from __future__ import annotations

from typing import Any

from api.envelope import ProblemOut
from api.handlers import MEDIA_TYPE
from api.problems import PUBLISHED
from api.problems.problem import Problem


def problems_of(*names: str) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that can fail in these ways, and in those that any can."""
    answers: dict[int | str, dict[str, Any]] = {}
    for problem in (PUBLISHED[name] for name in names):
        known = answers.setdefault(problem.status, _answer(problem.title, {}))
        if problem.title not in known["description"]:
            known["description"] += f", or {problem.title[:1].lower()}{problem.title[1:]}"
        known["content"][MEDIA_TYPE]["examples"][problem.name] = {"value": _example(problem)}
    return answers | {
        "default": _answer("Any other problem, in the same form.", {"internal-error": PUBLISHED["internal-error"]})
    }


def _answer(description: str, examples: dict[str, Problem]) -> dict[str, Any]:
    shown = {name: {"value": _example(problem)} for name, problem in examples.items()}
    schema = {"$ref": f"#/components/schemas/{ProblemOut.__name__}"}
    return {"description": description, "content": {MEDIA_TYPE: {"schema": schema, "examples": shown}}}


def _example(problem: Problem) -> dict[str, Any]:
    return {"type": problem.type, "title": problem.title, "status": problem.status, "detail": problem.help}
