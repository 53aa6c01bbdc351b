"""Which of the records that may be of an entity are: a pure function of what documents call it, and of the records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.model import Kind
from graph.records.record import SINGLE, Record, profile_of, same_name
from graph.resolution.comparison import compared
from graph.resolution.judgement import Verdict
from graph.resolution.profile import Profile
from graph.store import Row


@dataclass(frozen=True, slots=True)
class Fit:
    """A record that fits an entity, and how well; a larger rank is better."""

    record: Record
    rank: tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Fitting:
    """The records that are of an entity, and those that fit but contradict them or each other."""

    accepted: tuple[Record, ...]
    doubtful: tuple[Record, ...]


def profile_of_entity(row: Row) -> Profile:
    """What documents say of an entity, from its row as `graph.folding.folded` makes it."""
    return Profile(
        id=row["id"],
        kind=Kind(row["kind"]),
        name=row["name"],
        aliases=tuple(row["aliases"]),
        tickers=tuple(row["tickers"]),
    )


def fitting(profile: Profile, records: Iterable[Record]) -> Fitting:
    """Of records that share a form with an entity, those that are of it.

    Method: a record fits if `compared` is sure that both are one. Of records that contradict each other in an
    identifier of which an entity has one, the best is taken; if there is no best one, none of them is.
    """
    fits = [fit for record in sorted(records, key=lambda each: each.id) if (fit := _fit(profile, record)) is not None]
    accepted = fits
    for scheme in SINGLE:
        accepted = _without_contradiction(accepted, scheme)
    taken = {fit.record.id for fit in accepted}
    return Fitting(
        tuple(fit.record for fit in accepted), tuple(fit.record for fit in fits if fit.record.id not in taken)
    )


def known_by(profile: Profile, records: Sequence[Record]) -> Profile:
    """The profile with the tickers and identifiers of these records, by which further records may be found.

    Their names stay out: a name that a register adds must not lead to the next register's namesake.
    """
    return replace(
        profile,
        tickers=tuple(dict.fromkeys((*profile.tickers, *(ticker for each in records for ticker in each.tickers)))),
        identifiers=profile.identifiers | {pair for each in records for pair in each.identifiers},
    )


def _fit(profile: Profile, record: Record) -> Fit | None:
    comparison = compared(profile, profile_of(record, profile.kind))
    if comparison.verdict is not Verdict.SAME:
        return None
    return Fit(record, (comparison.score, any(same_name(name, profile.names) for name in record.names)))


def _without_contradiction(fits: Sequence[Fit], scheme: str) -> list[Fit]:
    """The fits with at most one value of this identifier among them: that of the best."""
    values = {fit.record.id: value for fit in fits for name, value in fit.record.identifiers if name == scheme}
    best = max((fit.rank for fit in fits if fit.record.id in values), default=None)
    wanted = {values[fit.record.id] for fit in fits if fit.record.id in values and fit.rank == best}
    kept = wanted if len(wanted) == 1 else set()
    return [fit for fit in fits if fit.record.id not in values or values[fit.record.id] in kept]
