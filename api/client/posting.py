"""Documents brought in and taken out by way of a server."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.parse import quote

from api.client.connection import Connection
from api.envelope import Item
from api.schemas import JobOut

LONGEST_REQUEST_SECONDS = 5.0  # files are read before the answer begins; from then on the job is asked after
BETWEEN_SECONDS = 0.5


class Posting:
    """The part of a client that lets documents be read."""

    _connection: Connection

    def post(self, *documents: Mapping[str, Any], wait: float = 60) -> JobOut:
        """Let documents be read; each has at least a `text`. The job, done or as it stands after `wait` seconds."""
        return self._posted(wait, json=list(documents))

    def upload(self, *files: Path | str, wait: float = 60) -> JobOut:
        """The same for files, in any form that `streetgraph load` takes."""
        return self._posted(wait, files=map(Path, files))

    def job(self, job_id: str) -> JobOut:
        """How it stands with what was posted."""
        return self._connection.get(Item[JobOut], f"/v1/jobs/{quote(job_id, safe='')}").data

    def remove(self, document_id: str) -> None:
        """Take a document out of the graph."""
        self._connection.send("DELETE", f"/v1/documents/{quote(document_id, safe='')}")

    def _posted(self, wait: float, *, json: object = None, files: Iterable[Path] = ()) -> JobOut:
        until = monotonic() + wait
        query = {"wait": min(wait, LONGEST_REQUEST_SECONDS)}
        response = self._connection.send("POST", "/v1/documents", query, json=json, files=files)
        job = Item[JobOut].model_validate_json(response.content).data
        while job.finished_at is None and monotonic() < until:
            sleep(BETWEEN_SECONDS)
            job = self.job(job.id)
        return job
