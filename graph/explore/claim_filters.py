"""Which claims are asked for, checked and as the queries take it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypedDict, Unpack

from graph.errors import ParameterInvalid
from graph.explore.moment import ANY_TIME, Moment, day, time_of
from graph.model import ClaimType, Modality, Stance
from graph.reference import resolve
from graph.store import Reader, Row

ANY = ("",)  # the list that switches its filter off
LEAST, GREATEST = -1e308, 1e308

Several = str | Iterable[str] | None  # one value, several of them, or several between commas


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """A question for claims: the parameters that all queries for claims share, and those that figures need."""

    shared: Row
    figures: Row

    @property
    def measures(self) -> bool:
        """Whether only claims with certain figures are asked for."""
        return self.figures != _NO_FIGURES

    @property
    def anchor(self) -> str:
        """The entity from whose edges the claims are reached; empty where all claims have to be looked at."""
        return str(self.shared["about"] or self.shared["speaker"] or self.shared["organisation"])

    @property
    def parameters(self) -> Row:
        """All of it, which a cursor is bound to."""
        return {**self.shared, **self.figures}


_NO_FIGURES: Row = {"metrics": list(ANY), "units": list(ANY), "min_value": LEAST, "max_value": GREATEST}


class Wishes(TypedDict, total=False):
    """What claims may be asked for by; entities by id, name, alias or ticker, and what is None counts as not given."""

    speaker: str | None
    organisation: str | None  # what it says itself, and what a person says on its behalf
    about: str | None
    type: Several
    stance: Several
    modality: Several
    metric: Several  # of one figure of the claim, as the three that follow
    unit: Several
    min_value: float | None
    max_value: float | None
    published_from: date | str | None
    published_to: date | str | None
    changed_since: datetime | date | str | None  # recorded after this time
    text: str | None
    moment: Moment


def claim_filter(reader: Reader, **wishes: Unpack[Wishes]) -> ClaimFilter:
    """The filter of these wishes; EntityNotFound, AmbiguousName or ParameterInvalid name the one that is senseless."""
    speaker, organisation, about = (_entity(reader, wishes.get(name)) for name in ("speaker", "organisation", "about"))
    since = wishes.get("changed_since")
    shared = {
        "speaker": speaker,
        "organisation": organisation,
        "about": about,
        "types": members("type", ClaimType, wishes.get("type")) or list(ANY),
        "stances": members("stance", Stance, wishes.get("stance")) or list(ANY),
        "modalities": members("modality", Modality, wishes.get("modality")) or list(ANY),
        **{name: _day(name, wishes.get(name)) for name in ("published_from", "published_to")},
        "changed_since": "" if since is None else time_of("changed_since", since),
        "text": wishes.get("text") or "",
        **wishes.get("moment", ANY_TIME).parameters,
    }
    return ClaimFilter(shared, _figures(wishes))


def _figures(wishes: Wishes) -> Row:
    least, greatest = wishes.get("min_value"), wishes.get("max_value")
    return {
        "metrics": several(wishes.get("metric")) or list(ANY),
        "units": several(wishes.get("unit")) or list(ANY),
        "min_value": LEAST if least is None else float(least),
        "max_value": GREATEST if greatest is None else float(greatest),
    }


def _entity(reader: Reader, reference: object) -> str:
    return "" if reference is None else str(resolve(reader, str(reference))["id"])


def _day(name: str, value: object) -> str:
    return "" if value is None else day(name, value if isinstance(value, date) else str(value))


def members(name: str, kind: type[StrEnum], given: Several) -> list[str]:
    """The values given, all of them of this kind; ParameterInvalid otherwise."""
    values = several(given)
    for value in values:
        if value not in set(kind):
            raise ParameterInvalid(f"{name!r} must be one or more of {', '.join(kind)}, not {value!r:.80}.")
    return values


def several(given: Several) -> list[str]:
    """One value, several, or several between commas, as a list in a fixed order."""
    values = given.split(",") if isinstance(given, str) else given or ()
    return sorted({str(value).strip() for value in values} - {""})
