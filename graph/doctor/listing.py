"""What deserves a look, as a list in pages."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from weakref import WeakKeyDictionary

from graph.doctor.examination import Examination, examined
from graph.doctor.finding import MOST, Check
from graph.explore.page import Page, paged_in_order
from graph.revision import revision
from graph.store import Row, Store

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


_held: WeakKeyDictionary[Store, _Held] = WeakKeyDictionary()
_working = threading.Lock()


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
    with _working:
        now, held = revision(store), _held.get(store)
        if held is None or (held.of_revision, held.listed) != (now, listed):
            held = _held[store] = _Held(now, listed, examined(store, listed=listed))
        return held.examination


def _place(row: Row) -> _Place:
    return _Place(_RANKS[row["check"]], "\n".join((*row["ids"], row["what"])))


def _warnings(examination: Examination, check: Check | None) -> Iterator[str]:
    for each in Check:
        if each in examination.cut and check in (None, each):
            yield f"There is more of '{each}' than the {MOST:,} that are told."
