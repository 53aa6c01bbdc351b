"""The production engine: a Neo4j server over Bolt. The only place that knows its driver."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import neo4j
from neo4j.exceptions import (
    ConfigurationError,
    ConnectionPoolError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    UnsupportedServerProduct,
)

from graph import bolt, queries, schema
from graph.bolt import ANYBODY, Neo4jAccess
from graph.errors import GraphError, QueryFailed, QueryInvalid, SchemaMismatch, StoreMissing, StoreUnavailable
from graph.ontology import SCHEMA_VERSION
from graph.queries import Query
from graph.store import Row, Run, T, View
from graph.users import Users

ENGINE = "neo4j"
PATIENCE_SECONDS = 2.0  # that closing has with what is under way
UNRECOGNIZED = neo4j.NotificationClassification.UNRECOGNIZED
_AWAY = (ServiceUnavailable, SessionExpired, ConfigurationError)

_log = logging.getLogger("streetgraph.neo4j")
logging.getLogger("neo4j.notifications").setLevel(logging.CRITICAL)  # the lines written here name the query


class Neo4jStore:
    """A store in one database of a server. Close it when done."""

    engine = ENGINE

    def __init__(self, address: str, access: Neo4jAccess = ANYBODY, *, make: bool = True) -> None:
        self.address, self.access = bolt.checked(address), access
        self._is_open, self._has_answered, self._users = True, False, Users()
        self._driver = _driver(self.address, access)
        self.bookmarks = neo4j.GraphDatabase.bookmark_manager()  # the next read sees what was written, on any server
        try:
            self._check_server()
            self._check_schema(make)
        except BaseException:
            self.close()
            raise

    def read(self, query: str, /, **parameters: object) -> list[Row]:
        """The rows of a named read query."""
        found = queries.reading(query, ENGINE)
        bound = found.bound(parameters)
        return self._managed(neo4j.READ_ACCESS, lambda transaction: _rows(transaction, found, bound))

    @contextmanager
    def view(self) -> Iterator[View]:
        """Reads in one transaction, each of what is committed by then: the server isolates no further."""
        self._check_open()
        with self.session(neo4j.READ_ACCESS) as session:
            yield View(ENGINE, _Reading(self.begun(session, self.access.query_timeout_seconds), self.failure))

    def write(self, work: Callable[[Run], T]) -> T:
        """What `work` returns, once all that it ran is stored: in one transaction, all of it or nothing.

        Writers take turns. After a failure that passes, as when the server was away for a moment, `work` is done again
        from its beginning.
        """
        return self._managed(neo4j.WRITE_ACCESS, partial(_written, work))

    def ensure_schema(self) -> None:
        """Make those constraints and indexes that are not there, and note the version; safe to call again."""
        for statement in schema.neo4j_statements():
            self._managed(neo4j.WRITE_ACCESS, partial(_defined, statement))
        self._managed(neo4j.WRITE_ACCESS, _versioned)
        self.read("schema.await_indexes")

    def close(self) -> None:
        """Let go of all connections, once what is under way has ended or after a few seconds. Safe to call again."""
        self._is_open = False
        self._users.gone(within_seconds=PATIENCE_SECONDS)  # the driver may not be closed while another thread uses it
        self._driver.close()

    def _check_server(self) -> None:
        try:
            agent = self._driver.get_server_info().agent
        except (Neo4jError, DriverError) as error:
            raise self.failure(error) from error
        bolt.check_product(self.address, agent)
        self._has_answered = True

    def _check_schema(self, make: bool) -> None:
        if found := self.read("schema.version"):
            schema.check_version(found[0]["version"])
        elif held := self.read("schema.strangers"):
            label = next(iter(held[0]["labels"]), "one without a label")
            raise SchemaMismatch(
                f"The database at {self.address} holds nodes of another program, such as {label}: "
                "set STREETGRAPH_NEO4J_DATABASE to an empty one, or choose another server with --store."
            )
        elif make:
            self.ensure_schema()
        else:
            raise StoreMissing(f"There is no store at {self.address} yet.")

    def _managed(self, mode: str, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        self._check_open()
        timed = neo4j.unit_of_work(timeout=self.access.query_timeout_seconds)(work)
        try:
            with self.session(mode) as session:
                execute = session.execute_read if mode == neo4j.READ_ACCESS else session.execute_write
                return execute(timed)
        except (Neo4jError, DriverError) as error:
            raise self.failure(error) from error

    def _check_open(self) -> None:
        if not self._is_open:
            raise StoreUnavailable(f"The store {self.address} is closed.")

    def begun(self, session: neo4j.Session, timeout_seconds: float) -> neo4j.Transaction:
        """A transaction of this session, begun again if the connection had died while it lay idle."""
        begin = partial(session.begin_transaction, timeout=timeout_seconds)
        try:
            try:
                return begin()
            except (ServiceUnavailable, SessionExpired):  # with it the driver has dropped all that lay idle as long
                return begin()
        except (Neo4jError, DriverError) as error:
            raise self.failure(error) from error

    @contextmanager
    def session(self, mode: str, **more: Any) -> Iterator[neo4j.Session]:  # noqa: ANN401 - what the driver takes
        """A session with the server, which sees all that this store has written."""
        session = self._driver.session(
            database=self.access.database, default_access_mode=mode, bookmark_manager=self.bookmarks, **more
        )
        with self._users.one_more(), session:
            yield session

    def failure(self, error: Neo4jError | DriverError) -> GraphError:
        """What went wrong, in the words of the graph."""
        if isinstance(error, Neo4jError):
            return bolt.failure(self.address, self.access, error.code or "", error.message or str(error))
        if isinstance(error, ConnectionPoolError):
            return bolt.busy(self.address, self.access)
        if isinstance(error, UnsupportedServerProduct):
            return bolt.unsupported(self.address, "a server that speaks no Bolt of ours")
        if not isinstance(error, _AWAY):
            return QueryFailed(str(error))
        return bolt.lost(self.address) if self._has_answered else bolt.unreachable(self.address, str(error))


class _Reading:
    """Runs read queries in a transaction."""

    def __init__(
        self, transaction: neo4j.Transaction, failure: Callable[[Neo4jError | DriverError], GraphError]
    ) -> None:
        self._transaction, self._failure = transaction, failure

    def __call__(self, query: str, /, **parameters: object) -> list[Row]:
        found = queries.reading(query, ENGINE)
        bound = found.bound(parameters)
        try:
            return _rows(self._transaction, found, bound)
        except (Neo4jError, DriverError) as error:
            raise self._failure(error) from error


class _Transaction:
    """Runs queries in a transaction; after one failure it takes no more, since the server has rolled back."""

    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction
        self.failure: Neo4jError | DriverError | None = None

    def __call__(self, query: str, /, **parameters: object) -> list[Row]:
        if self.failure is not None:
            raise QueryFailed("The transaction has failed already; nothing of it is stored.")
        found = queries.query(query, ENGINE)
        bound = found.bound(parameters)
        try:
            return _rows(self._transaction, found, bound)
        except (Neo4jError, DriverError) as error:
            self.failure = error
            raise QueryFailed(str(error)) from error


def _written(work: Callable[[Run], T], transaction: neo4j.ManagedTransaction) -> T:
    """What the work returns; a failure is raised as the driver knows it, which decides whether to try again."""
    run = _Transaction(transaction)
    try:
        run("schema.lock")
        result = work(run)
    except QueryFailed as failed:
        raise run.failure or failed from None
    if run.failure is not None:
        raise run.failure
    return result


def _versioned(transaction: neo4j.ManagedTransaction) -> None:
    _rows(transaction, queries.query("schema.set_version", ENGINE), {"version": SCHEMA_VERSION})


def _defined(statement: str, transaction: neo4j.ManagedTransaction) -> None:
    transaction.run(statement).consume()


def _rows(transaction: neo4j.ManagedTransaction | neo4j.Transaction, query: Query, bound: dict[str, Any]) -> list[Row]:
    if query.has_nothing_to_do(bound):
        return []
    result = transaction.run(query.text_with(bound), bound)
    rows = [dict(record) for record in result]  # before its columns are asked for: a lost server has none
    if query.returns and tuple(result.keys()) != query.columns:
        raise QueryInvalid(f"{query.name} returns {result.keys()}, its header says {query.columns}.")
    _log_notifications(query, result.consume())
    return rows


def _log_notifications(query: Query, summary: neo4j.ResultSummary) -> None:
    for status in summary.gql_status_objects:
        if status.is_notification and status.classification != UNRECOGNIZED:  # a label that no node has yet is no news
            level = logging.WARNING if status.severity == neo4j.NotificationSeverity.WARNING else logging.INFO
            _log.log(level, "%s: %s", query.name, status.status_description)


def _driver(address: str, access: Neo4jAccess) -> neo4j.Driver:
    try:
        return neo4j.GraphDatabase.driver(
            address,
            auth=None if access.password is None else (access.user, access.password),
            connection_timeout=access.connect_timeout_seconds,
            connection_acquisition_timeout=access.connect_timeout_seconds * 2,
            max_transaction_retry_time=access.retry_seconds,
            max_connection_pool_size=access.pool_size,
            warn_notification_severity=neo4j.NotificationMinimumSeverity.OFF,
            telemetry_disabled=True,
        )
    except (DriverError, ValueError) as error:
        raise StoreUnavailable(f"{address} is no address of a store: {error}") from error
