"""What follows from all judgements together: which ids are one entity, and under which of them it is kept.

A pure function of the judgements: neither the order in which they were made nor what was judged in between leaves a
trace, so that what is undone is as if it had never been judged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.errors import JudgementConflict
from graph.resolution.judgement import Judgement, Verdict


class Same(NamedTuple):
    """Two ids that are judged to be one entity; `left` is kept."""

    left: str
    right: str


def redirects(judged: Iterable[Same]) -> dict[str, str]:
    """For each id that is merged away, the id under which its entity is kept.

    That is the one which no judgement merges into another; if there are several, or none, the first in the alphabet.
    """
    pairs = set(judged)
    merged = {pair.right for pair in pairs}
    kept_of: dict[str, str] = {}
    for cluster in _clusters(pairs):
        kept = min(cluster - merged, default=min(cluster))
        kept_of.update(dict.fromkeys(cluster - {kept}, kept))
    return kept_of


def check_consistent(judgements: Iterable[Judgement]) -> None:
    """Raise JudgementConflict if two ids are judged to be different that others make one."""
    every = list(judgements)
    kept_of = redirects(Same(each.left, each.right) for each in every if each.verdict is Verdict.SAME)
    for each in every:
        one = kept_of.get(each.left, each.left)
        if each.verdict is Verdict.DIFFERENT and one == kept_of.get(each.right, each.right):
            raise JudgementConflict(each.left, each.right, one, each.id)


def consistent(wanted: Iterable[Judgement], *, with_others: Iterable[Judgement]) -> Iterator[Judgement]:
    """Those of the judgements, all that two are the same, which contradict neither these others nor each other."""
    others = list(with_others)
    apart = [(each.left, each.right) for each in others if each.verdict is Verdict.DIFFERENT]
    kept_of = redirects(Same(each.left, each.right) for each in others if each.verdict is Verdict.SAME)

    def kept(one: str) -> str:
        while one in kept_of:
            one = kept_of[one]
        return one

    for each in wanted:
        left, right = kept(each.left), kept(each.right)
        if not any({kept(one), kept(other)} == {left, right} for one, other in apart):
            kept_of |= {right: left} if left != right else {}
            yield each


def _clusters(pairs: Iterable[Same]) -> Iterator[set[str]]:
    """The ids that are one entity, entity by entity."""
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        beside[left].add(right)
        beside[right].add(left)
    while beside:
        cluster, found = set[str](), {next(iter(beside))}
        while found:
            one = found.pop()
            cluster.add(one)
            found |= beside.pop(one, set()) - cluster
        yield cluster
