"""Colours that mean something: one for each kind of entity and each stance, in light and in dark.

Those of kinds are the ones of the style sheet for Neo4j Browser, darker or lighter where a text is written in them.
"""

from __future__ import annotations

from typing import NamedTuple

from graph.model import Kind, Stance


class Shade(NamedTuple):
    """A colour on a light and on a dark page; either has a contrast of at least 4.5 there."""

    light: str
    dark: str


KINDS: dict[str, Shade] = {
    Kind.COMPANY: Shade("#2258bd", "#7aa7f5"),
    Kind.INSTITUTION: Shade("#6a41b8", "#b394ee"),
    Kind.PERSON: Shade("#a4500f", "#eda26b"),
    Kind.INDEX: Shade("#17714f", "#5cc49b"),
    Kind.PRODUCT: Shade("#a83877", "#ea8fc1"),
    Kind.PLACE: Shade("#5b6622", "#b3c165"),
}
STANCES: dict[str, Shade] = {
    Stance.POSITIVE: Shade("#12704a", "#57c795"),
    Stance.NEGATIVE: Shade("#b02a2a", "#f28b85"),
    Stance.NEUTRAL: Shade("#5a6372", "#a3adbd"),
}


def css() -> str:
    """The colours as custom properties: `--company`, `--positive` and so on, each of the page's own brightness."""
    named = {name.lower(): shade for name, shade in {**KINDS, **STANCES}.items()}
    light = "".join(f"--{name}:{shade.light};" for name, shade in named.items())
    dark = "".join(f"--{name}:{shade.dark};" for name, shade in named.items())
    return f":root{{{light}}}\nbody.body--dark{{{dark}}}\n"
