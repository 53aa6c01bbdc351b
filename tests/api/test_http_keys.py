"""Who may ask: keys with scopes, needed from anywhere but this machine, and how often."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from local_client import ELSEWHERE, HERE, client_of

from api.access.guard import Guard
from api.access.keys import KeyFile, Scope
from api.app import create_app
from api.settings import Settings

NOTE = {"text": "UBS benchmarks Alibaba against Amazon.", "title": "UBS draws the map"}


@pytest.fixture
def engine() -> str:
    """The embedded one: keys have nothing to do with the store."""
    return "ladybug"


@pytest.fixture
def keys(tmp_path: Path) -> KeyFile:
    return KeyFile(tmp_path / "access" / "keys.db")


@pytest.fixture
def app(address: str, keys: KeyFile) -> FastAPI:
    return create_app(Settings(store=address, keys=keys.path, rate_limit="30/minute"))


def problem_of(response: object) -> tuple[int, str]:
    return response.status_code, response.json()["type"].removeprefix("/problems/")  # type: ignore[attr-defined]


def bearer(text: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {text}"}


def test_this_machine_needs_no_key_where_the_server_listens_to_it_alone(app: FastAPI) -> None:
    with client_of(app, address=HERE) as client:
        assert client.get("/v1/stats").status_code == 200


def test_whoever_asks_from_elsewhere_needs_a_key(app: FastAPI) -> None:
    with client_of(app, address=ELSEWHERE) as client:
        response = client.get("/v1/stats")
    assert problem_of(response) == (401, "key-missing")
    assert response.headers["www-authenticate"] == "Bearer"


def test_a_server_that_listens_to_others_needs_a_key_from_this_machine_too(address: str, keys: KeyFile) -> None:
    with client_of(create_app(Settings(store=address, keys=keys.path, host="0.0.0.0"))) as client:
        assert problem_of(client.get("/v1/stats")) == (401, "key-missing")


@pytest.mark.parametrize(("required", "address_of_asker", "status"), [(True, HERE, 401), (False, ELSEWHERE, 200)])
def test_a_setting_decides_who_needs_a_key(
    address: str, keys: KeyFile, required: bool, address_of_asker: str, status: int
) -> None:
    app = create_app(Settings(store=address, keys=keys.path, require_keys=required))
    with client_of(app, address=address_of_asker) as client:
        assert client.get("/v1/stats").status_code == status


@pytest.mark.parametrize("name", ["Authorization", "X-API-Key"])
def test_a_key_is_taken_from_either_header(app: FastAPI, keys: KeyFile, name: str) -> None:
    _, text = keys.create("desk", [Scope.READ])
    with client_of(app, address=ELSEWHERE) as client:
        sent = f"Bearer {text}" if name == "Authorization" else text
        assert client.get("/v1/stats", headers={name: sent}).status_code == 200


@pytest.mark.parametrize("address_of_asker", [HERE, ELSEWHERE])
@pytest.mark.parametrize("wrong", ["nonsense", "sg_", "sg_00000000_x", "sg__", "Ünsinn".encode().decode("latin-1")])
def test_a_wrong_key_is_refused_wherever_it_comes_from(app: FastAPI, wrong: str, address_of_asker: str) -> None:
    with client_of(app, address=address_of_asker) as client:
        response = client.get("/v1/stats", headers={"X-API-Key": wrong.encode("latin-1")})
    assert problem_of(response) == (401, "key-invalid")


def test_a_key_with_another_secret_is_refused(app: FastAPI, keys: KeyFile) -> None:
    (_, one), (_, other) = keys.create("one", [Scope.READ]), keys.create("other", [Scope.READ])
    mixed = "_".join([*one.split("_")[:2], other.split("_", 2)[2]])
    with client_of(app) as client:
        assert problem_of(client.get("/v1/stats", headers=bearer(mixed))) == (401, "key-invalid")


def test_a_revoked_key_is_refused_at_once(app: FastAPI, keys: KeyFile) -> None:
    key, text = keys.create("desk", [Scope.READ])
    with client_of(app, address=ELSEWHERE) as client:
        assert client.get("/v1/stats", headers=bearer(text)).status_code == 200
        keys.revoke(key.id)
        assert problem_of(client.get("/v1/stats", headers=bearer(text))) == (401, "key-invalid")


def test_a_key_does_only_what_its_scopes_allow(app: FastAPI, keys: KeyFile) -> None:
    (_, reader), (_, writer) = keys.create("reader", [Scope.READ]), keys.create("writer", [Scope.WRITE])
    with client_of(app, address=ELSEWHERE) as client:
        refused = client.post("/v1/documents", json=NOTE, headers=bearer(reader))
        assert problem_of(refused) == (403, "scope-missing")
        assert refused.json()["lacking"] == ["write"]
        assert problem_of(client.get("/v1/stats", headers=bearer(writer))) == (403, "scope-missing")
        assert client.post("/v1/documents", json=NOTE, headers=bearer(writer)).status_code < 300


def test_health_and_help_need_no_key_but_figures_of_the_server_do(app: FastAPI, keys: KeyFile) -> None:
    (_, admin), (_, reader) = keys.create("operator", [Scope.ADMIN]), keys.create("reader", [Scope.READ])
    with client_of(app, address=ELSEWHERE) as client:
        assert {client.get(path).status_code for path in ("/health/live", "/health/ready", "/docs", "/problems")} == {
            200
        }
        assert client.get("/metrics").status_code == 401
        assert client.get("/metrics", headers=bearer(reader)).status_code == 403
        assert client.get("/metrics", headers=bearer(admin)).status_code == 200


def test_who_asks_too_often_is_told_when_to_come_back(app: FastAPI, keys: KeyFile) -> None:
    (_, slow), (_, other) = keys.create("slow", [Scope.READ], rate="2/minute"), keys.create("other", [Scope.READ])
    with client_of(app) as client:
        statuses = [client.get("/v1/stats", headers=bearer(slow)).status_code for _ in range(3)]
        refused = client.get("/v1/stats", headers=bearer(slow))
        assert statuses == [200, 200, 429]
        assert problem_of(refused) == (429, "rate-exceeded")
        assert 1 <= int(refused.headers["retry-after"]) <= 60
        assert client.get("/v1/stats", headers=bearer(other)).status_code == 200


def test_who_guesses_keys_is_slowed_down(app: FastAPI) -> None:
    with client_of(app, address=ELSEWHERE) as client:
        statuses = [client.get("/v1/stats", headers=bearer("sg_00000000_guess")).status_code for _ in range(25)]
    assert statuses == [401] * 20 + [429] * 5


def test_who_guesses_keys_keeps_nobody_out_who_has_one(app: FastAPI, keys: KeyFile) -> None:
    _, key = keys.create("behind the same proxy", [Scope.READ])
    with client_of(app, address=ELSEWHERE) as client:
        for _ in range(25):
            client.get("/v1/stats", headers=bearer("sg_00000000_guess"))
        assert client.get("/v1/stats", headers=bearer(key)).status_code == 200


def test_every_address_says_which_scope_it_needs(app: FastAPI) -> None:
    operations = {
        f"{method} {path}": spec
        for path, methods in app.openapi()["paths"].items()
        for method, spec in methods.items()
        if path.startswith("/v1")
    }
    assert operations
    assert [name for name, spec in operations.items() if not spec.get("security")] == []


def test_only_hashes_are_kept(keys: KeyFile) -> None:
    _, text = keys.create("desk", [Scope.READ])
    secret = text.split("_", 2)[2]
    assert secret.encode() not in keys.path.read_bytes()
    assert keys.path.stat().st_mode & 0o077 == 0


def test_a_server_knows_whether_anybody_may_post_to_it(address: str, keys: KeyFile) -> None:
    def lets_post() -> bool:
        guard = Guard(Settings(store=address, keys=keys.path, host="0.0.0.0"))
        return guard.lets_anybody(Scope.WRITE)

    assert Guard(Settings(store=address, keys=keys.path)).lets_anybody(Scope.WRITE)
    assert not lets_post()
    keys.create("reader", [Scope.READ])
    assert not lets_post()
    writer, _ = keys.create("writer", [Scope.WRITE])
    assert lets_post()
    keys.revoke(writer.id)
    assert not lets_post()
