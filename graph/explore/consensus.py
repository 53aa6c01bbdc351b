"""Where the street stands on something: who agrees, who differs, how far apart the numbers are, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import median

from graph.errors import ParameterInvalid
from graph.explore.claim_in_context import in_short
from graph.explore.contradictions import Contradiction, contradictions
from graph.explore.moment import ANY_TIME, Moment
from graph.explore.opinions import Estimate, Measure, Opinion, estimates_on, opinions_on
from graph.explore.statements import Statements, statements_on
from graph.model import Stance
from graph.reference import resolve
from graph.store import Reader, Row, Store

DAYS, MOST_DAYS = 90, 3660
MOST_VOICES, MOST_MEASURES, MOST_PAIRS = 50, 50, 50  # of each list; how many there are is said beside it


@dataclass(frozen=True, slots=True)
class _Heard:
    """What was said on a subject in a stretch of time, as far as it still stands."""

    subject: Row
    since: str
    until: str
    opinions: list[Opinion]
    estimates: dict[Measure, list[Estimate]]
    warnings: list[str]


def consensus(
    store: Store, reference: str, *, window: int = DAYS, metric: str | None = None, moment: Moment = ANY_TIME
) -> Row:
    """What the voices hold of an entity that spoke in the `window` of days up to `as_of`, or to the newest claim on it.

    Of each voice only what nothing later of its own took the place of counts. With a `metric` only its numbers count.
    """
    if not 1 <= window <= MOST_DAYS:
        raise ParameterInvalid(f"'window' must be between 1 and {MOST_DAYS} days, not {window}.")
    with store.view() as view:
        heard = _heard(view, resolve(view, reference), window, metric, moment)
        pairs = contradictions(heard.opinions, heard.estimates)
        shown = pairs[:MOST_PAIRS]
        claims = _claims(view, heard.opinions, shown)
        names = _names(view, heard.opinions)
    return {
        "entity": {name: heard.subject[name] for name in ("id", "kind", "name")},
        "since": heard.since or None,
        "until": heard.until or None,
        "voices": len(heard.opinions),
        "independent_sources": len({story for one in heard.opinions for story in one.stories}),
        **_sides(heard.opinions, names, claims),
        "measures": [_measure(*one, names) for one in _widest(heard.estimates)[:MOST_MEASURES]],
        "measures_total": len(heard.estimates),
        "contradictions": [_pair(one, claims) for one in shown if claims.keys() >= {one.first, one.second}],
        "contradictions_total": len(pairs),
        "warnings": heard.warnings,
    }


def _heard(reader: Reader, subject: Row, window: int, metric: str | None, moment: Moment) -> _Heard:
    until, undated = _last_day(reader, subject["id"], moment)
    since = _days_before(until, window) if until else ""
    then = replace(moment, as_of=until)
    statements = statements_on(reader, subject["id"], since=since, moment=then) if until else Statements(())
    opinions = opinions_on(subject["id"], statements.rows)
    estimates = estimates_on(subject["id"], opinions, metric)
    return _Heard(subject, since, until, opinions, estimates, [*statements.warnings(), *_left_out(undated)])


def _last_day(reader: Reader, subject: str, moment: Moment) -> tuple[str, int]:
    """The last day of the window, and how many claims are in none; who asks as of a day is told of all such anyway."""
    if moment.as_of:
        return moment.as_of, 0
    rows = reader.read("statements.days", subject=subject, known_at=moment.known_at)
    return (str(rows[0]["newest"] or ""), int(rows[0]["undated"])) if rows else ("", 0)


def _left_out(undated: int) -> list[str]:
    what = "1 claim without a date is" if undated == 1 else f"{undated:,} claims without a date are"
    return [f"{what} left out, since nobody knows when that was said."] if undated else []


def _days_before(day: str, window: int) -> str:
    return date.fromordinal(max(date.fromisoformat(day).toordinal() - window + 1, 1)).isoformat()


def _claims(reader: Reader, opinions: Sequence[Opinion], pairs: Iterable[Contradiction]) -> dict[str, Row]:
    ids = [one.grounds.claim_id for one in opinions[:MOST_VOICES]]
    ids += [one.grounds.claim_id for one in _dissenting(opinions)[:MOST_VOICES]]
    ids += [claim_id for pair in pairs for claim_id in (pair.first, pair.second)]
    return {row["claim_id"]: row for row in in_short(reader, ids)}


def _names(reader: Reader, opinions: Iterable[Opinion]) -> dict[str, str]:
    voices = sorted({one.voice for one in opinions})
    return {row["id"]: row["name"] for row in reader.read("entities.names_of", ids=voices)} if voices else {}


def _sides(opinions: Sequence[Opinion], names: Mapping[str, str], claims: Mapping[str, Row]) -> Row:
    """How many voices are on each side, which side has most, and who is on the other."""
    dissenting = _dissenting(opinions)
    return {
        "stances": {stance.value: sum(one.stance == stance for one in opinions) for stance in Stance},
        "majority": _majority(opinions),
        "views": [_view(one, names, claims) for one in opinions[:MOST_VOICES]],
        "dissenters": [_view(one, names, claims) for one in dissenting[:MOST_VOICES]],
        "dissenters_total": len(dissenting),
    }


def _majority(opinions: Iterable[Opinion]) -> str | None:
    stances = [one.stance for one in opinions]
    hopeful, doubtful = stances.count(Stance.POSITIVE), stances.count(Stance.NEGATIVE)
    if hopeful == doubtful:
        return None
    return Stance.POSITIVE.value if hopeful > doubtful else Stance.NEGATIVE.value


def _dissenting(opinions: Sequence[Opinion]) -> list[Opinion]:
    """Those who take a side that is not that of most."""
    majority = _majority(opinions)
    return [one for one in opinions if majority and one.stance not in (None, Stance.NEUTRAL, majority)]


def _view(opinion: Opinion, names: Mapping[str, str], claims: Mapping[str, Row]) -> Row:
    grounds = claims.get(opinion.grounds.claim_id)
    return {
        "voice_id": opinion.voice,
        "voice": names.get(opinion.voice, opinion.voice),
        "stance": opinion.stance,
        "claims": len(opinion.current),
        "independent_sources": len(opinion.stories),
        "claim": grounds,
    }


def _widest(estimates: Mapping[Measure, list[Estimate]]) -> list[tuple[Measure, list[Estimate]]]:
    """The measures of which most voices speak first."""
    return sorted(estimates.items(), key=lambda one: (-len(one[1]), [part or "" for part in one[0]]))


def _measure(measure: Measure, estimates: list[Estimate], names: Mapping[str, str]) -> Row:
    low, high = min(one.low for one in estimates), max(one.high for one in estimates)
    metric, unit, basis, period = measure
    return {
        "metric": metric,
        "unit": unit,
        "basis": basis,
        "period": period,
        "voices": len(estimates),
        "independent_sources": len({one.story for one in estimates}),
        "low": low,
        "median": median(one.middle for one in estimates),
        "high": high,
        "low_by": [names.get(one.voice, one.voice) for one in estimates if one.low == low][:MOST_VOICES],
        "high_by": [names.get(one.voice, one.voice) for one in estimates if one.high == high][:MOST_VOICES],
        "values": [_value(one, names) for one in estimates[:MOST_VOICES]],
    }


def _value(estimate: Estimate, names: Mapping[str, str]) -> Row:
    return {
        "voice_id": estimate.voice,
        "voice": names.get(estimate.voice, estimate.voice),
        "low": estimate.low,
        "high": estimate.high,
        "published_at": estimate.day or None,
        "claim_id": estimate.claim_id,
    }


def _pair(pair: Contradiction, claims: Mapping[str, Row]) -> Row:
    metric, unit, basis, period = pair.measure or (None, None, None, None)
    low, high = pair.values or (None, None)
    return {
        "about": "numbers" if pair.measure else "stance",
        "metric": metric,
        "unit": unit,
        "basis": basis,
        "period": period,
        "a": {**claims[pair.first], "low": low and low.low, "high": low and low.high},
        "b": {**claims[pair.second], "low": high and high.low, "high": high and high.high},
    }
