"""Who is who, asked and judged by way of a server."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from api.client.connection import Connection
from api.client.filters import asked
from api.envelope import Item
from api.resolution_parameters import CandidateParameters, DoctorParameters, JudgementParameters
from api.schemas import CandidatePair, FindingOut, JudgementOut


class Judging:
    """The part of a client that tells which entities are one."""

    _connection: Connection

    def candidates(self, **filters: object) -> Iterator[CandidatePair]:
        """Pairs of entities that may be one and of which nothing is judged yet, the surest first."""
        return self._connection.rows(CandidatePair, "/v1/resolution/candidates", asked(CandidateParameters, filters))

    def doctor(self, **filters: object) -> Iterator[FindingOut]:
        """What in the graph deserves a look, by check."""
        return self._connection.rows(FindingOut, "/v1/doctor", asked(DoctorParameters, filters))

    def judgements(self, **filters: object) -> Iterator[JudgementOut]:
        """What was judged of pairs of ids, newest first."""
        return self._connection.rows(JudgementOut, "/v1/resolution/judgements", asked(JudgementParameters, filters))

    def judge(self, left: str, right: str, verdict: str, *, why: str = "", by: str = "") -> JudgementOut:
        """Say whether two entities are `same`, `different`, or whether one is `unsure`; `left` is kept if they are."""
        given = {"left": left, "right": right, "verdict": verdict, "why": why, "by": by}
        response = self._connection.send("POST", "/v1/resolution/judgements", json=given)
        return Item[JudgementOut].model_validate_json(response.content).data

    def undo(self, judgement_id: str) -> None:
        """Undo a judgement: the graph is as if it had never been made."""
        self._connection.send("DELETE", f"/v1/resolution/judgements/{quote(judgement_id, safe='')}")
