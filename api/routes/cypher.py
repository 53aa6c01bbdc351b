"""Cypher for power users: one query that reads, in a place where it can do nothing else."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from api.access.guard import CYPHER
from api.console import BODY, ConsoleDep, PostedQuery
from api.dependencies import ReplyDep, no_parameters
from api.documented import problems_of
from api.envelope import Page
from api.schemas.cypher import CypherAnswer, Rows

router = APIRouter(tags=["Cypher"], dependencies=[CYPHER, Depends(no_parameters)])
_CUT = {
    "rows": "Only the first {limits.rows:,} rows are shown: ask for less, or go on with SKIP and ORDER BY.",
    "bytes": "Only as many rows are shown as {limits.bytes:,} bytes hold: return fewer columns, or SKIP what was seen.",
}


@router.post(
    "/cypher",
    openapi_extra={"requestBody": BODY},
    responses=problems_of(
        "cypher-off",
        "cypher-refused",
        "cypher-failed",
        "cypher-timed-out",
        "cypher-busy",
        "parameter-invalid",
        "origin-refused",
        "body-too-large",
        "media-type-unsupported",
        "body-invalid",
    ),
)
def run_cypher(console: ConsoleDep, asked: PostedQuery, reply: ReplyDep) -> CypherAnswer:
    """The rows of a query in Cypher, which only reads: MATCH, WHERE, WITH, UNWIND, RETURN and what belongs to them.

    The operator switches this on. Give values as parameters. What keeps a query from running is told with line and
    column.
    """
    answer = console.ask(asked.query, asked.parameters)
    reply.revision = answer.revision
    if answer.cut_by:
        reply.warnings.append(_CUT[answer.cut_by].format(limits=console.limits))
    total = None if answer.cut_by else len(answer.rows)
    page = Page(returned=len(answer.rows), total=total, truncated=answer.cut_by is not None, next=None)
    return CypherAnswer(data=Rows(columns=answer.columns, rows=answer.rows), page=page, meta=reply.item(None).meta)
