"""`streetgraph review`: pairs of entities that may be one, one after the other, for a person to judge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from getpass import getuser
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.asking import page_of, show_page
from api.cli.judging import By
from api.cli.options import Cursor, EntityOption, JsonFlag, Limit
from api.cli.session import Session, session_of
from api.listed import listed_ids

if TYPE_CHECKING:
    from graph.resolution import Judgement
    from graph.store import Row, Store

ASKED = "same, different, unsure, Enter to skip, z to undo, q to quit"
VERDICTS = {"s": "same", "d": "different", "u": "unsure"}


@dataclass(slots=True)
class Review:
    """A person at work on the pairs of a store."""

    session: Session
    store: Store
    by: str
    made: list[tuple[int, Judgement]] = field(default_factory=list)  # with the number of the pair

    def go_through(self, rows: list[Row]) -> None:
        """Show pair after pair and do what is answered, until there are no more or nobody answers."""
        number = 0
        while number < len(rows):
            if self._is_settled(rows[number]):
                number += 1
                continue
            self._show(rows[number], number + 1, len(rows))
            answer = _answer()
            if answer == "q":
                return
            number = self._undone(number) if answer == "z" else self._judged(rows[number], number, answer)

    def _is_settled(self, row: Row) -> bool:
        """Whether one of the two is no entity of its own any more, since another pair was judged."""
        gone = {judgement.right for _, judgement in self.made if judgement.verdict == "same"}
        return bool(gone & {row["left"]["id"], row["right"]["id"]})

    def _judged(self, row: Row, number: int, answer: str) -> int:
        """The number of the next pair, now that this one is judged or skipped."""
        from graph import resolution
        from graph.errors import JudgementConflict
        from graph.resolution import Judgement, Verdict
        from graph.resolution.judgement import time_of

        if answer in VERDICTS:
            ids = row["left"]["id"], row["right"]["id"]
            at = time_of(datetime.now(UTC))
            judgement = Judgement(*ids, Verdict(VERDICTS[answer]), row["score"], row["why"], self.by, at)
            try:
                resolution.judge(self.store, [judgement])
            except JudgementConflict as conflict:
                self.session.say(str(conflict))
            else:
                self.made.append((number, judgement))
        return number + 1

    def _undone(self, number: int) -> int:
        """The number of the pair that was judged last, now that this is undone."""
        from graph import resolution

        if not self.made:
            self.session.say("Nothing to undo.")
            return number
        before, judgement = self.made.pop()
        resolution.undo(self.store, judgement.id)
        return before

    def _show(self, row: Row, number: int, total: int) -> None:
        from api.cli.judging_tables import pair_lines

        for line in pair_lines(row, number, total):
            self.session.out.print(line)


def review(
    context: typer.Context,
    entity: EntityOption = None,
    every: Annotated[
        bool, typer.Option("--all", help="Also those that are sure, which `resolve` would merge.")
    ] = False,
    by: By = None,
    limit: Limit = None,
    cursor: Cursor = None,
    json: JsonFlag = False,
) -> None:
    """Decide on the pairs that may be one, one after the other; --json lists them instead."""
    from api.cli.judging_tables import candidates_table
    from graph import resolution
    from graph.resolution import Verdict

    session = session_of(context)
    with session.store() as store:
        wanted = None if every else Verdict.UNSURE
        asked = {"listed": listed_ids(), "verdict": wanted, "entity": entity, **page_of(session, limit, cursor)}
        page = resolution.candidates(store, **asked)
        if json:
            show_page(context, page, candidates_table, json=True)
            return
        work = Review(session, store, by or getuser())
        work.go_through(page.rows)
    counts = [f"{number} {verdict}" for verdict, number in _counted(work.made)]
    print(f"Judged: {', '.join(counts) or 'nothing'}")


def _answer() -> str:
    """The first letter of what is typed; `q` where nobody types."""
    try:
        return input(f"  {ASKED}: ").strip().lower()[:1]
    except EOFError:
        return "q"


def _counted(made: list[tuple[int, Judgement]]) -> Iterator[tuple[str, int]]:
    verdicts = [judgement.verdict.value for _, judgement in made]
    return ((verdict, verdicts.count(verdict)) for verdict in VERDICTS.values() if verdict in verdicts)
