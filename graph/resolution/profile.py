"""What is known of an entity when it is held against another."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Kind


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity with all that speaks for or against its being another one.

    Only `id`, `kind` and `name` are needed. `identifiers` are pairs such as `("lei", "…")`, of which two entities
    that are one have the same. `is_listed` says that it stands in reviewed reference data, where nobody is listed
    twice. `documents` are the ids of those that name it; `organisations` those that a person has a role at, or speaks
    for; `roles` what that role is called; `country` is an ISO 3166 code, or empty where it is not known.
    """

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()
    identifiers: frozenset[tuple[str, str]] = frozenset()
    is_listed: bool = False
    documents: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    country: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)
