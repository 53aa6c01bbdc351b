"""What the addresses take that find things by their names and words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.parameters import AtMoment, Paged, Parameters
from graph.model import Kind


class SearchParameters(AtMoment, Paged):
    """What to look for."""

    q: str = Field(
        min_length=1,
        max_length=200,
        description="A name, a ticker or words of a text: all have to be there, those in double quotes together.",
        examples=["alibaba"],
    )
    kind: Literal["entity", "claim", "passage"] | None = Field(
        None,
        description="Only entities, by their names, or only claims or passages, by their words.",
        examples=["claim"],
    )


class SuggestParameters(Parameters):
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
