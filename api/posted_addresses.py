"""Addresses that are posted for the server to read, where its operator allows that."""

from __future__ import annotations

from itertools import islice

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from api.errors import BodyInvalid, FetchOff
from api.jobs.ledger import Posted
from api.settings import Settings
from api.uploads import MOST, MOST_TIMES_UNPACKED, posted_as
from loaders.documents import Reading
from loaders.errors import DocumentUnreadable, Failure

_LONGEST = 2000


class AddressIn(BaseModel):
    """An address on the web whose documents are to be read: a page, a file, a feed. The server may refuse to."""

    model_config = ConfigDict(extra="forbid")

    url: str = Field(
        max_length=_LONGEST,
        pattern=r"^https?://\S+$",
        description="Fetched once, within limits of time and size; what it links to is not.",
        examples=["https://news.example/42"],
    )


def address_in(body: bytes) -> AddressIn | None:
    """The address that a JSON body asks for; none if it holds anything else."""
    if len(body) > 2 * _LONGEST:
        return None
    try:
        return AddressIn.model_validate_json(body)
    except ValidationError:
        return None


def documents_at(given: AddressIn, settings: Settings) -> list[Posted]:
    """The documents at an address, and why others of them cannot be read; a failure of all of it is raised."""
    from loaders.fetched import read_at

    if not settings.fetch_posted:
        raise FetchOff("This server does not fetch what is posted as an address: send the text, or the file.")
    most_unpacked = MOST_TIMES_UNPACKED * settings.max_request_bytes
    reading = Reading(max_bytes=settings.max_document_bytes, max_file_bytes=most_unpacked)
    outcomes = read_at(given.url, fetching=settings.fetching, reading=reading)
    found = list(islice(outcomes, MOST + 1))
    if len(found) > MOST:
        raise BodyInvalid(f"The address holds more than {MOST} documents: load them with `streetgraph load`.")
    if len(found) == 1 and isinstance(found[0], Failure):
        raise DocumentUnreadable(found[0].reason)
    return list(map(posted_as, found))
