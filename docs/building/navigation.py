"""What stands where on the site. A page of `docs/` that no section names is listed in the last but one."""

from __future__ import annotations

from collections.abc import Mapping

from docs.building.pages import ELSEWHERE, places

SECTIONS = {
    "Start": ("index.md", "tutorial.md", "recipes.md", "explorer.md"),
    "Notebooks": tuple(place for place in places().values() if place.startswith("notebooks/")),
    "Reference": (
        "api.md",
        "reference/command-line.md",
        "reference/python.md",
        "reference/queries.md",
        "reference/writing-queries.md",
        "reference/settings.md",
    ),
    "How it works": (
        "graph-model.md",
        "extraction.md",
        "time.md",
        "resolution.md",
        "sources.md",
        "cypher.md",
        "neo4j.md",
        "accuracy.md",
        "performance.md",
    ),
    "The project": (*ELSEWHERE.values(),),
}
OTHERS = "How it works"
TITLES = {"query-files.md": "Query files"}  # where that of the page itself is taken


def navigation(written: Mapping[str, str]) -> list[dict[str, list[dict[str, str]]]]:
    """The sections with their pages, each under its title; `written` holds the title of every page there is."""
    known = {page for pages in SECTIONS.values() for page in pages}
    more = sorted(written.keys() - known)
    return [
        {section: [{TITLES.get(page, written[page]): page} for page in pages if page in written]}
        for section, pages in {**SECTIONS, OTHERS: (*SECTIONS[OTHERS], *more)}.items()
    ]
