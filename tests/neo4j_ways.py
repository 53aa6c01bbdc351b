"""Which Neo4j the tests can have here: one that is given, one from Maven, or one in a container."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

POM = Path(__file__).parent / "neo4j" / "pom.xml"
OLDEST_JAVA = 17
GIVEN = "NEO4J_TEST_URI"


class Way(StrEnum):
    """Where the server of the tests comes from."""

    GIVEN = "given"
    MAVEN = "Maven"
    CONTAINER = "container"


def first_way(*, given: bool, maven: bool, java: int | None, docker: bool) -> Way | None:
    """The first way that can be gone, which is the one that asks least of the machine; None if there is none."""
    if given:
        return Way.GIVEN
    if maven and java is not None and java >= OLDEST_JAVA:
        return Way.MAVEN
    return Way.CONTAINER if docker else None


def reason_against(*, maven: bool, java: int | None) -> str:
    """Why there is no way, and what would open one."""
    others = f"a Docker engine (with testcontainers), or {GIVEN}"
    if maven and java is not None and java < OLDEST_JAVA:
        return f"Java {java} is too old: needs {OLDEST_JAVA} or newer, {others}"
    return f"needs Java {OLDEST_JAVA} or newer with Maven, {others}"


def way() -> Way | None:
    """The way to a Neo4j on this machine. Docker is only asked where the others do not serve."""
    given, maven, java = bool(os.environ.get(GIVEN)), has_maven(), java_version()
    return first_way(given=given, maven=maven, java=java, docker=False) or first_way(
        given=given, maven=maven, java=java, docker=has_docker()
    )


def why_unavailable() -> str | None:
    """Why there can be no Neo4j here; None if there can be one."""
    return None if way() else reason_against(maven=has_maven(), java=java_version())


def where_from() -> str:
    """In a few words, which server the tests run against."""
    if way() == Way.GIVEN:
        return os.environ[GIVEN]
    return f"neo4j {version()}, " + ("in a container" if way() == Way.CONTAINER else "started from Maven")


def version() -> str:
    """The version that the tests start."""
    found = re.search(r"<artifactId>neo4j</artifactId>\s*<version>([\d.]+)<", POM.read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


def has_maven() -> bool:
    """Whether Maven can be called."""
    return shutil.which("mvn") is not None


def java_version() -> int | None:
    """The major version of the Java that would be called; None if there is none."""
    if shutil.which("java") is None:
        return None
    said = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(?:1\.)?(\d+)', said)
    return int(found[1]) if found else None


def has_docker() -> bool:
    """Whether testcontainers is there and a Docker engine answers."""
    with suppress(Exception):  # whatever it is, there will be no container
        import docker
        import testcontainers.community.neo4j  # noqa: F401

        return bool(docker.from_env(timeout=5).ping())
    return False
