"""The name so close to an amount that it is about nobody else: "A 4%", "A (down 4%)", "after A lost 4%"."""

from __future__ import annotations

import re

from graph.model import Kind
from loaders.extract.quantities.amount import BPS, PERCENT, PERCENTAGE_POINTS, POINTS, Amount
from loaders.extract.quantities.masking import Name
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.terms import any_in

_ABOUT = r"(?:(?:by|about|nearly|almost|roughly|more\sthan|as\smuch\sas)\s)*"
_VERBS = r"(?:['’]s?)?\s(?P<told>(?:[a-z-]+\s){1,6})"
_PAIRS = [  # what stands before the name, and what between it and the amount
    (
        r"\b(?:led\sby|with|including|and|while)\s",
        rf"(?:\sshares)?,?\s(?:which\s(?:is|was|were)\s)?(?:up|down|off)\s{_ABOUT}",
    ),
    (r"", rf"\s\((?:up|down|off|rose|fell|gained|lost)\s{_ABOUT}"),
    (r"(?:^|[;,]\s(?:and\s|while\s|but\s)?)at\s", r",\s(?:[a-z'’-]+\s){1,8}"),
    (
        r"\b(?:after|(?<!known\s)(?<!such\s)as|because|while|when|since|although|though)\s(?:(?:its|the|rival|bigger|smaller|peer|parent)\s){0,2}",
        _VERBS,
    ),
    (r"[◆◇](?:['’]s?)\s(?:[\w-]+\s)?(?:subsidiary|unit|parent|affiliate|division|arm|owner),?\s", _VERBS),
]
_BESIDE = [(re.compile(rf"(?i){before}$"), re.compile(gap)) for before, gap in _PAIRS]
_LISTED = re.compile(r"(?:[,;]\s|\sand\s|\swhile\s)(?:and\s|while\s)?(?:the\s)?$")
_ELLIPSIS = re.compile(rf"\s{_ABOUT}")
_OF_SAYING = re.compile(rf"(?i)\b{any_in('reporting')}\b")
_MOVE_OF = re.compile(
    r"\s(?:rise|gain|advance|increase|jump|rally|climb|drop|fall|decline|loss|slide|slump|return)s?\s(?:in|for|of|by|on)\s"
    r"(?:the\s)?(?:(?:broader|wider|benchmark|blue-chip)\s)?"
)
_CHANGES = frozenset({PERCENT, POINTS, BPS, PERCENTAGE_POINTS})
_ORGANISED = frozenset({Kind.COMPANY, Kind.INDEX})


def beside(scene: Scene, amount: Amount, before: list[Name]) -> str | None:
    """A where it is the last name before the amount and the words between leave it no other subject."""
    last = before[-1] if before else None
    if last is None or last.kind not in _ORGANISED:
        return None
    left, gap = scene.before_name(last), scene.between(last, amount)
    is_said = any(opens.search(left) and _is_told(fits, gap) for opens, fits in _BESIDE)
    return last.id if is_said or _goes_on(scene, amount, left, gap) else None


def behind(scene: Scene, amount: Amount) -> str | None:
    """A of "against a 12% rise in A"."""
    name = next((name for name in scene.names_near(amount) if name.start >= amount.end), None)
    if name is None or name.kind not in _ORGANISED or amount.unit not in _CHANGES:
        return None
    return name.id if _MOVE_OF.fullmatch(scene.between(amount, name)) else None


def _is_told(fits: re.Pattern[str], gap: str) -> bool:
    """True where the words between fit, and nobody says something in them."""
    return bool(fits.fullmatch(gap)) and not _OF_SAYING.search(gap)


def _goes_on(scene: Scene, amount: Amount, left: str, gap: str) -> bool:
    """True for B of "A gained 3%, B 4% and C 5%"."""
    earlier = scene.before(amount)
    is_alike = earlier is not None and earlier.unit == amount.unit and amount.unit in _CHANGES
    return bool(is_alike and _LISTED.search(left) and _ELLIPSIS.fullmatch(gap))
