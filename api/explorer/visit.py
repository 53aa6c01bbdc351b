"""What a page is given: who looks, from which moment, and a way to ask the graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Concatenate, ParamSpec, TypeVar

from nicegui import run
from starlette.datastructures import State

from api.access.guard import Caller, Guard
from api.access.keys import Scope
from api.errors import ScopeMissing
from api.jobs.ledger import Ledger
from api.jobs.worker import Worker
from api.settings import Settings
from graph.explore import ANY_TIME, Moment
from graph.store import Store

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Visit:
    """One look at one page."""

    server: State  # of the app that the explorer is part of
    key: Callable[[], str | None]  # the key that was signed in with, as long as the session lasts
    address: str | None  # of who looks
    path: str = "/"
    parameters: Mapping[str, str] = field(default_factory=dict)
    moment: Moment = ANY_TIME

    @property
    def store(self) -> Store:
        """The store of the server."""
        store: Store = self.server.store
        return store

    @property
    def settings(self) -> Settings:
        """The settings of the server."""
        settings: Settings = self.server.settings
        return settings

    @property
    def ledger(self) -> Ledger:
        """The ledger of the jobs."""
        ledger: Ledger = self.server.ledger
        return ledger

    @property
    def worker(self) -> Worker:
        """Whoever reads what is posted."""
        worker: Worker = self.server.worker
        return worker

    @property
    def is_signed_in(self) -> bool:
        """Whether whoever looks does so with a key."""
        return self.key() is not None

    def caller(self) -> Caller:
        """Who looks; KeyMissing, KeyInvalid or RateExceeded if they may not, or not now."""
        guard: Guard = self.server.guard
        return guard.caller(self.key(), self.address)

    def check(self, scope: Scope) -> Caller:
        """Who looks; ScopeMissing if this is not for them. It blocks: on the event loop use `do`."""
        caller = self.caller()
        if scope not in caller.scopes:
            raise ScopeMissing(f"The key {caller.name} lacks the scope {scope}.", lacking=[scope])
        return caller

    async def ask(self, question: Callable[Concatenate[Store, P], T], *args: P.args, **wishes: P.kwargs) -> T:
        """What the graph answers to a function of `graph.explore`, asked in a thread by whoever may read."""
        return await self.do(Scope.READ, question, self.store, *args, **wishes)

    async def do(self, scope: Scope, work: Callable[P, T], *args: P.args, **given: P.kwargs) -> T:
        """What the work gives, done in a thread for whoever has the scope."""

        def checked() -> T:
            self.check(scope)
            return work(*args, **given)

        result: Any = await run.io_bound(checked)
        answer: T = result
        return answer
