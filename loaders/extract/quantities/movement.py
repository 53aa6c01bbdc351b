"""Whether an amount is a level or a change, and which way it goes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extract.quantities.amount import BPS, PERCENT, PERCENTAGE_POINTS, POINTS, Amount
from loaders.extract.quantities.scenes import Lead, Scene
from loaders.extract.quantities.terms import any_in, any_of, group, table

_ROWS = [(row, 1 if row["direction"] == "up" else -1) for row in table("movement_verbs")]
_DIRECTIONS = {form: sign for row, sign in _ROWS for form in row["forms"].split()}
_VERBS = {form for row, _ in _ROWS for form in row["forms"].split() if row["kind"] in ("verb", "action")}
_NAMING = {form for row, _ in _ROWS for form in row["forms"].split() if row["kind"] in ("verb", "noun")}
_FOLLOWING = {row["word"] for row, _ in _ROWS if row["kind"] != "action"} | {
    "losses",
    "outflows",
    "inflows",
    "gains",
    "cuts",
    "reduction",
    "reductions",
}
_FOLLOWING -= {"return", "correct", "strengthen", "appreciate", "contract"}
_DIRECTIONS |= {row["word"]: sign for row, sign in _ROWS}

_STEP = rf"(?!{any_in('step_stop')}\b)[A-Za-z'’.◇◆-]+\s"
_NEAR_WORD = rf"(?!{any_in('near_stop')}\b)[A-Za-z'’.◇◆-]+"
_NEAR_STEP = rf"{_NEAR_WORD}\s"
_OF = r"(?:(?:worth\s)?of\s|in\s(?=(?:[\w-]+\s)?(?:losses|outflows)))?"
_AFTER = re.compile(
    rf"(?i)(?:\s\([^()]*\))?[\s-]{_OF}(?P<steps>(?:{_STEP}){{0,3}}?)(?P<move>{any_of(_FOLLOWING)})(?![\w-])(?!\s(?:of\s#|payments?\b|to\sthe\b|until\b|into\b|within\b|under\b|short\b|outside\b))"
)
_UNDONE = re.compile(r"(?i)\s(?:[\w-]+\s){0,4}(?:was|were|been|being)\s(?:wiped|erased|lost|shaved|slashed)\b")
_MEASURES = frozenset({"years", "months", "days"})  # lengths of time neither rise nor fall
_PHRASAL = re.compile(rf"(?i)\b{any_in('no_fall')}\s(?:down|off)$")
_IN_PARTS = frozenset({PERCENT, BPS, POINTS, PERCENTAGE_POINTS})  # "pay down 2 percent" falls, "pay down $2" does not
_PROVIDED = re.compile(r"(?i)\b(?:credit|loan|insured)\slosses$")
_MOVED = re.compile(rf"(?i)(?<![\w-]){any_of(_DIRECTIONS)}(?![\w-])")
_MOVING = re.compile(
    rf"(?i)(?<![\w-])(?P<move>{any_of(_VERBS)}|(?:up|down|higher|lower)(?=\s(?:more\sthan\s)?$)|(?<=\bto\s)lower)(?![\w-])"
)
_BROUGHT_ABOUT = re.compile(rf"(?i)\b(?!{any_of(_DIRECTIONS)}\b)\w+(?:ed|en)\s$")  # "helped by", not "cut by"
_NEAR = re.compile(rf"(?is).*(?<![\w-])(?P<move>{any_of(_DIRECTIONS)})(?:\s(?:{_NEAR_STEP}){{0,4}})?$")
_NOUN_OF = re.compile(
    rf"(?is).*(?<![\w-])(?P<move>{any_of(_NAMING)})(?:(?:\sin\s(?:{_NEAR_STEP}){{0,3}}{_NEAR_WORD}(?:\sin\s[\w~#]+)?)|\srate)?\s?$"
)
_SHARED = re.compile(
    r"(?:\s(?:on|for|in)\sthe\s(?:day|week|month|quarter|year|session))?"
    r"\s?[,(]?\s?(?:and|or|to|by|equal\sto|representing)?\s?"
    r"|\s[a-z]+(?:\s(?:a|per)\s[a-z]+)?(?:,\sor\s|\s\()"  # `dropped 9 million tons, or 6%`
)
_THEN = re.compile(rf"(?i)\s(?:on|for|in|during)\s(?:the\s|this\s|last\s)?(?:~+|{any_in('month')}|[a-z]+),?\sand\s")
_AT_A_TIME = re.compile(r"(?i)\s(?:on|for|in|over|during|since)\s")
_LOST = re.compile(r"(?i)\b(?:lost|lose|loses)\s(?:by\s)?$")
_AS_BEFORE = re.compile(r"(?i)[^;:#]{0,40}\b(?:compared\s(?:with|to)|versus|against)\s(?:about\s)?")
_EARNED = re.compile(r"(?i)\s(?:in\s)?(?:[a-z]+\s)?(?:profits?|income|earnings)\b")
_LOSSES = re.compile(
    r"(?i)\b(?:par(?:e|es|ed|ing)|extend(?:s|ed|ing)?|widen(?:s|ed|ing)?|trim(?:s|med|ming)?)\s(?:(?:its|their|early)\s)*losses\s$"
)
_ELLIPTIC = re.compile(
    r",?\s?(?:and|while|with)?\s?(?:(?:the|its|[\w-]+-year)\s)*[◆◇]+(?:'s|’s)?\s(?:index\s|shares\s)?(?:by\s)?"
)
_PACE_NEXT = re.compile(r"(?i)\s(?:[\w-]+\s){0,2}(?:pace|rate|clip)\b")
_MOVING_ON = re.compile(rf"(?i)(?<![\w-])(?P<move>{any_of(_VERBS)})\s$")
_PACE_OF = re.compile(rf"(?i)(?<![\w-])(?P<move>{any_of(_VERBS)})\sat\san?\s(?:[\w-]+\s){{0,2}}(?:pace|rate|clip)\s$")
_EXTREME = re.compile(r"(?i)\bas\s(?:low|high)\sas\b")
_STAFF = re.compile(rf"(?i)\b{any_in('staff')}\b|\bjobs?\b")
_CUTS_STAFF = re.compile(rf"(?i)(?:\sof\s(?:its|their|the|his)(?:\s\w+)?)?(?:\s\w+)?\s{any_in('staff')}\b")
_CUTTING = re.compile(rf"(?i)\b{any_in('cutting')}\s$")
_LENGTH = re.compile(r"(?i)\s(?:nm|mm|cm|met(?:er|re)s?|feet|foot|miles?|kilomet(?:er|re)s?|km)\b")
_LOST_OUT = re.compile(r"(?i)\b(?:lose|loses|lost|losing|miss|misses|missed|missing)\sout$")
_LEVEL = frozenset(group("level_preposition"))
_NOUN_NEXT = re.compile(rf"(?i)(?:\s\([^()]*\))?[\s-](?!{any_in('step_stop')}\b)[a-z◆◇]")
_ROUT = re.compile(
    r"(?i)\b(?:rout|selloff|sell-off|slump|losing\sstreak)\b[^,;#]{0,40}\s(?:has\s|had\s)?(?:reached|hit|totalled|totaled|came\sto|deepened\sto|extended\sto)(?:\s\w+)?\s$"
)
_GIVEN_UP = re.compile(r"(?i)\bg(?:ave|ives?|iven|iving)\s(?:up|back)\s$")
_NEGATIVE = re.compile(r"(?i)\bnegative\s(?:[\w-]+\s){0,3}(?:cash\sflow|return|growth|balance|yield|margin)\s?$")
_PASSED = re.compile(r"(?i)\b(?:above|below)\b")
_OWNED = re.compile(r"(?i)(?:\b(?:its|their|his|her)\s[a-z-]+|\w(?:['’]s|s['’])|[◆◇]['’]s?)\s$")
_ONE_MORE = re.compile(r"(?i)\b(?:further|record|average|additional|adjusted|another)\b")
_COUNTED = frozenset({"units", "people", "shares"})


@dataclass(frozen=True, slots=True)
class Movement:
    """`sign` is that of a change, 0 for a level; `basis` is set for the two ends of a change ("from 3 to 5")."""

    sign: int = 0
    basis: str | None = None

    @property
    def is_change(self) -> bool:
        """True where the amount says by how much something moved."""
        return self.sign != 0


def movement_of(scene: Scene, amount: Amount, earlier: Movement | None) -> Movement:
    """How an amount moves; `earlier` is the movement of the amount before it in the sentence."""
    lead = scene.lead_of(amount)
    if amount.unit in _MEASURES:
        return Movement()
    if lead.preposition == "from":
        has_new = _moved(lead.before) or _has_counterpart(scene, amount)
        return Movement(basis="previous" if has_new else None)
    if sign := _sign_beside(lead, scene.right_of(amount), amount):
        return Movement(sign)
    if lead.preposition in _LEVEL or (_EXTREME.search(lead.filler) and amount.unit != "percent"):
        return Movement(basis="new" if _is_new(lead) else None)
    if _CUTTING.search(lead.before) and _CUTS_STAFF.match(scene.right_of(amount)):
        return Movement()
    if sign := _sign_before(lead, scene.right_of(amount), amount):
        return Movement(sign)
    return earlier if earlier and _shares_movement(scene, amount, lead) else Movement()


def _sign_beside(lead: Lead, right: str, amount: Amount) -> int:
    """Of "a 4 per cent drop", "shrank at a 4 per cent pace", "lost out on $4" and "pared losses to 4 per cent"."""
    is_part = lead.preposition == "to" and amount.unit in _IN_PARTS and not right.startswith(" of ")
    if (is_part and _LOSSES.search(lead.before)) or (
        lead.preposition == "on" and _LOST_OUT.search(lead.before.rstrip())
    ):
        return -1
    return _sign_after(right, amount) or _sign_of_pace(lead, right)


def _sign_of_pace(lead: Lead, right: str) -> int:
    """Of "shrank at a 2.4 percent pace" and "declined at an annual rate of 8.4 percent"."""
    is_pace = lead.preposition == "at" and lead.filler.strip() and _PACE_NEXT.match(right)
    match = _MOVING_ON.search(lead.before) if is_pace else lead.preposition == "of" and _PACE_OF.search(lead.before)
    return _DIRECTIONS[match["move"].lower()] if match else 0


def _sign_after(right: str, amount: Amount) -> int:
    match = _AFTER.match(right)
    if match is None:
        return -1 if _UNDONE.match(right) else 0
    if (amount.unit in _COUNTED and match["steps"]) or _STAFF.search(match["steps"]):
        return 0
    return _DIRECTIONS[match["move"].lower()]


def _sign_before(lead: Lead, right: str, amount: Amount) -> int:
    if not lead.preposition and (_ROUT.search(lead.before) or _GIVEN_UP.search(lead.before)):
        return -1
    if lead.preposition == "of" and _NEGATIVE.search(lead.before):
        return -1
    if lead.preposition == "by" or (amount.is_part and lead.preposition == "in"):
        moves = [] if _BROUGHT_ABOUT.search(lead.before) else list(_MOVING.finditer(lead.before))
        return _DIRECTIONS[moves[-1]["move"].lower()] if moves else 0
    if lead.preposition == "of":
        return _direction(_NOUN_OF.match(lead.before), right, amount)
    if lead.preposition not in ("", "between") or _PASSED.search(lead.filler) or (_describes(lead, right)):
        return 0
    return 0 if _LENGTH.match(right) else _direction(_NEAR.match(lead.before), right, amount)


def _describes(lead: Lead, right: str) -> bool:
    """True for "a $2 billion contract" and "the bank's 2 percent target", not for "a whopping $2 billion in"."""
    is_attributive = lead.is_attributive or (not lead.filler and _OWNED.search(lead.before))
    return bool(is_attributive) and not _ONE_MORE.search(lead.filler) and bool(_NOUN_NEXT.match(right))


def _direction(match: re.Match[str] | None, right: str, amount: Amount) -> int:
    return _DIRECTIONS[match["move"].lower()] if match and not _is_no_fall(match, right, amount) else 0


def _is_no_fall(match: re.Match[str], right: str, amount: Amount) -> bool:
    """True for "turned down $3 million", "fell below Monday's $3" and "provisions for credit losses"."""
    end = match.end("move")
    if _PASSED.fullmatch(match["move"]):
        return True
    has_object = amount.unit not in _IN_PARTS or right.startswith(" of ")
    return bool((has_object and _PHRASAL.search(match.string, 0, end)) or _PROVIDED.search(match.string, 0, end))


def _shares_movement(scene: Scene, amount: Amount, lead: Lead) -> bool:
    """True for "24 cents, or 0.35%", "(about $5 billion)", "fell 2% and the Dow 3%" and "2% in May and 3% in June"."""
    before = scene.before(amount)
    if before is None or lead.is_attributive:
        return False
    gap = scene.text[before.end : amount.start - len(lead.filler)] if lead.filler else scene.between(before, amount)
    then = _THEN.fullmatch(gap) and _AT_A_TIME.match(scene.right_of(amount))
    return bool(then or _SHARED.fullmatch(gap) or _ELLIPTIC.fullmatch(gap) or _is_lost_too(scene, before, amount))


def _is_lost_too(scene: Scene, before: Amount, amount: Amount) -> bool:
    """True for the second of "lost $3 million, compared with $7 million a year earlier"."""
    is_lost = before.unit == amount.unit and _LOST.search(scene.lead_of(before).before)
    is_compared = is_lost and _AS_BEFORE.fullmatch(scene.text[before.end : amount.start])
    return bool(is_compared) and not _AFTER.match(scene.right_of(amount)) and not _EARNED.match(scene.right_of(amount))


def _is_new(lead: Lead) -> bool:
    return lead.preposition == "to" and _moved(lead.before) and not lead.before.rstrip().endswith("according")


def _moved(left: str) -> bool:
    return bool(_MOVED.search(left[-80:]))


def _has_counterpart(scene: Scene, amount: Amount) -> bool:
    """True where a "to" amount of the same unit stands beside this "from" amount."""
    beside = [other for other in scene.beside(amount) if other.unit == amount.unit]
    return any(scene.lead_of(other).preposition == "to" for other in beside)
