"""Currencies as written: their symbols, names and coins, and which dollar a plain dollar sign means."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from loaders.extract.quantities.terms import any_of, by_word, cell, table

CODES = frozenset(row["code"] for row in table("currencies"))
_SYMBOLS = by_word("currencies", "symbols", "code")
_NAMES = {name.lower(): code for name, code in by_word("currencies", "names", "code").items()}
_COINS = by_word("currencies", "minor", "code")
_AFTER_DOLLARS = {
    "US": "USD",
    "U.S.": "USD",
    "USD": "USD",
    "Cdn": "CAD",
    "CDN": "CAD",
    "CAD": "CAD",
    "AUD": "AUD",
    "NZ": "NZD",
}
_HOMES = {place: row["code"] for row in table("currencies") for place in cell(row["places"])}

_WORDED = [symbol for symbol in _SYMBOLS if symbol[-1].isalnum() or symbol[-1] == "."]
_SIGNS = [symbol for symbol in _SYMBOLS if symbol not in _WORDED]
SYMBOL = rf"(?:{any_of([*_SIGNS, '$', '¥'])}|{any_of(_WORDED)})"
NAME = any_of([*_NAMES, "dollars", "dollar"])
COIN = any_of([*_COINS, "cents", "cent"])
AFTER_DOLLARS = any_of(_AFTER_DOLLARS)
_NAMED = re.compile(rf"(?i:{NAME})(?!\w)|{SYMBOL}")
_MONEY_BEFORE = re.compile(r"\$\d[\d.,]*(?:\s[a-z]+)?\s$")
_DIGIT = re.compile(r"\s?\d")
_PLACE = re.compile(rf"\b{any_of(_HOMES)}\b")
_CONVERTED = re.compile(r"(?<![A-Z])\$\d[\d.,]*(?:\s?[a-z]+)?\s\((?:about\s|roughly\s|approximately\s)?US\$\d")
_CHINESE = re.compile(r"\b(?:yuan|renminbi|RMB|CNY)\b")
_JAPANESE = re.compile(r"\b(?:yen|JPY|Japan|Tokyo)\b")


def code_of(written: str, *, dollar: str, yen: str = "JPY") -> str:
    """The ISO code of a symbol or name; `dollar` and `yen` are what a plain `$` and `¥` mean here."""
    if written in ("$", "¥"):
        return dollar if written == "$" else yen
    if written in _SYMBOLS:
        return _SYMBOLS[written]
    name = " ".join(written.lower().split())
    return dollar if name in ("dollar", "dollars") else _NAMES[name]


def coin_code(written: str, *, dollar: str) -> str:
    """The ISO code of the currency that a coin such as `cents` or `pence` is a hundredth of."""
    name = " ".join(written.split())
    return dollar if name.lower() in ("cent", "cents") else _COINS[name]


def dollar_suffix_code(written: str) -> str:
    """The ISO code that `US` or `Cdn` after an amount in dollars stands for."""
    return _AFTER_DOLLARS[written]


def is_part_of_money(text: str, start: int, end: int) -> bool:
    """True where a place only says which currency is meant: "Hong Kong dollars", "US$", "$5 million US"."""
    if _MONEY_BEFORE.search(text, max(0, start - 30), start) and text[start:end] in _AFTER_DOLLARS:
        return True
    match = _NAMED.match(text, start)
    return match is not None and (match.end() > end or (match.end() == end and bool(_DIGIT.match(text, end))))


@lru_cache(maxsize=64)
def plain_dollar(text: str) -> str:
    """What a plain dollar sign means in a text: USD, unless the text itself converts plain dollars into US ones."""
    if not _CONVERTED.search(text):
        return "USD"
    named = Counter(_HOMES[place] for place in _PLACE.findall(text))
    ranked = sorted(named, key=lambda code: (-named[code], code))
    return ranked[0] if ranked else "USD"


def plain_yen(text: str) -> str:
    """What a plain `¥` means in a text: yuan where it speaks of yuan and not of yen."""
    return "CNY" if _CHINESE.search(text) and not _JAPANESE.search(text) else "JPY"
