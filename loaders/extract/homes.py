"""The country that an organisation of the reviewed lists is at home in."""

from __future__ import annotations

from functools import lru_cache

from graph.model import Kind
from loaders.extract.demonyms import places_by_adjective
from loaders.reference.given import given_digest, known_references


def is_home(place_id: str, entity_id: str) -> bool:
    """True where the lists give both the same country: Norges Bank and Norway, but not a part of Norway."""
    countries = _countries(given_digest())
    return place_id in countries and countries[place_id] == _homes(given_digest()).get(entity_id)


def adjectives_of(place_id: str) -> frozenset[str]:
    """`swiss` for Switzerland."""
    return frozenset(word for word, place in places_by_adjective().items() if place == place_id)


@lru_cache(maxsize=2)
def _homes(_digest: str) -> dict[str, str]:
    return {entry.id: entry.country for entry in known_references() if entry.country and entry.kind is not Kind.PLACE}


@lru_cache(maxsize=2)
def _countries(_digest: str) -> dict[str, str]:
    every = (entry for entry in known_references() if entry.kind is Kind.PLACE)
    return {entry.id: entry.country for entry in every if entry.country and not entry.parent}
