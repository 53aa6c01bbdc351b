"""How names become ids and look-up keys."""

from __future__ import annotations

import re
import unicodedata

_TIGHT_AMPERSAND = re.compile(r"(?<=\w)&(?=\w)")
_NOT_WORD = re.compile(r"[\W_]+")
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")


def slug(name: str) -> str:
    """The id of the entity of this name: `Scott Rubner` → `scott-rubner`, `S&P 500` → `sp-500`."""
    return _NOT_WORD.sub("-", _plain(name)).strip("-")


def key(name: str) -> str:
    """The form in which names are compared: without case, punctuation, accents or a leading "the"."""
    return _NOT_WORD.sub(" ", _plain(name)).strip().removeprefix("the ")


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _TIGHT_AMPERSAND.sub("", _POSSESSIVE.sub("", letters)).replace("&", " and ")
