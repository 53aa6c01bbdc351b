"""What the graph could not do."""

from __future__ import annotations

from api.problems.problem import Problem
from graph import errors

_ENTITY_HELP = (
    "Entities go by id, name, alias or ticker. Look for the right one with GET /v1/search?q=… and use its id."
)
_SEARCH = "streetgraph search NAME"

OF_GRAPH: dict[type[Exception], Problem] = {
    errors.EntityNotFound: Problem("entity-not-found", 404, "No such entity", _ENTITY_HELP, 4, _SEARCH),
    errors.AmbiguousName: Problem(
        "ambiguous-name",
        409,
        "Several entities go by this name",
        "Choose one of the ids in `candidates` and ask again.",
        next_step="the same command with one of these ids",
    ),
    errors.DocumentNotFound: Problem(
        "document-not-found",
        404,
        "No such document",
        "GET /v1/documents lists the documents of the graph with their ids.",
        4,
        "streetgraph query documents.list",
    ),
    errors.ClaimNotFound: Problem(
        "claim-not-found",
        404,
        "No such claim",
        "A claim's id follows from its document, words and speaker. When a document is replaced its claims are too; "
        "GET /v1/claims finds the present ones.",
        4,
        "streetgraph claims",
    ),
    errors.JudgementNotFound: Problem(
        "judgement-not-found",
        404,
        "No such judgement",
        "GET /v1/resolution/judgements lists all that were made, with their ids. One that was undone is gone.",
        4,
        "streetgraph judgements",
    ),
    errors.OneAlready: Problem(
        "one-already",
        409,
        "Both names lead to one entity",
        "A judgement is about two entities. Of one that was merged into another, give the id that it was found under.",
        next_step="streetgraph judgements",
    ),
    errors.JudgementConflict: Problem(
        "judgement-conflict",
        409,
        "Judgements contradict each other",
        "Two entities are judged to be different and, by way of others, the same. Undo one of these judgements first.",
        next_step="streetgraph judgements",
    ),
    errors.RegisterNotFound: Problem(
        "register-not-found",
        404,
        "No such register",
        "Registers are what reference data was read from: sec, gleif, openfigi, iso10383, or the name of a table.",
        4,
        "streetgraph reference",
    ),
    errors.QueryNotFound: Problem(
        "query-not-found", 404, "No such query", "Named queries are files in `cypher/`.", 4, "streetgraph query --list"
    ),
    errors.StoreMissing: Problem("store-missing", 503, "There is no store yet", "", next_step="streetgraph load PATH"),
    errors.StoreUnavailable: Problem(
        "store-unavailable",
        503,
        "The store cannot be reached",
        "The server is up but its graph is not. Try again; if it stays so, the operator finds the cause in the log.",
        next_step="streetgraph config",
    ),
    errors.SchemaMismatch: Problem(
        "schema-mismatch",
        503,
        "The store is of another version",
        "The store was written with another version of streetgraph. The operator loads the documents into a new one.",
        next_step="streetgraph --store ladybug:NEW_PATH load PATH",
    ),
    errors.ExtractionInvalid: Problem(
        "extraction-invalid",
        500,
        "The extraction contradicts itself",
        "What was read out of the document does not hold together, so nothing of it was stored. This is our fault.",
    ),
    errors.QueryFailed: Problem(
        "query-failed", 500, "A query failed", "The engine could not run a query. The server's log has its name."
    ),
    errors.CypherRefused: Problem(
        "cypher-refused",
        403,
        "The query may not run",
        "`line` and `column` say where. A query reads and does nothing else: MATCH, OPTIONAL MATCH, WHERE, WITH, "
        "UNWIND, RETURN, ORDER BY, SKIP, LIMIT, UNION, subqueries with EXISTS, COUNT and COLLECT, and functions that "
        "compute. Names that are words of Cypher stand in back-ticks, values in parameters.",
        2,
        "streetgraph cypher --help",
    ),
    errors.CypherFailed: Problem(
        "cypher-failed",
        400,
        "The engine cannot run the query",
        "The detail is the engine's own. Neo4j and ladybug differ in some functions.",
        2,
        "streetgraph cypher --help",
    ),
    errors.CypherTimedOut: Problem(
        "cypher-timed-out",
        408,
        "The query took too long",
        "Begin at a key, such as (e:Entity {id: $id}), bound every path, and ask for less at once; or let the operator "
        "raise STREETGRAPH_CYPHER_SECONDS.",
        next_step="the same command with a narrower question",
    ),
    errors.CypherBusy: Problem(
        "cypher-busy",
        503,
        "Too many queries run",
        "Ask again after the seconds that `Retry-After` names.",
        next_step="the same command again",
        retry_after=5,
    ),
    errors.QueryInvalid: Problem(
        "query-invalid", 500, "A query is broken", "A query file breaks the rules of its header: this is our fault."
    ),
    errors.GraphError: Problem("graph-error", 500, "The graph could not answer", "The detail says why."),
}
