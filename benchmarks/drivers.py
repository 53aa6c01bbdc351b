"""The driver of an engine without streetgraph, for the same queries: what an answer costs at least."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import ladybug
import neo4j

from api.settings import Settings
from graph import queries
from graph.store import Row
from graph.word_index import ANSWERS, WordIndex

Ask = Callable[[str, Row], None]


def driver_of(address: str) -> AbstractContextManager[Ask]:
    """What asks the store at this address a query by its name, and reads all rows."""
    return _ladybug(Path(address.removeprefix("ladybug:"))) if address.startswith("ladybug:") else _neo4j(address)


@contextmanager
def _ladybug(path: Path) -> Iterator[Ask]:
    with (
        ladybug.Database(path, read_only=True) as database,
        ladybug.Connection(database) as connection,
        closing(WordIndex(path.with_name(f"{path.name}.words"))) as words,
    ):

        def ask(name: str, given: Row) -> None:
            if name in ANSWERS:  # from the full-text index in SQLite
                words.answer(name, given)
                return
            query = queries.query(name, "ladybug")
            bound = query.bound(given)
            result = connection.execute(query.text_with(bound), bound)
            assert isinstance(result, ladybug.QueryResult)
            deque(result.rows_as_dict(), maxlen=0)

        yield ask


@contextmanager
def _neo4j(address: str) -> Iterator[Ask]:
    access = Settings().neo4j_access
    with neo4j.GraphDatabase.driver(address, auth=(access.user, access.password or "")) as driver:

        def ask(name: str, given: Row) -> None:
            query = queries.query(name, "neo4j")
            bound = query.bound(given)
            driver.execute_query(query.text_with(bound), bound, routing_="r", result_transformer_=neo4j.Result.data)

        yield ask
