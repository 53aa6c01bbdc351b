"""A page of help for each kind of problem, at the path that is its `type`."""

from __future__ import annotations

from api.pages.html import Html, element, page, prose, table
from api.problems import PUBLISHED
from api.problems.problem import Problem

_NAVIGATION = [element("a", "Reference", href="/docs"), element("a", "All problems", href="/problems")]


def problem_page(problem: Problem) -> Html:
    """What this problem means and what to do."""
    content = [
        element("h1", problem.title),
        element("p", element("code", problem.name), " · HTTP status ", str(problem.status)),
        element("p", prose(problem.help)),
    ]
    return page(problem.title, list(_NAVIGATION), list(content))


def failure_page(problem: Problem, detail: str) -> Html:
    """What a person sees in place of a page that there is not."""
    start = element("a", "To the start", href="/")
    return page(problem.title, list(_NAVIGATION), [element("h1", problem.title), element("p", detail), start])


def problem_list() -> Html:
    """Every kind of problem that the API answers with."""
    ordered = sorted(PUBLISHED.values(), key=lambda problem: (problem.status, problem.name))
    rows = [[str(one.status), element("a", one.name, href=one.type), one.title] for one in ordered]
    intro = "Failures are answered with `application/problem+json`; `type` leads to one of these pages."
    return page(
        "Problems",
        list(_NAVIGATION),
        [element("h1", "Problems"), element("p", prose(intro)), table(["Status", "Type", ""], rows)],
    )
