"""Three ways into a Neo4j: the driver with batches written by hand, streetgraph, and neo4j-graphrag's writer."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import neo4j

from benchmarks.loading.content import Content
from graph.ontology import NODES
from graph.store import Row

ROWS = 10_000  # in a transaction: more is no faster
KEYS = {node.name: node.key for node in NODES}

Load = Callable[[], object]


def by_hand(driver: neo4j.Driver, content: Content) -> Load:
    """The floor: one statement for each label and type, many rows in each transaction, nothing looked up twice."""
    return partial(_run_all, driver, [*_node_statements(content), *_edge_statements(content)])


def _run_all(driver: neo4j.Driver, statements: Sequence[tuple[str, list[Row]]]) -> None:
    with driver.session() as session:
        for text, rows in statements:
            for start in range(0, len(rows), ROWS):
                session.execute_write(_run, text, rows[start : start + ROWS])


def _run(transaction: neo4j.ManagedTransaction, text: str, rows: list[Row]) -> None:
    transaction.run(text, rows=rows).consume()


def _node_statements(content: Content) -> Iterator[tuple[str, list[Row]]]:
    for label, rows in content.nodes.items():
        for labels, those in _by_labels(label, rows).items():
            yield f"UNWIND $rows AS r CREATE (n:{labels}) SET n = r", those


def _by_labels(label: str, rows: list[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[f"{label}:{row['kind']}" if label == "Entity" else label].append(row)
    return found


def _edge_statements(content: Content) -> Iterator[tuple[str, list[Row]]]:
    for edge, rows in content.edges_with_kind():
        properties = ", ".join(f"`{name}`: r.`{name}`" for name in edge.properties)
        yield (
            (
                f"UNWIND $rows AS r MATCH (a:{edge.source} {{id: r.source}}) MATCH (b:{edge.target} {{id: r.target}}) "
                f"CREATE (a)-[:{edge.name} {{{properties}}}]->(b)"
            ),
            rows,
        )


def by_graphrag(driver: neo4j.Driver, content: Content) -> Load:
    """What `Neo4jWriter` does with the same nodes and relationships, in one graph; ImportError if it is not there."""
    from neo4j_graphrag.components.kg_writer import Neo4jWriter
    from neo4j_graphrag.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship

    nodes = [
        Neo4jNode(id=f"{label} {row[KEYS[label]]}", label=label, properties=_given(row))
        for label, rows in content.nodes.items()
        for row in rows
    ]
    relationships = [
        Neo4jRelationship(
            start_node_id=f"{edge.source} {row['source']}",
            end_node_id=f"{edge.target} {row['target']}",
            type=edge.name,
            properties=_given({name: row[name] for name in edge.properties}),
        )
        for edge, rows in content.edges_with_kind()
        for row in rows
    ]
    whole = Neo4jGraph(nodes=nodes, relationships=relationships)
    writer = Neo4jWriter(driver)

    def load() -> None:
        done = asyncio.run(writer.run(whole))
        if done.status != "SUCCESS":
            raise RuntimeError(f"neo4j-graphrag: {done.metadata}")

    return load


def _given(row: Row) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}
