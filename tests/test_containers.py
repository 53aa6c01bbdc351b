"""What can be said of the containers without an engine that runs them."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from neo4j_ways import version

from api.settings import PREFIX, Settings

ROOT = Path(__file__).parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
NEO4J, API = COMPOSE["services"]["neo4j"], COMPOSE["services"]["api"]
NEEDED = "${NEO4J_PASSWORD:?"
# Anything that is given in the file itself and looks like a secret is one too many.
SECRET = re.compile(r"password|auth|secret|token", re.IGNORECASE)


def instructions(word: str) -> list[str]:
    """The arguments of each such line of the Dockerfile, continued lines joined."""
    lines = re.sub(r"\\\n\s*", "", DOCKERFILE).splitlines()
    return [line.removeprefix(word).strip() for line in lines if line.startswith(f"{word} ")]


def environment_of_the_image() -> dict[str, str]:
    pairs = (pair.partition("=") for line in instructions("ENV") for pair in shlex.split(line))
    return {name: value for name, _, value in pairs}


def copied_from_the_context() -> list[str]:
    arguments = [line.split() for line in instructions("COPY") if "--from" not in line]
    return [path for *paths, _ in arguments for path in paths]


@pytest.mark.parametrize("service", [NEO4J, API], ids=["neo4j", "api"])
def test_no_secret_is_written_down_and_none_has_a_default(service: dict[str, Any]) -> None:
    secret = {name: value for name, value in service["environment"].items() if SECRET.search(name)}
    assert secret
    assert all(NEEDED in value for value in secret.values())


def test_one_password_opens_neo4j_to_the_api() -> None:
    given = NEO4J["environment"]["NEO4J_AUTH"].removeprefix(f"{Settings().neo4j_user}/")
    assert API["environment"]["STREETGRAPH_NEO4J_PASSWORD"] == given


def test_the_api_waits_until_neo4j_is_healthy() -> None:
    assert API["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert {"test", "interval", "timeout", "retries", "start_period"} <= set(NEO4J["healthcheck"])
    assert instructions("HEALTHCHECK")
    assert "/health/ready" in DOCKERFILE


def test_neo4j_is_the_community_edition_that_the_tests_run_on_without_plugins() -> None:
    minor = ".".join(version().split(".")[:2])
    assert NEO4J["image"] == f"neo4j:{minor}-community"
    assert "NEO4J_PLUGINS" not in NEO4J["environment"]


def test_what_is_stored_outlives_its_container() -> None:
    mounted = {volume.split(":")[0] for service in (NEO4J, API) for volume in service["volumes"]}
    assert mounted == set(COMPOSE["volumes"])
    assert "neo4j-data:/data" in NEO4J["volumes"]


def test_ports_are_open_to_this_machine_only() -> None:
    assert all(port.startswith("127.0.0.1:") for service in (NEO4J, API) for port in service["ports"])


def test_the_api_runs_without_privileges_on_a_file_system_it_cannot_change() -> None:
    user = instructions("USER")[-1]
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", user)
    assert API["read_only"] is True
    assert (API["cap_drop"], API["security_opt"]) == (["ALL"], ["no-new-privileges:true"])
    assert "/tmp" in API["tmpfs"]
    # Compose copies such into the container when it starts, which a read-only file system does not allow.
    assert not {"secrets", "configs"} & set(API)


def test_settings_of_containers_are_settings_of_the_program() -> None:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    given = {name for name in {**environment_of_the_image(), **API["environment"]} if name.startswith(PREFIX)}
    assert given <= known


def test_the_image_serves_where_compose_looks_for_it() -> None:
    image = environment_of_the_image()
    assert (image["STREETGRAPH_HOST"], instructions("EXPOSE")) == ("0.0.0.0", [image["STREETGRAPH_PORT"]])
    assert [port.rsplit(":", 1)[1] for port in API["ports"]] == instructions("EXPOSE")
    assert image["STREETGRAPH_STORE"].startswith(f"ladybug:{instructions('VOLUME')[0]}/")


def test_the_image_is_built_in_stages_from_pinned_wheels_alone() -> None:
    assert len(instructions("FROM")) == 2
    first, second = (line for line in instructions("RUN") if "pip install" in line)
    assert "--require-hashes --only-binary :all: -r requirements.lock" in first
    assert "--no-deps --no-build-isolation" in second


def test_the_build_gets_all_that_it_copies_and_nothing_else() -> None:
    rules = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_in = {line[1:] for line in rules if line.startswith("!")}
    assert "*" in rules
    assert let_in == set(copied_from_the_context())
    assert all((ROOT / path).exists() for path in let_in)
