"""The schema of each engine, from the table in `graph.ontology`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from graph.errors import SchemaMismatch
from graph.ontology import EDGES, NODES, SCHEMA_VERSION, EdgeKind, NodeKind, Properties, Type

ANALYZER = "standard-folding"  # words as `graph.tokens` has them
_NAMED = 3  # of the parts that a store is without

_LADYBUG_TYPES = {
    Type.STRING: "STRING",
    Type.INT: "INT64",
    Type.FLOAT: "DOUBLE",
    Type.BOOL: "BOOL",
    Type.STRINGS: "STRING[]",
}


def ladybug_statements() -> Iterator[str]:
    """What makes the tables of a new ladybug store."""
    yield from map(_ladybug_node, NODES)
    yield from map(_ladybug_edge, EDGES)


def ladybug_columns_of(table: str) -> str:
    """The text that lists the columns of a table, which the engine takes by its name alone and as no parameter."""
    return f"CALL table_info('{table}') RETURN *"


def neo4j_statements() -> Iterator[str]:
    """What makes the constraints and indexes of a Neo4j store; each changes nothing if it was run before."""
    for kind in ("FOR (n) ON EACH labels(n)", "FOR ()-[r]-() ON EACH type(r)"):
        yield f"CREATE LOOKUP INDEX IF NOT EXISTS {kind}"
    for node in NODES:
        name = f"streetgraph_{node.name.lower()}_{node.key}"
        yield f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{node.name}) REQUIRE n.{node.key} IS UNIQUE"
        yield from (_neo4j_range(node, each) for each in node.sought)
        if node.texts:
            yield _neo4j_fulltext(node)
    for edge in EDGES:
        yield from (_neo4j_edge_range(edge, name, each) for name, each in edge.sought.items())


def check_version(found: int | None) -> None:
    """Raise SchemaMismatch unless a store with the schema version `found` can be used."""
    if found != SCHEMA_VERSION:
        raise _mismatch("holds no streetgraph schema" if found is None else f"has schema version {found}")


def check_shape(tables: Collection[str], columns_of: Callable[[str], Collection[str]]) -> None:
    """Raise SchemaMismatch if a table or a column is missing: a version that was being made had several shapes."""
    kinds: tuple[NodeKind | EdgeKind, ...] = (*NODES, *EDGES)
    missing = [name for kind in kinds for name in _missing(kind, tables, columns_of)]
    if missing:
        others = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        raise _mismatch(f"has schema version {SCHEMA_VERSION} without {', '.join(missing[:_NAMED])}{others}")


def _missing(
    kind: NodeKind | EdgeKind, tables: Collection[str], columns_of: Callable[[str], Collection[str]]
) -> Iterator[str]:
    if kind.name not in tables:
        yield kind.name
    elif kind.properties:
        found = columns_of(kind.name)
        yield from (f"{kind.name}.{each}" for each in kind.properties if each not in found)


def _mismatch(held: str) -> SchemaMismatch:
    return SchemaMismatch(
        f"This store {held}; this streetgraph works with version {SCHEMA_VERSION}. "
        "Choose another place with --store and load the documents again, or use the streetgraph that wrote it."
    )


def _neo4j_range(node: NodeKind, name: str) -> str:
    return f"CREATE INDEX streetgraph_{node.name.lower()}_{name} IF NOT EXISTS FOR (n:{node.name}) ON (n.{name})"


def _neo4j_edge_range(edge: EdgeKind, name: str, properties: tuple[str, ...]) -> str:
    """A search there begins at one end and stops where the page is full, however many edges that end has."""
    named = ", ".join(f"x.{each}" for each in properties)
    return f"CREATE INDEX streetgraph_{edge.name.lower()}_{name} IF NOT EXISTS FOR ()-[x:{edge.name}]-() ON ({named})"


def _neo4j_fulltext(node: NodeKind) -> str:
    texts = ", ".join(f"n.{name}" for name in node.texts)
    name = f"streetgraph_{node.name.lower()}_words"
    index = f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{node.name}) ON EACH [{texts}]"
    return f"{index} OPTIONS {{indexConfig: {{`fulltext.analyzer`: '{ANALYZER}'}}}}"


def _ladybug_node(node: NodeKind) -> str:
    return f"CREATE NODE TABLE `{node.name}`({_ladybug_columns(node.properties)}, PRIMARY KEY(`{node.key}`))"


def _ladybug_edge(edge: EdgeKind) -> str:
    columns = _ladybug_columns(edge.properties)
    ends = f"FROM `{edge.source}` TO `{edge.target}`"
    return f"CREATE REL TABLE `{edge.name}`({ends}{', ' if columns else ''}{columns})"


def _ladybug_columns(properties: Properties) -> str:
    return ", ".join(f"`{name}` {_LADYBUG_TYPES[kind]}" for name, kind in properties.items())
