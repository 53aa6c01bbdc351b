"""Every question of the API as a method of the same name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar
from urllib.parse import quote
from warnings import warn

import httpx2 as httpx
from pydantic import BaseModel

from api.claim_parameters import (
    ClaimParameters,
    ConsensusParameters,
    MomentParameters,
    TimelineParameters,
    ViewParameters,
)
from api.client.connection import Connection
from api.client.filters import asked
from api.client.judging import Judging
from api.client.posting import Posting
from api.envelope import Item, Listing
from api.parameters import DocumentParameters, Parameters
from api.schemas import (
    Annotations,
    ClaimInContext,
    ClaimOut,
    DocumentOut,
    DocumentSummary,
    EntityInGraph,
    Found,
    NeighborOut,
    PairOut,
    PathOut,
    PeerOut,
    Resolved,
    Stats,
    Suggestion,
)
from api.schemas.cypher import CypherAnswer, Rows
from api.schemas.views import Consensus, SpokenView, TimelineClaim, VoiceView
from api.search_parameters import SearchParameters, SuggestParameters
from api.traversal_parameters import (
    NeighborParameters,
    PairParameters,
    PathParameters,
    PeerParameters,
    SubgraphParameters,
)

if TYPE_CHECKING:
    import networkx
    import pandas

LOCAL = "http://127.0.0.1:8000"
M = TypeVar("M", bound=BaseModel)
Moment = date | datetime | str


class Streetgraph(Judging, Posting):
    """A graph behind its API. Filters have the names of the reference; what is misspelt is refused at once.

    With `as_of` (published by then) and `known_at` (recorded by then) every question is asked from that moment.
    """

    def __init__(
        self,
        address: str = LOCAL,
        *,
        key: str | None = None,
        as_of: Moment | None = None,
        known_at: Moment | None = None,
        timeout_seconds: float = 60,
        http: httpx.Client | None = None,
    ) -> None:
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        given = {"as_of": as_of, "known_at": known_at}
        moment = {name: str(value) for name, value in given.items() if value is not None}
        self._connection = Connection(
            http or httpx.Client(base_url=address, headers=headers, timeout=timeout_seconds), moment
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.http.close()

    def claims(self, **filters: object) -> Iterator[ClaimOut]:
        """Who said what, newest first: every claim that fits."""
        return self._rows(ClaimOut, "/v1/claims", ClaimParameters, filters)

    def claim(self, claim_id: str, **filters: object) -> ClaimInContext:
        """One claim with the words around it."""
        return self._item(ClaimInContext, f"/v1/claims/{_part(claim_id)}", MomentParameters, filters)

    def table(self, **filters: object) -> pandas.DataFrame:
        """The claims that fit as a table, a row for each figure of a claim; needs pandas and pyarrow."""
        from api.client.tables import frame_of

        return frame_of(self._connection, asked(ClaimParameters, filters))

    def entity(self, reference: str, **filters: object) -> EntityInGraph:
        """One entity, by id, name, alias or ticker."""
        return self._item(EntityInGraph, f"/v1/entities/{_part(reference)}", MomentParameters, filters)

    def neighbors(self, reference: str, **filters: object) -> Iterator[NeighborOut]:
        """What an entity is related to, edge by edge."""
        return self._rows(NeighborOut, f"/v1/entities/{_part(reference)}/neighbors", NeighborParameters, filters)

    def peers(self, reference: str, **filters: object) -> Iterator[PeerOut]:
        """Who an entity is compared with, best first."""
        return self._rows(PeerOut, f"/v1/entities/{_part(reference)}/peers", PeerParameters, filters)

    def timeline(self, reference: str, **filters: object) -> Iterator[TimelineClaim]:
        """What an entity says and what is said about it, day by day."""
        return self._rows(TimelineClaim, f"/v1/entities/{_part(reference)}/timeline", TimelineParameters, filters)

    def views(self, speaker: str, **filters: object) -> Iterator[SpokenView]:
        """All that a speaker says, each claim with whether it still stands."""
        where = f"/v1/entities/{_part(speaker)}/views"
        return self._rows(SpokenView, where, ViewParameters, {**filters, "side": "speaker"})

    def views_on(self, subject: str, **filters: object) -> Iterator[VoiceView]:
        """What each voice holds of a subject."""
        where = f"/v1/entities/{_part(subject)}/views"
        return self._rows(VoiceView, where, ViewParameters, {**filters, "side": "subject"})

    def consensus(self, reference: str, **filters: object) -> Consensus:
        """Where the street stands on something, and who contradicts whom."""
        return self._item(Consensus, f"/v1/entities/{_part(reference)}/consensus", ConsensusParameters, filters)

    def pairs(self, **filters: object) -> Iterator[PairOut]:
        """Companies that a source sets against each other."""
        return self._rows(PairOut, "/v1/pairs", PairParameters, filters)

    def paths(self, source: str, target: str, **filters: object) -> Iterator[PathOut]:
        """How two entities hang together, shortest first."""
        return self._rows(PathOut, "/v1/paths", PathParameters, {**filters, "source": source, "target": target})

    def subgraph(self, *references: str, **filters: object) -> networkx.MultiDiGraph[str]:
        """The graph around these entities; needs networkx."""
        from api.client.graphs import graph_of

        query = asked(SubgraphParameters, {**filters, "ids": ",".join(references), "format": "node-link"})
        return graph_of(self._connection.send("GET", "/v1/subgraph", query).json())

    def search(self, q: str, **filters: object) -> Iterator[Found]:
        """Entities, claims and sentences with these words, best first."""
        return self._rows(Found, "/v1/search", SearchParameters, {**filters, "q": q})

    def suggest(self, q: str, **filters: object) -> list[Suggestion]:
        """Entities whose names begin like this."""
        return list(self._rows(Suggestion, "/v1/suggest", SuggestParameters, {**filters, "q": q}))

    def resolve(self, *names: str) -> list[Resolved]:
        """What each name, ticker or identifier stands for, in the same order."""
        response = self._connection.send("POST", "/v1/resolve", json={"names": names})
        return Listing[Resolved].model_validate_json(response.content).data

    def cypher(self, query: str, **parameters: object) -> Rows:
        """The columns and rows of a query of one's own, where the server and the key allow that.

        Warns where rows were cut off.
        """
        response = self._connection.send("POST", "/v1/cypher", json={"query": query, "parameters": parameters})
        answer = CypherAnswer.model_validate_json(response.content)
        for warning in answer.meta.warnings:
            warn(warning, stacklevel=2)
        return answer.data

    def documents(self, **filters: object) -> Iterator[DocumentSummary]:
        """The documents that fit, newest first."""
        return self._rows(DocumentSummary, "/v1/documents", DocumentParameters, filters)

    def document(self, document_id: str) -> DocumentOut:
        """One document with its text."""
        return self._item(DocumentOut, f"/v1/documents/{_part(document_id)}")

    def annotations(self, document_id: str) -> Annotations:
        """All that was read out of a document."""
        return self._item(Annotations, f"/v1/documents/{_part(document_id)}/annotations")

    def stats(self) -> Stats:
        """How much the graph holds."""
        return self._item(Stats, "/v1/stats")

    def _rows(
        self, model: type[M], path: str, parameters: type[Parameters], filters: Mapping[str, object]
    ) -> Iterator[M]:
        return self._connection.rows(model, path, asked(parameters, filters))

    def _item(
        self,
        model: type[M],
        path: str,
        parameters: type[Parameters] | None = None,
        filters: Mapping[str, object] | None = None,
    ) -> M:
        query = asked(parameters, filters or {}) if parameters else {}
        item: Item[M] = self._connection.get(Item[model], path, query)  # type: ignore[valid-type]
        return item.data


def _part(reference: str) -> str:
    """A reference as a part of an address."""
    return quote(reference, safe="")
