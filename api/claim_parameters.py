"""What the addresses for claims, and for what is made of claims, take."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from api.parameters import DAY_OR_TIME, AtMoment, Day, Paged, Parameters, some_of
from graph.explore.claims import SORTS
from graph.explore.consensus import DAYS, MOST_DAYS
from graph.explore.facets import FACETS
from graph.model import ClaimType, Modality, Stance

_SORTS = Literal["-published_at", "published_at", "-recorded_at", "recorded_at", "-confidence", "confidence"]
assert set(SORTS) == set(_SORTS.__args__)  # type: ignore[attr-defined]
NOT_FILTERS = {"limit", "cursor", "as_of", "known_at", "facets", "sort", "format", "order", "side", "superseded"}


def _some(what: str, example: str, words: list[str] | None = None) -> Any:  # noqa: ANN401 - as pydantic's Field
    given = f": {', '.join(words)}" if words else ""
    return Field(
        None,
        max_length=500,
        description=f"{what}{given}; several between commas.",
        examples=[example],
        json_schema_extra=some_of(words, 500) if words else None,
    )


class ClaimFilters(AtMoment, Paged):
    """Which claims."""

    speaker: str | None = Field(None, max_length=200, description="Who says it.", examples=["scott-rubner"])
    about: str | None = Field(None, max_length=200, description="What it is about.", examples=["alibaba"])
    organisation: str | None = Field(
        None,
        max_length=200,
        description="The institution that speaks, itself or through a person.",
        examples=["goldman-sachs"],
    )
    type: str | None = _some("What the claim does", "target,forecast", list(ClaimType))
    stance: str | None = _some("Attitude to what the claim is about", "negative", list(Stance))
    modality: str | None = _some("How firmly the speaker commits", "expected", list(Modality))
    metric: str | None = _some("What one of its figures measures", "index_target")
    unit: str | None = _some("Unit of that figure", "points,USD")
    min_value: float | None = Field(
        None, allow_inf_nan=False, description="That figure reaches this number or more.", examples=[4000]
    )
    max_value: float | None = Field(
        None, allow_inf_nan=False, description="That figure begins at this number or less.", examples=[5000]
    )
    published_from: Day | None = Field(
        None, alias="from", description="Said on this day or later.", examples=["2025-02-01"]
    )
    published_to: Day | None = Field(
        None, alias="to", description="Said on this day or earlier.", examples=["2025-02-28"]
    )
    changed_since: str | None = Field(
        None,
        max_length=40,
        description="Recorded after this time (UTC unless it names a zone) or day: give the newest `recorded_at` that "
        "you have seen.",
        examples=["2025-03-01T09:30:00Z"],
        json_schema_extra=DAY_OR_TIME,
    )
    text: str | None = Field(
        None, max_length=200, description="Words that the claim contains.", examples=["correction"]
    )

    def filters(self) -> dict[str, Any]:
        """What was asked for, apart from the page, the moment, and how the answer is to look."""
        return self.model_dump(exclude=NOT_FILTERS)


class ClaimParameters(ClaimFilters):
    """Which claims, and how they are to come."""

    sort: _SORTS = Field(
        "-published_at",
        description="By what the list is ordered; with `-` the greatest comes first. What has no day counts as the "
        "earliest.",
        examples=["-published_at"],
    )
    format: Literal["json", "jsonl", "csv", "parquet", "xlsx"] | None = Field(
        None,
        description="`json` is a page in its envelope. The others are tables of the whole list, one row for each "
        "number of a claim, of at most 100,000 claims: `X-Truncated` says whether there are more, `X-Total-Count` "
        "how many in all. `limit` and `cursor` work there too. An `Accept` header does the same.",
        examples=["csv"],
    )
    facets: str | None = _some("Count the whole list by these, into `meta.facets`", "speaker,stance", list(FACETS))


class TimelineParameters(ClaimFilters):
    """Which part of a timeline."""

    order: Literal["newest", "oldest"] = Field("newest", description="Which day comes first.", examples=["newest"])


class ViewParameters(AtMoment, Paged):
    """Whose views."""

    side: Literal["speaker", "subject"] | None = Field(
        None,
        description="`speaker`: what it says; `subject`: what is said of it. Persons and institutions count as "
        "speakers and everything else as a subject, unless this says otherwise.",
        examples=["subject"],
    )
    superseded: bool = Field(
        False, description="Of a subject, also the views that later ones took the place of.", examples=[True]
    )


class ConsensusParameters(AtMoment):
    """Which stretch of time, and which number."""

    window: int = Field(
        DAYS,
        ge=1,
        le=MOST_DAYS,
        description="Days back from `as_of`, or else from the newest claim about the entity.",
        examples=[DAYS],
    )
    metric: str | None = Field(None, max_length=200, description="Only this measure.", examples=["index_target"])


class MomentParameters(AtMoment, Parameters):
    """For one thing, as if it were another day."""
