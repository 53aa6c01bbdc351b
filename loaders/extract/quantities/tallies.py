"""Bare numbers whose noun stands before them: "home sales rose to 8,412", "payrolls grew by 64,000"."""

from __future__ import annotations

import re

from graph.model import Kind
from loaders.extract.quantities.amount import PERCENT, Amount
from loaders.extract.quantities.counts import PEOPLE, UNITS, unit_of_plural
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.terms import any_in, any_of, group, table

_UNITS = dict.fromkeys(group("tallied_people"), PEOPLE) | dict.fromkeys(group("tallied_units"), UNITS)
_TALLIED = re.compile(rf"(?i)(?<![\w-]){any_of(_UNITS)}(?![\w-])")
_NUMBER_OF = re.compile(r"(?i)\bnumber\sof\s(?:[a-z-]+\s){0,2}?(?P<noun>people|(?!this\b)[a-z]{3,}s)\b[^,;#]*$")
_NUMBER_GOES = re.compile(
    r"(?i)\bnumber\sof\s(?:[a-z-]+\s){0,2}?(?P<noun>people|(?!this\b)[a-z]{3,}s)\b[^;]*\s(?:to|at|by|from|was)\s$"
)
FORMS = [form for row in table("movement_verbs") if row["kind"] == "verb" for form in row["forms"].split()]
_MOVED = re.compile(rf"(?i)(?<![\w-])(?:{any_of(FORMS)}|{any_in('reaching')})\s$")
_GAIN = re.compile(r"(?i)\s(?:net\s)?(?:gain|rise|increase|jump|advance|drop|decline|decrease|fall|loss)\b")
_ENDS = re.compile(rf"(?i)\s?(?:[.,;:)”\"]|$)|\s(?:{any_in('bare_end', 'tally_end')}|[◆◇~]+)(?![\w-])")
_ENDED = re.compile(rf"(?i)(?<!annual\s)(?<!annualized\s)(?<!annualised\s)\b{any_in('no_tally')}\b")
_LEADS = frozenset({"to", "by", "from", "at", "of", "than", "was", "were", "is", "are", "versus"})
_POPULATION = re.compile(r"(?i)\bpopulation\sof\s(?:[\w-]+\s){0,2}$")
_OF_THESE = re.compile(rf"(?i)\b(?:{any_in('no_tally')}|age|pay|salary|salaries)\s(?:of|for)\s(?:[\w◆◇'’-]+\s){{0,4}}$")
_OF_GROUP = re.compile(
    rf"(?i)\b{any_in('collective')}\sof\s(?:[a-z-]+\s){{0,2}}?(?P<noun>people|[a-z]{{3,}}s)\s(?:(?:gr[eo]w|rose|fell|shrank|expanded|swelled|increased)\s)?"
    r"(?:to|by|from)\s(?:#+\sfrom\s)?$"
)
_ADDS_JOBS = re.compile(
    rf"(?i)\b{any_in('jobs_added_by')}\s(?:also\s|has\s|had\s|have\s)?(?:added|gained|created|lost|shed)\s$"
)
_TEAM = re.compile(r"(?i)team|crew")  # which also win by 4
_SIZED = re.compile(
    r"(?i)^\sof\s(?:[a-z]+\s){0,3}$|\b(?:gr[eo]w\w*|expand\w*|sh?r[aiu]nk\w*|swell\w*|swollen|number(?:s|ed|ing)?)\s(?:by\s|to\s|from\s)?(?:[a-z]+\s){0,2}$"
)
_FEWER = re.compile(
    r"(?i)#\s(?:fewer|more)\s(?!than\b)(?:[a-z-]+\s)?(?P<noun>people|[a-z]{3,}s)\b(?P<gap>[^;]*)\s(?:to|at|from)\s$"
)
_SMALL_SHARE, _FAR = 100, 120


def tallied(scene: Scene, amount: Amount, earlier: Amount | None) -> str | None:
    """The unit of a bare number that goes on with a noun before it; None where there is no such noun."""
    if amount.looks_like_year or (amount.in_words and amount.scale == 1) or not _moves(scene, amount):
        return None
    if (numbered := _numbered(scene, amount)) is not None:
        return unit_of_plural(numbered["noun"])
    if _ADDS_JOBS.search(scene.lead_of(amount).before):
        return PEOPLE
    is_share = earlier is not None and earlier.unit == PERCENT and amount.low < _SMALL_SHARE
    has_fraction = amount.scale == 1 and amount.low % 1
    return None if is_share or has_fraction else _unit_before(scene, amount)


def _numbered(scene: Scene, amount: Amount) -> re.Match[str] | None:
    """The noun of "the number of deals rose to 961" and "its force of advisers to 920 from 840"."""
    left = scene.left_of(amount)
    found = _NUMBER_OF.search(left) or _OF_GROUP.search(left)
    return found or _number_goes(scene, amount) or _fewer(scene, amount)


def _number_goes(scene: Scene, amount: Amount) -> re.Match[str] | None:
    """ "The number of deals fell by 5 percent to 961", with other numbers between."""
    lead = scene.lead_of(amount)
    return _NUMBER_GOES.search(f"{lead.before}{lead.preposition} ") if amount.low >= _SMALL_SHARE else None


def _fewer(scene: Scene, amount: Amount) -> re.Match[str] | None:
    """ "A third fewer fires, down from 119 to 81": the levels behind a change in percent are of what is counted."""
    lead = scene.lead_of(amount)
    match = _FEWER.search(f"{lead.before}{lead.preposition} ")
    return match if match and not _ENDED.search(match["gap"]) else None


def _moves(scene: Scene, amount: Amount) -> bool:
    """True for "rose to 8,412 in May", "of 8,412," and "a 51,000 gain"."""
    right = scene.right_of(amount)
    if _GAIN.match(right) or (_POPULATION.search(scene.left_of(amount)) and amount.low > _SMALL_SHARE):
        return True
    lead = scene.lead_of(amount)
    return bool(_ENDS.match(right)) and (lead.preposition in _LEADS or bool(_MOVED.search(lead.before)))


def _unit_before(scene: Scene, amount: Amount) -> str | None:
    """The unit of the last counting noun to the left, unless the words went on to a rate, a price or an index."""
    left = scene.left_of(amount)[-_FAR:]
    found = list(_TALLIED.finditer(left))
    if not found or _OF_THESE.search(left[: found[-1].start()]):
        return None
    start = max(0, amount.start - _FAR) + found[-1].end()
    indices = (name for name in scene.names if name.kind == Kind.INDEX and start <= name.start < amount.start)
    is_other = _ENDED.search(scene.text, start, amount.start) or any(indices)
    is_match = _TEAM.fullmatch(found[-1][0]) and not _SIZED.search(left[found[-1].end() :])
    return None if is_other or is_match else _UNITS[" ".join(found[-1][0].lower().split())]
