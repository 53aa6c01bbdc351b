"""Which entities are worth holding against each other: those with a name, a ticker or a rare word in common.

Holding all against all grows with the square of their number; those that share nothing are left out unseen.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Kind
from graph.naming import key
from graph.resolution.comparison import ORGANISATIONS
from graph.resolution.organisation_names import core_of, initials
from graph.resolution.profile import Profile

MOST_TOGETHER = 40  # of a block with more, its key says little
_LEAST_WORD, _HEAD, _LONGEST_ACRONYM = 3, 5, 6  # letters
Block = tuple[str, str, str]  # the family of kinds, what is shared, and its value


def blocks_of(profile: Profile) -> frozenset[Block]:
    """What entities have in common with this one that are worth holding against it."""
    return frozenset(_keys(profile))


def _keys(profile: Profile) -> Iterator[Block]:
    family = "organisation" if profile.kind in ORGANISATIONS else profile.kind.value
    shared = _of_person(profile) if profile.kind is Kind.PERSON else _of_others(profile)
    yield from ((family, what, value) for what, value in shared)
    yield from (("any", scheme, value) for scheme, value in profile.identifiers)


def _of_person(profile: Profile) -> Iterator[tuple[str, str]]:
    """Every word of the name: who shares a surname, who is called by one name alone, whose names are swapped."""
    yield "name", key(profile.name).replace(" ", "")
    for word in key(profile.name).split():
        yield "word", word


def _of_others(profile: Profile) -> Iterator[tuple[str, str]]:
    for name in profile.names:
        core = core_of(name)
        yield "name", core.letters.removesuffix("s")
        yield "head", core.letters[:_HEAD]
        yield from (("word", word) for word in core.words if len(word) >= _LEAST_WORD)
        if len(core.letters) <= _LONGEST_ACRONYM:
            yield "initials", core.letters
        yield from (("initials", letters) for letters in initials(name))
    for ticker in (profile.name, *profile.tickers):
        yield "ticker", ticker.upper().partition(".")[0]
