"""Judgements made and undone; the graph follows at once, in the same transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from graph.errors import JudgementNotFound, ParameterInvalid
from graph.resolution.clusters import Same, check_consistent, redirects
from graph.resolution.judgement import Judgement, Verdict
from graph.resolution.rearranging import rearranged
from graph.revision import count_write
from graph.saving import refold
from graph.store import Row, Run, Store

PIECE = 1000
Judgements = Mapping[str, Judgement]  # by id


@dataclass(frozen=True, slots=True)
class Judged:
    """What judging did: how many judgements are new or changed, and how many documents are arranged anew."""

    judgements: int
    documents: int


def judge(store: Store, judgements: Sequence[Judgement]) -> Judged:
    """Store what is judged, and move what documents say to the entities that are now meant: all of it or nothing.

    A judgement takes the place of an earlier one of the same two ids. JudgementConflict says which stands against it.
    """
    for each in judgements:
        _check(each)
    wanted = {each.id: each for each in judgements}
    attempts: list[Judged] = []  # one before may have been stored although its answer was lost
    store.write(lambda run: attempts.append(_judged(run, wanted)))
    return max(attempts, key=lambda done: done.judgements)


def undo(store: Store, judgement_id: str) -> Judgement:
    """The judgement that is now undone: the graph is as if it had never been made. JudgementNotFound without it."""
    undone: list[Judgement] = []
    store.write(lambda run: undone.extend(_undone(run, judgement_id)))
    if not undone:
        raise JudgementNotFound(f"No judgement has the id {judgement_id!r}.")
    return undone[0]


def all_judgements(run: Run) -> Iterator[Judgement]:
    """Every judgement in the store, in the order of the ids."""
    after = ""
    while rows := run("resolution.page", after=after, limit=PIECE):
        after = rows[-1]["id"]
        yield from map(judgement_of, rows)


def judgement_of(row: Row) -> Judgement:
    """The judgement in a row of a query."""
    values = {name: value for name, value in row.items() if name != "id"}
    return Judgement(**{**values, "verdict": Verdict(row["verdict"])})


def row_of(judgement: Judgement) -> Row:
    """The judgement as a row, with its id."""
    return {"id": judgement.id, **asdict(judgement), "verdict": judgement.verdict.value}


def _check(judgement: Judgement) -> None:
    if judgement.left == judgement.right or not (judgement.left and judgement.right):
        raise ParameterInvalid(f"A judgement is about two ids, not {judgement.left!r} and {judgement.right!r}.")
    if not 0 <= judgement.score <= 1:
        raise ParameterInvalid(f"A score is between 0 and 1, not {judgement.score}.")


def _judged(run: Run, wanted: Judgements) -> Judged:
    before = {each.id: each for each in all_judgements(run)}
    new = {key: each for key, each in wanted.items() if before.get(key) != each}
    if not new:
        return Judged(0, 0)
    after = {**before, **new}
    check_consistent(after.values())
    run("save.judgements", rows=list(map(row_of, new.values())))
    return Judged(len(new), _follow(before, after, run))


def _undone(run: Run, judgement_id: str) -> Iterator[Judgement]:
    before = {each.id: each for each in all_judgements(run)}
    if judgement_id in before:
        run("remove.judgements", ids=[judgement_id])
        _follow(before, {key: each for key, each in before.items() if key != judgement_id}, run)
        yield before[judgement_id]


def _follow(before: Judgements, after: Judgements, run: Run) -> int:
    """How many documents are arranged anew, after the redirects have become those of other judgements."""
    was, now = (redirects(_same(judgements.values())) for judgements in (before, after))
    moved = [found for found in sorted({*was, *now}) if was.get(found) != now.get(found)]
    documents = _naming(moved, was, run)
    run("save.redirects", rows=[{"id": found, "kept": now[found]} for found in moved if found in now])
    run("remove.redirects", ids=[found for found in moved if found not in now])
    refold(rearranged(documents, run), run)
    count_write(run)
    return len(documents)


def _same(judgements: Iterable[Judgement]) -> Iterator[Same]:
    return (Same(each.left, each.right) for each in judgements if each.verdict is Verdict.SAME)


def _naming(found_ids: Sequence[str], redirected: Mapping[str, str], run: Run) -> list[str]:
    """The documents that name an entity under one of these ids, wherever they are redirected to so far."""
    kept = sorted({redirected.get(found, found) for found in found_ids})
    rows = run("resolution.naming", ids=kept) if kept else []
    wanted = set(found_ids)
    return list(dict.fromkeys(row["document_id"] for row in rows if wanted & {*(row["found"] or [row["entity_id"]])}))
