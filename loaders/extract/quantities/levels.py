"""Bare numbers, given the unit that the sentence implies: a count, an index level, that of the number before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from graph.model import Kind
from loaders.extract.quantities.amount import BPS, MULTIPLE, PERCENT, PERCENTAGE_POINTS, POINTS, Amount
from loaders.extract.quantities.counts import COUNTED_NOUNS, COUNTS, counted, unit_of_plural
from loaders.extract.quantities.exchange_rates import rate_unit
from loaders.extract.quantities.masking import AMOUNT_MARK, OTHER_NAME_MARK
from loaders.extract.quantities.omitted import noun_said_before
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.tallies import FORMS, tallied
from loaders.extract.quantities.terms import any_in, any_of, group

_ENDS = re.compile(rf"(?i)\s?(?:[.,;:)”\"]|$)|\s(?:{any_in('bare_end')}|[◆◇~]+)(?![\w-])")
_LEVEL = frozenset(group("index_level_preposition"))
_CARRIES = frozenset(group("carrying_preposition"))
_INDEX_WORDS = re.compile(rf"(?i)\b{any_in('index_word')}\b")
_RATIO = re.compile(r"(?i)\bratio\b[^,;#]{0,40}$")
_POSSESSOR = re.compile(r"[◆◇](?:'s|’s)?\s$|\b\w+(?:'s|’s)\s$")
_SURVEY = re.compile(
    r"\bPMI\b|(?i:purchasing\smanagers|\bsub-?index\b|\b(?:confidence|sentiment|diffusion|optimism|manufacturing|services)\s(?:index|gauge)\b)"
)
_ARRIVED = re.compile(
    rf"(?i)[◆]+(?:\s\.[A-Z]+)?\s(?:has\s|had\s|(?:(?:is|was|will|could|may|should|to|likely|expected|set|forecast)\s)+)?"
    rf"{any_in('reaching')}\s$"
)
_SHIFTED = re.compile(rf"(?i)[◆](?:\s\.[A-Z]+)?\s(?:also\s|has\s|had\s)?{any_of(FORMS)}\s$")
_EARNED = re.compile(
    r"(?i)\b(?:revenues?|turnover|profits?|net\sincome|net\sloss|operating\sloss|earnings|EBITDA|net\sdebt)\b[^,;#]{0,30}$"
)
_INCLUDING = re.compile(r"(?i),\sincluding\s$")
_SHED = re.compile(rf"(?i)(?<![\w-]){any_of(FORMS)}\s$")
_RATE = re.compile(
    r"(?i)\b(?:rates?|borrowing\scosts?|yields?)\b(?!\s(?:polic|cut|rise|hike|decision))"
    r"(?:(?!\b(?:and|or|but|while)\s(?!\w+\s(?:it|them)\b))[^,;])*$"
)
_BASE = re.compile(r"(?i)\b(?:per|for\severy|of\severy)\s$")
_NAMED = re.compile(rf"\s{OTHER_NAME_MARK}")  # the number of a product: `787 Dreamliners`
_MILLION, _LEAST_LEVEL = 1_000_000, 100
_COUNTED = re.compile(rf"(?i)(?<![\w-]){any_of(COUNTED_NOUNS)}(?![\w-])")
_OF_MARKET = re.compile(
    rf"(?i)\b(?:{any_in('index_word')}|shares?|stocks?|markets?|futures|bourse|equities|sentiment|confidence)\b"
)
_OF_SHARE = re.compile(r"(?i)\b(?:support|approval|share|ratings?|rate|lead|polls?|backing|turnout)\b")
_OR_IN_PARTS = re.compile(r"(?i),?\s(?:or|\()")
_STEP = re.compile(r"(?i)\s(?:rate\s)?(?:cuts?|hikes?|increases?|moves?|reductions?)\b")
_GOES_ON = re.compile(r"(?i)\b(?:from|to|than|with|versus)\s(?:[a-z]+\s)?$")
_SHARE_OF = re.compile(r"(?i)#\sof\s(?:(?:all|the|its|their|total)\s)?(?:[a-z-]+\s)?(?P<noun>people|[a-z]{4,}s)\s\($")
_INHERITED = {BPS: PERCENT}


@dataclass
class Settled:
    """The amounts of a sentence that have their unit so far."""

    amounts: list[Amount] = field(default_factory=list)
    by_scale: dict[int, str] = field(default_factory=dict)  # the unit of the last count in millions, in billions
    in_brackets: str | None = None  # the unit of the last count that has brackets of its own

    @property
    def last(self) -> Amount | None:
        """The amount before the next one."""
        return self.amounts[-1] if self.amounts else None

    def add(self, scene: Scene, amount: Amount) -> None:
        """Keep an amount with its unit."""
        self.amounts.append(amount)
        if amount.unit in COUNTS:
            self.by_scale[amount.scale] = amount.unit
            if scene.text[amount.start - 1 : amount.start] == "(":
                self.in_brackets = amount.unit


def settled(scene: Scene, money: str | None = None) -> Scene:
    """The scene with a unit for each amount; numbers that measure nothing are left out. `money` is that of the text."""
    kept = Settled()
    for amount in (found for found in scene.amounts if not _BASE.search(scene.left_of(found))):
        found = _of_a_rate(scene, amount, kept.last) if amount.unit else _unit_given(scene, amount, kept)
        if found is None and money is not None and _is_earned(scene, amount):
            found = replace(amount, unit=money)
        if found is not None:
            kept.add(scene, found)
    return replace(scene, amounts=tuple(kept.amounts))


def _is_of_share(scene: Scene, amount: Amount) -> bool:
    """True for "support fell six points to 42 per cent", not for "fell 30 points, or 0.5 per cent"."""
    is_beside = any(other.unit == PERCENT for other in scene.beside(amount))
    is_share = _OF_SHARE.search(scene.left_of(amount)) and not _OR_IN_PARTS.match(scene.right_of(amount))
    of_market = any(name.kind == Kind.INDEX for name in scene.names) or _OF_MARKET.search(scene.around(amount))
    return bool(is_share) and is_beside and amount.low < _LEAST_LEVEL and not of_market


def _is_earned(scene: Scene, amount: Amount) -> bool:
    """True for the millions of "a profit of 514 million" and "revenue rose to 3.1 billion"."""
    return amount.scale >= _MILLION and amount.unit is None and bool(_EARNED.search(scene.lead_of(amount).before))


def _of_a_rate(scene: Scene, amount: Amount, earlier: Amount | None) -> Amount:
    """The points of "2.0 percentage points, down from 2.1 points" and "75 basis points, with a 50-point cut"."""
    if amount.unit == POINTS and _is_of_share(scene, amount):
        return replace(amount, unit=PERCENTAGE_POINTS)
    if earlier is None or amount.unit != POINTS:
        return amount
    goes_on = earlier.unit == PERCENTAGE_POINTS and _GOES_ON.search(scene.left_of(amount))
    is_step = earlier.unit == BPS and _STEP.match(scene.right_of(amount))
    return replace(amount, unit=earlier.unit) if goes_on or is_step else amount


def _unit_given(scene: Scene, amount: Amount, kept: Settled) -> Amount | None:
    earlier = kept.last
    if (count := counted(scene, amount)) is not None:
        return count
    if (unit := noun_said_before(scene, amount, earlier) or _unit_in_brackets(scene, amount, kept)) is not None:
        return replace(amount, unit=unit)
    if (unit := rate_unit(scene, amount) or _unit_of_subject(scene, amount, kept)) is not None:
        return replace(amount, unit=unit)
    if amount.looks_like_year or (amount.in_words and amount.scale == 1) or not _ENDS.match(scene.right_of(amount)):
        return _carried(scene, amount, earlier) if amount.in_words else None
    if _RATIO.search(scene.lead_of(amount).before):
        return replace(amount, unit=MULTIPLE)
    if (carried := _carried(scene, amount, earlier)) is not None:
        return carried
    if (unit := _unit_of_scale(scene, amount, kept)) is not None:
        return replace(amount, unit=unit)
    return replace(amount, unit=POINTS) if _is_index_level(scene, amount) else None


def _unit_of_subject(scene: Scene, amount: Amount, kept: Settled) -> str | None:
    """What the noun before a number is measured in: a rate, or things that are counted."""
    if _is_zero_rate(scene, amount):
        return PERCENT
    return None if _is_money(scene, amount) else _same_scale(amount, kept) or tallied(scene, amount, kept.last)


def _is_zero_rate(scene: Scene, amount: Amount) -> bool:
    """True for "cut its rate to zero" and "kept rates near zero"."""
    stands = scene.lead_of(amount).preposition in _CARRIES | {"near"} and _ENDS.match(scene.right_of(amount))
    is_zero = amount.in_words and amount.low == 0
    return is_zero and bool(stands) and bool(_RATE.search(scene.left_of(amount)))


def _unit_of_scale(scene: Scene, amount: Amount, kept: Settled) -> str | None:
    """Of "6.9 billion": the currency of the sentence's other amounts, or what the sentence counts."""
    if amount.scale < _MILLION:
        return None
    if money := _money_beside(scene, amount):
        return min(money, key=lambda other: abs(other.start - amount.start)).unit
    if (same := _same_scale(amount, kept)) is not None:
        return same
    counted_before = list(_COUNTED.finditer(scene.left_of(amount)))
    return unit_of_plural(counted_before[-1][0]) if counted_before else None


def _same_scale(amount: Amount, kept: Settled) -> str | None:
    """The unit of the millions counted before: "up 9 million tonnes, or 6%, to 133 million"."""
    return kept.by_scale.get(amount.scale) if amount.scale >= _MILLION else None


def _unit_in_brackets(scene: Scene, amount: Amount, kept: Settled) -> str | None:
    """What stands in brackets: "2.9 billion (5,400 deals) and 3.6 billion (6,100)", "32% of sales (16,967)"."""
    if scene.text[amount.start - 1 : amount.start] != "(" or scene.text[amount.end : amount.end + 1] != ")":
        return None
    share = _SHARE_OF.search(scene.left_of(amount)) if kept.last and kept.last.unit == PERCENT else None
    if share is not None:
        return unit_of_plural(share["noun"])
    return kept.in_brackets


def _money_beside(scene: Scene, amount: Amount) -> list[Amount]:
    """The amounts of money of the same scale in the sentence."""
    return [other for other in scene.amounts if (other.unit or "").isupper() and other.scale == amount.scale]


def _is_money(scene: Scene, amount: Amount) -> bool:
    """True for the second of "$3.2 billion, up from 2.9 billion"."""
    return amount.scale >= _MILLION and bool(_money_beside(scene, amount))


def _carried(scene: Scene, amount: Amount, earlier: Amount | None) -> Amount | None:
    """The unit of the number before it: "17,300 from 16,900", "29.5 times, Facebook's 33.8"."""
    if earlier is None or not _is_like(scene, amount, earlier) or _NAMED.match(scene.right_of(amount)):
        return None
    lead = scene.lead_of(amount)
    if lead.preposition not in _CARRIES and not _goes_on(scene, amount, earlier):
        return None
    if earlier.unit in COUNTS and amount.scale == 1 and amount.low % 1:
        return None
    unit = _INHERITED.get(earlier.unit or "", earlier.unit)
    if earlier.unit == PERCENT and lead.preposition in ("to", "at") and amount.low >= _LEAST_LEVEL:
        return replace(amount, unit=POINTS) if _is_market(scene, amount) else None
    is_level_after_change = earlier.unit == PERCENT and lead.preposition == "to"
    is_behind_change = lead.preposition == "from" and scene.lead_of(earlier).preposition not in _CARRIES
    too_much = unit == PERCENT and amount.low >= (_LEAST_LEVEL if is_behind_change else 1000)
    return None if is_level_after_change or too_much else replace(amount, unit=unit)


def _goes_on(scene: Scene, amount: Amount, earlier: Amount) -> bool:
    """True for "Facebook's 33.8", "while another shed 0.4", "including 300,000 in"."""
    before = scene.lead_of(amount).before
    if earlier.unit in COUNTS:
        return bool(_INCLUDING.search(before) or _POSSESSOR.search(before))
    is_move = earlier.unit == PERCENT and amount.low < _LEAST_LEVEL and amount.decimals
    return bool(_POSSESSOR.search(before) or (is_move and _SHED.search(before)))


def _is_market(scene: Scene, amount: Amount) -> bool:
    """True where the last name is that of an index, or of the place of one: "DUBAI up 0.1% to 5,753"."""
    before = [name for name in scene.names if name.end <= amount.start]
    in_points = any(other.unit == POINTS and other.end <= amount.start for other in scene.amounts)
    return amount.scale == 1 and bool(before) and (in_points or before[-1].kind in (Kind.INDEX, Kind.PLACE))


def _is_like(scene: Scene, amount: Amount, earlier: Amount) -> bool:
    """True where a bare number may be of the same sort as the one before it; money is always marked as such."""
    plain = not (amount.looks_like_year or (amount.in_words and amount.low == 1) or (earlier.unit or "").isupper())
    return plain and bool(_ENDS.match(scene.right_of(amount))) and ";" not in scene.between(earlier, amount)


def _last_kind(scene: Scene, amount: Amount) -> str | None:
    """The kind of the last name before an amount."""
    return next((name.kind for name in reversed(scene.names) if name.end <= amount.start), None)


def _is_index_level(scene: Scene, amount: Amount) -> bool:
    lead = scene.lead_of(amount)
    if not lead.preposition and _SHIFTED.search(lead.before):
        return _last_kind(scene, amount) == Kind.INDEX
    if _ARRIVED.search(lead.before) and not lead.preposition and amount.low >= 5:
        return any(name.kind == Kind.INDEX for name in scene.names)
    at_level = lead.preposition in _LEVEL or _POSSESSOR.search(lead.before) or _LEVEL & set(lead.filler.lower().split())
    if not at_level or amount.low < 5:
        return False
    named = any(name.kind == Kind.INDEX for name in scene.names)
    if _SURVEY.search(scene.left_of(amount)):
        return True
    return named or (
        amount.low >= _LEAST_LEVEL and bool(_INDEX_WORDS.search(scene.left_of(amount))) and AMOUNT_MARK in scene.text
    )
