"""Documents that find the same few entities under several names, for whatever is judged of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import product

from stories import Story

from graph import Store, ingest
from graph.export import export_graphml, export_json
from graph.model import Extraction, Kind, RelationType, Stance
from graph.records.record import Record
from graph.resolution import Judgement, Verdict

BANKS = ("JPMorgan", "JPMorgan Chase")
PEOPLE = ("Jane Roe", "J. Roe")
IDS = ("jpmorgan", "jpmorgan-chase", "chase", "jane-roe", "j-roe", "acme", "acme-corp")
AT = "2025-03-02T00:00:00.000000Z"


def judged(left: str, right: str, verdict: Verdict = Verdict.SAME, *, at: str = AT) -> Judgement:
    return Judgement(left, right, verdict, 0.9, f"{left} and {right}", "a tester", at)


def note(bank: str, person: str, other: str, *, version: str = "1") -> Extraction:
    """A person of a bank on a company, with a figure, a role, a stake, and everybody's other name beside."""
    story = Story(
        (
            f"{person}, analyst and head of sales at {bank}, sees {other} gain 8%.",
            f"{bank} owns a stake in {other}, a partner of Acme Corp.",
            f"Chase and {person} did not comment.",
        ),
        title=f"{bank} on {other}",
        extractor_version=version,
    )
    who = story.names(person, Kind.PERSON, aliases=("Roe",))
    where = story.names(
        bank, Kind.INSTITUTION, aliases=("the bank", bank.upper()), tickers=("JPM",) * (bank != "Chase")
    )
    what = story.names(other, Kind.COMPANY, tickers=("ACM",))
    chase, acme = story.names("Chase", Kind.COMPANY), story.names("Acme Corp", Kind.COMPANY, aliases=("ACME",))
    first, second, third = story.sentences
    story.says(
        who, first, what, acme, org=where, stance=Stance.POSITIVE, figures=(story.figure("8%", 8, "percent", what),)
    )
    story.says(where, second, chase, where)
    story.relates(RelationType.HAS_ROLE_AT, who, where, first, role="analyst")
    story.relates(RelationType.HAS_ROLE_AT, who, chase, third, role="head of sales")
    story.relates(RelationType.OWNS, where, what, second, by=chase)
    story.relates(RelationType.PARTNER_OF, what, acme, second)
    return story.extraction


NOTES = tuple(note(*names) for names in product(BANKS, PEOPLE, ["Acme"]))
READ_AGAIN = tuple(note(*names, version="2") for names in product(BANKS, PEOPLE, ["Acme"]))
RECORDS = (
    Record("sec", "1", "JPMorgan Chase & Co", tickers=("JPM",), identifiers=frozenset({("cik", "1")}), country="US"),
    Record("sec", "2", "Acme Corporation", tickers=("ACM",), identifiers=frozenset({("cik", "2")}), country="US"),
)


def load(store: Store, notes: Sequence[Extraction], now: datetime) -> Store:
    for each in notes:
        ingest(store, each, now=now)
    return store


def everything(store: Store) -> bytes:
    """All that an export can tell."""
    return b"".join((*export_json(store), *export_graphml(store)))
