"""What deserves a look, as a list in pages."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass, field
from weakref import WeakKeyDictionary

from graph.doctor.examination import Examination, examined
from graph.doctor.finding import MOST, Check
from graph.errors import StoreUnavailable
from graph.explore.page import Page, paged_in_order
from graph.model import digest
from graph.revision import revision
from graph.store import Row, Store

PATIENCE_SECONDS = 60  # with an examination that somebody else waits for as well

_LONGEST = 200  # characters: a sentence may quote a title of any length, and a cursor goes into an address
_RANKS = {check: f"{rank:02d}" for rank, check in enumerate(Check)}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a finding stands: its check, and what it is about."""

    rank: str
    about: str

    @property
    def parts(self) -> tuple[str, ...]:
        """What a cursor holds of it."""
        return self.rank, self.about

    def is_behind(self, other: _Place) -> bool:
        """Whether it comes after another."""
        return self.parts > other.parts


@dataclass(frozen=True, slots=True)
class _Held:
    of_revision: int
    listed: frozenset[str]
    examination: Examination


@dataclass(slots=True)
class _Desk:
    """Where one store is examined, for one after the other of those who ask."""

    working: threading.Lock = field(default_factory=threading.Lock)
    held: _Held | None = None


_desks: WeakKeyDictionary[Store, _Desk] = WeakKeyDictionary()
_finding = threading.Lock()


def findings(
    store: Store,
    *,
    listed: Collection[str] = frozenset(),
    check: Check | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> Page:
    """What there is to look at: `check`, the `ids` that it is about, `what` is the matter, and `is_damage`.

    Ordered by check and ids. A store is examined anew after each write; a warning says of which checks there is more.
    Raises StoreUnavailable if `PATIENCE_SECONDS` are not enough for an examination that has begun already.
    """
    examination = _examination(store, frozenset(listed))
    found = [each for each in examination.findings if check in (None, each.check)]
    rows = sorted(map(asdict, found), key=lambda row: _place(row).parts)
    page = paged_in_order(
        lambda after, most: [row for row in rows if _place(row).is_behind(after)][:most],
        position=_place,
        beginning=_Place("", ""),
        read=_Place,
        total=len(rows),
        filters={"list": "findings", "check": check or ""},
        limit=limit,
        cursor=cursor,
    )
    return Page(page.rows, page.total, page.next, warnings=tuple(_warnings(examination, check)))


def _examination(store: Store, listed: frozenset[str]) -> Examination:
    with _finding:
        desk = _desks.setdefault(store, _Desk())
    if not desk.working.acquire(timeout=PATIENCE_SECONDS):
        raise StoreUnavailable("The store is being examined for somebody else already: try again in a minute.")
    try:
        now, held = revision(store), desk.held
        if held is None or (held.of_revision, held.listed) != (now, listed):
            held = desk.held = _Held(now, listed, examined(store, listed=listed))
        return held.examination
    finally:
        desk.working.release()


def _place(row: Row) -> _Place:
    about = "\n".join((*row["ids"], row["what"]))
    return _Place(_RANKS[row["check"]], about if len(about) <= _LONGEST else about[:_LONGEST] + digest(about))


def _warnings(examination: Examination, check: Check | None) -> Iterator[str]:
    for each in Check:
        if each in examination.cut and check in (None, each):
            yield f"There is more of '{each}' than the {MOST:,} that are told."
