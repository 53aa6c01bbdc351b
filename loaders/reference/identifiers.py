"""Identifiers of companies and securities: how each is written, and whether its check digits are right.

The methods are those of the standards: ISO 6166 (ISIN), ISO 17442 with ISO 7064 MOD 97-10 (LEI), ANSI X9.145 (FIGI).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_PLACES = {char: place for place, char in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
_ISIN = re.compile(r"[A-Z]{2}[A-Z0-9]{9}[0-9]")
_LEI = re.compile(r"[A-Z0-9]{18}[0-9]{2}")
_FIGI = re.compile(r"(?!BS|BM|GG|GB|GH|KY|VG)[B-DF-HJ-NP-TV-Z]{2}G[B-DF-HJ-NP-TV-Z0-9]{8}[0-9]")
_CIK = re.compile(r"[0-9]{1,10}")
_MIC = re.compile(r"[A-Z0-9]{4}")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")


def identifier(scheme: str, value: str) -> str:
    """The identifier as it is usually written; ValueError says what is wrong with it."""
    written = re.sub(r"\s", "", value).upper()
    if not _CHECKS[scheme](written):
        raise ValueError(f"{value!r:.60} is no {NAMES[scheme]}")
    return written.zfill(10) if scheme == "cik" else written


def is_isin(text: str) -> bool:
    """Whether it is an ISIN: a country, nine letters or digits, and a check digit over all digits."""
    digits = "".join(str(_PLACES[char]) for char in text) if _ISIN.fullmatch(text) else ""
    return bool(digits) and _doubled(map(int, reversed(digits))) % 10 == 0


def is_lei(text: str) -> bool:
    """Whether it is a LEI: letters read as numbers, it leaves one when divided by 97."""
    return bool(_LEI.fullmatch(text)) and int("".join(str(_PLACES[char]) for char in text)) % 97 == 1


def is_figi(text: str) -> bool:
    """Whether it is a FIGI: no vowels, no opening that an ISIN might have, and a check digit over all places."""
    if not _FIGI.fullmatch(text):
        return False
    values = [_PLACES[char] * (1 + at % 2) for at, char in enumerate(text[:-1])]
    return (sum(value // 10 + value % 10 for value in values) + int(text[-1])) % 10 == 0


def _doubled(digits: Iterable[int]) -> int:
    """The sum of the digits, each second one doubled first."""
    return sum(sum(divmod(digit * 2, 10)) if at % 2 else digit for at, digit in enumerate(digits))


NAMES = {"isin": "ISIN", "lei": "LEI", "figi": "FIGI", "cik": "CIK", "mic": "market code", "wikidata": "Wikidata id"}
_CHECKS: dict[str, Callable[[str], bool]] = {
    "isin": is_isin,
    "lei": is_lei,
    "figi": is_figi,
    "cik": lambda text: bool(_CIK.fullmatch(text)) and int(text) > 0,
    "mic": lambda text: bool(_MIC.fullmatch(text)),
    "wikidata": lambda text: bool(_WIKIDATA.fullmatch(text)),
}
