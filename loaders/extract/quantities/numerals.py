"""Numbers as written, in digits or in words, read as numbers."""

from __future__ import annotations

import re
from decimal import Decimal

from loaders.extract.quantities.terms import any_of, by_word

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SMALL = {word: value for value, word in enumerate(_ONES)} | {word: 20 + 10 * step for step, word in enumerate(_TENS)}
SCALES = {word: int(factor) for word, factor in by_word("scales", "words", "factor").items()}
ATTACHED = {word: int(factor) for word, factor in by_word("scales", "attached", "factor").items()}
_BIG = {"hundred": 100} | SCALES
_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_PARTS |= {"eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100}
_PARTS |= {f"{word}s": value for word, value in _PARTS.items() if not word.startswith("hal")}

DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|\.\d+"
_SPELLED_SMALL = any_of(_TENS) + "(?:-" + any_of(_ONES[1:10]) + ")?|" + any_of(_ONES)
SPELLED = (
    rf"(?:{_SPELLED_SMALL}|an?(?=\s(?:hundred|thousand|million|billion|trillion)\b))"
    rf"(?:[\s-](?:hundred|thousand)\b(?:\sand\b)?(?:\s(?:{_SPELLED_SMALL})\b)?)*"
    r"(?:[\s-]and[\s-]a[\s-]half)?"
)
DOZENS = r"half[\s-](?:a\s)?dozen|(?:a|one|two|three|four)\sdozen"
SCALE = any_of(SCALES)


def digits_value(text: str) -> Decimal:
    """The number that digits stand for; commas group them in any system."""
    return Decimal(text.replace(",", ""))


def spelled_value(text: str) -> Decimal:
    """The number that words stand for, such as `twenty-five`, `two hundred thousand` or `half a dozen`."""
    words = re.split(r"[\s-]+", text.lower())
    if words[-1] == "dozen":
        return Decimal(6 if words[0] == "half" else 12 * SMALL.get(words[0], 1))
    half = Decimal("0.5") if words[-3:] == ["and", "a", "half"] else Decimal(0)
    return _sum_of(words[:-3] if half else words) + half


def _sum_of(words: list[str]) -> int:
    total = current = 0
    for word in words:
        if word in SMALL:
            current += SMALL[word]
        elif word in ("a", "an"):
            current += 1
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in _BIG:
            total += max(current, 1) * _BIG[word]
            current = 0
    return total + current


def number_value(text: str) -> Decimal:
    """The number that digits or words stand for."""
    return digits_value(text) if any(char.isdigit() for char in text) else spelled_value(text)


def fraction_value(text: str) -> float:
    """The part of one that words such as `two-thirds`, `a quarter` or `half` stand for."""
    words = re.split(r"[\s-]+", text.lower())
    count = SMALL.get(words[0], 1) if len(words) > 1 else 1
    return count / _PARTS[words[-1]]


def scale_factor(text: str | None) -> int:
    """What `million`, `bn` or `crore` multiplies by; 1 where nothing is written."""
    if not text:
        return 1
    return SCALES.get(" ".join(text.lower().split())) or ATTACHED[text]
