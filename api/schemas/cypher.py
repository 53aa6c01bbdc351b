"""What a query in Cypher answers."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from api.envelope import Answer, Meta, Page


class Rows(Answer):
    """Columns and rows, in the order that the query asks for."""

    columns: list[str] = Field(description="Names of the columns.", examples=[["id", "name"]])
    rows: list[list[Any]] = Field(
        description="A value for each column. A node is a map of `id`, `labels` and `properties`; a relationship, of "
        "`id`, `type`, `source`, `target` and `properties`; a path, a list of nodes with the relationships between "
        "them. Dates and times are ISO 8601.",
        examples=[[["alibaba", "Alibaba"], ["apple", "Apple"]]],
    )


class CypherAnswer(Answer):
    """What a query answers."""

    data: Rows
    page: Page
    meta: Meta
