"""Every address is asked at random, by its own description, and does what that says; no question brings it down.

`STREETGRAPH_FUZZ_EXAMPLES` sets how many questions each address is asked beside those at the edges of its description.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from local_client import client_of
from schemathesis import BaseSchema, Case, HookContext, Response, openapi
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import Failure
from schemathesis.engine import events, from_schema
from schemathesis.engine.recorder import ScenarioRecorder
from schemathesis.engine.run import PhaseName
from starlette.types import ASGIApp, Receive, Scope, Send

from api.access import guard, keys
from api.app import create_app
from api.settings import Settings
from loaders.extract.tiers import Tier

EXAMPLES = int(os.environ.get("STREETGRAPH_FUZZ_EXAMPLES", "5"))
PATIENCE_SECONDS = 120  # more than the longest `wait` of who posts a document, on a machine that does much else
NO_LIMIT = "1000000/second"  # what slows down who asks too often, or tries keys, is tested elsewhere
ENTITIES = ("alibaba", "BABA", "Amazon", "UBS", "Scott Rubner", "Goldman", "the bank", "S&P 500")
TAKE_ENTITIES = ("path.reference", "query.source", "query.target", "query.about", "query.speaker", "query.entity")
CONFIG = {
    "seed": 1,
    "dictionaries": {"entities": {"values": list(ENTITIES)}},
    "parameters": {one: {"dictionary": "entities", "probability": 0.7} for one in TAKE_ENTITIES},
}


class Started:
    """An app that runs already: whoever asks it need not start it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            raise NotImplementedError  # how ASGI tells that an app takes no part in it
        await self.app(scope, receive, send)


@pytest.fixture
def described(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[BaseSchema]:
    """The description of a running server that lets nobody in without a key, asked with one that may do all."""
    monkeypatch.setattr(guard, "FAILURES", NO_LIMIT)
    file = tmp_path / "keys_of_fuzzing.db"
    _, key = keys.KeyFile(file).create("fuzzing", keys.Scope)
    settings = Settings(
        store=address, require_keys=True, keys=file, rate_limit=NO_LIMIT, cypher=True, tier=Tier.FAST, page_limit=10
    )
    app = create_app(settings)
    with client_of(app):
        schema = openapi.from_dict(app.openapi(), config=SchemathesisConfig.from_dict(CONFIG))
        schema.app = Started(app)
        schema.config.update(
            base_url="http://localhost",
            headers={"Authorization": f"Bearer {key}"},
            request_timeout=PATIENCE_SECONDS,
        )
        schema.config.generation.update(max_examples=EXAMPLES, deterministic=True, database="none")
        schema.config.continue_on_failure = True
        yield schema


def is_fault(_: HookContext, failure: Failure, case: Case, response: Response) -> bool:
    """Not so where a question that is well formed is refused for what no schema can say."""
    if "positive_data_acceptance" not in failure.checks or response.status_code not in (400, 422):
        return True
    problem = response.json()
    is_query = case.operation.path == "/v1/cypher"
    return not (
        problem["detail"].startswith("'cursor' ")  # opaque: only those that a page gave are taken
        or problem["detail"].startswith("Give at least one word")  # signs, and words such as "the", are none
        or (is_query and problem["type"] in ("/problems/cypher-failed", "/problems/parameter-invalid"))  # a language
        or problem["type"] == "/problems/document-unreadable"  # text without a word in it
    )


def faults_of(recorder: ScenarioRecorder) -> Iterator[str]:
    """What was wrong with some of the answers, each with a command that asks for it again."""
    for checks in recorder.checks.values():
        for info in filter(None, (check.failure_info for check in checks)):
            yield f"{info.failure.operation}: {info.failure}\n{info.code_sample}"


def test_every_address_does_what_its_description_says(described: BaseSchema) -> None:
    described.hooks.register_hook_with_name(is_fault, "filter_failure")
    faults: list[str] = []
    asked, phases = set(), set()
    for event in from_schema(described).execute():
        if isinstance(event, events.ScenarioFinished):
            faults += faults_of(event.recorder)
            asked |= {one.value.operation.label for one in event.recorder.cases.values()}
            phases.add(event.phase)
        elif isinstance(event, events.NonFatalError | events.FatalError):
            faults.append(str(event))
    assert not faults, "\n\n".join(faults)
    assert len(asked) == sum(map(len, described.raw_schema["paths"].values()))
    assert {PhaseName.COVERAGE, PhaseName.FUZZING, PhaseName.STATEFUL_TESTING} <= phases
