"""The words that the rules of names, roles and references go by, read from `loaders/data/name_words.csv`."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from importlib.resources import files

_UNIONS = {
    "given_name": ("given_name_male", "given_name_female"),
    "occupation": ("role_noun", "profession"),
    "org_head": ("legal_suffix", "company_word", "institution_word"),
    "org_noun_or_head": ("org_noun", "company_word", "institution_word"),
}


def words(group: str) -> frozenset[str]:
    """The words of one group, such as `honorific`; an unknown group is an error."""
    return _groups()[group]


def is_central_bank(name: str) -> bool:
    """True for the Federal Reserve, the Riksbank and their like."""
    return any(part in name.lower() for part in words("central_bank_part"))


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    source = files("loaders").joinpath("data", "name_words.csv")
    for row in csv.DictReader(source.read_text(encoding="utf-8").splitlines()):
        found[row["group"]].update(row["words"].split("|"))
    for union, parts in _UNIONS.items():
        found[union].update(*(found[part] for part in parts))
    return {group: frozenset(members) for group, members in found.items()}
