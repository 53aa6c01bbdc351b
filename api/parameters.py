"""What the addresses take: one model per list of query parameters. What they do not take is refused, not ignored."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from fastapi import Path
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from graph.explore import Moment

Reference = Annotated[
    str, Path(description="Id, name, alias or ticker.", max_length=200, examples=["nvidia"], openapi_examples={})
]
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DAY_OR_TIME: dict[str, Any] = {"anyOf": [{"type": "string", "format": one} for one in ("date", "date-time")]}


def _written_in_full(value: object) -> object:
    """The value as it is; ValueError for a number, which would otherwise count as seconds since 1970."""
    if not (isinstance(value, date) or (isinstance(value, str) and _DAY.fullmatch(value))):
        raise ValueError("Input should be a day such as 2025-02-28")
    return value


Day = Annotated[date, BeforeValidator(_written_in_full)]


def some_of(words: Iterable[str], longest: int) -> dict[str, Any]:
    """How OpenAPI tells of one or more of these words with commas between them."""
    one = "|".join(words)
    return {"anyOf": [{"type": "string", "maxLength": longest, "pattern": f"^({one})(,({one}))*$"}]}


class Parameters(BaseModel):
    """Query parameters; one that is empty counts as not given, as an empty field of a form."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, given: object) -> object:
        return {name: value for name, value in given.items() if value != ""} if isinstance(given, dict) else given


class NoParameters(Parameters):
    """For an address that takes none."""


class AtMoment(Parameters):
    """For what can be asked as if it were another day. Inherit from this beside `Paged`."""

    as_of: Day | None = Field(
        None,
        description="Only what was published on this day or earlier. What has no date is left out, and `meta.warnings` "
        "says how many documents that are.",
        examples=["2025-02-28"],
    )
    known_at: str | None = Field(
        None,
        max_length=40,
        description="Only what the graph had recorded by this time: a time, in UTC unless it names a zone, or a day, "
        "which means the end of it.",
        examples=["2025-03-01T09:30:00Z"],
        json_schema_extra=DAY_OR_TIME,
    )

    def moment(self) -> Moment:
        """The point of view in time that is asked for."""
        return Moment.of(as_of=self.as_of, known_at=self.known_at)


class Paged(Parameters):
    """For a list."""

    limit: int | None = Field(None, ge=1, description="Rows on the page.", examples=[50])
    cursor: str | None = Field(
        None, max_length=4000, description="`page.next` of the page before, with the same filters."
    )

    def filters(self) -> dict[str, Any]:
        """What was asked for, apart from the page and the moment."""
        return self.model_dump(exclude={"limit", "cursor", "as_of", "known_at"})


class DocumentParameters(AtMoment, Paged):
    """Which documents."""

    publisher: str | None = Field(None, max_length=300, description="Who published it.", examples=["Example Wire"])
    entity: str | None = Field(None, max_length=200, description="Whom it names.", examples=["alibaba"])
    title: str | None = Field(None, max_length=200, description="Words of its title.", examples=["map"])
    published_from: Day | None = Field(
        None, alias="from", description="Published on this day or later.", examples=["2025-02-01"]
    )
    published_to: Day | None = Field(
        None, alias="to", description="Published on this day or earlier.", examples=["2025-02-28"]
    )


class PostParameters(Parameters):
    """How long to wait for what is posted."""

    wait: float = Field(0, ge=0, le=60, description="Seconds to wait for the end of the job.", examples=[30])


class JobParameters(Parameters):
    """Which jobs."""

    limit: int = Field(20, ge=1, le=100, description="Most jobs.", examples=[20])
