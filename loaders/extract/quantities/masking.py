"""A text in which names, dates and times are blanked out, letter for letter, so that no term is found inside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.model import Kind
from loaders.extract.quantities.terms import any_in

NAME_MARK, OTHER_NAME_MARK, DATE_MARK, AMOUNT_MARK = "◆", "◇", "~", "#"
SCORED_KINDS = frozenset({Kind.COMPANY, Kind.INSTITUTION, Kind.PERSON, Kind.INDEX})

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June|July"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = re.compile(
    rf"""\b{_MONTH}\s\d{{1,2}}(?!\d|,\d|\.\d|\s?%|\sper\s?cent|\s(?:million|billion))(?:st|nd|rd|th)?(?:,?\s(?:19|20)\d\d\b)?
      | \b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\b(?:,?\s(?:19|20)\d\d\b)?
      | \b{_MONTH},?\s(?:19|20)\d\d\b
      | \b\d{{4}}-\d\d-\d\d\b | \b\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\b
      | \b\d{{1,2}}(?::\d\d)?(?:\sto\s\d{{1,2}}(?::\d\d)?)?\s?(?:[ap]\.m\.|[ap]m\b|[AP]M\b) | \b\d{{1,2}}:\d\d\b
      | \b\d{{3,4}}\s(?:GMT|ET|EDT|EST|BST|CET|UTC|IST|hours)\b
      | \b(?:19|20)\d\d[-–/](?:(?:19|20)\d\d|\d\d)\b | \b(?:19|20)\d\ds\b
      | \b(?:twenty|forty|20|40)-foot(?=\s(?:equivalent|container))
      | \bNo\.\s\d+ | \b(?:page|chapter|section|article|phase|top|group\sof|seat|level)\s\d+\b(?![,.]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_HOUSE = re.compile(
    rf"\b\d{{1,5}}(?=\s(?:[A-Z][\w.'’-]*\s){{1,3}}{any_in('street')}(?:\s?[.,;:)]|$|\s(?:in|and|at|near|on|is|was|will)\b))"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A place where an entity is named or referred to."""

    start: int
    end: int
    id: str
    kind: str
    is_reference: bool = False

    @property
    def is_scored(self) -> bool:
        """True for companies, institutions, people and indices."""
        return self.kind in SCORED_KINDS


def masked(text: str, names: Iterable[Name]) -> str:
    """The text with each name, date and house number (`12 Larch Road`) as a run of marks of the same length."""
    for pattern in (_DATE, _HOUSE):
        text = pattern.sub(lambda match: DATE_MARK * len(match[0]), text)
    chars = list(text)
    for name in names:
        if not name.is_reference:
            mark = NAME_MARK if name.is_scored else OTHER_NAME_MARK
            chars[name.start : name.end] = mark * (name.end - name.start)
    return "".join(chars)


def with_amounts_masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with each amount as a run of marks of the same length."""
    chars = list(text)
    for start, end in spans:
        chars[start:end] = AMOUNT_MARK * (end - start)
    return "".join(chars)
