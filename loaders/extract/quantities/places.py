"""Places as subjects: the land that an adjective names, and a place that is only where something was told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from graph.model import Kind
from loaders.extract.demonyms import places_by_adjective
from loaders.extract.quantities.masking import Name
from loaders.extract.quantities.terms import any_in, any_of

_ADJECTIVE = re.compile(rf"\b(?P<word>{any_of(word.capitalize() for word in places_by_adjective())})\b(?!-)")
_SEATED = re.compile(rf"-{any_in('seated')}\b")
_QUALIFIES = re.compile(r"(?i)(?:'s|’s)\s(?:[\w-]+[\s-])?(?:largest|biggest|oldest|leading|main|top|richest)\b")
_ELSEWHERE = re.compile(r"(?i)\b(?:outside|unlike|apart\sfrom)\s(?:of\s)?(?:the\s)?$")
_TIME = (
    r"(?:[◆~]+|(?:early|late)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|reporters|journalists|a\snews\sconference)"
)
_VENUE = re.compile(
    rf"(?:(?<!was\s)(?<!were\s)(?<!been\s)\b{any_in('reporting')}(?:\s(?:on\s|at\s)?{_TIME})*"
    rf"|\b(?:trade|trading|dealings)|[ap]\.m\.|\bo'clock|\bGMT|\bat\s~+|\bE[DS]?T)(?:\son)?(?:\s{_TIME})*\s(?:in|from)\s(?:the\s)?$"
)


def is_venue(text: str, name: Name) -> bool:
    """True for a place in "London-based", and for where something is told or traded: "said on Friday in Norland"."""
    if name.kind != Kind.PLACE or name.is_reference:
        return False
    return bool(_SEATED.match(text, name.end) or _VENUE.search(text[max(0, name.start - 60) : name.start]))


def only_describes(text: str, name: Name) -> bool:
    """True for a place that only tells which one: "Norland's biggest bank", "Norland-listed", "outside Norland"."""
    if name.kind != Kind.PLACE:
        return False
    is_elsewhere = _ELSEWHERE.search(text, max(0, name.start - 20), name.start)
    return bool(is_elsewhere or _QUALIFIES.match(text, name.end) or is_venue(text, name))


def adjectives(text: str, known: Collection[str]) -> Iterator[Name]:
    """Words such as "Canadian" with the place that they mean, where the text names that place too."""
    for match in _ADJECTIVE.finditer(text):
        place = places_by_adjective()[match["word"].lower()]
        if place in known:
            yield Name(*match.span(), place, Kind.PLACE, is_reference=True)


def main_place(names: Iterable[Name], text: str) -> str | None:
    """The place that a text names most often, its adjective counted; the first where several are named as often."""
    told = [name for name in names if name.kind == Kind.PLACE and not is_venue(text, name)]
    known = {name.id for name in told}
    counts = Counter(name.id for name in [*told, *adjectives(text, known)])
    return counts.most_common(1)[0][0] if counts else None
