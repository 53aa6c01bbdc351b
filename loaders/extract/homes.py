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


def is_abroad(place_id: str, entity_id: str) -> bool:
    """True where the lists give both a country and not the same: Norsk Hydro and Manitoba."""
    place, home = _seats(given_digest()).get(place_id), _homes(given_digest()).get(entity_id)
    return bool(place and home) and place != home


def adjectives_of(place_id: str) -> frozenset[str]:
    """`swiss` for Switzerland."""
    return frozenset(word for word, place in places_by_adjective().items() if place == place_id)


@lru_cache(maxsize=2)
def _homes(_digest: str) -> dict[str, str]:
    return {entry.id: entry.country for entry in known_references() if entry.country and entry.kind is not Kind.PLACE}


@lru_cache(maxsize=2)
def _countries(_digest: str) -> dict[str, str]:
    parts = {entry.id for entry in known_references() if entry.parent}
    return {place: country for place, country in _seats(_digest).items() if place not in parts}


@lru_cache(maxsize=2)
def _seats(_digest: str) -> dict[str, str]:
    every = (entry for entry in known_references() if entry.kind is Kind.PLACE)
    return {entry.id: entry.country for entry in every if entry.country}
