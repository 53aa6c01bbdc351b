"""Judging from a page, as whoever is signed in."""

from __future__ import annotations

from datetime import UTC, datetime

from api.access.keys import Scope
from api.explorer.visit import Visit
from graph import resolution
from graph.resolution import Judgement, Verdict
from graph.resolution.judgement import time_of
from graph.store import Row

_BY = "explorer"  # where nobody needs a key


async def judge(visit: Visit, pair: Row, verdict: Verdict) -> Judgement:
    """Judge a candidate; its score and its reason go with the judgement."""

    def judged() -> Judgement:
        made = Judgement(
            pair["left"]["id"],
            pair["right"]["id"],
            verdict,
            pair["score"],
            pair["why"],
            visit.caller().name or _BY,
            time_of(datetime.now(UTC)),
        )
        resolution.judge(visit.store, [made])
        return made

    return await visit.do(Scope.WRITE, judged)


async def undo(visit: Visit, judgement_id: str) -> None:
    """Undo a judgement."""
    await visit.do(Scope.WRITE, resolution.undo, visit.store, judgement_id)
