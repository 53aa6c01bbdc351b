"""Our own pairs of names with what is true of them, from `tests/data/name_pairs.csv`, and how well they are told.

A context is `ticker=…|country=…|lei=…|isin=…|cik=…|employer=…|role=…|document=…`: what stood beside the name where it
was found. Two names with one document were named there as two.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.model import Kind, digest
from graph.naming import key, slug
from graph.resolution import Comparison, Profile, Verdict, compared
from loaders.reference import Reference, references

PAIRS = Path(__file__).parent.parent / "data" / "name_pairs.csv"
_IDENTIFIERS = ("lei", "isin", "cik")


@dataclass(frozen=True)
class Pair:
    """Two names, and whether they are one."""

    verdict: Verdict
    topic: str
    left: Profile
    right: Profile
    half: str  # rules are tuned on one half, and reported on the other

    @property
    def comparison(self) -> Comparison:
        return compared(self.left, self.right)


@dataclass(frozen=True)
class Quality:
    """How well pairs are told: what is not sure counts as not found, for nothing is merged then."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)


def quality(pairs: list[Pair]) -> Quality:
    """How many that are one were found to be, how many others were, and how many were not."""
    judged = [(pair.verdict is Verdict.SAME, pair.comparison.verdict is Verdict.SAME) for pair in pairs]
    return Quality(judged.count((True, True)), judged.count((False, True)), judged.count((True, False)))


@cache
def pairs(*, with_reference: bool = True) -> list[Pair]:
    """All pairs, with what the reviewed lists know of the names, as a document's entities have it, or without."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return [
            Pair(
                Verdict(row["verdict"]),
                row["topic"],
                _profile(row, "left", listed=with_reference),
                _profile(row, "right", listed=with_reference),
                "tuned" if int(digest(*row.values())[:8], 16) % 2 else "held out",
            )
            for row in csv.DictReader(file)
        ]


def _profile(row: dict[str, str], side: str, *, listed: bool) -> Profile:
    name, kind = row[side], Kind(row[f"{side}_kind"])
    told = dict(part.split("=", 1) for part in row[f"{side}_context"].split("|") if part)
    tickers = (told["ticker"],) if "ticker" in told else ()
    known = _listed(name, kind, tickers) if listed else None
    return Profile(
        id=known.id if known else f"{side}-{slug(name)}",
        kind=kind,
        name=name if known is None else known.name,
        aliases=(*known.aliases, *known.tickers) if known else (),
        tickers=tickers + (known.tickers if known else ()),
        identifiers=frozenset((scheme, told[scheme]) for scheme in _IDENTIFIERS if scheme in told),
        is_listed=known is not None,
        documents=frozenset({told["document"]} if "document" in told else ()),
        organisations=frozenset({slug(told["employer"])} if "employer" in told else ()),
        roles=frozenset({told["role"]} if "role" in told else ()),
        country=told.get("country", ""),
    )


def _listed(name: str, kind: Kind, tickers: tuple[str, ...]) -> Reference | None:
    """The one entry of the reviewed lists that goes by this name, if the ticker beside it is not another's."""
    found = [entry for entry in _by_form()[key(name)] if _is_like(entry.kind, kind)]
    if len(found) != 1 or (tickers and found[0].tickers and not set(tickers) & set(found[0].tickers)):
        return None
    return found[0]


def _is_like(one: Kind, other: Kind) -> bool:
    organisations = {Kind.COMPANY, Kind.INSTITUTION}
    return one is other or {one, other} <= organisations


@cache
def _by_form() -> defaultdict[str, list[Reference]]:
    found: defaultdict[str, list[Reference]] = defaultdict(list)
    for entry in references():
        for form in {key(form) for form in (*entry.names, *entry.tickers)}:
            found[form].append(entry)
    return found
