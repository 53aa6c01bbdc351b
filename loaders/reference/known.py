"""Which records of a register that lists everybody are worth keeping."""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import cache

from graph.records import Record
from graph.records.record import name_forms, ticker_forms
from loaders.reference.starter import references


def worth_keeping(held: Set[str]) -> Callable[[Record], bool]:
    """Whether a record shares a form with what the store holds, or with the reviewed lists that come along."""

    def is_known(record: Record) -> bool:
        forms = record.forms
        return not (forms.isdisjoint(held) and forms.isdisjoint(listed_forms()))

    return is_known


@cache
def listed_forms() -> frozenset[str]:
    """The forms of all names and tickers of the reviewed lists."""
    return frozenset(form for entry in references() for form in name_forms(entry.names) | ticker_forms(entry.tickers))
