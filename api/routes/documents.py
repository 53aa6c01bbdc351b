"""Documents: posting one extracts and stores what it says."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from api.access.guard import READ, WRITE
from api.dependencies import ReplyDep, SettingsDep, StoreDep, no_parameters
from api.documented import problems_of
from api.envelope import Item, Listing
from api.extracted import Posted, posted
from api.extraction import extracted, stored
from api.operation.freshness import KEEP
from api.parameters import Paged
from api.posted import BODY, PostedDocument
from api.schemas import DocumentOut, DocumentSummary
from graph import explore

router = APIRouter(tags=["Documents"])


@router.post(
    "/documents",
    status_code=201,
    responses=problems_of(
        "origin-refused",
        "document-too-large",
        "media-type-unsupported",
        "body-invalid",
        "document-unreadable",
        "nothing-found",
        "server-busy",
    )
    | {200: {"model": Item[Posted], "description": "The graph held this text already."}},
    response_description="The document was added.",
    openapi_extra={"requestBody": BODY},
    dependencies=[WRITE, Depends(no_parameters)],
)
def post_document(
    document: PostedDocument, store: StoreDep, settings: SettingsDep, reply: ReplyDep, response: Response
) -> Item[Posted]:
    """Read a text, extract who said what, and store it. Posting the same text again changes nothing."""
    extraction = extracted(document, settings.tier)
    result = stored(store, extraction)
    if result.status != "added":
        response.status_code = 200
    response.headers["Location"] = f"/v1/documents/{document.id}"
    return reply.item(posted(extraction, result.status))


@router.get("/documents", dependencies=[READ], responses=problems_of("parameter-unknown", "parameter-invalid"))
def list_documents(asked: Annotated[Paged, Query()], store: StoreDep, reply: ReplyDep) -> Listing[DocumentSummary]:
    """The documents of the graph, newest first."""
    page = explore.documents(store, **reply.page_of(asked))
    return reply.listing([DocumentSummary.model_validate(row) for row in page.rows], page)


@router.get(
    "/documents/{document_id}", responses=problems_of("document-not-found"), dependencies=[READ, Depends(no_parameters)]
)
def read_document(
    document_id: Annotated[str, Path(description="Id of the document.", max_length=200)],
    store: StoreDep,
    reply: ReplyDep,
    response: Response,
) -> Item[DocumentOut]:
    """One document with its text, to which every position refers."""
    response.headers["Cache-Control"] = KEEP
    return reply.item(DocumentOut.model_validate(explore.document(store, document_id)))
