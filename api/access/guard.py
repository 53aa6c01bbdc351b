"""Lets in whom a route is for: by key and scope, and as often as the key may."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import APIKeyHeader, HTTPAuthorizationCredentials, HTTPBearer, SecurityScopes
from starlette.concurrency import run_in_threadpool

from api.access.keys import KeyFile, Scope
from api.access.rates import Rates
from api.errors import KeyInvalid, KeyMissing, ScopeMissing
from api.settings import Settings

THIS_MACHINE = "127.0.0.1"
FAILURES = "20/minute"  # of one address: nobody guesses 256 bits, but who tries is slowed down
_bearer = HTTPBearer(auto_error=False, scheme_name="Bearer", description="`Authorization: Bearer sg_…`")
_header = APIKeyHeader(name="X-API-Key", auto_error=False, scheme_name="Header", description="`X-API-Key: sg_…`")


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks. `name` is the id of the key, or nothing for someone on this machine who needs none."""

    name: str
    scopes: frozenset[Scope]


LOCAL = Caller("", frozenset(Scope))


class Guard:
    """What a server knows about who may ask."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._keys = KeyFile(settings.keys)
        self._rates = Rates()

    def caller(self, text: str | None, address: str | None) -> Caller:
        """Who this is; KeyMissing or KeyInvalid if they may not ask at all, RateExceeded if not now."""
        if text is None and not self._needs_key(address):
            return LOCAL
        key = self._keys.verified(text) if text else None
        if key is None:
            self._rates.count(f"failures of {address}", FAILURES)  # others behind the same proxy are not held up
            raise (
                KeyInvalid("No key is like this one, or it was revoked.")
                if text
                else KeyMissing("Give a key, as `Authorization: Bearer sg_…` or as `X-API-Key: sg_…`.")
            )
        self._rates.count(key.id, key.rate or self._settings.rate_limit)
        return Caller(key.id, key.scopes)

    def lets_anybody(self, scope: Scope) -> bool:
        """Whether there is anybody who may do what the scope is for: without a key, or with one of those there are."""
        if not self._needs_key(THIS_MACHINE):
            return True
        return any(scope in key.scopes for key in self._keys.all() if key.revoked_at is None)

    def _needs_key(self, address: str | None) -> bool:
        if self._settings.require_keys is not None:
            return self._settings.require_keys
        return not (is_loopback(self._settings.host) and is_loopback(address or ""))


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server there, or ask from there."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


async def let_in(
    request: Request,
    scopes: SecurityScopes,
    bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
    header: Annotated[str | None, Depends(_header)],
) -> Caller:
    """Who asks; a problem if the route is not for them."""
    guard: Guard = request.app.state.guard
    text, address = bearer.credentials if bearer else header, request.client.host if request.client else None
    caller = guard.caller(None, address) if text is None else await run_in_threadpool(guard.caller, text, address)
    if lacking := sorted({Scope(scope) for scope in scopes.scopes} - caller.scopes):
        raise ScopeMissing(f"The key {caller.name} lacks the scope {', '.join(lacking)}.", lacking=lacking)
    request.state.caller = caller.name
    return caller


READ = Security(let_in, scopes=[Scope.READ])
WRITE = Security(let_in, scopes=[Scope.WRITE])
CYPHER = Security(let_in, scopes=[Scope.CYPHER])
ADMIN = Security(let_in, scopes=[Scope.ADMIN])
