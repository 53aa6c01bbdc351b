"""How it stands with what was posted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import AliasChoices, Field

from api.envelope import Answer
from api.jobs.states import JobState, State


class ItemOut(Answer):
    """How it stands with one document."""

    label: str = Field(description="What it was posted as: its file name, title or first words.", examples=["note.txt"])
    state: State = Field(
        description="`added`, `unchanged` (the graph held this text already), `replaced` (it was read anew), `changed` "
        "(it takes the place of what its address, or its message or entry of a feed, held before) and `failed` are "
        "final.",
        examples=["added"],
    )
    document_id: str | None = Field(description="Where it is, once it is in the graph.", examples=["5f0c2d9a1b3e4f60"])
    counts: dict[str, int] = Field(
        description="How much was read out of it; of what was `replaced` or `changed` also how many claims stay "
        "(`claims_kept`), come (`claims_added`) and go (`claims_gone`).",
        examples=[{"entities": 12, "claims": 9}],
    )
    problem: dict[str, Any] | None = Field(description="Why it failed, as a problem document.", examples=[None])


class JobSummary(Answer):
    """How it stands with one post, without its documents."""

    id: str = Field(description="Id of the job.", examples=["3f2b8c1d9e7a6054"])
    state: JobState = Field(description="`done`, `partial` (some failed) and `failed` are final.", examples=["done"])
    created_at: datetime = Field(description="When it was posted.")
    finished_at: datetime | None = Field(description="When the last document was done with.")
    tally: dict[str, int] = Field(description="How many documents are in which state.", examples=[{"added": 3}])


class JobOut(JobSummary):
    """How it stands with one post."""

    documents: list[ItemOut] = Field(
        description="Its documents, in the order of the post.", validation_alias=AliasChoices("items", "documents")
    )
