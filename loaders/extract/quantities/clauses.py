"""The name that the clause of an amount is said of, where its grammar leaves no doubt."""

from __future__ import annotations

import re

from graph.model import Kind
from loaders.extract.quantities.amount import Amount
from loaders.extract.quantities.beside import behind, beside
from loaders.extract.quantities.masking import Name
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.terms import any_in

_APART = r",;:—“”\"()"
_APPOSITIVE = rf",\s(?:an?|the|one\sof)\s[^{_APART}#]{{1,80}}"
_RELATIVE = re.compile(
    rf"(?:,?\s(?P<who>who|which)|{_APPOSITIVE}\s(?P<apposed>who|which|that))\s(?P<told>(?:[^\s{_APART}◆◇]+\s){{1,12}})$"
)
_ASIDE = re.compile(
    rf"(?:,\s(?:which|who|whose|an?|the|its|one\sof|part\sof|[a-z]+\sby|based\sin|formerly|[◆◇]+['’]s)\s[^;:—“”\"()#,]{{1,120}},"
    rf"|\s\([^()#]{{1,80}}\))\s(?!(?:and|or|but|while|which|who|as|with|an?|the)\b)(?P<told>(?:[^\s{_APART}◆]+\s){{1,12}})$"
)
_TRAILING = re.compile(
    r"[^;:—“”\"#]{1,100},\s(?:up|down|gaining|adding|rising|falling|dropping|losing|jumping|climbing|soaring|shedding|surging|plunging)"
    r"\s(?:[a-z]+\s){0,3}$"
)
_HELD_AT = re.compile(r"\s(?:at|for)\s(?:the\s)?(?:[a-z]+\s)?")
_CONVERTED = re.compile(r"\s?\((?:about\s|or\s|roughly\s|around\s|nearly\s|approximately\s)*")
_OR = re.compile(r",?\sor\s(?:about\s|roughly\s|around\s|nearly\s|almost\s|some\s|just\s|more\sthan\s|a\s)*")
_OPENS = re.compile(r"^\W*(?:(?:[\w~-]+\s){0,4}[\w~]+,\s)?(?:[\w'’◇-]+\s){0,4}$")  # `In May, rival A`
_TAKEN_UP = r"(?i)\b(?:it|he|she|they)\b"
_OF_ANOTHER = re.compile(_TAKEN_UP)
_OF_OTHERS = re.compile(rf"{_TAKEN_UP}|\b{any_in('reporting', 'estimate')}\b")


def told_of(scene: Scene, amount: Amount) -> str | None:
    """Id of whom the clause of an amount is about; None where another name could be meant as well."""
    before = [name for name in scene.names_near(amount) if name.end <= amount.start and not name.is_reference]
    return (
        _antecedent(scene, amount, before)
        or beside(scene, amount, before)
        or _opener(scene, amount, before)
        or behind(scene, amount)
        or _holder(scene, amount, before)
    )


def restates(scene: Scene, earlier: Amount, amount: Amount) -> bool:
    """True for the second of "$2 billion (1.5 billion euros)" and "385 points, or 2.2 per cent"."""
    gap = scene.between(earlier, amount)
    is_money = (earlier.unit or "").isupper() and (amount.unit or "").isupper()
    return bool((is_money and _CONVERTED.fullmatch(gap)) or (amount.unit != earlier.unit and _OR.fullmatch(gap)))


def _antecedent(scene: Scene, amount: Amount, before: list[Name]) -> str | None:
    """B of "A of B, which manages $4 billion", A of "A, a manager at B who oversees $4 billion"."""
    for name in reversed(before):
        match = _RELATIVE.fullmatch(scene.between(name, amount))
        is_fit = match and ((match["who"] or match["apposed"]) == "who") == (name.kind == Kind.PERSON)
        if match and is_fit and not _OF_OTHERS.search(match["told"]):
            return name.id
    return None


def _opener(scene: Scene, amount: Amount, before: list[Name]) -> str | None:
    """A of "A, owned by B, has 300 employees" at the head of a sentence; not of "A, an analyst, said sales fell 4%"."""
    first = next((name for name in before if name.is_scored), None)
    if first is None or not _OPENS.match(scene.text[: first.start]):
        return None
    gap = scene.between(first, amount)
    if _TRAILING.fullmatch(gap) and first.kind == Kind.COMPANY:
        rivals = (name for name in before if name.start >= first.end and name.is_scored and name.kind != Kind.INDEX)
        return None if any(rivals) else first.id
    match = _ASIDE.fullmatch(gap)
    others = _OF_ANOTHER if first.kind == Kind.COMPANY else _OF_OTHERS  # a company mostly tells of itself
    return first.id if match and not others.search(match["told"]) else None


def _holder(scene: Scene, amount: Amount, before: list[Name]) -> str | None:
    """A of "sales fell 4 per cent at A", where no other is named before."""
    behind = next((name for name in scene.names_near(amount) if name.start >= amount.end), None)
    if behind is None or behind.kind != Kind.COMPANY or any(name.is_scored for name in before):
        return None
    return behind.id if _HELD_AT.fullmatch(scene.between(amount, behind)) else None
