"""Currencies as written: their symbols, names and coins, and which dollar a plain dollar sign means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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
_DOLLARS = frozenset(row["code"] for row in table("currencies") if "dollar" in row["names"])
_SHARED = {word: row for row in table("shared_currencies") for word in cell(row["words"])}  # by several countries

_WORDED = [symbol for symbol in _SYMBOLS if symbol[-1].isalnum() or symbol[-1] == "."]
_SIGNS = [symbol for symbol in _SYMBOLS if symbol not in _WORDED]
_SHARED_SYMBOLS = [word for word in _SHARED if not word.islower() and len(word) > 1]
SYMBOL = rf"(?:{any_of([*_SIGNS, '$', '¥'])}|{any_of([*_WORDED, *_SHARED_SYMBOLS, 'R'])}|P(?=\d))"
NAME = any_of([*_NAMES, "dollars", "dollar", *(word for word in _SHARED if word.islower())])
COIN = any_of([*_COINS, "cents", "cent"])
AFTER_DOLLARS = any_of(_AFTER_DOLLARS)
_NAMED = re.compile(rf"(?i:{NAME})(?!\w)|(?:{any_of(_COINS)})(?!\w)|{SYMBOL}")
_HOME_OF = {row["code"]: row["home"] for row in table("currencies")}
SPOKEN = {name: code for name, code in _NAMES.items() if name not in ("pound", "pounds", "quid")}
SPOKEN |= {"dollar": "USD", **{word: row["code"] for row in table("currencies") for word in cell(row["spoken"])}}
_SPOKEN_OF = re.compile(rf"(?i)(?<![\w-]){any_of(SPOKEN)}(?![\w-])")
_MONEY_BEFORE = re.compile(r"\$\d[\d.,]*(?:\s[a-z]+)?\s$")
_DIGIT = re.compile(r"\s?\d")
_SHARED_WORD = re.compile(rf"(?<!\w){any_of(_SHARED)}(?=\W|\d)")
_PLACE = re.compile(rf"\b{any_of(_HOMES)}\b")
_SEVERAL = 2
_CONVERTED = re.compile(r"(?<![A-Z])\$\d[\d.,]*(?:\s?[a-z]+)?\s\((?:about\s|roughly\s|approximately\s)?US\$\d")
_CHINESE = re.compile(r"\b(?:yuan|renminbi|RMB|CNY)\b")
_JAPANESE = re.compile(r"\b(?:yen|JPY|Japan|Tokyo)\b")


_POUNDS = re.compile(r"£|\b(?:GBP|sterling|pence)\b")

Meanings = Mapping[str, str]  # what is written without saying which country's it is → ISO code
USUAL: Meanings = {"$": "USD", "¥": "JPY"} | {word: row["usual"] for word, row in _SHARED.items()}


def meant_in(text: str) -> Meanings:
    """What plain dollars, pesos, rupees and the like mean in a text: the currency of the place that it names most."""
    named = Counter(_HOMES[place] for place in _PLACE.findall(text)) if _SHARED_WORD.search(text) else Counter()
    shared = {word: _most_named(named, cell(row["codes"])) or row["usual"] for word, row in _SHARED.items()}
    return shared | {"$": plain_dollar(text), "¥": plain_yen(text)}


def code_of(written: str, meant: Meanings = USUAL) -> str | None:
    """The ISO code of a symbol or name; None for one that means nothing here."""
    name = " ".join(written.lower().split())
    if written in meant or name in meant:
        return meant.get(written) or meant.get(name) or None
    return meant["$"] if name in ("dollar", "dollars") else _SYMBOLS.get(written) or _NAMES[name]


def coin_code(written: str, meant: Meanings = USUAL) -> str:
    """The ISO code of the currency that a coin such as `cents` or `pence` is a hundredth of."""
    name = " ".join(written.split())
    return meant["$"] if name.lower() in ("cent", "cents") else _COINS[name]


def _most_named(named: Mapping[str, int], codes: Iterable[str]) -> str | None:
    return max((code for code in codes if named[code]), key=lambda code: named[code], default=None)


def dollar_suffix_code(written: str) -> str:
    """The ISO code that `US` or `Cdn` after an amount in dollars stands for."""
    return _AFTER_DOLLARS[written]


def named_in(text: str) -> list[str]:
    """The currencies that a text speaks of without an amount, in order: "the yen", "the greenback"."""
    return [code for _, _, code in spoken_of(text)]


def spoken_of(text: str) -> Iterator[tuple[int, int, str]]:
    """The same with the places where they stand."""
    for match in _SPOKEN_OF.finditer(text):
        yield match.start(), match.end(), SPOKEN[" ".join(match[0].lower().split())]


def main(units: Iterable[str | None]) -> str | None:
    """The currency of most of the sums of a text, where it tells of several: that of a sum without one."""
    ranked = Counter(unit for unit in units if unit in CODES).most_common(1)
    return ranked[0][0] if ranked and ranked[0][1] >= _SEVERAL else None


def home_of(code: str) -> str:
    """The id of the place whose currency this is, or ""."""
    return _HOME_OF.get(code, "")


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
    named = Counter(code for place in _PLACE.findall(text) if (code := _HOMES[place]) in _DOLLARS)
    ranked = sorted(named, key=lambda code: (-named[code], code))
    return ranked[0] if ranked else "USD"


@lru_cache(maxsize=64)
def speaks_of_pounds(text: str) -> bool:
    """True for a text with sums in pounds, where `12p` is money."""
    return bool(_POUNDS.search(text))


def plain_yen(text: str) -> str:
    """What a plain `¥` means in a text: yuan where it speaks of yuan and not of yen."""
    return "CNY" if _CHINESE.search(text) and not _JAPANESE.search(text) else "JPY"
