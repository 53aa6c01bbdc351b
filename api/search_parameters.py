"""What the addresses take that find things by their names and words."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict, Field

from api.bodies import JSON, read_json
from api.parameters import AtMoment, Paged
from graph.model import Kind

MOST_BYTES = 2_000_000  # more than 1,000 names need, however JSON writes them


class SearchParameters(AtMoment, Paged):
    """What to look for."""

    q: str = Field(
        min_length=1,
        max_length=200,
        description="A name, a ticker or words of a text: all have to be there, those in double quotes together.",
        examples=["alibaba"],
    )
    kind: Literal["entity", "claim", "passage"] | Kind | None = Field(
        None,
        description="Only entities, by their names, or those of one kind, or only claims or passages, by their words.",
        examples=["claim"],
    )


class SuggestParameters(AtMoment):
    """What is typed so far."""

    q: str = Field(min_length=1, max_length=200, description="The beginning of a name or ticker.", examples=["ali"])
    kind: Kind | None = Field(None, description="Only entities of this kind.", examples=["Company"])
    limit: int = Field(10, ge=1, le=50, description="Most suggestions.", examples=[10])


class NamesToResolve(BaseModel):
    """Names, tickers or ids of entities."""

    model_config = ConfigDict(extra="forbid")

    names: list[Annotated[str, Field(max_length=200)]] = Field(
        min_length=1, max_length=1000, description="What to look up.", examples=[["BABA", "Goldman", "nvidai"]]
    )
    kind: Kind | None = Field(default=None, description="Only entities of this kind count.", examples=["Company"])


async def names_in(request: Request) -> NamesToResolve:
    """The names in the body of the request."""
    return await read_json(request, NamesToResolve, MOST_BYTES)


PostedNames = Annotated[NamesToResolve, Depends(names_in)]
_SCHEMA = NamesToResolve.model_json_schema(ref_template="#/components/schemas/{model}")
BODY: dict[str, Any] = {
    "required": True,
    "description": "The names, and of which kind they have to be.",
    "content": {JSON: {"schema": {name: part for name, part in _SCHEMA.items() if name != "$defs"}}},
}
