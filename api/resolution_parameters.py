"""What the addresses take that tell who is who."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict, Field

from api.bodies import JSON, read_json
from api.dependencies import SettingsDep
from api.parameters import Paged
from api.posting import own_pages_only
from graph.doctor import Check
from graph.resolution import Verdict

MOST_BYTES = 20_000


class CandidateParameters(Paged):
    """Which pairs."""

    verdict: Literal["same", "unsure"] | None = Field(
        None, description="Only those that are sure, or only those that are not.", examples=["unsure"]
    )
    entity: str | None = Field(
        None, max_length=200, description="One of the two, by id, name, alias or ticker.", examples=["alibaba"]
    )


class JudgementParameters(Paged):
    """Which judgements."""

    verdict: Verdict | None = Field(None, description="What was judged.", examples=["same"])
    entity: str | None = Field(
        None, max_length=200, description="About this entity, or what was merged into it.", examples=["alibaba"]
    )


class DoctorParameters(Paged):
    """Which findings."""

    check: Check | None = Field(None, description="Only what this check found.", examples=["may be one"])


class JudgementIn(BaseModel):
    """What is judged of two entities, each by id, name, alias or ticker."""

    model_config = ConfigDict(extra="forbid")

    left: str = Field(min_length=1, max_length=200, description="The one that is kept.", examples=["alibaba"])
    right: str = Field(min_length=1, max_length=200, description="The other one.", examples=["alibaba-group"])
    verdict: Verdict = Field(description="Whether they are one.", examples=["same"])
    why: str = Field(default="", max_length=1000, description="The reason.", examples=["One company, two spellings."])
    by: str = Field(default="", max_length=200, description="Who judges; the id of the key if not given.")


async def judgement_in(request: Request, settings: SettingsDep) -> JudgementIn:
    """The judgement in the body of the request."""
    own_pages_only(request, settings)
    return await read_json(request, JudgementIn, MOST_BYTES)


PostedJudgement = Annotated[JudgementIn, Depends(judgement_in)]
_SCHEMA = JudgementIn.model_json_schema(ref_template="#/components/schemas/{model}")
BODY: dict[str, Any] = {
    "required": True,
    "description": "Which two entities, and whether they are one.",
    "content": {JSON: {"schema": {name: part for name, part in _SCHEMA.items() if name != "$defs"}}},
}
