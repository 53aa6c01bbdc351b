"""Amounts in words: shares ("two-thirds of", "one in five"), steps ("half a point") and multiples ("doubled")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from loaders.extract.quantities import numerals
from loaders.extract.quantities.amount import MULTIPLE, PERCENT, PERCENTAGE_POINTS, Amount
from loaders.extract.quantities.terms import any_in, any_of, cell, table

_OF_A_WHOLE = re.compile(
    r"\s(?:of|its|the|his|her|their|our|that|those|what)\b|\s(?:19|20)\d\d\slevels?\b"
    r"|[\s-](?:stake|share|holding|interest)\b|-?owned|\s◆"
)
_LEADS_TO_PART = re.compile(
    r"(?i)\b(?:by|in|than|nearly|almost|about|around|roughly|over|up\sto|least|lost|close\sto|some)\s$"
)
_OF_A_GAME_OR_YEAR = re.compile(r"(?i)\b(?:first|second|latter|other|last|this|next|each|every|previous)[\s-]$")
_PARTS = (
    r"(?:two|four|five|six|seven|eight|nine)[\s-](?:thirds|fifths|sixths|eighths|tenths)"
    r"|three[\s-](?:quarters|fifths|tenths)"
)
_PART = r"(?:an?|one)[\s-](?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|half)|(?:a\s)?half"
_PART += r"|quarter(?=[\s-](?:percentage[\s-])?point)"
PART = re.compile(
    rf"""(?i)(?<![\w-])(?P<fraction>{_PARTS}|{_PART})
    (?P<points>[\s-](?:a[\s-]|of[\s-]a[\s-])?(?:percentage[\s-])?point\b)?(?!\w|-(?:year|hour|time|day|life|century|decade|price|dozen)|\s(?:a\s)?dozen\b|(?:\sof)?\san?[\s-](?:million|billion|trillion|century|decade|year|month|week|day|hour|minute|mile)\b)""",
    re.VERBOSE,
)
_TIMES = {"double": 2, "doubl": 2, "twice": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5, "halv": -50}
MULTIPLIED = re.compile(
    r"(?<![\w-])(?i:(doubl|tripl|trebl|quadrupl|quintupl)(?:es?|ed|ing)|(halv)(?:es?|ed|ing)|(twice)(?=\s(?:as|the|its|that|what|their|his)\b))"
    r"(?![\w-])(?!\sdown\b|\sup\b)"
)
_DETERMINED = re.compile(r"(?i)(?:\b(?:an?|the|another|this|that|any|no)|-called)\s[\"“]?$|[\"“]$")
_TO_MULTIPLY = re.compile(
    r"(?i)(?:\b(?:to|will|would|could|can|may|might|should|must|not|than|nearly|almost|roughly|about|some|least|and)|'ll)\s$"
)
_BY_HOW_MUCH = re.compile(
    r"(?i)\s(?:as|its|the|their|his|her|our|your|that|what|in|by|to|from|within|over|this|last|next|since|again|or)\b|\s?(?:[.,;:)]|$)"
)
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
_ROUND = "5|10|12|15|20|25|30|40|50|100|200|500|1,000"
_TIME = "years?|months?|weeks?|days?|hours?|minutes?|seconds?|quarters?|seasons?|games?|percent|per"
_NO_TIME = rf"(?!(?:{_TIME})\b)[a-z◆◇]"
_ONE_IN = re.compile(
    rf"(?i)(?<![\w-])(?:(?P<count>{_SMALL})\sin\s(?:every\s)?(?P<whole>{_SMALL})|(?P<counted>{_SMALL}|\d\d?)\s(?:out\sof|of\severy)\s"
    rf"(?:every\s)?(?P<of>{_SMALL}|\d\d?|100)|(?P<some>{_SMALL}|\d)\sin\s(?:every\s)?(?P<many>{_ROUND})(?=\s{_NO_TIME}))"
    r"(?![\w,.-]*\d|\s(?:million|billion|hundred|thousand)\b|\w|-)"
)
_PEOPLE = [word for row in table("count_nouns") if row["unit"] == "people" for word in cell(row["words"])]
_OF_THOSE = re.compile(rf"(?i)\s(?:of\b|(?:[\w◆◇-]+\s)?(?:{any_of(_PEOPLE)}|{any_in('shared_among')})\b)")
_SITES = re.compile(rf"(?i)\s(?:[\w◆◇-]+\s)?{any_in('sites')}\b")
_CHANCE = re.compile(
    rf"(?i)(?<![\w-])(?:a\s|an\s)?(?:one|1)[\s-]in[\s-](?P<of>{_SMALL}|\d{{1,5}})[\s-](?:chance|odds|shot|probability|risk)\b"
)
_WHOLE_POINT = re.compile(r"(?i)\ba\s(?:full|whole)\spercentage[\s-]point\b")
_FACTOR = re.compile(rf"(?i)\bfactor\sof\s(?P<times>{_SMALL}|\d+(?:\.\d+)?)(?!\w)")


def worded(text: str) -> Iterator[Amount]:
    """Shares in words ("two-thirds of"), steps of a point ("half a percentage point") and multiples ("doubled")."""
    for match in PART.finditer(text):
        if not (match["points"] or _is_part(text, match)):
            continue
        part = numerals.fraction_value(match["fraction"])
        unit, value = (PERCENTAGE_POINTS, part) if match["points"] else (PERCENT, round(100 * part, 2))
        is_share, number = not match["points"], Decimal(str(value))
        yield Amount(match.start(), match.end(), value, value, unit, number, in_words=True, is_part=is_share)
    for match in filter(partial(_multiplies, text), MULTIPLIED.finditer(text)):
        times = _TIMES[(match[1] or match[2] or match[3]).lower()]
        unit = PERCENT if times < 0 else MULTIPLE
        yield Amount(match.start(), match.end(), times, times, unit, Decimal(times), signed=times < 0, in_words=True)
    yield from _out_of(text)
    for match in _WHOLE_POINT.finditer(text):
        yield Amount(match.start(), match.end(), 1, 1, PERCENTAGE_POINTS, Decimal(1), in_words=True)
    for match in _FACTOR.finditer(text):
        number = numerals.number_value(match["times"])
        yield Amount(match.start("times"), match.end(), float(number), float(number), MULTIPLE, number, in_words=True)


def _out_of(text: str) -> Iterator[Amount]:
    """ "Four out of five", "one in ten" and "a one-in-three chance" as shares."""
    for match in _CHANCE.finditer(text):
        value = round(100 / numerals.number_value(match["of"]), 2)
        yield Amount(
            match.start(), match.end(), float(value), float(value), PERCENT, value, in_words=True, is_part=True
        )
    for match in _ONE_IN.finditer(text):
        part = numerals.number_value(match["count"] or match["counted"] or match["some"])
        whole = numerals.number_value(match["whole"] or match["of"] or match["many"])
        if 0 < part < whole and (match["some"] is None or _is_share(match)):
            value = round(100 * part / whole, 2)
            yield Amount(
                match.start(), match.end(), float(value), float(value), PERCENT, value, in_words=True, is_part=True
            )


def _is_share(match: re.Match[str]) -> bool:
    """True for "3 in 10 people" and "three in 10 say", not for "opened 3 in 10 cities"."""
    if "every" in match[0].lower() or _OF_THOSE.match(match.string, match.end()):
        return True
    opens = match["some"][0].isupper()  # a sentence
    return match["some"].isalpha() and (opens or not _SITES.match(match.string, match.end()))


def _is_part(text: str, match: re.Match[str]) -> bool:
    """True for "a quarter of sales" and "by a quarter", not for "in the quarter" or "the first half of"."""
    before = text[max(0, match.start() - 12) : match.start()]
    if _OF_A_GAME_OR_YEAR.search(before):
        return False
    return bool(_OF_A_WHOLE.match(text, match.end()) or _LEADS_TO_PART.search(before))


def _multiplies(text: str, match: re.Match[str]) -> bool:
    """True for "sales will double" and "double its sales", not for "a double tax" and "double digits"."""
    if not match[0].lower().endswith("e"):
        return True
    before = text[max(0, match.start() - 12) : match.start()]
    if _DETERMINED.search(before):
        return False
    return bool(_TO_MULTIPLY.search(before) or _BY_HOW_MUCH.match(text, match.end()))
