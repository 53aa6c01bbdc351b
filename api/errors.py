"""What the ways in refuse themselves, before the graph is asked."""

from __future__ import annotations


class RequestError(Exception):
    """A request that the way in refuses before the graph is asked."""

    def __init__(self, detail: str, **more: object) -> None:
        self.more = dict(more)
        super().__init__(detail)


class ParameterUnknown(RequestError):
    """The request has a parameter that this address does not take, or has it twice."""


class RequestInvalid(RequestError):
    """A parameter has a value that cannot be used."""


class BodyInvalid(RequestError):
    """The body is well formed but says something that cannot be used."""


class DocumentTooLarge(RequestError):
    """The body is longer than the server reads."""


class BodyTooLarge(RequestError):
    """The body is longer than any that makes sense here."""


class CypherOff(RequestError):
    """The operator has not switched on Cypher for users."""


class FetchOff(RequestError):
    """The operator has not allowed that addresses are posted."""


class MediaTypeUnsupported(RequestError):
    """The body is neither JSON nor text."""


class NothingFound(RequestError):
    """The document was read, but names nobody and says nothing that the graph could hold."""


class ServerBusy(RequestError):
    """As many documents wait to be read as may."""


class TablesBusy(RequestError):
    """As many tables are being sent as may be."""


class OriginRefused(RequestError):
    """A page of another site tried to write."""


class HostRefused(RequestError):
    """The request was sent to a name that is not the server's."""


class SettingInvalid(RequestError):
    """A setting has a value that cannot be used."""


class UsageWrong(RequestError):
    """A command was given words that it cannot use."""


class PlaceUnusable(RequestError):
    """A port, file or folder that a command wants is in use, or out of reach."""


class KeyMissing(RequestError):
    """The request has no key, and comes from where one is needed."""


class KeyInvalid(RequestError):
    """The request has a key that is not one of the server's."""


class ScopeMissing(RequestError):
    """The key is not for this."""


class RateExceeded(RequestError):
    """More requests than the key may make; one may be made after so many `seconds`."""

    def __init__(self, detail: str, *, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(detail)


class FormatUnavailable(RequestError):
    """What would write this format is not installed."""


class KeyUnknown(RequestError):
    """No key has this id."""


class JobNotFound(RequestError):
    """No job has this id."""


class Interrupted(RequestError):
    """The server was stopped again and again while it read a document."""
