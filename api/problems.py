"""The one table of what can go wrong: how each failure is shown over HTTP and on the command line.

A problem's `type` is a path on the same server that leads to a page of help, so it never changes once published.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from api.errors import (
    BodyInvalid,
    DocumentTooLarge,
    HostRefused,
    MediaTypeUnsupported,
    NothingFound,
    OriginRefused,
    ParameterUnknown,
    PlaceUnusable,
    RequestError,
    RequestInvalid,
    ServerBusy,
    SettingInvalid,
    UsageWrong,
)
from api.masking import masked
from graph import errors
from loaders.errors import DocumentUnreadable


@dataclass(frozen=True, slots=True)
class Problem:
    """How a failure is shown."""

    name: str
    status: int
    title: str
    help: str
    exit_code: int = 1
    next_step: str = "streetgraph --help"
    retry_after: int | None = None  # seconds

    @property
    def type(self) -> str:
        """The path of its help page."""
        return f"/problems/{self.name}"


_ENTITY_HELP = (
    "Entities go by id, name, alias or ticker. Look for the right one with GET /v1/search?q=… and use its id."
)
_SEARCH = "streetgraph search NAME"

_PARAMETER_INVALID = Problem(
    "parameter-invalid",
    400,
    "A parameter cannot be used",
    "The detail names the parameter and what it takes. A cursor belongs to the list and filters it was given for: "
    "when these change, start again without it.",
    2,
    "streetgraph COMMAND --help",
)

PROBLEMS: dict[type[Exception], Problem] = {
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
    errors.QueryNotFound: Problem(
        "query-not-found", 404, "No such query", "Named queries are files in `cypher/`.", 4, "streetgraph query --list"
    ),
    errors.ParameterInvalid: _PARAMETER_INVALID,
    RequestInvalid: _PARAMETER_INVALID,
    ParameterUnknown: Problem(
        "parameter-unknown",
        400,
        "A parameter is not known here",
        "A filter that is misspelt and ignored would give a wrong answer, so it is refused. `known` lists the "
        "parameters of this address; each may be given once.",
        2,
    ),
    BodyInvalid: Problem(
        "body-invalid",
        422,
        "The body cannot be used",
        "`errors` says which field is wrong and why. The reference at /docs shows a body that works.",
    ),
    DocumentUnreadable: Problem(
        "document-unreadable",
        422,
        "The document cannot be read",
        "A document is plain text or Markdown in UTF-8 or another known encoding, not empty and not binary.",
        next_step="streetgraph load --help",
    ),
    NothingFound: Problem(
        "nothing-found",
        422,
        "Nothing was found in the document",
        "The document names no company, institution, person or index, and so was not stored. Is it English prose?",
        next_step="streetgraph load --help",
    ),
    DocumentTooLarge: Problem(
        "document-too-large",
        413,
        "The document is too large",
        "Split the document, or raise STREETGRAPH_MAX_DOCUMENT_BYTES on the server.",
    ),
    MediaTypeUnsupported: Problem(
        "media-type-unsupported",
        415,
        "This kind of body is not read",
        "Send `Content-Type: application/json` with a JSON object, or the text as `text/plain` or `text/markdown`.",
    ),
    ServerBusy: Problem(
        "server-busy",
        503,
        "Too many documents wait to be read",
        "Nothing was stored. Post the document again after the seconds that `Retry-After` names.",
        retry_after=5,
    ),
    OriginRefused: Problem(
        "origin-refused",
        403,
        "Pages of other sites may not write",
        "A browser sent this request on behalf of a page of another site. Send it from a program or from this server.",
    ),
    HostRefused: Problem(
        "host-refused",
        421,
        "The server does not go by this name",
        "Ask for it as localhost or by its address, or let the operator add the name to STREETGRAPH_ALLOWED_HOSTS. "
        "Other names are refused because a page elsewhere could point its own name at this server.",
    ),
    SettingInvalid: Problem("setting-invalid", 500, "A setting cannot be used", "", 2, "streetgraph config --help"),
    UsageWrong: Problem("usage", 400, "The command cannot be used like this", "", 2, "streetgraph COMMAND --help"),
    errors.StoreMissing: Problem("store-missing", 503, "There is no store yet", "", next_step="streetgraph load PATH"),
    PlaceUnusable: Problem("place-unusable", 503, "A place cannot be used", "", next_step="streetgraph COMMAND --help"),
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
    errors.QueryInvalid: Problem(
        "query-invalid", 500, "A query is broken", "A query file breaks the rules of its header: this is our fault."
    ),
    errors.GraphError: Problem("graph-error", 500, "The graph could not answer", "The detail says why."),
}

UNEXPECTED = Problem(
    "internal-error",
    500,
    "Something unexpected went wrong",
    "This is our fault. The server's log has the details under the time of the request.",
)
NO_ROUTE = Problem(
    "route-not-found", 404, "Nothing lives at this address", "The reference at /docs lists every address.", 4
)
WRONG_METHOD = Problem(
    "method-not-allowed", 405, "This address does not take this method", "The `Allow` header lists those it takes.", 2
)

PUBLISHED: dict[str, Problem] = {
    problem.name: problem for problem in (*PROBLEMS.values(), UNEXPECTED, NO_ROUTE, WRONG_METHOD) if problem.help
}


def problem_of(error: BaseException) -> Problem:
    """The entry for this failure, or for the closest kind that it is."""
    return next((PROBLEMS[kind] for kind in type(error).__mro__ if kind in PROBLEMS), UNEXPECTED)


def described(error: BaseException) -> dict[str, Any]:
    """The problem document of RFC 9457; a failure nobody foresaw keeps its text to itself."""
    problem = problem_of(error)
    detail = problem.help if problem is UNEXPECTED else masked(str(error))
    return {"type": problem.type, "title": problem.title, "status": problem.status, "detail": detail} | _more(error)


def _more(error: BaseException) -> dict[str, Any]:
    if isinstance(error, errors.EntityNotFound):
        return {"nearest": list(error.nearest)}
    if isinstance(error, errors.AmbiguousName):
        return {"candidates": list(error.candidates)}
    return dict(error.more) if isinstance(error, RequestError) else {}
