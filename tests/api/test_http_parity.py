"""Every address of the API, asked over both engines with the same content: the answers are the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from engines import ENGINES, ran_on
from local_client import TestClient, client_of
from neo4j_server import Neo4jServer
from written_graph import NOW, hopeful_note, worried_note

import loaders.samples
from api.app import create_app
from api.settings import Settings
from graph.ingest import ingest
from graph.opening import open_store
from loaders.documents import read
from loaders.pipeline import extract

Clients = tuple[TestClient, TestClient]
CLAIM, DOCUMENT = worried_note().claims[1].id, worried_note().document.id
QUESTIONS = (
    "/v1/claims", "/v1/claims?limit=7", "/v1/claims?stance=negative", "/v1/claims?speaker=rubner",
    "/v1/claims?about=BABA", "/v1/claims?organisation=goldman-sachs",
    "/v1/claims?from=2025-02-10&to=2025-12-31", "/v1/claims?text=CHINA",
    "/v1/claims?speaker=nobody", "/v1/claims?cursor=forged", "/v1/claims?speaker=the+bank",
    "/v1/claims?type=target,forecast&sort=-confidence&facets=speaker,organisation,type,stance,metric",
    "/v1/claims?min_value=1000&unit=points&sort=recorded_at", "/v1/claims?as_of=2025-02-20&known_at=2025-03-01",
    "/v1/claims?changed_since=2025-01-01", "/v1/claims?metric=index_target&about=hang-seng-index",
    f"/v1/claims/{CLAIM}", f"/v1/claims/{CLAIM}?as_of=2024-01-01", "/v1/claims/nothing",
    "/v1/entities/goldman/timeline?order=oldest", "/v1/entities/BABA/timeline?limit=2",
    "/v1/entities/rubner/views", "/v1/entities/sp-500/views?superseded=true", "/v1/entities/goldman/views?side=subject",
    "/v1/entities/hang-seng-index/consensus?window=365", "/v1/entities/sp-500/consensus?as_of=2025-02-20",
    "/v1/pairs", "/v1/pairs?by=ubs", "/v1/pairs?company=alibaba&limit=1",
    "/v1/entities/alibaba", "/v1/entities/Goldman%20Sachs", "/v1/entities/alibabba",
    "/v1/entities/alibaba/neighbors", "/v1/entities/goldman-sachs/neighbors?direction=in&limit=2",
    "/v1/paths?source=alibaba&target=amazon", "/v1/paths?source=ubs&target=scott-rubner&max_hops=6",
    "/v1/entities/alibaba/neighbors?hops=3&limit=9", "/v1/entities/alibaba/neighbors?relation=owns,benchmarked_against",
    "/v1/entities/alibaba/peers", "/v1/entities/nvidia/peers?as_of=2025-12-31&limit=2",
    "/v1/subgraph?ids=alibaba,UBS&hops=2", "/v1/subgraph?ids=alibaba&hops=3&max_nodes=5&known_at=2025-03-02",
    "/v1/paths?source=alibaba&target=nvidia&k=9&explain=false", "/v1/pairs?as_of=2025-02-21",
    "/v1/suggest?q=a", "/v1/suggest?q=golman",
    "/v1/search?q=al", "/v1/search?q=target", "/v1/search?q=", "/v1/search?q=china+stocks&kind=passage",
    "/v1/documents", "/v1/documents?limit=1", f"/v1/documents/{DOCUMENT}", "/v1/documents/nothing",
    f"/v1/documents/{DOCUMENT}/annotations", "/v1/documents?entity=BABA&as_of=2025-12-31",
    "/v1/resolution/candidates", "/v1/resolution/candidates?verdict=unsure&limit=1", "/v1/resolution/judgements",
    "/v1/doctor", "/v1/doctor?check=may+be+one&limit=1", "/v1/doctor?check=nothing",
    "/health/live", "/v1/jobs", "/v1/jobs/nothing", "/v1/jobs/nothing/events", "/v1/stats", "/v1/claims?speeker=ubs",
)  # fmt: skip


@pytest.fixture(scope="module")
def loaded(running_neo4j: Neo4jServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clients]:
    """The API over a file and over a server, with the samples and two notes in each."""
    running_neo4j.clear()
    access = running_neo4j.access
    login = {"neo4j_user": access.user, "neo4j_password": access.password}
    addresses = (f"ladybug:{tmp_path_factory.mktemp('parity') / 'graph.lbug'}", running_neo4j.uri)
    samples = [extract(read(path)) for path in sorted(Path(loaders.samples.__path__[0]).glob("*.txt"))]
    with ExitStack() as opened:
        for address in addresses:
            store = open_store(address, access=access)
            for extraction in (*samples, hopeful_note(), worried_note()):
                ingest(store, extraction, now=NOW)
            store.close()
        apps = [create_app(Settings(store=address, **login)) for address in addresses]
        file, server = (opened.enter_context(client_of(app)) for app in apps)
        yield file, server


@pytest.fixture
def clients(loaded: Clients, request: pytest.FixtureRequest) -> Clients:
    """The same, for one test."""
    for engine in ENGINES:
        ran_on(request.node, engine)
    return loaded


def answered(client: TestClient, path: str) -> tuple[int, dict]:
    """The answer without what may differ: how long it took, and the name of the engine."""
    response = client.get(path)
    body = response.json()
    body.pop("meta", None)
    if isinstance(data := body.get("data"), dict):
        data.pop("engine", None)
        data.pop("address", None)
    return response.status_code, body


@pytest.mark.parametrize("path", QUESTIONS)
def test_both_engines_give_the_same_answer(clients: Clients, path: str) -> None:
    file, server = clients
    assert answered(server, path) == answered(file, path)


def test_every_address_that_reads_is_asked(clients: Clients) -> None:
    paths = clients[0].get("/openapi.json").json()["paths"]
    reading = [path for path, methods in paths.items() if path.startswith("/v1/") and "get" in methods]
    asked = [question.partition("?")[0].split("/") for question in QUESTIONS]
    for path in reading:
        parts = path.split("/")
        assert any(
            len(parts) == len(one) and all(a.startswith("{") or a == b for a, b in zip(parts, one, strict=True))
            for one in asked
        ), path


def test_pages_of_one_engine_go_on_in_the_other(clients: Clients) -> None:
    file, server = clients
    cursor = answered(file, "/v1/claims?limit=3")[1]["page"]["next"]
    following = f"/v1/claims?limit=3&cursor={cursor}"
    assert answered(server, following) == answered(file, following)
