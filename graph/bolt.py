"""How to get into a Neo4j server, and what to say when that fails. The driver itself is in `graph.neo4j_store`."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from graph.errors import GraphError, QueryFailed, StoreUnavailable

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
OLDEST = 5  # the first major version with all that the query files use
PORT = 7687


@dataclass(frozen=True, slots=True)
class Neo4jAccess:
    """Who logs in to which database of a server, and how long to wait for it."""

    user: str = "neo4j"
    password: str | None = field(default=None, repr=False)
    database: str | None = None  # the user's home database if None
    connect_timeout_seconds: float = 10.0
    query_timeout_seconds: float = 120.0
    retry_seconds: float = 15.0  # how long what failed for the moment is tried again
    pool_size: int = 50  # more than the threads of an API server


ANYBODY = Neo4jAccess()


def is_bolt(address: str) -> bool:
    """Whether it is the address of a Neo4j server."""
    return address.partition(":")[0].lower() in SCHEMES


def checked(address: str) -> str:
    """The address without a closing slash; StoreUnavailable, which never repeats a password, if it cannot be used."""
    parts = urlsplit(address)
    if "@" in parts.netloc:
        raise StoreUnavailable(
            f"The address of a store holds no user or password, since addresses are shown and logged: give "
            f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}, and set STREETGRAPH_NEO4J_USER and "
            "STREETGRAPH_NEO4J_PASSWORD (or STREETGRAPH_NEO4J_PASSWORD_FILE)."
        )
    if not _names_a_host(parts):
        raise StoreUnavailable(f"{address!r} is no address of a store: give one such as bolt://localhost:{PORT}.")
    if parts.path.strip("/"):
        raise StoreUnavailable(
            f"{address!r} has a path: give the name of the database as STREETGRAPH_NEO4J_DATABASE instead."
        )
    return f"{parts.scheme.lower()}://{parts.netloc}" + (f"?{parts.query}" if parts.query else "")


def _names_a_host(parts: SplitResult) -> bool:
    try:
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # a port that is no number
        return False


def check_product(address: str, agent: str) -> None:
    """Raise StoreUnavailable unless a server that names itself like this, as in `Neo4j/5.26.0`, is new enough."""
    product, _, version = agent.partition("/")
    major = version.partition(".")[0]
    if product != "Neo4j" or not major.isdecimal() or int(major) < OLDEST:
        raise unsupported(address, agent or "an unknown product")


def unsupported(address: str, product: str) -> StoreUnavailable:
    """The failure that the server is not one that the query files are written for."""
    return StoreUnavailable(f"{address} runs {product}: streetgraph needs Neo4j {OLDEST} or newer.")


def failure(address: str, access: Neo4jAccess, code: str, message: str) -> GraphError:
    """The failure that Neo4j's status code stands for, in one sentence that says what to do."""
    name = code.rpartition(".")[2]
    if name in _UNAVAILABLE:
        sentence = _UNAVAILABLE[name].format(user=access.user, database=access.database or "its home database")
        return StoreUnavailable(f"Neo4j at {address} {sentence}")
    if name == "LockClientStopped" or name.startswith("TransactionTimedOut"):
        return QueryFailed(
            f"Neo4j at {address} gave up a query after {access.query_timeout_seconds:g} s: ask for less."
        )
    return QueryFailed(f"{message} ({code})" if code else message)


def unreachable(address: str, message: str) -> StoreUnavailable:
    """The failure that nobody answers at this address as Neo4j does."""
    if "looks like HTTP" in message:
        return StoreUnavailable(
            f"{address} is the port of Neo4j Browser or of another web server: give the Bolt port, by default {PORT}."
        )
    encrypted = ", whether it takes encrypted connections" if "+s" in address.partition(":")[0] else ""
    return StoreUnavailable(
        f"No Neo4j answers at {address}: check host and port (the Bolt port is {PORT} unless set otherwise){encrypted} "
        "and that the server runs; one that has just been started takes some seconds."
    )


def busy(address: str, access: Neo4jAccess) -> StoreUnavailable:
    """The failure that no connection became free in time."""
    return StoreUnavailable(
        f"All {access.pool_size} connections to Neo4j at {address} are in use: try again, or raise "
        "STREETGRAPH_NEO4J_POOL_SIZE."
    )


def lost(address: str) -> StoreUnavailable:
    """The failure that a server which has answered before does so no more."""
    return StoreUnavailable(
        f"The connection to Neo4j at {address} was lost: what was acknowledged is stored, so run the same command "
        "again once the server is up."
    )


_UNAVAILABLE = {
    "Unauthorized": "refuses the user {user!r} with this password: set STREETGRAPH_NEO4J_USER and "
    "STREETGRAPH_NEO4J_PASSWORD (or STREETGRAPH_NEO4J_PASSWORD_FILE).",
    "AuthenticationRateLimit": "was given too many wrong passwords for {user!r}: wait some seconds, then set the right "
    "STREETGRAPH_NEO4J_PASSWORD.",
    "CredentialsExpired": "wants {user!r} to change the first password: log in to Neo4j Browser once, then set "
    "STREETGRAPH_NEO4J_PASSWORD to the new one.",
    "Forbidden": "does not let {user!r} do this: give the user the rights, or log in as another.",
    "DatabaseNotFound": "has no database {database!r}: set STREETGRAPH_NEO4J_DATABASE to one of `SHOW DATABASES`.",
    "DatabaseUnavailable": "has not started {database!r} yet: try again in some seconds.",
    "ForbiddenOnReadOnlyDatabase": "only lets {user!r} read: give the address of the server that takes writes.",
}
