"""Cypher over HTTP: the body with a query, and the console that runs it where that is switched on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Request
from pydantic import BaseModel, ConfigDict, Field

from api.bodies import JSON, read_json
from api.dependencies import SettingsDep
from api.errors import CypherOff
from api.posting import own_pages_only
from graph import queries
from graph.cypher import Console

LONGEST = 1_000_000  # bytes of a request: what the guard allows, however JSON writes it


class CypherIn(BaseModel):
    """A query that only reads, with the values of its parameters."""

    model_config = ConfigDict(extra="forbid")

    query: str = Field(
        description="One statement, which ends with RETURN.",
        examples=[queries.query("people.roles").text],
    )
    parameters: dict[str, Any] = Field(
        {},
        description="A value for each $name of the query, as JSON has it.",
        examples=[{"organisation": "goldman-sachs", "limit": 10}],
    )


BODY: dict[str, Any] = {
    "required": True,
    "description": "The query and its parameters.",
    "content": {JSON: {"schema": CypherIn.model_json_schema()}},
}


@contextmanager
def console_over(app: FastAPI) -> Iterator[None]:
    """Give the app a console over its store, for as long as it runs, if that is switched on."""
    app.state.console = None
    if not app.state.settings.cypher:
        yield
        return
    with closing(Console(app.state.store, app.state.settings.cypher_limits)) as app.state.console:
        yield


def console_of(request: Request) -> Console:
    """The console of the app; CypherOff if it has none."""
    console: Console | None = request.app.state.console
    if console is None:
        raise CypherOff("This server runs no Cypher of its users: STREETGRAPH_CYPHER=true switches it on.")
    return console


async def cypher_in(request: Request, settings: SettingsDep) -> CypherIn:
    """The query in the body of the request."""
    own_pages_only(request, settings)
    return await read_json(request, CypherIn, LONGEST)


ConsoleDep = Annotated[Console, Depends(console_of)]
PostedQuery = Annotated[CypherIn, Depends(cypher_in)]
