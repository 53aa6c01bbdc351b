"""The addresses of the pages, which carry the moment that is looked from."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from graph.explore import ANY_TIME, Moment

HOME, LOAD, REVIEW, SIGN_IN, REFERENCE = "/", "/load", "/review", "/sign-in", "/docs"
OF_NOW = frozenset({LOAD, REVIEW})  # what is loaded and judged changes the graph as it is, whatever day is looked from


def entity_address(entity_id: str, moment: Moment = ANY_TIME) -> str:
    """The page of an entity."""
    return at(f"/entity/{quote(entity_id, safe='')}", moment)


def consensus_address(entity_id: str, moment: Moment = ANY_TIME) -> str:
    """The page of what the street holds of an entity."""
    return at(f"/consensus/{quote(entity_id, safe='')}", moment)


def claim_address(claim_id: str, moment: Moment = ANY_TIME) -> str:
    """The page of a claim in its words."""
    return at(f"/claim/{quote(claim_id, safe='')}", moment)


def document_address(document_id: str, moment: Moment = ANY_TIME, *, claim: str = "") -> str:
    """The page of a document, at one of its claims if that is named."""
    return at(f"/document/{quote(document_id, safe='')}", moment, claim=claim)


def search_address(text: str, moment: Moment = ANY_TIME) -> str:
    """The page of what has these words."""
    return at(HOME, moment, q=text)


def at(path: str, moment: Moment = ANY_TIME, **more: str) -> str:
    """The path with what is not empty of the parameters and of the moment."""
    given = {name: value for name, value in {**more, **moment.parameters}.items() if value}
    return f"{path}?{urlencode(given)}" if given else path
