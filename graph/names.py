"""All names of a store in memory, so that typing, misspelling and asking for many at once are answered at once."""

from __future__ import annotations

import heapq
import threading
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler

from graph.errors import GraphError
from graph.naming import key
from graph.revision import revision
from graph.store import Reader, Row

PIECE = 10_000
SMALL = 5_000  # entities that are read anew at once when something was written; more, in the background
SHORT = 8  # letters: a name so short is told from others by single letters
_LAST = "\U0010ffff"
_LEAST_ALIKE = 0.72
_FIRST_WORDS = 0.75  # who is called by the first words of what was asked for


@dataclass(frozen=True, slots=True)
class Form:
    """A name that begins with what was typed."""

    entity: Row
    form: str
    is_whole: bool  # otherwise a later word of the name begins so


@dataclass(frozen=True, slots=True)
class Near:
    """An entity that is called much like what was asked for; 1 is the same."""

    entity: Row
    form: str
    score: float


class Names:
    """The names of one revision of a store; the entities that most documents name come first."""

    def __init__(self, rows: list[Row], of_revision: int, redirects: Mapping[str, str]) -> None:
        self.revision = of_revision
        self._redirects = redirects
        self._entities = sorted(rows, key=lambda row: (-row["documents"], row["id"]))
        whole = sorted((form, rank) for rank, row in enumerate(self._entities) for form in row["keys"])
        later = sorted({(word, rank) for form, rank in whole for word in _later_words(form)})
        self._whole, self._ranks = [form for form, _ in whole], [rank for _, rank in whole]
        self._distinct = list(dict.fromkeys(self._whole))
        self._later, self._later_ranks = [form for form, _ in later], [rank for _, rank in later]
        self._by_id = {row["id"]: row for row in self._entities}

    def __len__(self) -> int:
        return len(self._entities)

    def by_id(self, entity_id: str) -> Row | None:
        """The entity that is kept under this id, or was before it was merged into another; if there is one."""
        return self._by_id.get(self._redirects.get(entity_id, entity_id))

    def called(self, name: str) -> list[Row]:
        """The entities that this form of a name may stand for, in the order of their ids."""
        ranks = set(self._ranks_of(key(name)))
        return sorted((self._entities[rank] for rank in ranks), key=lambda row: str(row["id"]))

    def beginning(self, typed: str, limit: int) -> list[Form]:
        """Who may be meant by what is typed so far: by the whole name first, then by a later word; popular first."""
        wanted = key(typed)
        if not wanted:
            return []
        found = dict[int, Form]()
        for forms, ranks, is_whole in ((self._whole, self._ranks, True), (self._later, self._later_ranks, False)):
            if len(found) < limit:
                first, last = bisect_left(forms, wanted), bisect_left(forms, wanted + _LAST)
                shown = {rank: forms[at] for at in range(last - 1, first - 1, -1) if (rank := ranks[at]) not in found}
                for rank in heapq.nsmallest(limit - len(found), shown):
                    found[rank] = Form(self._entities[rank], shown[rank], is_whole)
        exact = [form for form in found.values() if form.is_whole and form.form == wanted]
        return exact + [form for form in found.values() if form not in exact]

    def near(self, name: str, limit: int) -> list[Near]:
        """Who is called much like this, the likeliest first.

        Method: for a short name the mean of Jaro-Winkler and of the optimal string alignment similarity, which takes
        two swapped letters for one mistake; for a long one the share of letters in common, whatever the order of the
        words; and who is called by its first words alone.
        """
        best: dict[int, Near] = {}
        for form, score in self._alike(key(name)):
            for rank in self._ranks_of(form):
                if rank not in best or score > best[rank].score:
                    best[rank] = Near(self._entities[rank], form, round(score, 3))
        ordered = sorted(best.items(), key=lambda each: (-each[1].score, each[0]))
        return [near for _, near in ordered[:limit]]

    def _ranks_of(self, form: str) -> Iterator[int]:
        at = bisect_left(self._whole, form)
        while at < len(self._whole) and self._whole[at] == form:
            yield self._ranks[at]
            at += 1

    def _alike(self, wanted: str) -> Iterator[tuple[str, float]]:
        words = wanted.split()
        yield from ((" ".join(words[:number]), _FIRST_WORDS) for number in range(1, len(words)))
        if len(wanted) <= SHORT:
            found = process.extract(wanted, self._distinct, scorer=JaroWinkler.similarity, limit=50, score_cutoff=0.7)
            scored = ((form, (alike + OSA.normalized_similarity(wanted, form)) / 2) for form, alike, _ in found)
            yield from ((form, score) for form, score in scored if score >= _LEAST_ALIKE)
        else:
            for scorer in (fuzz.ratio, fuzz.token_sort_ratio):
                found = process.extract(
                    wanted, self._distinct, scorer=scorer, limit=50, score_cutoff=_LEAST_ALIKE * 100
                )
                yield from ((form, alike / 100) for form, alike, _ in found)


_held: WeakKeyDictionary[Reader, Names] = WeakKeyDictionary()
_turns: WeakKeyDictionary[Reader, threading.Lock] = WeakKeyDictionary()


def names_of(store: Reader, *, now: bool = False) -> Names:
    """The names in a store. Of a large one they may be a few writes old, unless they are wanted as they are now."""
    held, wanted = _held_of(store), revision(store)
    if held is not None and held.revision == wanted:
        return held
    if held is not None and len(held) > SMALL and not now:
        warm(store)
        return held
    with _turn(store):
        held = _held_of(store)
        return held if held is not None and held.revision == wanted else _read(store)


def warm(store: Reader) -> None:
    """Begin to read the names of a store, so that nobody who asks has to wait for them."""
    threading.Thread(target=_refreshed, args=(store,), name="names", daemon=True).start()


def current_names(store: Reader) -> Names | None:
    """The names in a store if they are held in memory as they are now; asking costs no more than a look."""
    held = _held_of(store)
    return held if held is not None and held.revision == revision(store) else None


def _held_of(store: Reader) -> Names | None:
    try:
        return _held.get(store)
    except TypeError:  # a view, which lives too short for anything to be kept for it
        return None


def _turn(store: Reader) -> threading.Lock:
    """The lock under which the names of a store are read: once, for all who wait for them."""
    try:
        return _turns.setdefault(store, threading.Lock())
    except TypeError:  # a view, which nobody shares
        return threading.Lock()


def _refreshed(store: Reader) -> None:
    if (turn := _turn(store)).acquire(blocking=False):
        try:
            with suppress(GraphError):  # the store may be closed meanwhile
                _read(store)
        finally:
            turn.release()


def _read(store: Reader) -> Names:
    of_revision = revision(store)  # before the rest: what is written meanwhile makes these names old
    redirects = {row["id"]: row["kept"] for row in _rows(store, "resolution.redirects_page")}
    names = Names(list(_rows(store, "entities.names")), of_revision, redirects)
    with suppress(TypeError):
        _held[store] = names
    return names


def _rows(store: Reader, query: str) -> Iterator[Row]:
    after = ""
    while rows := store.read(query, after=after, limit=PIECE):
        after = rows[-1]["id"]
        yield from rows


def _later_words(form: str) -> Iterator[str]:
    """What remains of a name from each of its later words on."""
    at = form.find(" ")
    while at >= 0:
        yield form[at + 1 :]
        at = form.find(" ", at + 1)
