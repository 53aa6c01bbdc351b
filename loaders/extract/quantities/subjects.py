"""Whom an amount is about: the name that it belongs to by the order of words and the marks between them."""

from __future__ import annotations

import re
from itertools import pairwise

from graph.model import Kind
from loaders.extract.quantities.amount import Amount
from loaders.extract.quantities.masking import Name
from loaders.extract.quantities.places import only_describes
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.terms import any_in

_CLAUSE = re.compile(
    r"[;:—]|\s[-–]\s|[“”\"]|,\s(?:while|but|whereas|and|with|as|which|after|before|compared|versus|though|although|or)\b"
    r"|\s(?:while|whereas|versus|than\sthe)\s|(?<=#)\sand\s"
)
_WORD = re.compile(r"[\w'’]+")
_LISTED = r"(?:the\s)?(?:[◆◇]+|\w+(?:\s\w+){0,2})(?:'s|’s)?,?\s(?:and\s|or\s)?"
_EXAMPLE = re.compile(rf"(?i)\b{any_in('example_lead')}\s(?:{_LISTED}){{0,6}}(?:\w+\s){{0,2}}$")
_INSIDE = re.compile(rf"(?i),\s{any_in('aside_lead')}\b[^,]*$")
_CLOSED = re.compile(r"[^,]*,")
_ESTIMATE = re.compile(rf"(?i)\b{any_in('estimate')}\b")
_OPENS = re.compile(
    r"(?i)(?:^|[;:—“\"]|,\s(?:while|but|and|whereas|as|with)|\s(?:while|as|that)|#\sand)\s*(?:the\s|[\w.-]+\s){0,2}$"
)
_AMOUNT = re.compile(r"#+")
_SAYS = re.compile(
    rf"(?i)(?:'s?|’s?)?(?:\s\w+){{0,2}}?,?\s(?:\w+ly\s|also\s|has\s|had\s|have\s)?{any_in('reporting')}\b"
)
_SAID_BY = re.compile(rf"(?i)\b{any_in('source_lead')}\s(?:the\s|a\s|data\sfrom\s)?(?:[\w-]+\s){{0,2}}$")
_WORKS_AT = re.compile(rf"(?i)\b{any_in('post')}(?:\s[\w'’-]+){{0,4}}?\s(?:at|of|for|with|from)\s(?:the\s)?$")
_EMPLOYS = re.compile(rf"(?i)(?:'s|’s)?(?:\s[\w-]+){{0,3}}?\s{any_in('post')}\s◆")
_OBLIQUE = re.compile(rf"(?i)\b{any_in('oblique')}\s(?:the\s|its\s|a\s)?(?:[\w-]+\s)?$")
_HELD = re.compile(rf"(?i)\b{any_in('held')}\s{any_in('holder_preposition')}\s(?:the\s)?(?:[\w-]+\s){{0,2}}$")
_ATTACHED = re.compile(
    rf"(?i)(?:[\s-][\w'’%-]+){{0,4}}?\s{any_in('attaching')}\s(?:the\s|its\s|a\s)?"
    r"(?:(?!and\b|which\b)[\w.'’&-]+,?\s){0,4}(?:[◆◇]+(?:'s|’s)?\s)?$"
)
_AND_ANOTHER = re.compile(r"\sand\s(?:[\w’'-]+\s){1,5}(?:of|at)\s#+(?=\s(?:for|in|of)\s)")
_ATTRIBUTIVE = re.compile(rf"(?:[\s-](?!{any_in('step_stop')}\b)[\w-]+)?\s")
_WHERE = frozenset({Kind.PLACE, Kind.INSTITUTION})
_JUDGES = frozenset({Kind.PERSON, Kind.INSTITUTION})
_LOCATING = re.compile(r"(?i)\s(?:in|on|at)\s(?:the\s)?$")
_COMPOUND = re.compile(r"-[a-z]")
_LIST_GAP = re.compile(r"(?i)\s?(?:,|\band\b|&|, and)(?:\s(?:the|at|to|by|about|roughly))*\s?(?:[\w'’-]+\s){0,9}")
_NAME_GAP = re.compile(r"(?i)\s?(?:\([^)]*\))?\s?(?:,|\band\b|&|, and)\s?(?:[\w'’-]+\s){0,9}")
_RESPECTIVELY = re.compile(r"(?i)\brespectively\b")
_BOTH = re.compile(r"(?i)\b(?:both|the two|each)\b")

# How much each circumstance speaks for or against a name; only the order of the sums matters.
SCORED, PERSON, OTHER, REFERENCE = 1.5, -0.2, -0.6, -0.3
PER_WORD, PER_AMOUNT, PER_CLAUSE = 0.06, 0.2, 0.3
SOURCE, ASIDE, OBLIQUE, HELD, POSSESSIVE, OPENS = 6.0, 2.0, 0.7, 0.4, 0.3, 0.4
RIGHT, RIGHT_PER_WORD, RIGHT_ATTACHED, RIGHT_ATTRIBUTIVE, RIGHT_OF_NOUN = 2.2, 0.12, 2.3, 2.4, 1.8
FAR = 12  # words; beyond it distance says no more
LEAST = -2.5


def subjects(scene: Scene) -> dict[int, str]:
    """Index of an amount in the scene → id of the entity that it is about, where the sentence names one."""
    found = respective(scene)
    for at, amount in enumerate(scene.amounts):
        if at not in found and (best := _best(scene, amount)) is not None:
            found[at] = best.id
    return found


def speaks_of_both(scene: Scene, amount: Amount) -> bool:
    """True where "both" or "each" before an amount takes up the two subjects of an earlier sentence."""
    return bool(_BOTH.search(scene.left_of(amount)))


def _best(scene: Scene, amount: Amount) -> Name | None:
    scored = [(fit(scene, amount, name), -at, name) for at, name in enumerate(scene.names_near(amount))]
    if not scored:
        return None
    best, _, name = max(scored, key=lambda item: item[:2])
    return name if best > LEAST else None


def fit(scene: Scene, amount: Amount, name: Name) -> float:
    """How well a name fits as the subject of an amount."""
    base = _kind_fit(name) - (SOURCE if is_outside(scene, amount, name) else 0.0)
    return base + (_left_fit(scene, amount, name) if name.end <= amount.start else _right_fit(scene, amount, name))


def _kind_fit(name: Name) -> float:
    base = REFERENCE if name.is_reference else 0.0
    if name.kind == Kind.PERSON:
        return base + PERSON
    return base + (SCORED if name.is_scored else OTHER)


def _left_fit(scene: Scene, amount: Amount, name: Name) -> float:
    gap, before = scene.between(name, amount), scene.before_name(name)
    fit = -PER_WORD * min(len(_WORD.findall(gap)), FAR) - PER_AMOUNT * len(_AMOUNT.findall(gap)) - _clauses(gap)
    if _HELD.search(before):
        fit += HELD
    elif _OBLIQUE.search(before):
        fit -= OBLIQUE
    if is_aside(before, gap):
        fit -= ASIDE
    if _OPENS.search(before):
        fit += OPENS
    return fit + (POSSESSIVE if gap.startswith(("'s ", "’s ")) else 0.0)


def is_aside(before: str, gap: str) -> bool:
    """True for a name in brackets, in a relative clause that has ended, in "such as", or in "London-listed"."""
    if before.rstrip().endswith("(") or _COMPOUND.match(gap) or _EXAMPLE.search(before):
        return True
    return bool(_INSIDE.search(before) and _CLOSED.match(gap))


def _right_fit(scene: Scene, amount: Amount, name: Name) -> float:
    gap = gap_to_the_right(scene, amount, name)
    fit = -RIGHT - RIGHT_PER_WORD * len(_WORD.findall(gap)) - 2 * PER_AMOUNT * len(_AMOUNT.findall(gap)) - _clauses(gap)
    if is_attributive(gap):
        fit += RIGHT_ATTRIBUTIVE
    elif is_attached(gap) and (name.kind not in _WHERE or not _LOCATING.search(gap)):
        fit += RIGHT_ATTACHED + (RIGHT_OF_NOUN if scene.lead_of(amount).is_attributive else 0.0)
    return fit


def _clauses(gap: str) -> float:
    return PER_CLAUSE * clauses_in(gap)


def clauses_in(gap: str) -> int:
    """How many clauses begin or end between two places."""
    return len(_CLAUSE.findall(gap))


def gap_to_the_right(scene: Scene, amount: Amount, name: Name) -> str:
    """The words from an amount to a name, without a second amount that shares the name."""
    return _AND_ANOTHER.sub("", scene.between(amount, name), count=1)


def is_attributive(gap: str) -> bool:
    """True where a name follows an amount at once: "a $2 billion Acme plant"."""
    return bool(_ATTRIBUTIVE.fullmatch(gap))


def is_attached(gap: str) -> bool:
    """True where a preposition ties a name to the amount before it: "a 4% advance in Acme"."""
    return bool(_ATTACHED.fullmatch(gap))


def role_of(before: str) -> str:
    """What the words before a name make of it: the preposition, `held` in "shares of", `opens` for a clause."""
    if _HELD.search(before):
        return "held"
    if _OPENS.search(before):
        return "opens"
    oblique = _OBLIQUE.search(before)
    return oblique[0].split()[0].lower() if oblique else "plain"


def is_oblique(scene: Scene, name: Name) -> bool:
    """True for a name after a preposition, such as "in" or "of"."""
    return bool(_OBLIQUE.search(scene.before_name(name)))


def is_source(scene: Scene, name: Name) -> bool:
    """True for the name that says or reports something in this sentence."""
    return is_cited(scene, name) or says(scene, name)


def says(scene: Scene, name: Name) -> bool:
    """True for the name that a reporting verb follows."""
    return bool(_SAYS.match(scene.text, name.end))


def is_employer(scene: Scene, name: Name) -> bool:
    """True for an organisation that only tells where a person works: "an analyst at Acme", "Acme economist Ann Lee"."""
    if name.kind == Kind.PERSON or name.kind == Kind.PLACE:
        return False
    return bool(_WORKS_AT.search(scene.before_name(name)) or _EMPLOYS.match(scene.text, name.end))


def is_cited(scene: Scene, name: Name) -> bool:
    """True for the name after "according to" and the like."""
    return bool(_SAID_BY.search(scene.before_name(name)))


def is_outside(scene: Scene, amount: Amount, name: Name) -> bool:
    """True for who is cited, who says something of another, who sets a target, and for where it is told."""
    if is_cited(scene, name) or only_describes(scene.text, name):
        return True
    if name.end > amount.start:
        return says(scene, name)
    if judges(scene, amount, name) or (name.kind == Kind.PERSON and says(scene, name)):
        return True
    others = [
        other for other in scene.names_near(amount) if name.end <= other.start < amount.start and other.id != name.id
    ]
    return bool(others) and says(scene, name)


def judges(scene: Scene, amount: Amount, name: Name) -> bool:
    """True for the person or institution whose target or estimate an amount is."""
    return name.kind in _JUDGES and bool(_ESTIMATE.search(scene.between(name, amount)))


def respective(scene: Scene) -> dict[int, str]:
    """Pairs two lists in order where the sentence says "respectively"."""
    found: dict[int, str] = {}
    for match in _RESPECTIVELY.finditer(scene.text):
        amounts = _list_before(scene, match.start())
        names = _names_before(scene, amounts[0], len(amounts)) if amounts else []
        if len(names) == len(amounts) > 1:
            found |= _in_order(scene, amounts, names)
            found |= _in_order(scene, _of_both(scene, match.end(), len(names)), names)
    return found


def _in_order(scene: Scene, amounts: list[Amount], names: list[Name]) -> dict[int, str]:
    return {scene.place_of(amount): name.id for amount, name in zip(amounts, names, strict=False)}


def _of_both(scene: Scene, start: int, count: int) -> list[Amount]:
    """The next list of so many amounts where "both" or "the two" takes up the names of the last one."""
    both = _BOTH.search(scene.text, start)
    after = [amount for amount in scene.amounts if both and amount.start >= both.end()][:count]
    listed = all(_LIST_GAP.fullmatch(scene.between(first, second)) for first, second in pairwise(after))
    return after if listed and len(after) == count else []


def _list_before(scene: Scene, end: int) -> list[Amount]:
    """The amounts of the list that ends at "respectively", in order."""
    before = [amount for amount in scene.amounts if amount.end <= end]
    run = before[-1:]
    for first, second in reversed(list(pairwise(before))):
        if not _LIST_GAP.fullmatch(scene.between(first, second)):
            break
        run.insert(0, first)
    return run


def _names_before(scene: Scene, amount: Amount, count: int) -> list[Name]:
    """The list of so many names before the amounts, the nearest one."""
    before = [name for name in scene.names if name.end <= amount.start and not name.is_reference]
    for end in range(len(before), count - 1, -1):
        run = before[end - count : end]
        if all(_NAME_GAP.fullmatch(scene.between(first, second)) for first, second in pairwise(run)):
            return run
    return []
