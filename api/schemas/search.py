"""What a search comes upon."""

from __future__ import annotations

from pydantic import Field

from api.envelope import Answer
from api.schemas.claims import ClaimOut
from api.schemas.entities import EntitySummary


class Found(Answer):
    """What a search came upon."""

    entities: list[EntitySummary] = Field(
        description="Entities with these words in a name, ticker or id; exact ones first."
    )
    claims: list[ClaimOut] = Field(description="Claims with these words, newest first.")
