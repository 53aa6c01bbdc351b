"""Pairs of entities of which the names alone say that they may be one, kept while entities come, change and go.

Only what has changed is held against others anew; the pairs are those that would be found if all were held together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from graph.resolution.blocking import MOST_TOGETHER, Block, blocks_of
from graph.resolution.comparison import compared
from graph.resolution.judgement import Verdict
from graph.resolution.profile import Profile

Pair = tuple[str, str]  # two ids, the smaller one first


class LikelyPairs:
    """Which of some entities may be one, by what they are called: those that `compared` does not call different.

    Two are held against each other if they share a block of at most `most_together` entities.
    """

    def __init__(self, most_together: int = MOST_TOGETHER) -> None:
        self._most = most_together
        self._profiles: dict[str, Profile] = {}
        self._blocks: dict[str, frozenset[Block]] = {}
        self._members: defaultdict[Block, set[str]] = defaultdict(set)
        self._partners: defaultdict[str, set[str]] = defaultdict(set)

    @property
    def pairs(self) -> Iterator[Pair]:
        """Each pair once, in the order of the ids."""
        return ((one, other) for one in sorted(self._partners) for other in sorted(self._partners[one]) if one < other)

    def follow(self, profiles: Mapping[str, Profile]) -> None:
        """Take these entities, by their ids, in place of those before; after an error, nothing is kept of any."""
        try:
            self._follow(profiles)
        except BaseException:
            for kept in (self._profiles, self._blocks, self._members, self._partners):
                kept.clear()
            raise

    def _follow(self, profiles: Mapping[str, Profile]) -> None:
        before = self._profiles
        changed = {one for one in before.keys() | profiles.keys() if before.get(one) != profiles.get(one)}
        if not changed:
            return
        were_open = self._rearranged(changed, profiles)
        for one in changed:
            self._part(one)
        seen = set[Pair]()
        for block, was_open in were_open.items():
            if self._is_open(block):
                fresh = set(self._pairs_in(block, changed, was_open=was_open)) - seen
                self._compare(fresh)
                seen |= fresh
            elif was_open:
                self._let_go(block)

    def _rearranged(self, changed: Iterable[str], profiles: Mapping[str, Profile]) -> dict[Block, bool]:
        """Every block that one of the changed is in, or was, and whether its members were held against each other."""
        now = {one: blocks_of(profiles[one]) if one in profiles else frozenset[Block]() for one in changed}
        touched = {block for one, its in now.items() for block in its | self._blocks.get(one, frozenset())}
        were_open = {block: self._is_open(block) for block in touched}
        for one, its in now.items():
            self._move(one, its)
        self._profiles = dict(profiles)
        return were_open

    def _move(self, one: str, blocks: frozenset[Block]) -> None:
        for block in self._blocks.pop(one, frozenset()) - blocks:
            self._members[block].discard(one)
            if not self._members[block]:
                del self._members[block]
        for block in blocks:
            self._members[block].add(one)
        if blocks:
            self._blocks[one] = blocks

    def _is_open(self, block: Block) -> bool:
        return 1 < len(self._members.get(block, ())) <= self._most

    def _part(self, one: str) -> None:
        for other in self._partners.pop(one, set()):
            self._unlink(other, one)

    def _unlink(self, one: str, other: str) -> None:
        if one in self._partners:
            self._partners[one].discard(other)
            if not self._partners[one]:
                del self._partners[one]

    def _pairs_in(self, block: Block, changed: set[str], *, was_open: bool) -> Iterator[Pair]:
        """The pairs of members that are to be compared: all, or those with one that has changed."""
        members = self._members[block]
        if not was_open:
            yield from combinations(sorted(members), 2)
            return
        for one in members & changed:
            yield from ((min(one, other), max(one, other)) for other in members if other != one)

    def _let_go(self, block: Block) -> None:
        """Part the members that share nothing any more but a block that has become too large."""
        members = self._members.get(block, set())
        for one in members:
            for other in self._partners.get(one, set()) & members:
                if not self._share(one, other):
                    self._unlink(one, other)
                    self._unlink(other, one)

    def _share(self, one: str, other: str) -> bool:
        return any(self._is_open(block) for block in self._blocks[one] & self._blocks[other])

    def _compare(self, pairs: Iterable[Pair]) -> None:
        for one, other in pairs:
            left, right = self._profiles[one], self._profiles[other]
            if left.is_listed and right.is_listed:
                continue
            if compared(left, right).verdict is not Verdict.DIFFERENT:
                self._partners[one].add(other)
                self._partners[other].add(one)
