"""What a bare number counts: people, shares, things; durations that measure something; index points."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extract.quantities.ages import aged
from loaders.extract.quantities.amount import Amount
from loaders.extract.quantities.informants import only_tell
from loaders.extract.quantities.masking import OTHER_NAME_MARK
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.terms import any_in, by_word, cell, group, table

PEOPLE, SHARES, UNITS = "people", "shares", "units"
COUNTS = frozenset({PEOPLE, SHARES, UNITS})  # of which there are no fractions
_NOUN_UNITS = {word.lower(): unit for word, unit in by_word("count_nouns", "words", "unit").items()}
_JOINED = dict.fromkeys(group("joined_people"), PEOPLE) | dict.fromkeys(group("joined_units"), UNITS)
_MEASURED = [term for row in table("metrics") if row["measured_in"].startswith("count") for term in cell(row["terms"])]
COUNTED_NOUNS = [word for word, unit in _NOUN_UNITS.items() if unit in COUNTS and len(word) > 3] + _MEASURED
_STOPS = frozenset(group("count_stop"))
_WORD = re.compile(
    r"(?:\s\([◆◇A-Z.:\s]{1,20}\))?(?:\s~+(?=\s(?:equivalent|container)))?[\s-]?([A-Za-z][A-Za-z'’.-]*|[◆◇]+|[A-Z]*\d[\w-]*|(?<=[A-Za-z◆◇]\s)#+)"
)
_COMMA = re.compile(r",\s([a-z][a-z-]+)(?=\s)")  # `500 permanent, full-time employees`
_NAMES = re.compile(r"[A-Z◆◇]")
_REACH = 5
_LEAST_COUNT = 1000  # numbers in the names of houses are smaller
_PLAIN = re.compile(r"[a-z]{3,}s|people|aircraft|square")
_NAMED_NUMBER = re.compile(rf"(?:(?<!^)\b(?!{any_in('opener')}\b)[A-Z][\w’'-]*|[◆◇])\s$")
_PART_OF = re.compile(
    r"(?i)\sof\s(?:(?:the|its|their|his|her|our|these|those|them)(?:\s(?:\d+|#+|most|top))?|#+)(?=\s)"
)
_GROUP = re.compile(rf"(?i)(?:\b{any_in('group_lead')}|[’']s?)\s(?:[a-z-]+\s)?[“\"‘']?$")
_LASTS = re.compile(rf"(?i)\b{any_in('duration_lead')}\s(?:for\s)?$")
_HARMED = re.compile(
    r"(?i)(?:\sof\sthem)?\s(?:were|was|are|have\sbeen|had\sbeen)\s(?:also\s|then\s)?(?:killed|wounded|injured|hurt|arrested|dead|missing)\b"
)
_BARRED = re.compile(
    r"(?i)\b(?:banned|barred|jailed|imprisoned|suspended|disqualified|sentenced)\b[^,;#]{0,40}\s(?:for|to)\s(?:[a-z]+\s){0,2}$"
)
_RATE_MOVES = re.compile(  # `seven quarter-point increases`, `two more rate cuts`
    r"(?i)\s(?:(?:more|further|additional|straight|consecutive|interest|[a-z]+ly)[\s-]){0,2}(?:#+(?:\srate)?|rate)\s"
    r"(?:hike|cut|increase|rise|reduction|move)s?\b"
)
_PER_DAY = re.compile(r"\s(?:b|bbls?|boe|mcf)/d\b")
_TERMS = re.compile(r"(?i)\b(?:will|shall|must|may|can)\b")
_SINCE = re.compile(r"(?i)\b(?:after|over|following|during|despite|throughout|since|amid)\s(?:[a-z]+\s){0,3}$")
_NUMBERED = re.compile(r"(?i)\b(?:phase|stage|step|chapter|round|tier|class|level|act|day|week|page)\s$")
_MEMBERS = re.compile(r"-(?:member|person|strong)\b")
_OF_PEOPLE = re.compile(rf"(?i)\b{any_in('done_to_people')}\s$")
_NOTHING_COUNTED = re.compile(r"(?i)[.,;]|$|\s(?:and|in|at|on|by|across|from|others|more|last|this|next)\b")
_HOURS = re.compile(
    r"(?i)\shours\s(?:a|per|each|every)\s(?:day|week|month|year)\b|\shours\sof\s(?:study|work|training|footage)\b"
)
_SERVED = re.compile(rf"(?i)(?P<joint>[-\s])(?P<unit>year|month|day)s?\s(?:[a-z-]+\s)?{any_in('duration_noun')}\b")
_ARTICLE = re.compile(r"(?i)\ban?\s(?:[a-z-]+\s)?$")
_ROUND_THE_CLOCK = 24  # "open 24 hours a day"
_NAMED_NEXT = re.compile(rf"\s(?:[A-Z][a-z]+s|{any_in('model_suffix')})\b")  # `the 105 Residences`, `its 737 MAX jets`
_LOWER = re.compile(r"(?<![\w'’-])[a-z]{4,}")
_DEMONYM = re.compile(r"[A-Z][a-z]{2,}(?:ians|nians|anis|ans|ese)")
_OF_SUPPLY = re.compile(
    r"(?i)\s(?:straight\s|consecutive\s)?(?P<unit>years|months|days)\sof\s(?!age|the|this|last|his|her|talks|trading)\w+"
)
_PLAIN_UNIT = re.compile(r"(?i)\s(?P<unit>years?|months?|days?)\b")


def counted(scene: Scene, amount: Amount) -> Amount | None:
    """A bare number with the unit of what it counts, or None where it counts nothing that the table knows."""
    if (age := aged(scene, amount)) is not None:
        return age
    if (duration := _duration(scene, amount)) is not None:
        return duration
    if _RATE_MOVES.match(scene.right_of(amount)):
        return replace(amount, unit=UNITS)
    if amount.in_words and (amount.low == 1 or _is_named_group(scene, amount)):
        return None
    if _PER_DAY.match(scene.right_of(amount)):
        return replace(amount, unit=UNITS)
    if amount.looks_like_year or _NAMED_NUMBER.search(scene.left_of(amount)) or only_tell(scene, amount):
        return None
    unit = PEOPLE if _is_people(scene, amount) else _unit_of_noun(scene.right_of(amount))
    if unit == UNITS and _is_in_name(scene, amount):
        return None
    return replace(amount, unit=unit) if unit in (PEOPLE, SHARES, UNITS) else None


def _is_people(scene: Scene, amount: Amount) -> bool:
    """True for "40 were injured", "the storm killed 14 and" and "employs 4,300 in"."""
    right = scene.right_of(amount)
    is_bare = amount.unit is None and _NOTHING_COUNTED.match(right)
    return bool(_HARMED.match(right) or (is_bare and _OF_PEOPLE.search(scene.lead_of(amount).before)))


def _is_named_group(scene: Scene, amount: Amount) -> bool:
    """True for "the seven giants" and "phase two", not for "its eight-member board"."""
    if _NUMBERED.search(scene.left_of(amount)):
        return True
    return bool(_GROUP.search(scene.left_of(amount))) and not _MEMBERS.match(scene.right_of(amount))


def _is_in_name(scene: Scene, amount: Amount) -> bool:
    """True for "the 105 Residences" in a sentence, not for "105 Stores Close" in a heading or "some 200 Teslas"."""
    is_plain = not amount.in_words and amount.low < _LEAST_COUNT and not scene.lead_of(amount).is_approximate
    is_named = is_plain and _NAMED_NEXT.match(scene.right_of(amount))
    return bool(is_named and _LOWER.search(scene.text))


def _duration(scene: Scene, amount: Amount) -> Amount | None:
    """A length of time that measures something; windows and horizons ("over the next 12 months") are no figures."""
    right = scene.right_of(amount)
    left = scene.left_of(amount)
    match = _served(left, right) or (None if _is_past(left, amount) else _OF_SUPPLY.match(right))
    if match is None and (_LASTS.search(_without_filler(scene, amount)) or _BARRED.search(left)):
        match = _PLAIN_UNIT.match(right)
    if match is None and _HOURS.match(right) and amount.low != _ROUND_THE_CLOCK:
        return replace(amount, unit=UNITS)
    return replace(amount, unit=match["unit"].lower().rstrip("s") + "s") if match else None


def _served(left: str, right: str) -> re.Match[str] | None:
    """The length of "a five-year lease" and "a ten year lease", not of "in two years supply will double"."""
    match = _SERVED.match(right)
    return match if match and (match["joint"] == "-" or _ARTICLE.search(left)) else None


def _is_past(left: str, amount: Amount) -> bool:
    """True for "after five years of decline" and "its first five years of work", not for what will come after them."""
    return bool((amount.in_words and _GROUP.search(left)) or (_SINCE.search(left) and not _TERMS.search(left)))


def _without_filler(scene: Scene, amount: Amount) -> str:
    lead = scene.lead_of(amount)
    is_mean = "average" in lead.filler and lead.preposition == "for"
    if is_mean:
        return scene.left_of(amount)
    return f"{lead.before}{lead.preposition} " if lead.preposition else lead.before


def noun_counted(scene: Scene, amount: Amount) -> str | None:
    """The plain noun that says what a number counts, such as `refineries`; None where there is none."""
    found = _counted_noun(scene.right_of(amount))
    return found[0] if found is not None and _PLAIN.fullmatch(found[0]) else None


def _unit_of_noun(right: str) -> str | None:
    found = _counted_noun(right)
    return found[1] if found is not None else None


def _counted_noun(right: str) -> tuple[str, str] | None:
    """The first noun after a number that the table knows, or the first plural, with its unit."""
    part = _PART_OF.match(right)
    at = part.end() if part else 0
    last = ""
    for _ in range(_REACH):
        match = _WORD.match(right, at) or _adjective_behind_comma(right, at, last)
        if match is None or _breaks_off(match, last, right):
            return ("products", UNITS) if last.startswith(OTHER_NAME_MARK) else None
        if (found := _unit_of_word(match)) is not None:
            return found
        if match[0][0] == "-" and at == 0 and not last:  # the size of each: `three-bedroom homes`
            return None
        at, last = match.end(), match[1]
    return None


def _unit_of_word(match: re.Match[str]) -> tuple[str, str] | None:
    """The noun and its unit where this word is one that can be counted."""
    word, is_joined = match[1].lower().split("-")[0].rstrip("."), match[0][0] == "-"
    if is_joined and word in _JOINED:
        return word, _JOINED[word]
    if word in _NOUN_UNITS:
        return word, _NOUN_UNITS[word]
    if is_joined:
        return None
    if _DEMONYM.fullmatch(match[1].rstrip(".")):
        return "people", PEOPLE
    return (word, UNITS) if _is_plural(word) else None


def _adjective_behind_comma(right: str, at: int, last: str) -> re.Match[str] | None:
    """The second of two adjectives; not who speaks behind the comma: `hired 200 locally, officials said`."""
    match = _COMMA.match(right, at) if last.islower() and not last.endswith("ly") else None
    return None if match is None or match[1] in _NOUN_UNITS or _is_plural(match[1]) else match


def _breaks_off(match: re.Match[str], last: str, right: str) -> bool:
    """True where the words that may lead to the noun end: at a stop, or a number that belongs to no name."""
    if match[1][0] == "#":
        return not _NAMES.match(last)
    if match[1] == "more" and not last:  # `four more games`, not `four more than`
        return False
    is_letter = len(match[1]) == 1 and match[1].isupper()  # `5,000 Model A servers`
    return (
        match[1].lower() in _STOPS and not (is_letter and last) and not (last and _links(match[1], right, match.end()))
    )


def _links(word: str, right: str, at: int) -> bool:
    """True for "and" or "or" between two adjectives: "corporate and government clients"."""
    return word.lower() in ("and", "or") and not right[:at].rstrip().split()[-2].endswith("s") and " " in right[at:]


def unit_of_plural(noun: str) -> str:
    """What a number of these is a number of: people, shares or units."""
    return _NOUN_UNITS.get(noun.lower()) or UNITS


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s", "ous"))
