"""Claims as far as they can be held against each other: whose voice, when, on what, with which numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.explore.moment import ANY_TIME, Moment
from graph.model import ClaimType
from graph.store import Reader, Row

MOST = 5000  # claims that are held against each other for one answer, the newest first
VIEWS = (ClaimType.TARGET, ClaimType.FORECAST, ClaimType.OPINION, ClaimType.WARNING)  # the types that take a side
NEW = "new"  # the basis of a number that replaces another
PREVIOUS = "previous"  # the basis of a number that the same words replace with another


class Statement(NamedTuple):
    """A claim without its words. The voice is the speaker, or the organisation for which nobody in person speaks.

    There may be thousands for an answer, which is why it is no more than a tuple.
    """

    claim_id: str
    day: str  # of publication; empty where nobody knows
    type: str
    stance: str
    confidence: float
    voice: str | None  # the id of an entity; None where the document itself speaks
    subjects: tuple[str, ...]
    figures: tuple[Row, ...] = ()
    story: str = ""  # the same for all copies of a report

    def figures_on(self, subject: str) -> tuple[Row, ...]:
        """The numbers that measure the subject, or nobody in particular; those that the words replace are left out."""
        return tuple(
            figure for figure in self.figures if figure["about_id"] in (None, subject) and figure["basis"] != PREVIOUS
        )


@dataclass(frozen=True, slots=True)
class Statements:
    """Statements, newest first; cut off where there are more than are held against each other."""

    rows: tuple[Statement, ...]
    is_cut: bool = False

    def warnings(self) -> tuple[str, ...]:
        """What whoever reads an answer made of them should know."""
        return (f"Only the newest {MOST:,} claims were held against each other.",) if self.is_cut else ()


def statements_on(reader: Reader, subject: str, *, since: str = "", moment: Moment = ANY_TIME) -> Statements:
    """What voices say on an entity from a day on, newest first: of its subjects no other counts."""
    filters = {"since": since, **moment.parameters, "limit": MOST + 1}
    return _completed(reader, reader.read("statements.about", subject=subject, **filters), subject)


def statements_by(
    reader: Reader, voices: Iterable[str], subjects: Iterable[str], *, since: str = "", moment: Moment = ANY_TIME
) -> Statements:
    """What these voices say on these subjects from a day on, newest first."""
    who, what = sorted(set(voices)), sorted(set(subjects))
    if not who or not what:
        return Statements(())
    rows = reader.read("statements.by", voices=who, subjects=what, since=since, **moment.parameters, limit=MOST + 1)
    return _completed(reader, rows)


def statements_of(reader: Reader, claim_ids: Iterable[str]) -> Statements:
    """The statements of these claims, newest first; unknown ids are left out."""
    ids = sorted(set(claim_ids))
    found = reader.read("statements.of", ids=ids) if ids else []
    return _completed(reader, sorted(found, key=lambda row: row["published_at"] or "", reverse=True))


def _completed(reader: Reader, rows: Sequence[Row], subject: str | None = None) -> Statements:
    """The rows, newest first, with their figures, and with all their subjects unless only one matters."""
    kept = rows[:MOST]
    ids = [row["claim_id"] for row in kept]
    figures = _by_claim(reader.read("statements.figures", ids=ids) if ids else [])
    if subject is not None or not ids:
        about = dict.fromkeys(ids, (subject or "",))
    else:
        found = _by_claim(reader.read("claims.subjects", ids=ids))
        about = {one: tuple(row["id"] for row in found.get(one, ())) for one in ids}
    completed = (_statement(row, about[row["claim_id"]], tuple(figures.get(row["claim_id"], ()))) for row in kept)
    return Statements(tuple(completed), is_cut=len(rows) > MOST)


def _by_claim(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["claim_id"]].append(row)
    return found


def _statement(row: Row, subjects: tuple[str, ...], figures: tuple[Row, ...]) -> Statement:
    return Statement(
        row["claim_id"],
        row["published_at"] or "",
        row["type"],
        row["stance"],
        row["confidence"],
        row["voice"],
        subjects,
        figures,
        row["story"],
    )
