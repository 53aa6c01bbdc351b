"""What was refused before the graph was asked."""

from __future__ import annotations

from api.errors import (
    BodyInvalid,
    BodyTooLarge,
    CypherOff,
    DocumentTooLarge,
    FetchOff,
    FormatUnavailable,
    HostRefused,
    Interrupted,
    JobNotFound,
    KeyInvalid,
    KeyMissing,
    KeyUnknown,
    MediaTypeUnsupported,
    NothingFound,
    OriginRefused,
    ParameterUnknown,
    PlaceUnusable,
    RateExceeded,
    RequestInvalid,
    ScopeMissing,
    ServerBusy,
    SettingInvalid,
    TablesBusy,
    UsageWrong,
)
from api.problems.problem import Problem
from graph import errors
from loaders.errors import DocumentUnreadable, ModelMissing, ProcessLost

_PARAMETER_INVALID = Problem(
    "parameter-invalid",
    400,
    "A parameter cannot be used",
    "The detail names the parameter and what it takes. A cursor belongs to the list and filters it was given for: "
    "when these change, start again without it.",
    2,
    "streetgraph COMMAND --help",
)

OF_REQUESTS: dict[type[Exception], Problem] = {
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
    FormatUnavailable: Problem(
        "format-unavailable",
        501,
        "This server does not write this format",
        "Ask for `format=csv` or `format=jsonl`, or let the operator install streetgraph with the extra `tables`.",
        next_step="pip install 'streetgraph[tables]'",
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
        "A document is plain text, Markdown, a web page, a PDF, .docx or .eml file, a feed, JSON lines or CSV, and is "
        "not empty, damaged, locked or a scan.",
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
    BodyTooLarge: Problem(
        "body-too-large",
        413,
        "The body is too large",
        "`max_bytes` says how long it may be. Ask in several requests.",
    ),
    CypherOff: Problem(
        "cypher-off",
        403,
        "Cypher is switched off",
        "The operator switches it on with STREETGRAPH_CYPHER=true; a key for it is made with `streetgraph keys create "
        "NAME --scope cypher`.",
        next_step="STREETGRAPH_CYPHER=true streetgraph serve",
    ),
    FetchOff: Problem(
        "fetch-off",
        403,
        "Addresses are not fetched here",
        "The operator allows it with STREETGRAPH_FETCH_POSTED=true. Otherwise send the text of the document, or the "
        "file itself.",
        next_step="STREETGRAPH_FETCH_POSTED=true streetgraph serve",
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
        "Nothing was noted. Post the documents again after the seconds that `Retry-After` names.",
        retry_after=30,
    ),
    TablesBusy: Problem(
        "tables-busy",
        503,
        "Too many tables are being sent",
        "Ask again after the seconds that `Retry-After` names, or for pages as JSON, which are never held up. The "
        "operator raises the number with STREETGRAPH_MAX_TABLES.",
        retry_after=5,
    ),
    JobNotFound: Problem(
        "job-not-found",
        404,
        "No such job",
        "GET /v1/jobs lists the latest jobs. One that was done with is forgotten after 30 days.",
    ),
    Interrupted: Problem(
        "interrupted",
        503,
        "The reading of a document was cut off",
        "The server ended each time while it read this document, which it will not try again. Post it once more if the "
        "server was only stopped; otherwise the document may be more than the machine can take.",
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
    KeyMissing: Problem(
        "key-missing",
        401,
        "A key is needed",
        "`streetgraph keys create NAME` makes one, on the server. Send it as `Authorization: Bearer sg_…`.",
        challenge="Bearer",
    ),
    KeyInvalid: Problem(
        "key-invalid",
        401,
        "The key is not valid",
        "Check that the whole key was sent, and that it was not revoked: `streetgraph keys list` tells.",
        challenge='Bearer error="invalid_token"',
    ),
    ScopeMissing: Problem(
        "scope-missing",
        403,
        "The key is not for this",
        "`lacking` names the scopes that the address needs. Make a key that has them: `streetgraph keys create NAME "
        "--scope …`.",
    ),
    RateExceeded: Problem(
        "rate-exceeded",
        429,
        "Too many requests",
        "Wait as many seconds as `Retry-After` says. Larger pages need fewer requests.",
    ),
    KeyUnknown: Problem("key-unknown", 404, "No such key", "", 4, "streetgraph keys list"),
    SettingInvalid: Problem("setting-invalid", 500, "A setting cannot be used", "", 2, "streetgraph config --help"),
    UsageWrong: Problem("usage", 400, "The command cannot be used like this", "", 2, "streetgraph COMMAND --help"),
    PlaceUnusable: Problem("place-unusable", 503, "A place cannot be used", "", next_step="streetgraph COMMAND --help"),
    ModelMissing: Problem("model-missing", 500, "A model is not installed", "", 2, "streetgraph config --help"),
    ProcessLost: Problem(
        "process-lost", 500, "A process that read documents was killed", "", next_step="streetgraph COMMAND --help"
    ),
}
