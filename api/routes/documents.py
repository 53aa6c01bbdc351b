"""Documents: what was read, and what is posted to be read."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response
from starlette.concurrency import run_in_threadpool

from api.access.guard import READ, WRITE
from api.dependencies import LedgerDep, ReplyDep, SettingsDep, StoreDep, WorkerDep, no_parameters
from api.documented import problems_of
from api.envelope import Item, Listing
from api.jobs.watching import closed
from api.operation.freshness import KEEP
from api.parameters import DocumentParameters, PostParameters
from api.posting import BODY, PostedDocuments, own_pages_only
from api.schemas import Annotations, DocumentOut, DocumentSummary, JobOut
from graph import explore, remove

router = APIRouter(tags=["Documents"])
DocumentId = Annotated[str, Path(description="Id of the document.", max_length=200)]


@router.post(
    "/documents",
    status_code=202,
    responses=problems_of(
        "origin-refused",
        "document-too-large",
        "media-type-unsupported",
        "body-invalid",
        "document-unreadable",
        "fetch-off",
        "server-busy",
    )
    | {200: {"model": Item[JobOut], "description": "All of it is done, within the seconds of `wait`."}},
    response_description="The documents are noted, and wait to be read.",
    openapi_extra={"requestBody": BODY},
    dependencies=[WRITE],
)
async def post_documents(
    documents: PostedDocuments,
    asked: Annotated[PostParameters, Query()],
    worker: WorkerDep,
    ledger: LedgerDep,
    settings: SettingsDep,
    reply: ReplyDep,
    response: Response,
) -> Item[JobOut]:
    """Note one or more documents as a job, which reads them, extracts who said what, and stores it.

    A job outlives the server. Posting the same text again changes nothing.
    """
    submitted = partial(worker.submit, documents, most_waiting=settings.max_waiting_documents)
    job = await run_in_threadpool(submitted)
    response.headers["Location"] = f"/v1/jobs/{job.id}"
    job = await closed(ledger, job, within_seconds=asked.wait)
    if not job.is_open:
        response.status_code = 200
    return reply.item(JobOut.model_validate(job))


@router.get("/documents", dependencies=[READ], responses=problems_of("parameter-unknown", "parameter-invalid"))
def list_documents(
    asked: Annotated[DocumentParameters, Query()], store: StoreDep, reply: ReplyDep
) -> Listing[DocumentSummary]:
    """The documents of the graph that fit all filters, newest first."""
    page = explore.documents(store, **asked.filters(), moment=reply.moment_of(asked), **reply.page_of(asked))
    return reply.listing([DocumentSummary.model_validate(row) for row in page.rows], page)


@router.get(
    "/documents/{document_id}", responses=problems_of("document-not-found"), dependencies=[READ, Depends(no_parameters)]
)
def read_document(document_id: DocumentId, store: StoreDep, reply: ReplyDep, response: Response) -> Item[DocumentOut]:
    """One document with its text, to which every position refers."""
    response.headers["Cache-Control"] = KEEP
    return reply.item(DocumentOut.model_validate(explore.document(store, document_id)))


@router.get(
    "/documents/{document_id}/annotations",
    responses=problems_of("document-not-found"),
    dependencies=[READ, Depends(no_parameters)],
)
def read_annotations(document_id: DocumentId, store: StoreDep, reply: ReplyDep) -> Item[Annotations]:
    """All that was read out of a document, by its place in the text: who is named, and what is claimed."""
    return reply.item(Annotations.model_validate(explore.annotated(store, document_id)))


@router.delete(
    "/documents/{document_id}",
    status_code=204,
    response_class=Response,  # which has no media type, as there is no body
    responses=problems_of("document-not-found", "origin-refused"),
    response_description="It is gone.",
    dependencies=[WRITE, Depends(own_pages_only), Depends(no_parameters)],
)
def remove_document(document_id: DocumentId, store: StoreDep) -> None:
    """Take a document out of the graph, with all that only it contributed."""
    remove(store, document_id)
